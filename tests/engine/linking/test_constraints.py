"""Rulings join and part what matches made; the newer counts; taken back, everything is as it was."""

from hypothesis import given
from hypothesis import strategies as st

from articles.engine.linking.clustering import Link, Member, cluster
from articles.engine.linking.constraints import Constraint, ConstraintSet, apply_constraints, resolve_constraints
from articles.engine.text.spans import Span

LENGTH = 100


def family(*passages: int) -> tuple[Member, ...]:
    return tuple(Member(passage, Span(0, LENGTH)) for passage in passages)


def obeyed(
    families: list[tuple[Member, ...]], *newest_first: Constraint, links: list[Link] | None = None
) -> list[list[int]]:
    passages = {member.passage for each in families for member in each}
    rank = {passage: passage for passage in passages}
    lengths = dict.fromkeys(passages, LENGTH)
    ruled = apply_constraints(
        families, resolve_constraints(newest_first), lengths=lengths, rank=rank, links=links or []
    )
    return [[member.passage for member in each] for each in ruled]


def same(a: int, b: int) -> Constraint:
    return Constraint(a, b, same=True)


def different(a: int, b: int) -> Constraint:
    return Constraint(a, b, same=False)


def test_what_is_the_same_comes_together_with_all_that_was_with_it() -> None:
    assert obeyed([family(1, 2), family(3), family(4, 5)], same(2, 4)) == [[1, 2, 4, 5], [3]]


def test_what_is_different_parts_along_the_weakest_links() -> None:
    links = [Link(1, 2, 0.99), Link(2, 3, 0.91), Link(3, 4, 0.98)]
    assert obeyed([family(1, 2, 3, 4)], different(1, 4), links=links) == [[1, 2], [3, 4]]


def test_those_without_any_link_stay_with_the_earliest() -> None:
    assert obeyed([family(1, 2, 3)], different(1, 3)) == [[1, 2], [3]]


def test_one_taken_out_leaves_the_others_together() -> None:
    apart = [different(2, other) for other in (1, 3, 4)]
    assert obeyed([family(1, 2, 3, 4)], *apart) == [[1, 3, 4], [2]]


def test_the_earliest_taken_out_leaves_the_others_together() -> None:
    apart = [different(1, other) for other in (2, 3, 4)]
    assert obeyed([family(1, 2, 3, 4)], *apart) == [[1], [2, 3, 4]]


def test_several_split_off_stay_one() -> None:
    rulings = [same(2, 4), different(2, 1), different(2, 3)]
    assert obeyed([family(1, 2, 3, 4)], *rulings) == [[1, 3], [2, 4]]


def test_the_newer_of_two_that_contradict_each_other_counts() -> None:
    older = [same(1, 2), same(2, 3)]
    assert resolve_constraints([different(1, 3), *older]) == ConstraintSet(((1, 2),), ((1, 3),), (same(2, 3),))
    assert resolve_constraints([*older, different(1, 3)]) == ConstraintSet(((1, 2), (2, 3)), (), (different(1, 3),))


def test_a_block_lends_its_stretch_and_glues_nothing() -> None:
    block = Member(9, Span(0, 40))
    families = [(Member(1, Span(0, LENGTH)), block), (Member(2, Span(0, LENGTH)), Member(9, Span(50, 90))), family(3)]
    lengths = dict.fromkeys((1, 2, 3, 9), LENGTH)
    links = [Link(3, 9, 0.99, 9, Span(92, 99))]
    ruled = apply_constraints(families, resolve_constraints([same(3, 9)]), lengths=lengths, rank=lengths, links=links)
    assert (Member(3, Span(0, LENGTH)), Member(9, Span(92, 99))) in ruled
    assert len(ruled) == 3
    apart = apply_constraints(
        families, resolve_constraints([different(1, 9)]), lengths=lengths, rank={1: 1, 2: 2, 3: 3, 9: 9}, links=links
    )
    assert family(1) in apart
    assert len(apart) == 3


pairs = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])
said = st.builds(lambda pair, same: Constraint(pair[0], pair[1], same=same), pairs, st.booleans())
chances = st.lists(
    st.builds(lambda pair, chance: Link(pair[0], pair[1], chance), pairs, st.floats(0.5, 0.999)), max_size=16
)


@given(chances, st.lists(said, max_size=10))
def test_every_ruling_that_is_not_overruled_holds(links: list[Link], rulings: list[Constraint]) -> None:
    families = cluster(dict.fromkeys(range(8), LENGTH), links)
    holds = resolve_constraints(rulings)
    ruled = apply_constraints(
        families, holds, lengths=dict.fromkeys(range(8), LENGTH), rank={n: n for n in range(8)}, links=links
    )
    home = {member.passage: place for place, each in enumerate(ruled) for member in each}
    assert sorted(home) == list(range(8))
    assert all(home[a] == home[b] for a, b in holds.must_link)
    assert all(home[a] != home[b] for a, b in holds.cannot_link)
    assert len(holds.must_link) + len(holds.cannot_link) + len(holds.overruled) == len(rulings)


@given(chances, st.lists(said, max_size=10))
def test_to_obey_twice_changes_nothing(links: list[Link], rulings: list[Constraint]) -> None:
    families = cluster(dict.fromkeys(range(8), LENGTH), links)
    holds, lengths, rank = resolve_constraints(rulings), dict.fromkeys(range(8), LENGTH), {n: n for n in range(8)}
    once = apply_constraints(families, holds, lengths=lengths, rank=rank, links=links)
    assert apply_constraints(once, holds, lengths=lengths, rank=rank, links=links) == once
