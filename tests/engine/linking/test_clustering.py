"""Lineages from matches: whole ones join, fragments join their host, blocks attest without gluing."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.linking.clustering import Link, Member, cluster
from articles.engine.text.spans import Span

LENGTH = 100  # characters of every passage here, unless said otherwise


def whole(a: int, b: int, chance: float = 0.99) -> Link:
    return Link(a, b, chance)


def fragment(piece: int, host: int, start: int, end: int) -> Link:
    """`piece` is found whole between `start` and `end` of `host`."""
    return Link(piece, host, 0.99, host, Span(start, end))


def families(passages: int, *links: Link) -> list[set[int]]:
    lineages = cluster(dict.fromkeys(range(passages), LENGTH), links)
    return [{member.passage for member in family} for family in lineages]


def test_passages_without_matches_stand_alone() -> None:
    assert families(3) == [{0}, {1}, {2}]


def test_whole_matches_join_through_a_third() -> None:
    assert families(4, whole(0, 1), whole(2, 1)) == [{0, 1, 2}, {3}]


def test_a_passage_joins_by_a_sure_match_only() -> None:
    assert families(2, whole(0, 1, 0.95)) == [{0, 1}]
    assert families(2, whole(0, 1, 0.79)) == [{0}, {1}]
    assert families(2, whole(0, 1, 0.2), whole(0, 1, 0.3)) == [{0}, {1}]


def test_one_bridge_does_not_chain_two_families_together() -> None:
    one = [whole(a, b) for a in range(4) for b in range(a)]
    other = [whole(a, b) for a in range(4, 8) for b in range(4, a)]
    assert families(8, *one, *other, whole(0, 4, 0.95)) == [{0, 1, 2, 3}, {4, 5, 6, 7}]
    bridges = [whole(a, b) for a in range(4) for b in range(4, 8)]
    assert families(8, *one, *other, *bridges) == [set(range(8))]


def test_a_ruling_counts_above_all() -> None:
    lengths = dict.fromkeys(range(3), LENGTH)
    links = [whole(0, 1), whole(1, 2), whole(0, 2)]
    apart = cluster(lengths, links, cannot_link=[(0, 2)])
    assert not any({0, 2} <= {member.passage for member in family} for family in apart)
    together = cluster(lengths, [], must_link=[(0, 2)])
    assert [{member.passage for member in family} for family in together] == [{0, 2}, {1}]


def test_a_fragment_joins_the_passage_it_was_cut_from_with_all_its_own_words() -> None:
    assert cluster({0: 200, 1: 60}, [Link(0, 1, 0.99, 0, Span(40, 100))]) == [
        (Member(0, Span(0, 200)), Member(1, Span(0, 60)))
    ]


def test_two_cuts_of_one_statement_are_one_lineage_while_the_whole_is_as_common() -> None:
    assert families(3, fragment(1, 0, 0, 40), fragment(2, 0, 60, 100)) == [{0, 1, 2}]


OFTEN = {0: 3, 1: 1, 2: 4, 3: 1}  # how often the pieces below are printed


def test_a_block_of_statements_that_others_print_apart_glues_none_of_them() -> None:
    """A site runs TASS's first (0, 1) and third (2, 3) quotations together as one passage (4)."""
    links = [whole(0, 1), whole(2, 3), fragment(0, 4, 0, 45), fragment(2, 4, 50, 100)]
    lineages = cluster(dict.fromkeys(range(5), LENGTH), links, copies=OFTEN)
    assert lineages == [
        (Member(0, Span(0, 100)), Member(1, Span(0, 100)), Member(4, Span(0, 45))),
        (Member(2, Span(0, 100)), Member(3, Span(0, 100)), Member(4, Span(50, 100))),
    ]


def test_halves_that_another_prints_in_one_are_no_block() -> None:
    """Here 0 and 2 are printed often, by "...," he said, "..." too; 4 prints them in one."""
    links = [whole(0, 1), whole(2, 3), fragment(0, 4, 0, 45), fragment(2, 4, 50, 100)]
    lineages = cluster(dict.fromkeys(range(5), LENGTH), links, copies=OFTEN, halves=[(0, 2)])
    assert [{member.passage for member in family} for family in lineages] == [set(range(5))]


def test_halves_that_nobody_prints_in_one_stand_apart() -> None:
    lineages = cluster(dict.fromkeys(range(4), LENGTH), [whole(0, 1), whole(2, 3)], halves=[(0, 2)])
    assert [{member.passage for member in family} for family in lineages] == [{0, 1}, {2, 3}]


def test_the_place_in_a_block_is_wide_enough_for_every_printing_of_the_piece() -> None:
    links = [whole(0, 1), whole(2, 3), fragment(0, 4, 0, 40), fragment(1, 4, 2, 45), fragment(2, 4, 50, 100)]
    lineages = cluster(dict.fromkeys(range(5), LENGTH), links, copies=OFTEN)
    assert Member(4, Span(0, 45)) in lineages[0]


def test_a_copy_of_a_block_that_matches_no_piece_itself_keeps_a_lineage() -> None:
    links = [whole(0, 1), whole(2, 3), whole(4, 5), fragment(0, 4, 0, 45), fragment(2, 4, 50, 100)]
    lineages = cluster(dict.fromkeys(range(6), LENGTH), links, copies={0: 9, 2: 9})
    assert (Member(5, Span(0, 100)),) in lineages


@pytest.mark.parametrize(
    ("overlap", "apart"),
    [
        pytest.param(2, True, id="a word or two in common: two places"),
        pytest.param(30, False, id="most in common: one place printed at two lengths"),
    ],
)
def test_pieces_that_overlap_much_are_one_place(overlap: int, apart: bool) -> None:
    links = [whole(0, 1), whole(2, 3), fragment(0, 4, 0, 50), fragment(2, 4, 50 - overlap, 90)]
    lineages = cluster(dict.fromkeys(range(5), LENGTH), links, copies=OFTEN)
    assert (sum(4 in {member.passage for member in family} for family in lineages) == 2) is apart


places = st.tuples(st.integers(0, 60), st.integers(5, 40)).map(lambda place: (place[0], place[0] + place[1]))
numbers = st.integers(0, 9)
some_links = st.lists(
    st.one_of(
        st.tuples(numbers, numbers).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: whole(*pair)),
        st.tuples(numbers, numbers, places)
        .filter(lambda found: found[0] != found[1])
        .map(lambda found: fragment(found[0], found[1], *found[2])),
    ),
    max_size=25,
)


@given(some_links)
def test_every_passage_has_a_lineage_and_a_stretch_inside_itself(links: list[Link]) -> None:
    lineages = cluster(dict.fromkeys(range(10), LENGTH), links)
    assert {member.passage for family in lineages for member in family} == set(range(10))
    assert all(0 <= member.span.start < member.span.end <= LENGTH for family in lineages for member in family)
    assert all(len({member.passage for member in family}) == len(family) for family in lineages)


@given(some_links, st.randoms())
def test_the_order_of_the_matches_does_not_matter(links: list[Link], random: Random) -> None:
    shuffled = list(links)
    random.shuffle(shuffled)
    lengths = dict.fromkeys(range(10), LENGTH)
    assert cluster(lengths, links) == cluster(lengths, shuffled)


@given(some_links)
def test_what_cannot_be_together_never_is(links: list[Link]) -> None:
    lengths = dict.fromkeys(range(10), LENGTH)
    whole_links = [link for link in links if link.host is None]
    for family in cluster(lengths, whole_links, cannot_link=[(0, 1), (2, 3)]):
        members = {member.passage for member in family}
        assert not {0, 1} <= members
        assert not {2, 3} <= members
