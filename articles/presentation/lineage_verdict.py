"""The verdict on a lineage: what a reader learns who reads one sentence.

"Three of eight outlets dropped "not" from Anna Bergqvist's words; the earliest version found (Nordic Wire, 3 March
2026, 10:12 UTC) has it." It names the most serious departure and the earliest version. That something was dropped or
added is said only of versions that are certainly later. `describe_credits` says which sources the articles name, and
`find_disagreement` whether they credit the words to different speakers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.text.normalization import fold
from articles.engine.text.person_names import build_name_key, has_role_words, may_be_same
from articles.engine.text.phrases import first_words
from articles.presentation.attribution import SpeakerStatement, describe_speaker
from articles.presentation.change_story import FEW_WORDS, SEVERE, SentencePart, are_later, expand_to_context
from articles.presentation.dates import describe_source
from articles.presentation.departures import Departure, find_most_serious_departure
from articles.presentation.printings import NameList, collect_outlet_names
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot

QUOTED_WORDS = 12  # of a passage that the verdict quotes
CREDITS_LISTED = 4  # credited sources named; the rest is a count
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class LineageVerdict:
    """One sentence, with the kind of change and its severity from 0, which is none, to 5."""

    parts: tuple[SentencePart, ...]
    severity: int = 0
    label: str = ""
    place: int | None = None
    names: NameList | None = None  # the outlets that depart, where the sentence only counts them

    def __str__(self) -> str:
        """Return the sentence without markup."""
        return " ".join(map(str, self.parts)).replace(" ;", ";") + "."


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """A speaker with the number of versions that credit the words to him or her, and the first outlets that do."""

    statement: SpeakerStatement
    count: int
    outlet: str

    @property
    def name(self) -> str:
        """The speaker's name."""
        return self.statement.name


@dataclass(frozen=True, slots=True)
class SpeakerDisagreement:
    """The speakers to whom articles credit the same words, under a heading that says how sure that is."""

    heading: str
    speakers: tuple[SpeakerCount, ...]


def build_verdict(snapshot: LineageSnapshot) -> LineageVerdict:
    """Say in one sentence how the versions stand to the earliest one."""
    if len(snapshot.printings) == 1:
        source = describe_source(snapshot.first.article, snapshot.first.recording_time)
        where = (
            "Found only where it was said, in no article so far" if snapshot.speech else "Found in one article so far"
        )
        return LineageVerdict((SentencePart(f"{where}: {source}"),))
    departure = find_most_serious_departure(snapshot)
    if departure is None:
        return LineageVerdict((SentencePart(_describe_agreement(snapshot)),))
    kind = CHANGE_KINDS[departure.change.kind]
    parts = tuple(_describe_departure(snapshot, departure))
    names = None if parts[0].names else collect_outlet_names(departure.groups)
    return LineageVerdict(parts, departure.change.severity, kind.label, departure.place, names)


def count_outlets(printings: Sequence[PrintingSnapshot]) -> int:
    """Return by how many outlets the words are published; each article without an outlet counts as one."""
    return len({_get_outlet_key(each) for each in printings})


def _get_outlet_key(row: PrintingSnapshot) -> int:
    return row.article.outlet_id or -row.article.pk


# --- what differs -------------------------------------------------------------------------------------------------


def _describe_departure(snapshot: LineageSnapshot, departure: Departure) -> Iterator[SentencePart]:
    """Say who changed what; a single word is quoted with its neighbours where it says nothing alone."""
    change, text = departure.change, departure.text
    base_text = change.a.extract(snapshot.base_text).strip()
    is_later, earliest = are_later(departure.groups, snapshot.base), _name_earliest(snapshot, departure)
    have, lack = ("have", "do not have") if earliest.startswith(AS_SPOKEN) else ("has", "does not have")
    words = _name_words(snapshot)
    yield _name_outlets(snapshot, departure)
    if change.kind == "deletion.marked":
        yield SentencePart("put dots for")
        yield _quote(base_text)
        yield SentencePart(f"; {earliest} {have} the passage")
    elif not text:
        yield SentencePart(_OMITTED[change.kind == "negation.dropped"] if is_later else f"published {words} without")
        yield _quote(base_text)
        yield SentencePart(f"{f'from {words}' if is_later else ''}; {earliest} {have} it")
    elif not base_text:
        yield SentencePart("added" if is_later else f"published {words} with")
        yield _quote(text)
        yield SentencePart(f"{f'to {words}' if is_later else ''}; {earliest} {lack} it")
    else:
        if change.severity >= SEVERE and max(len(text.split()), len(base_text.split())) <= FEW_WORDS:
            text = expand_to_context(departure.example.first.text, change.b)
            base_text = expand_to_context(snapshot.base_text, change.a)
        yield SentencePart("published")
        yield _quote(text)
        if change.kind == "gloss.absorbed":
            yield SentencePart("as if spoken")
        yield SentencePart(f"where {earliest} {have}")
        yield _quote(base_text)


_OMITTED = ("left out", "dropped")


def _quote(words: str) -> SentencePart:
    return SentencePart(first_words(words, QUOTED_WORDS), is_quoted=True)


def _name_outlets(snapshot: LineageSnapshot, departure: Departure) -> SentencePart:
    """Name the outlet if one alone departs, or else say how many of how many."""
    rows = [row for group in departure.groups for row in group.printings]
    if count_outlets(rows) == 1:
        return SentencePart(names=collect_outlet_names(departure.groups[:1]))
    return SentencePart(_count_of_all(rows, snapshot))


def _count_of_all(rows: Sequence[PrintingSnapshot], snapshot: LineageSnapshot) -> str:
    """Return "Three of eight outlets", or "All eight outlets"."""
    number, outlets = count_outlets(rows), count_outlets(snapshot.published)
    if number == outlets:
        return _ALL.get(outlets, f"All {_spell(outlets)} outlets")
    return f"{_spell(number).capitalize()} of {_spell(outlets)} outlets"


_ALL = {1: "The outlet", 2: "Both outlets"}


def _spell(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _name_words(snapshot: LineageSnapshot) -> str:
    """Return "Anna Bergqvist's words"; nobody is named where articles disagree who the speaker is."""
    speakers = list_speakers(snapshot.printings)
    return speakers[0].statement.words if len(speakers) == 1 else "the quotation"


AS_SPOKEN = "the words as spoken"


def _name_earliest(snapshot: LineageSnapshot, departure: Departure) -> str:
    """Name what the departing versions are measured by: what was said, if they can be of that speech."""
    row, speech = snapshot.base.first, snapshot.speech
    source = describe_source(row.article, row.recording_time)
    if speech is row and all(each.may_be_of(speech) for group in departure.groups for each in group.printings):
        return f"{AS_SPOKEN} ({source})" if row.article.is_verbatim else f"the {source},"
    if not row.article.appeared:
        return f"another version ({source})"
    is_first = snapshot.first.wording == row.wording
    return f"the earliest {'' if is_first else 'complete '}version found ({source})"


def _describe_agreement(snapshot: LineageSnapshot) -> str:
    """Say that no certain change was found: the same words, parts of them, or other translations."""
    row = snapshot.base.first
    source = describe_source(row.article, row.recording_time)
    earliest = f"the earliest version found is {'the' if row.is_spoken else 'from'} {source}"
    aligned = snapshot.collation.aligned
    if any(not each.is_certain for each in aligned.values()):
        return f"Whether the versions are one text or several translations, only a person can tell; {earliest}"
    if snapshot.other_translations:
        return f"The versions are different translations or paraphrases of one statement; {earliest}"
    partial = [row for at, each in aligned.items() if each.truncations for row in snapshot.wordings[at].printings]
    partial = [each for each in partial if each in snapshot.published]
    if not snapshot.published:
        return f"Found only where it was said, in no article so far; {earliest}"
    if not partial:
        if snapshot.speech and all(each.may_be_of(snapshot.speech) for each in snapshot.published):
            how = "as spoken" if row.article.is_verbatim else "as the transcript has them"
            return f"{_count_of_all(snapshot.published, snapshot)} published the words {how} ({source})"
        return f"{_count_of_all(snapshot.published, snapshot)} published the same words; {earliest}"
    some = _count_of_all(partial, snapshot)
    return f"{some} published only a part, and no outlet changed the words; {earliest}"


# --- who is credited ----------------------------------------------------------------------------------------------


def describe_credits(snapshot: LineageSnapshot) -> str:
    """Say how many outlets name a source, and which: "3 of 8 outlets name a source: Reuters 2, Svea Agency 1; ..."."""
    named: dict[int, str] = {}
    for row in snapshot.published:
        key, is_own = _get_outlet_key(row), fold(row.credit) == fold(row.article.outlet_name)
        named[key] = named.get(key) or ("" if is_own else row.credit)
    counts = Counter(filter(None, named.values())).most_common()
    outlets, naming = len(named), sum(count for _, count in counts)
    silent = outlets - naming
    if not outlets:
        return ""
    if outlets == 1:
        return f"It names a source: {counts[0][0]}." if counts else "It names no source."
    if not naming:
        return f"None of the {outlets} outlets names a source."
    beginning = f"{naming} of {outlets} outlets {'names' if naming == 1 else 'name'} a source"
    ending = f"; {silent} {'names' if silent == 1 else 'name'} none" if silent else ""
    if len(counts) == 1:
        return f"{beginning}, {counts[0][0]}{ending}."
    listed = [f"{name} {count}" for name, count in counts[:CREDITS_LISTED]]
    if rest := counts[CREDITS_LISTED:]:
        listed.append(f"others {sum(count for _, count in rest)}")
    return f"{beginning}: {', '.join(listed)}{ending}."


def list_speakers(printings: Sequence[PrintingSnapshot]) -> list[SpeakerCount]:
    """List the speakers to whom articles credit the words, the most often credited first.

    A shorter form of a name ("Lavrov") counts with the longer one. A description ("the minister") is nobody's name, and
    an outlet of the lineage is no speaker.
    """
    rows: dict[str, list[PrintingSnapshot]] = {}
    outlets = {fold(name) for row in printings for name in (row.credit, row.article.outlet_name)}
    for row in printings:
        name = row.quote.attribution
        if name and fold(name) not in outlets and not has_role_words(name):
            rows.setdefault(build_name_key(name), []).append(row)
    people: dict[str, list[PrintingSnapshot]] = {}
    for key in sorted(rows, key=lambda key: -len(key.split())):
        same = next((known for known in people if may_be_same(key, known)), key)
        people.setdefault(same, []).extend(rows[key])
    return sorted((_count_speaker(found) for found in people.values()), key=lambda each: -each.count)


def find_disagreement(printings: Sequence[PrintingSnapshot]) -> SpeakerDisagreement | None:
    """Return the speakers where articles credit different ones; that they do is a fact only if two are named surely."""
    speakers = tuple(list_speakers(printings))
    if len(speakers) < 2:
        return None
    is_certain = sum(not each.statement.is_probable for each in speakers) > 1
    return SpeakerDisagreement(
        "Credited to different speakers." if is_certain else "Perhaps credited to different speakers.", speakers
    )


def _count_speaker(rows: Sequence[PrintingSnapshot]) -> SpeakerCount:
    quote, first = rows[0].quote, min(rows, key=lambda row: row.number)
    is_backed = any(row.quote.is_speaker_sure for row in rows)
    return SpeakerCount(describe_speaker(quote, is_backed=is_backed), len(rows), first.article.outlet_name)
