"""Rulings join and part what matches made; the newer counts; taken back, everything is as it was."""

from hypothesis import given
from hypothesis import strategies as st

from articles.engine.linking.clustering import Link, Member, cluster
from articles.engine.linking.constraints import (
    Constraint,
    ConstraintSet,
    Separation,
    apply_constraints,
    resolve_constraints,
)
from articles.engine.text.spans import Span

LENGTH = 100


def family(*passages: int) -> tuple[Member, ...]:
    return tuple(Member(passage, Span(0, LENGTH)) for passage in passages)


def obeyed(
    families: list[tuple[Member, ...]], *newest_first: Constraint | Separation, links: list[Link] | None = None
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


def separated(*parts: int) -> Separation:
    """Return the separation that puts passage 1 into the first of these parts, 2 into the second, and so on."""
    return Separation(tuple(enumerate(parts, start=1)))


def test_split_keeps_all_pairs_across_its_parts_apart() -> None:
    assert obeyed([family(1, 2, 3, 4, 5)], separated(0, 1, 0, 1, 2)) == [[1, 3], [2, 4], [5]]


def test_rest_of_a_split_may_be_split_again() -> None:
    assert obeyed([family(1, 2, 3, 4)], different(1, 3), separated(0, 1, 0, 0)) == [[1, 4], [2], [3]]


def test_newer_ruling_across_two_parts_joins_them_whole_and_leaves_the_others_apart() -> None:
    assert obeyed([family(1, 2, 3, 4, 5)], same(3, 2), separated(0, 1, 0, 1, 2)) == [[1, 2, 3, 4], [5]]


def test_older_ruling_across_two_parts_is_overruled() -> None:
    resolved = resolve_constraints([separated(0, 1), same(1, 2)])
    assert resolved.overruled == (same(1, 2),)


def test_passages_with_the_same_words_join_their_parts() -> None:
    said = Separation(((1, 0), (2, 1), (2, 0), (3, 2)))
    assert resolve_constraints([said]).separations == (((1, 0), (2, 0), (3, 2)),)


def test_conflicts_are_found_through_what_must_be_together() -> None:
    resolved = resolve_constraints([same(1, 4), separated(0, 1, 1)])
    assert resolved.find_conflicts([4], [1, 2, 3, 5]) == {2, 3}
    assert resolved.find_group(4) == {1, 4}


parts = st.lists(st.integers(-1, 3), min_size=8, max_size=8)


@given(chances, st.lists(said, max_size=6), parts)
def test_split_says_the_same_as_a_ruling_on_each_pair(
    links: list[Link], older: list[Constraint], own: list[int]
) -> None:
    families = cluster(dict.fromkeys(range(8), LENGTH), links)
    numbered = list(enumerate(own))
    pairs = [(a, b, p == q) for a, p in numbered for b, q in numbered if a < b and (p != q or p > 0)]
    lengths, rank = dict.fromkeys(range(8), LENGTH), {n: n for n in range(8)}
    by_pairs = resolve_constraints([*(Constraint(a, b, alike) for a, b, alike in pairs), *older])
    by_split = resolve_constraints([Separation(tuple(numbered)), *older])
    split, paired = (
        apply_constraints(families, each, lengths=lengths, rank=rank, links=links) for each in (by_split, by_pairs)
    )
    assert split == paired
