"""Result of an importer: an `ArticleDraft`, or an `UnreadableError` that says what is wrong and what to do.

From SANA's article of 17 November 2015 comes an `ArticleDraft` whose text begins "US-led strikes on ISIS positions in
Syria selective, Lavrov asserts", whose outlet is "SANA" and whose date is known only roughly (``precision="about"``),
because the page prints none. Nothing is stored yet: `articles.services.ingest` does that.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime

from articles.importers.hosts import get_registrable_host
from articles.importers.metadata import ArticleKind, ArticleMetadata, Precision
from articles.importers.speech import detect_kind
from articles.importers.text_warnings import TextWarning

AUTHOR_SEPARATOR = "; "  # between the people of a byline, because "Voss, Mara" is one person


class UnreadableError(Exception):
    """A file, or an entry of a manifest, that gives no article.

    `source` names the file, `reason` is a sentence that says what is wrong and what to do. `read_articles` yields these
    errors rather than raising them: one bad file does not stop the others.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason)
        self.source = source
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """One article as read from a file, not stored yet.

    Quotations are found in `text`, and every finding points into it; `original` is the file's bytes, unchanged.
    `body_known` says that the importer already separated the article from its page (HTML), so that cleaning looks only
    for title, captions and credits. `excerpt` marks a text of our own connecting words around quotations. `warnings`
    say what may be missing from the text, for readers and curators. `outlet_given` says that whoever brought the file
    named the outlet; otherwise the page did, and its host decides which outlet it is. `line_rules` has for each line of
    a known body "block-quotation" or "embedded-post" where the page sets it apart as somebody's words, else "".
    `kind` is a transcript or recording where that is stated or certain; `said_on` is the day on which its words were
    said, `cue_times` are the seconds in the recording at offsets of the text.
    """

    source: str
    text: str
    original: bytes
    media_type: str
    outlet: str | None
    url: str | None
    title: str | None
    byline: str | None
    published: datetime | None
    precision: Precision
    language: str | None
    credit: str | None
    archive: str | None
    modified: datetime | None
    kind: ArticleKind
    said_on: date | None
    body_known: bool
    excerpt: bool = False
    warnings: tuple[TextWarning, ...] = ()
    outlet_given: bool = True
    line_rules: tuple[str, ...] = ()
    seen: datetime | None = None
    cue_times: tuple[tuple[int, float], ...] = ()

    @property
    def is_spoken(self) -> bool:
        """Whether its words were said: it is a transcript or a recording."""
        return self.kind != "article"

    @property
    def authors(self) -> list[str]:
        """The people of the byline."""
        return [name.strip() for name in (self.byline or "").split(AUTHOR_SEPARATOR) if name.strip()]

    @property
    def outlet_host(self) -> str | None:
        """The registrable host of the article's address."""
        return get_registrable_host(self.url) if self.url else None


def build_draft(
    source: str,
    text: str,
    original: bytes,
    media_type: str,
    metadata: ArticleMetadata,
    *,
    body_known: bool = False,
    excerpt: bool = False,
    warnings: tuple[TextWarning, ...] = (),
    outlet_given: bool = True,
    line_rules: tuple[str, ...] = (),
) -> ArticleDraft:
    """Build an `ArticleDraft` from a text and its metadata; what kind it is is detected where nobody says it."""
    known = {field.name: getattr(metadata, field.name) for field in fields(metadata)}
    known["kind"] = metadata.kind or detect_kind(text, metadata.title or "", metadata.url or "")
    return ArticleDraft(
        source,
        text,
        original,
        media_type,
        **known,
        body_known=body_known,
        excerpt=excerpt,
        warnings=warnings,
        outlet_given=outlet_given,
        line_rules=line_rules,
    )
