"""Origins: shown and possible sources, and what must not be claimed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.comparison.collation import collate
from articles.engine.descent.origins import Descent, PrintingMetadata, infer_descent

ASIDE = " (life has proved they never went back from their words)"
TASS = (
    f"exclusively the Islamic State and pledged not to take any action against the Syrian army{ASIDE}, analysis of the "
    "strikes drives us to a conclusion that these spared those Islamic State groups"
)
DOTS = TASS.replace(ASIDE, "\u2026\u2026")
SANA = TASS.replace(ASIDE, "").replace("the Islamic State", "ISIS").replace("Islamic State", "ISIS")
DAY = 17.0


def summarize(texts: list[str], printed: list[PrintingMetadata]) -> list[tuple[str, list[int | str]]]:
    """Return the certainty and the sources of each wording: a wording's number, or the name of an unseen outlet."""
    found = infer_descent(collate(texts), printed)
    return [
        (origin.certainty, [source.unseen_outlet or source.wording or 0 for source in origin.sources])
        for origin in found.origins
    ]


def reasons(found: Descent, wording: int) -> str:
    (origin,) = (each for each in found.origins if each.wording == wording)
    return "; ".join(origin.sources[0].reasons)


def test_infer_descent_combines_credits_dots_and_quotations() -> None:
    printed = [
        PrintingMetadata("OffGuardian", DAY, DAY + 1, credits=("TASS",), quotations=frozenset({1, 2})),
        PrintingMetadata("SANA", DAY - 2, DAY + 3, quotations=frozenset({1, 2})),
        PrintingMetadata("Russia Insider"),
    ]
    assert summarize([TASS, SANA, DOTS], printed) == [("shown", ["TASS"]), ("one", [0]), ("one", [0])]
    found = infer_descent(collate([TASS, SANA, DOTS]), printed)
    assert (found.independent_count, found.outlet_count) == (1, 3)
    assert "its dots replace \u201c(life has proved they never went\u2026\u201d" in reasons(found, 2)
    assert "their articles share 2 other quotations" in reasons(found, 1)
    assert "the dates do not say which of the two is earlier" in reasons(found, 1)


def test_infer_descent_names_several_sources_without_article_evidence() -> None:
    printed = [
        PrintingMetadata("OffGuardian", DAY, DAY),
        PrintingMetadata("Russia Insider", DAY + 1, DAY + 1),
        PrintingMetadata("SANA", 20, 20),
    ]
    assert summarize([TASS, DOTS, SANA], printed)[2][0] == "several"


def test_credit_to_a_known_printing_shows_the_source() -> None:
    printed = [PrintingMetadata("TASS", 1, 1), PrintingMetadata("SANA", 2, 2, credits=("the TASS agency",))]
    assert summarize([TASS, SANA], printed) == [("first", []), ("shown", [0])]


def test_credit_to_a_later_printing_shows_an_unseen_source() -> None:
    printed = [PrintingMetadata("SANA", 1, 1, credits=("TASS",)), PrintingMetadata("TASS", 2, 2)]
    assert summarize([SANA, TASS], printed)[0] == ("shown", ["TASS"])


def test_credit_to_the_own_outlet_is_ignored() -> None:
    assert summarize([TASS, SANA], [PrintingMetadata("RT", 1, 1, credits=("RT",)), PrintingMetadata("SANA", 2, 2)])[
        0
    ] == (
        "first",
        [],
    )


def test_independent_count_unites_translations_that_credit_one_outlet() -> None:
    other = "an analysis leads to the thought that blows fell with care upon whoever could not push at an army"
    alone = infer_descent(
        collate([TASS, SANA, other]), [PrintingMetadata("A"), PrintingMetadata("B"), PrintingMetadata("C")]
    )
    assert (alone.independent_count, alone.outlet_count) == (2, 3)
    credited = [
        PrintingMetadata("A", credits=("TASS",)),
        PrintingMetadata("B"),
        PrintingMetadata("C", credits=("Tass",)),
    ]
    assert infer_descent(collate([TASS, SANA, other]), credited).independent_count == 1


def test_shared_innovations_suggest_an_unseen_printing() -> None:
    common = TASS.replace("drives us to a conclusion", "leads us to believe")
    one, other = common.replace("any action", "action"), common.replace("pledged", "promised")
    found = infer_descent(
        collate([TASS, one, other]), [PrintingMetadata(name, day, day) for day, name in enumerate("ABC", 1)]
    )
    (origin,) = (each for each in found.origins if each.wording == 2)
    assert origin.sharing_wording == 1
    assert [source.wording for source in origin.sources] == [0]


def test_truncated_printing_is_never_the_source_of_the_whole() -> None:
    part = TASS[: TASS.index(", analysis")]
    same_day = [PrintingMetadata("A", 1, 2), PrintingMetadata("B", 1, 2)]
    assert summarize([part, TASS], same_day) == [("one", [1]), ("first", [])]


CHANGED = TASS.replace("pledged", "promised").replace("any action", "any step").replace("those", "these")


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(CHANGED[: CHANGED.index(", analysis")], id="it ends before a change of its source"),
        pytest.param(CHANGED[CHANGED.index("any step") :], id="it begins after one"),
        pytest.param(CHANGED.replace("any step against the", "the"), id="it cuts the words that were changed"),
        pytest.param(CHANGED.replace("any step", "any measure"), id="it changes them again"),
    ],
)
def test_changes_hidden_by_a_cut_do_not_count_as_reversions(copy: str) -> None:
    printed = [PrintingMetadata("A", 1, 1), PrintingMetadata("B", 2, 2), PrintingMetadata("C", 3, 3)]
    certainty, sources = summarize([TASS, CHANGED, copy], printed)[2]
    assert sources[0] == 1
    assert certainty in ("one", "several")
    assert "undone" not in reasons(infer_descent(collate([TASS, CHANGED, copy]), printed), 2)


@pytest.mark.parametrize("texts", [[TASS], [TASS, TASS]])
def test_single_wording_has_no_source(texts: list[str]) -> None:
    assert summarize(texts, [PrintingMetadata("A"), PrintingMetadata("B")][: len(texts)]) == [("first", [])]


TEXTS = st.sampled_from([TASS, DOTS, SANA, TASS[:60], "blows fell with care upon whoever could not push at an army"])
TIMES = st.sampled_from([(-math.inf, math.inf), (1.0, 1.0), (1.0, 2.0), (3.0, 3.0)])
PRINTINGS = st.lists(st.tuples(TEXTS, TIMES, st.sampled_from(["A", "B", "C"]), st.sampled_from(["", "A", "D"])))


@given(PRINTINGS.filter(bool))
def test_source_is_never_certainly_later(drawn: list[tuple[str, tuple[float, float], str, str]]) -> None:
    printed = [
        PrintingMetadata(outlet, *time, credits=(credit,) if credit else ()) for _, time, outlet, credit in drawn
    ]
    collation = collate([text for text, *_ in drawn])
    found = infer_descent(collation, printed)
    for origin in found.origins:
        latest = min(printed[at].latest for at in collation.wordings[origin.wording].printings)
        for source in origin.sources:
            if source.wording is not None and origin.certainty != "shown":
                assert min(printed[at].earliest for at in collation.wordings[source.wording].printings) <= latest
    assert 1 <= found.independent_count <= len(collation.wordings)
