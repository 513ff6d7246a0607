"""Learnt weights of the English models: who spoke, what is speech, where a reported content begins and ends.

`speaker_weights.json` holds a conditional logit over the speaker candidates of each quotation and a logit of speech
against other words between quotation marks. `content_weights.json` holds five logits with an L1 penalty, one for each
boundary of a reported content, and the cue words with their counts. `benchmarks.training` fits them to the 840 training
articles of PolNeAR. A missing feature counts nothing; ``w:said|that`` joins two features.
"""

import json
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parents[3] / "data"


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_DATA / name).read_text(encoding="utf-8"))
    return loaded


_SPEAKER = _load("speaker_weights.json")
_CONTENT = _load("content_weights.json")

#: The logit of nobody being named, which a speaker candidate has to outweigh.
NOBODY: float = _SPEAKER["nobody"]
#: Features of a speaker candidate of a quotation.
SPEAKER_WEIGHTS: dict[str, float] = _SPEAKER["speaker"]
#: The bias and features of words between quotation marks being speech.
SPEECH_BIAS: float = _SPEAKER["speech_bias"]
SPEECH_WEIGHTS: dict[str, float] = _SPEAKER["speech"]

#: Words that stood right before a reported content, with their counts.
CUE_COUNTS: dict[str, int] = _CONTENT["cues"]
#: Features of a content that starts behind a cue, of its end; of an attribution that trails its content, of where
#: such a content begins, and of its going on behind the attribution.
START_WEIGHTS: dict[str, float] = _CONTENT["start"]
END_WEIGHTS: dict[str, float] = _CONTENT["end"]
TAIL_WEIGHTS: dict[str, float] = _CONTENT["tail"]
BEGIN_WEIGHTS: dict[str, float] = _CONTENT["begin"]
CONTINUATION_WEIGHTS: dict[str, float] = _CONTENT["goes_on"]
