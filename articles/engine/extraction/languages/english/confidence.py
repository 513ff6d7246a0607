"""Calibrated confidence: how likely the name given to a quotation is right.

A logit over the rule and the share by which the speaker candidate won, over how its words were resolved to a name, and
over the quoted words. ``data/confidence_weights.json`` holds its weights, the least confidence of a name that is shown
as a fact, and the least of a name that is shown at all.
"""

import json
import math
from bisect import bisect
from pathlib import Path
from typing import Any

from articles.engine.extraction.attribution import Attribution
from articles.engine.extraction.languages.english.reporting_verbs import VERB_FORMS
from articles.engine.extraction.results import ResolvedSpeaker
from articles.engine.extraction.speaker_candidates import SpeakerCandidate

_DATA: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "data" / "confidence_weights.json").read_text(encoding="utf-8")
)
CONFIDENCE_WEIGHTS: dict[str, float] = _DATA["weights"]
#: The least confidence of a name that is shown as a fact, and of a name that is shown at all.
MIN_SURE, MIN_SHOWN = float(_DATA["min_sure"]), float(_DATA["min_shown"])
#: The least for "he" and "she", of which the training articles do not tell who they are.
MIN_SHOWN_PRONOUN = float(_DATA["min_shown_pronoun"])
_SHARES, _SPEECH, _LENGTHS = (0.5, 0.7, 0.85, 0.95, 0.98), (0.6, 0.8, 0.95), (2, 4, 8, 15)
#: Features of a candidate that tell how doubtful its words are.
_TELLING_FEATURES = ("across-", "nearer:", "that-clause", "holds-nearer", "subject:", "speaker-verb/", "trailing")


def judge_name(attribution: Attribution, speaker: ResolvedSpeaker | None, quoted: str) -> ResolvedSpeaker | None:
    """Add to the name of a quotation how sure it is; withhold it without a verb of saying, or if it is too doubtful."""
    candidate = attribution.candidate
    if candidate is None or speaker is None or speaker.name is None:
        return speaker
    features = extract_confidence_features(attribution, candidate, speaker, quoted)
    confidence = 1.0 / (1.0 + math.exp(-sum(CONFIDENCE_WEIGHTS.get(feature, 0.0) for feature in features)))
    minimum = MIN_SHOWN_PRONOUN if speaker.evidence[0] in ("how:he", "how:she") else MIN_SHOWN
    shown = confidence >= minimum and not (candidate.cue is None and candidate.rule in _UNTOLD_RULES)
    sure = shown and confidence >= MIN_SURE and speaker.evidence[0] != "how:introduced"
    name = speaker.name if shown else None
    return ResolvedSpeaker(speaker.start, speaker.end, name, speaker.evidence, confidence, sure)


#: Rules that without a verb of saying tell only whom a sentence is about.
_UNTOLD_RULES = frozenset({"sentence-subject", "same-paragraph", "told-before", "paragraph-above"})


def extract_confidence_features(
    attribution: Attribution, candidate: SpeakerCandidate, speaker: ResolvedSpeaker, quoted: str
) -> list[str]:
    """Extract the features for and against the name of a quotation."""
    rule, share, speech_probability = candidate.rule, attribution.confidence, attribution.speech_probability
    how = speaker.evidence[0] if speaker.evidence else "how:none"
    length = bisect(_LENGTHS, len(quoted.split()))
    verb = VERB_FORMS.get(candidate.sentence.tokens[candidate.cue].low) if candidate.cue is not None else None
    features = ["", f"rule:{rule}", f"rule:{rule}/{how}", f"words:{length}", *speaker.evidence]
    features.append(f"share:{bisect(_SHARES, share)}")
    features.append(f"speech:{bisect(_SPEECH, speech_probability)}")
    features.append(f"cue:{'none' if candidate.cue is None else 'other' if verb is None else verb.kind}/{rule}")
    features.append(f"ends:{quoted[-1:] in ',.?!'}/{length}")
    features.append(f"starts:{quoted[:1].isupper()}/{length}")
    telling = (*_TELLING_FEATURES, f"{rule}/")
    features += [f"f:{feature}" for feature in candidate.features if feature.startswith(telling)]
    return features
