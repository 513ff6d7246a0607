"""English reporting verbs: verbs of saying, naming and others, with how often each is a cue.

"Lavrov stressed", "affirming that", "the Russian FM said": half of all attributions in news say *said*, the other
half uses more than a thousand other words. ``data/reporting_verbs_en.toml`` holds each verb's count among the
attributions of 840 US news articles (the annotators' cue words; PolNeAR's training part): a common verb is believed
sooner than a rare one. `saying` verbs may follow a closing mark ("...," he lamented), `naming` verbs say what somebody
called something, `other` verbs are believed only before an opening mark.
"""

from typing import NamedTuple

from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("reporting_verbs_en")


class ReportingVerb(NamedTuple):
    """One form of a reporting verb: its kind, how often the verb was a cue, finite or participle."""

    lemma: str
    kind: str
    cue_count: int
    is_participle: bool


def _inflect_regular(lemma: str) -> list[str]:
    """Return the forms of a regular verb: -s, -ed, -ing.

    >>> _inflect_regular("announce"), _inflect_regular("reply")
    (['announces', 'announced', 'announcing'], ['replies', 'replied', 'replying'])
    """
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    return [third, stem + "ed", stem + "ing"]


def _parse_verb_table(kind: str) -> dict[str, ReportingVerb]:
    table: dict[str, ReportingVerb] = {}
    for lemma, row in _LISTS.get_mapping(kind).items():
        count, *irregular = row.split()
        for form in irregular or _inflect_regular(lemma):
            table[form] = ReportingVerb(lemma, kind, int(count), form.endswith("ing"))
    return table


#: Every form of every reporting verb.
VERB_FORMS: dict[str, ReportingVerb] = {
    **_parse_verb_table("other"),
    **_parse_verb_table("naming"),
    **_parse_verb_table("saying"),
}
#: Plain forms: cues only after a plural ("sources say") or an auxiliary ("would say").
BASE_FORMS: dict[str, ReportingVerb] = {
    verb.lemma: ReportingVerb(verb.lemma, verb.kind, verb.cue_count, False) for verb in VERB_FORMS.values()
}
BASE_FORMS["read"] = ReportingVerb("read", "saying", 20, False)
BASE_FORMS["put"] = ReportingVerb("put", "other", 11, False)
#: Forms that may stand between a closing mark and the speaker: "...," said Lavrov.
FINITE_SAYING_FORMS = frozenset(
    form for form, verb in VERB_FORMS.items() if verb.kind == "saying" and not verb.is_participle
)
AMBIGUOUS_FORMS = _LISTS.get_words("ambiguous_forms")
