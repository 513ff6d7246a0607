"""Finding of a comparison: what the later of two versions did with the words of the earlier one, in a sentence.

"Fox News omits “not” from Anna Bergqvist’s words". The sentence is about the most serious change; it blames nobody
where the dates do not show which of the two is earlier, and calls no selection a cut. `write_attribution` says the same
for a text that cites the page: "... as Reuters published them on 3 March 2026, 10:12 UTC."
"""

from dataclasses import dataclass

from articles.engine.text.phrases import quote_words
from articles.models import Quote
from articles.presentation.attribution import SpeakerStatement, describe_speaker
from articles.presentation.dates import describe_date, describe_edit_of
from articles.presentation.side_by_side import ChangeNote, ComparisonSide, PairView

WORDS_REPEATED = 8  # of a changed passage in the sentence


@dataclass(frozen=True, slots=True)
class PairFinding:
    """The two sides in order of time, with the most serious change between them, if any.

    `is_ordered` says whether the dates show which is earlier; `from_words` are those of `earlier`.
    """

    earlier: ComparisonSide
    later: ComparisonSide
    is_ordered: bool
    change: ChangeNote | None
    from_words: str
    to_words: str

    @property
    def speaker(self) -> SpeakerStatement:
        """The speaker whom the earlier version names, as surely as either names that person."""
        quote, other = self.earlier.row.quote, self.later.row.quote
        is_backed = quote.speaker_id is not None and quote.speaker_id == other.speaker_id and other.is_speaker_sure
        return describe_speaker(quote, is_backed=bool(is_backed))


def find_pair_finding(pair: PairView) -> PairFinding:
    """Find what there is to say of two versions."""
    swapped = pair.right.row.number < pair.left.row.number
    earlier, later = (pair.right, pair.left) if swapped else (pair.left, pair.right)
    change = next((note for note in pair.changes if not note.is_selection), None)
    words = (change.left, change.right) if change else ("", "")
    from_words, to_words = words[::-1] if swapped else words
    is_ordered = later.row.quote.is_certainly_after(earlier.row.quote)
    return PairFinding(earlier, later, is_ordered, change, from_words, to_words)


def write_finding(pair: PairView) -> str:
    """Write the finding as a title, without a full stop."""
    found = find_pair_finding(pair)
    whose = found.speaker.words or "these words"
    if pair.parallel:
        return f"{whose[0].upper()}{whose[1:]}: {found.earlier.name} and {found.later.name} differ throughout"
    if found.change is None:
        same = "a shorter and a longer part of" if pair.changes else "the same version of"
        return f"{found.earlier.name} and {found.later.name} publish {same} {whose}"
    return f"{_describe_change(found)}{_connect(found)} {whose}"


def write_attribution(pair: PairView) -> str:
    """Write the finding as a sentence to cite, with both sources and the date of the earlier version."""
    found = find_pair_finding(pair)
    if pair.parallel or found.change is None:
        return f"{write_finding(pair)}."
    words = found.speaker.words or "the words"
    source = f"{found.earlier.name} published them {_describe_time(found.earlier.row.quote)}"
    return f"{_describe_change(found)}{_connect(found)} {words}, as {source}."


def _describe_time(quote: Quote) -> str:
    return describe_edit_of(quote) or f"on {describe_date(quote.article)}"


def _describe_change(found: PairFinding) -> str:
    earlier, later = found.earlier.name, found.later.name
    before, after = quote_words(found.from_words, WORDS_REPEATED), quote_words(found.to_words, WORDS_REPEATED)
    if not found.is_ordered:
        if before and after:
            return f"{later} has {after} and {earlier} {before}"
        return f"{later} has {after}, {earlier} does not," if after else f"{earlier} has {before}, {later} does not,"
    if before and after:
        return f"{later} has {after} for {before}"
    return f"{later} added {after}" if after else f"{later} omitted {before}"


def _connect(found: PairFinding) -> str:
    if not found.is_ordered or (found.from_words and found.to_words):
        return " in"
    return " to" if found.to_words else " from"
