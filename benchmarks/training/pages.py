"""Labelled news pages: read them as articles, and look up who said a quotation.

The pages lie beside the project (`tests.support.shared`): saved HTML, and for each quotation the fullest form of the
speaker's name that the page prints, several right answers apart by ``|``, ``anon:`` and ``doc:`` for somebody and
something without a name, ``-`` where the page does not tell, ``x`` for words that are nobody's speech.
"""

import gzip
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.importers import read_upload
from tests.support.shared import SHARED

PAGES = SHARED / "data" / "pages"
#: The shortest words that are found as a part of other words, in characters.
MIN_PART_LENGTH = 16


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page as the extraction reads it, and the labels of its quotations by their folded words."""

    name: str
    text: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    labels: dict[str, str] = field(hash=False)

    @property
    def publisher(self) -> str:
        """The publisher: pages of one publisher are held out together."""
        return self.name.split("_")[1]

    def find_label(self, quoted: str) -> str | None:
        """Find who said these words."""
        words = fold(quoted)
        if words in self.labels:
            return self.labels[words]
        if len(words) < MIN_PART_LENGTH:
            return None
        return next(
            (label for k, label in self.labels.items() if len(k) >= MIN_PART_LENGTH and (k in words or words in k)),
            None,
        )


def read_pages(language: str = "en") -> list[LabelledPage]:
    """Read the labelled pages of a language."""
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for line in (PAGES / f"speakers_{language}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels[row["page"]].setdefault(fold(row["quote"]), row["speaker"])
    pages = []
    for name in sorted(labels):
        draft = read_upload(f"{name}.html", gzip.decompress((PAGES / "html" / f"{name}.html.gz").read_bytes()))
        paragraphs = tuple(iterate_paragraphs(draft.text, draft.title or ""))
        pages.append(LabelledPage(name, draft.text, draft.title or "", paragraphs, labels[name]))
    return pages


def iterate_paragraphs(text: str, title: str) -> Iterator[Paragraph]:
    """Yield the lines of a body; the first may be the headline."""
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        words = line.strip()
        if words:
            first = start + line.index(words)
            headline = number == 0 and fold(title).startswith(fold(words))
            yield Paragraph(first, first + len(words), Label.TITLE if headline else Label.BODY, "page")
        start += len(line)


def fold(text: str) -> str:
    """Fold letters and marks, to compare words."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).replace("\u00ad", "").lower()).strip()


def is_right(label: str, name: str | None) -> bool:
    """Return whether the name is a labelled one: the same, a part of it, or with the same last word."""
    for answer in label.split(" | "):
        kind, _, words = answer.rpartition(": ")
        if answer in ("-", "x") or kind in ("anon", "doc"):
            if not name or (words and set(fold(words).split()) & set(fold(name).split())):
                return True
            continue
        full, given = fold(answer), fold(name or "")
        if given and (
            f" {given} " in f" {full} " or f" {full} " in f" {given} " or full.split()[-1] == given.split()[-1]
        ):
            return True
    return False
