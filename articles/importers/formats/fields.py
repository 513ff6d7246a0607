"""Named fields of an article, as JSON files and tables of different makers call them."""

import re
from collections.abc import Mapping

from articles.importers.formats.markup import has_markup, render_markup
from articles.importers.formats.record import Record, add_fields, join_values

# In order: of several fields with a value, the first counts.
_NAMES = {
    "text": """text maintext body content fulltext full_text article_text body_text bodytext plain_text plaintext
        articlebody article_body article story""",
    "html": "body_html html content_html body_xhtml article_html",
    "title": "title headline webtitle name",
    "outlet": """outlet publication newspaper publisher site_name sitename media_name media source_name source
        source_domain source_id domain site""",
    "url": "url link canonical_url permalink web_url weburl address source_url media_url",
    "archive": "archive archive_url",
    "published": """published date date_publish published_at publishedat publish_date date_published datepublished
        publication_date publicationdate pubdate webpublicationdate datetime published_date first_published""",
    "modified": "modified date_modify updated updated_at modified_at datemodified date_modified",
    "byline": "author authors byline creator",
    "language": "language lang language_code",
    "credit": "credit agency",
    "kind": "kind article_kind",
    "said_on": "said_on spoken_on date_said",
}
FIELDS = {name: tuple(names.split()) for name, names in _NAMES.items()}

_LANGUAGES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "russian": "ru", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "polish": "pl", "arabic": "ar", "ukrainian": "uk", "turkish": "tr",
    "eng": "en", "deu": "de", "fra": "fr", "spa": "es", "rus": "ru",
}  # fmt: skip


def build_record(entry: Mapping[str, object]) -> Record:
    """Build a record from named fields, whatever their case; `refused` where none holds a text."""
    lowered = {re.sub(r"[\s-]+", "_", str(name).strip().lower()): value for name, value in entry.items()}
    found = {field: _find(lowered, names) for field, names in FIELDS.items()}
    text, html = (value if isinstance(value, str) else "" for value in (found.pop("text"), found.pop("html")))
    record = add_fields({}, ((name, value) for name, value in found.items() if name != "language"))
    add_language(record, found["language"])
    if text and not has_markup(text):
        record["text"] = text
    elif html or text:
        record["text"] = render_markup(html or text)
        record["body_known"] = True
    if not record.get("text", "").strip():
        record["refused"] = describe_missing_text(record.get("url"))
    return record


def add_language(record: Record, value: object) -> None:
    """Add the code of a language that may be given by its name."""
    language = join_values(value)
    if language:
        record["language"] = _LANGUAGES.get(language.lower(), language)


def describe_missing_text(url: str | None) -> str:
    """Say that an entry has no text, and what to do instead."""
    if url:
        return f"it has an address but no text; `manage.py fetch {url[:200]}` takes the article from there"
    return "it has no text; name a field or column of it text, body or content"


def _find(entry: Mapping[str, object], names: tuple[str, ...]) -> object:
    return next((entry[name] for name in names if entry.get(name) not in (None, "", [], {})), None)
