"""Explanation in words of why two quotations are, or are not, printings of the same words.

"They match, with a probability of 100.0%. They share 36 words in the same order. They name the same speaker." It is
computed now, with today's aliases; a stored match is as it was found then. A curator's ruling, where there is one,
decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.engine.linking.fingerprints import compute_fingerprint
from articles.engine.linking.pairwise import MATCH_THRESHOLD, explain_mismatch
from articles.models import Alias, Decision, Lineage, Printing, Quote, Ruling
from articles.queries.quote_pairs import compare_quotes, count_days_apart, have_same_speaker


@dataclass(frozen=True, slots=True)
class Explanation:
    """The evidence on two quotations and what follows from it, a sentence each."""

    verdict: str
    reasons: tuple[str, ...]
    ruling: str  # empty where no curator has said anything
    membership: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences, in the order to be read."""
        return tuple(filter(None, (self.verdict, *self.reasons, self.ruling, self.membership)))


def explain(a: Quote, b: Quote) -> Explanation:
    """Explain what speaks for or against the two being printings of the same words, and which lineages they are in."""
    aliases = Alias.objects.load_table()
    passages = compute_fingerprint(a.text, aliases), compute_fingerprint(b.text, aliases)
    likeness = compare_quotes(a, b, *passages)
    if likeness:
        is_match = likeness.score >= MATCH_THRESHOLD
        verdict = f"They match, with a probability of {likeness.score:.1%}."
        verdict = (
            verdict if is_match else f"It is uncertain whether they match: the probability is {likeness.score:.1%}."
        )
        reasons = describe_evidence(likeness.describe_evidence())
        return Explanation(verdict, reasons, _describe_ruling(a, b), _describe_membership(a, b))
    why = explain_mismatch(*passages, same_speaker=have_same_speaker(a, b), days=count_days_apart(a, b))
    return Explanation(f"They do not match: {why}.", (), _describe_ruling(a, b), _describe_membership(a, b))


# What each part of a score means, in words; {} is the part as a number or as a share.
_EVIDENCE_SENTENCES = (
    ("shared words", "They share {:.0f} words in the same order."),
    ("share of the shorter", "That is {:.0%} of the shorter quotation."),
    ("share of its rarer words", "They include {:.0%} of its rarer words."),
    ("share in runs of three", "They share {:.0%} of the shorter one in runs of three or more words."),
    ("put in place of others", "The other replaces {:.0%} of its words."),
    ("letters alike", "Their letters are {:.0%} the same."),
    ("figures that differ", "Figures that differ: {:.0f}."),
)


def describe_evidence(evidence: Mapping[str, float]) -> tuple[str, ...]:
    """Describe the parts of a score in sentences; leave out parts that are missing or zero.

    >>> evidence = {"shared words": 9, "share of the shorter": 1, "same speaker": 0, "days apart": 1}
    >>> for sentence in describe_evidence(evidence):
    ...     print(sentence)
    They share 9 words in the same order.
    That is 100% of the shorter quotation.
    They name different speakers.
    They were published 1 day apart.
    """
    sentences = [sentence.format(evidence[part]) for part, sentence in _EVIDENCE_SENTENCES if evidence.get(part)]
    if "same speaker" in evidence:
        sentences.append("They name the same speaker." if evidence["same speaker"] else "They name different speakers.")
    if (days := evidence.get("days apart")) is not None:
        apart = f"{days:g} day{'' if days == 1 else 's'} apart" if days >= 1 else "within a day of each other"
        sentences.append(f"They were published {apart}.")
    return tuple(sentences)


def _describe_ruling(a: Quote, b: Quote) -> str:
    """Describe the newest ruling in force between the two."""
    ruling = next(Ruling.objects.in_force().select_related("batch__by").latest_per_pair_among({a.pk, b.pk}), None)
    if ruling is None or ruling.split is not None:
        return _describe_split(a, b)
    return f"{ruling.batch.by} ruled on {ruling.batch.made:%-d %B %Y}: {ruling.get_verdict_display()}."


def _describe_split(a: Quote, b: Quote) -> str:
    """Describe the newest split in force in which the two went to different parts."""
    parts = Ruling.objects.in_force().load_parts({a.pk, b.pk})
    common = (key for key in parts[a.pk].keys() & parts[b.pk].keys() if parts[a.pk][key] != parts[b.pk][key])
    newest = max(common, default=None)
    if newest is None:
        return ""
    decision = Decision.objects.select_related("by").get(pk=newest[0])
    return f"{decision.by} put them into different lineages on {decision.made:%-d %B %Y}."


def _describe_membership(a: Quote, b: Quote) -> str:
    shared = Lineage.objects.filter(printings__quote=a).filter(printings__quote=b).first()
    if shared:
        return f"They are in one lineage, {shared.code}."
    standing = set(Printing.objects.filter(quote__in=(a, b)).values_list("quote", flat=True))
    return "They are in different lineages." if {a.pk, b.pk} == standing else "At least one of them is in no lineage."
