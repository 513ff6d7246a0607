"""Content of a revision, the JSON that `articles.services.revisions` hashed, and the difference between two."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models import Article
from articles.presentation.attribution import describe_recorded_speaker
from articles.presentation.printings import collect_names
from articles.queries.lineage_snapshot import describe_certainty, get_wording_letter

# Of a printing: what readers hear of when it changes.
COMPARED_FIELDS = ("outlet", "text", "published", "speaker", "title")


@dataclass(frozen=True, slots=True)
class RevisionPrinting:
    """A printing as a revision records it."""

    number: int
    wording: str
    facts: dict[str, Any]

    @property
    def article(self) -> Article:
        """An unsaved article with the recorded date, as the templates take it."""
        published = self.facts["published"]
        return Article(
            published=datetime.fromisoformat(published) if published else None,
            published_offset=self.facts["offset"],
            precision=self.facts["precision"],
        )

    @property
    def outlet(self) -> str:
        """The recorded name of the outlet."""
        return self.facts["outlet"] or "unknown outlet"


@dataclass(frozen=True, slots=True)
class RevisionDiff:
    """The difference between two revisions: printings that were added, removed or changed."""

    added: tuple[RevisionPrinting, ...]
    removed: tuple[RevisionPrinting, ...]
    changed: tuple[tuple[RevisionPrinting, RevisionPrinting, str], ...]
    first: tuple[RevisionPrinting, RevisionPrinting] | None
    matcher_changed: bool

    @property
    def is_empty(self) -> bool:
        """Whether the two revisions say the same."""
        return not (self.added or self.removed or self.changed or self.first or self.matcher_changed)


def load_printings(data: dict[str, Any]) -> Iterator[RevisionPrinting]:
    """Yield the printings of a revision in their order."""
    for number, facts in enumerate(data["printings"], start=1):
        yield RevisionPrinting(number, get_wording_letter(facts["wording"]), facts)


def diff_revisions(older: dict[str, Any], newer: dict[str, Any]) -> RevisionDiff:
    """Return what differs in `newer`."""
    before = {each.facts["quote"]: each for each in load_printings(older)}
    after = {each.facts["quote"]: each for each in load_printings(newer)}
    both = [(before[quote], each) for quote, each in after.items() if quote in before]
    first = next(zip(before.values(), after.values(), strict=False), None)
    return RevisionDiff(
        added=tuple(each for quote, each in after.items() if quote not in before),
        removed=tuple(each for quote, each in before.items() if quote not in after),
        changed=tuple(
            (one, other, fields)
            for one, other in both
            if (fields := ", ".join(name for name in COMPARED_FIELDS if _get_fact(one, name) != _get_fact(other, name)))
        ),
        first=first if first and first[0].facts["quote"] != first[1].facts["quote"] else None,
        matcher_changed=older["matcher"] != newer["matcher"],
    )


def _get_fact(printing: RevisionPrinting, name: str) -> str:
    """Return a recorded fact as readers are told it, the speaker as surely as recorded."""
    facts = printing.facts
    return str(describe_recorded_speaker(facts) if name == "speaker" else facts[name])


def list_changes(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return how wordings differ from the base, the most serious change first, with the outlets that have them."""
    changes = sorted(data["changes"], key=lambda change: (-change["danger"], change["place"]))
    return [change | {"outlets": _name_outlets(data, change["wordings"])} for change in changes]


def _name_outlets(data: dict[str, Any], wordings: Collection[int]) -> str:
    """Return the outlets that print any of these wordings, the earliest first."""
    names = [each.outlet for each in load_printings(data) if each.facts["wording"] in wordings]
    return collect_names(names).in_words


def list_origins(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield in words where each wording may have been taken from."""
    for origin in data["descent"]:
        sources = [
            source["unseen"] or f"wording {get_wording_letter(source['wording'])}" for source in origin["sources"]
        ]
        yield {
            "letter": get_wording_letter(origin["wording"]),
            "sure": describe_certainty(origin["certainty"], len(sources)),
            "sources": sources,
            "reasons": [reason for source in origin["sources"][:1] for reason in source["reasons"]],
        }
