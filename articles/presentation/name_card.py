"""Name card: a quotation whose speaker is only probable, within its article, with the persons who may have said it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.persons import NamedPerson, Offsets, list_named_persons
from articles.engine.text.person_names import build_name_key, may_be_same
from articles.engine.text.phrases import ELLIPSIS
from articles.models import Lineage, Quote
from articles.presentation.attribution import SpeakerStatement, describe_speaker
from articles.services.corrections import get_quote_version

MAX_CHOICES = 9  # persons to choose from: a key of its own for each
CONTEXT_BEFORE, CONTEXT_AFTER = 500, 250  # characters of the article around the quotation: its paragraph and the next
MAX_CONTEXT_BEFORE = 1500  # characters, where the last mention of the name stands further up
PRINTED_WITHIN = 300  # characters from the quotation in which the printed words, such as "he", are looked for
NAME, PRINTED, PLAIN = "name", "printed", ""


@dataclass(frozen=True, slots=True)
class NameChoice:
    """A person to choose; `key` is the digit that chooses, `is_named` whether the quotation has that name now."""

    key: str
    name: str
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class ContextPart:
    """Words of the article: of a mention of the name, the words printed for the speaker, or others."""

    text: str
    kind: str = PLAIN


@dataclass(frozen=True, slots=True)
class NameCard:
    """What a curator sees of the question whose words these are."""

    quote: Quote
    statement: SpeakerStatement
    before: tuple[ContextPart, ...]
    after: tuple[ContextPart, ...]
    choices: tuple[NameChoice, ...]
    lineage: Lineage | None
    version: str

    @property
    def is_open(self) -> bool:
        """Whether the speaker is still only probable."""
        return self.quote.is_speaker_probable


def build_name_card(quote: Quote) -> NameCard:
    """Build the card of a quotation, which has its article and speaker."""
    text, stored = quote.load_source()
    paragraphs = [Paragraph(start, end, Label(label), rule) for start, end, label, rule in stored]
    persons = list_named_persons(text, paragraphs, quote.article.language or None)
    named = [place for person in persons if _is_same(person.name, quote) for place in person.mentions]
    marks = [(place, NAME) for place in named] + [(place, PRINTED) for place in _find_printed(quote, text, named)]
    start, end = _find_context(quote, text, named)
    before, after = _mark(text, start, quote.start, marks), _mark(text, quote.end, end, marks)
    lineages = Lineage.objects.filter(printings__quote=quote).order_by("-outlet_count", "-printing_count", "pk")
    return NameCard(
        quote,
        describe_speaker(quote),
        tuple([ContextPart(ELLIPSIS), *before] if start else before),
        tuple([*after, ContextPart(ELLIPSIS)] if end < len(text) else after),
        tuple(_list_choices(quote, persons)),
        lineages.first(),
        get_quote_version(quote),
    )


def _is_same(name: str, quote: Quote) -> bool:
    key = build_name_key(name)
    known = filter(None, (build_name_key(each) for each in (quote.attribution, quote.speaker_name)))
    return bool(key) and any(may_be_same(key, other) for other in known)


def _find_printed(quote: Quote, text: str, named: Sequence[Offsets]) -> list[Offsets]:
    """Find the words printed for the speaker, such as "he", nearest to the quotation, unless they are the name."""
    words = quote.speaker_text
    start, end = max(0, quote.start - PRINTED_WITHIN), quote.end + PRINTED_WITHIN
    places = [
        (start + match.start(), start + match.end())
        for match in re.finditer(rf"\b{re.escape(words)}\b", text[start:end])
        if words and (start + match.end() <= quote.start or start + match.start() >= quote.end)
    ]
    outside = [place for place in places if not any(a < place[1] and place[0] < b for a, b in named)]
    return sorted(outside, key=lambda place: _measure_distance(place, quote))[:1]


def _measure_distance(place: Offsets, quote: Quote) -> int:
    """Return how many characters lie between words and the quotation."""
    return max(quote.start - place[1], place[0] - quote.end, 0)


def _find_context(quote: Quote, text: str, named: Sequence[Offsets]) -> Offsets:
    """Return where the shown text begins and ends, at whole words: far enough up for the last mention of the name."""
    last = max((start for start, _ in named if start < quote.start), default=quote.start)
    start = max(0, min(quote.start - CONTEXT_BEFORE, last - CONTEXT_AFTER), quote.start - MAX_CONTEXT_BEFORE)
    end = min(len(text), quote.end + CONTEXT_AFTER)
    if start:
        start = max(start, text.find(" ", start, quote.start) + 1)
    if end < len(text):
        end = max(quote.end, text.rfind(" ", quote.end, end))
    return start, end


def _mark(text: str, start: int, end: int, marks: Iterable[tuple[Offsets, str]]) -> list[ContextPart]:
    """Cut the article's text from `start` to `end` into marked and plain parts."""
    parts, at = [], start
    for (first, last), kind in sorted(marks):
        if at <= first and last <= end:
            parts += [ContextPart(text[at:first]), ContextPart(text[first:last], kind)]
            at = last
    parts.append(ContextPart(text[at:end]))
    return [ContextPart(re.sub(r"\s*\n\s*", "\n", part.text), part.kind) for part in parts if part.text]


def _list_choices(quote: Quote, persons: Sequence[NamedPerson]) -> list[NameChoice]:
    """List the name in question, then whoever else the article names or quotes, the nearest to the quotation first.

    A person whose name is spelt in two ways is one choice.
    """
    places = {person.name: min(_measure_distance(place, quote) for place in person.mentions) for person in persons}
    for name, start in _load_other_speakers(quote):
        distance = abs(start - quote.start)
        places[name] = min(places.get(name, distance), distance)
    others = sorted((distance, name) for name, distance in places.items() if not _is_same(name, quote))
    by_key: dict[str, str] = {}
    for name in (quote.attribution, *(name for _, name in others)):
        by_key.setdefault(build_name_key(name) or name, name)
    names = list(by_key.values())[:MAX_CHOICES]
    return [NameChoice(str(at), name, is_named=at == 1) for at, name in enumerate(names, start=1)]


def _load_other_speakers(quote: Quote) -> Iterable[tuple[str, int]]:
    """Load the speakers of the other quotations in the article, bodies among them, with the places of their words."""
    others = Quote.objects.filter(article=quote.article_id, speaker__isnull=False).exclude(pk=quote.pk)
    return others.order_by("start").values_list("speaker__name", "start")
