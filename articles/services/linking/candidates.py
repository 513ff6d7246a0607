"""Candidate generation and pairwise comparison of new quotes against the word-pair index.

A quote whose words were printed before, letter for letter, becomes a copy of the first quote with these words and is
compared with its newest copy only. Every other quote is compared with the candidates that share its blocking keys.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from articles.engine.linking.fingerprints import (
    NO_POSTINGS,
    Fingerprint,
    Postings,
    compute_fingerprint,
    generate_candidates,
    locate_words,
)
from articles.engine.linking.pairwise import MATCH_THRESHOLD, SCORED_THRESHOLD, MatchResult, is_formula
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Alias, Quote, WordPair
from articles.models.match import MatchRow
from articles.queries.quote_pairs import ComparableQuote, compare_quotes, count_days_apart, have_same_speaker

MAX_CACHED_LENGTH = 1000  # characters; two thousand longer texts in the cache would fill the memory

# A quote that was compared once is compared with its neighbours soon.
_compute_cached_fingerprint, _locate_cached_words = lru_cache(2048)(compute_fingerprint), lru_cache(2048)(locate_words)


@dataclass(slots=True)
class MatchingResult:
    """The scored pairs of new quotes, and the quotes that match, or repeat, words of another article."""

    matches: list[MatchRow] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)

    def add_joined(self, a: ComparableQuote, b: ComparableQuote) -> None:
        """Note that two quotes share words, unless one article prints both."""
        if a.article_id != b.article_id:
            self.joined |= {a.pk, b.pk}


def match_and_index(quotes: Sequence[Quote], aliases: Aliases) -> MatchingResult:
    """Compare each new quote with the quotes before it, other new ones included, and add it to the index.

    Sets `copy_of_id` of verbatim copies, without saving it.
    """
    fingerprints = {quote.pk: _get_fingerprint(quote.text, aliases) for quote in quotes}
    before = WordPair.objects.load_postings({key for own in fingerprints.values() for key in _get_index_keys(own)})
    candidates = {pk: generate_candidates(fingerprint, before) for pk, fingerprint in fingerprints.items()}
    repeated = {pk for fingerprint in fingerprints.values() for pk in _find_newest_exact(fingerprint, before)}
    stored = {*chain.from_iterable(candidates.values()), *repeated} - fingerprints.keys()
    comparable: dict[int, ComparableQuote] = {quote.pk: quote for quote in Quote.objects.load_candidates(stored)}
    postings, changed, result = dict(before), set[int](), MatchingResult()
    for quote in quotes:
        fingerprint = fingerprints[quote.pk]
        original = _find_original(quote, fingerprint, postings, comparable)
        if original is not None:
            quote.copy_of_id = original.copy_of_id or original.pk
            result.add_joined(quote, original)
            others, keys = [original], frozenset({fingerprint.exact_key})
        else:
            if not changed.isdisjoint(fingerprint.blocking_keys):  # another new quote shares a key
                candidates[quote.pk] = generate_candidates(fingerprint, postings)
            others = [comparable[pk] for pk in candidates[quote.pk] if pk in comparable]
            keys = _get_index_keys(fingerprint)
        for other in others:
            if match := _match_pair(quote, other, aliases):
                result.matches.append(match)
                if match.score >= MATCH_THRESHOLD:
                    result.add_joined(quote, other)
        postings |= {key: postings.get(key, NO_POSTINGS).with_quote(quote.pk) for key in keys}
        changed |= keys
        comparable[quote.pk] = quote
    WordPair.objects.save_postings(postings, before)
    return result


def _get_index_keys(fingerprint: Fingerprint) -> frozenset[int]:
    return fingerprint.blocking_keys | {fingerprint.exact_key} if fingerprint.code else frozenset()


def _find_newest_exact(fingerprint: Fingerprint, postings: Mapping[int, Postings]) -> Sequence[int]:
    """Return the newest quote with exactly these words, or nothing."""
    return postings.get(fingerprint.exact_key, NO_POSTINGS).newest[-1:]


def _find_original(
    quote: Quote, fingerprint: Fingerprint, postings: Mapping[int, Postings], comparable: Mapping[int, ComparableQuote]
) -> ComparableQuote | None:
    """Return the newest quote that `quote` repeats word for word; a formula repeats nobody."""
    newest = [comparable[pk] for pk in _find_newest_exact(fingerprint, postings) if pk in comparable]
    if newest and not is_formula(fingerprint, have_same_speaker(quote, newest[0]), count_days_apart(quote, newest[0])):
        return newest[0]
    return None


def rematch(quote: ComparableQuote, others: Iterable[ComparableQuote]) -> list[MatchRow]:
    """Compare a quote whose span was corrected with `others`; return its matches."""
    aliases = Alias.objects.load_table()
    return [match for other in others if (match := _match_pair(quote, other, aliases))]


def _match_pair(quote: ComparableQuote, other: ComparableQuote, aliases: Aliases) -> MatchRow | None:
    a, b = sorted((quote, other), key=lambda side: side.pk)
    passages = _get_fingerprint(a.text, aliases), _get_fingerprint(b.text, aliases)
    result = compare_quotes(a, b, *passages, least=SCORED_THRESHOLD)
    return build_match_row(a, b, result, aliases) if result else None


def build_match_row(a: ComparableQuote, b: ComparableQuote, result: MatchResult, aliases: Aliases) -> MatchRow:
    """Build the row of a match; `a` is the quote that was stored first."""
    words_of_a, words_of_b = _get_word_spans(a.text, aliases), _get_word_spans(b.text, aliases)
    part_of_a = words_of_a[result.a.first].start, words_of_a[result.a.last].end
    part_of_b = words_of_b[result.b.first].start, words_of_b[result.b.last].end
    shares = result.whole_a, result.whole_b
    return MatchRow(a.pk, b.pk, result.score, *part_of_a, *part_of_b, *shares, result.describe_evidence())


def _get_fingerprint(text: str, aliases: Aliases) -> Fingerprint:
    return (_compute_cached_fingerprint if len(text) <= MAX_CACHED_LENGTH else compute_fingerprint)(text, aliases)


def _get_word_spans(text: str, aliases: Aliases) -> list[Span]:
    return (_locate_cached_words if len(text) <= MAX_CACHED_LENGTH else locate_words)(text, aliases)
