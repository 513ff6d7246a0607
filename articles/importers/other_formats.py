"""Files of kinds that hold articles and are not read: they are refused by the name of their kind.

A feed or an export of a press database read as plain text would be one article with markup in its words, and the
quotations of ten articles would be one's. The sentence says what the file is and what to give instead.
"""

import re
from collections.abc import Callable

_LOOKED_AT = 20_000  # bytes at the beginning of a file
_ADDRESS = re.compile(r"https?://\S+")
_MAIL_FIELDS = re.compile(r"^(?:From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Received):", re.M | re.I)
_SUBTITLE = re.compile(r"^\s*(?:WEBVTT|(?:\d+\s+)?\d\d:\d\d:\d\d[,.]\d{3} --> )")
_TEXT_COLUMNS = frozenset({"text", "body", "content", "article", "fulltext", "full_text"})


def _is_export(text: str) -> bool:
    """Return whether a text is an export of several articles by Nexis or Factiva."""
    return bool(re.search(r"^\s*\d+ of \d+ DOCUMENTS?\s*$", text, re.M)) or len(
        re.findall(r"^(?:LOAD-DATE|LANGUAGE|LENGTH|Document [A-Z]{4,}\w{10,}$)", text, re.M)
    ) >= 4  # fmt: skip


def _is_table(text: str) -> bool:
    """Return whether the first line names columns, one of them a text."""
    first = next(iter(text.lstrip("\ufeff").splitlines()), "")
    columns = [name.strip(' "').lower() for name in first.split(max(",;\t", key=first.count))]
    return len(columns) >= 3 and not _TEXT_COLUMNS.isdisjoint(columns)


def _is_mail(text: str) -> bool:
    head = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    return len(_MAIL_FIELDS.findall(head)) >= 3


def _is_address_list(text: str) -> bool:
    lines = text.split()
    return len(lines) > 0 and all(_ADDRESS.fullmatch(line) for line in lines)


# In order: what is tested, and the sentence. A feed is XML as NITF is, an MHTML file has the head of an e-mail.
_KINDS: tuple[tuple[Callable[[str], object], str], ...] = (
    (re.compile(r"WARC/\d").match, "a WARC file of a web archive; save the page itself as .html"),
    (re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.S).match,
     "a feed (RSS or Atom); save the pages that it lists as .html"),
    (re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE nitf[^>]*>\s*)?<nitf\b").match,
     "an agency's NITF file; save its text as .txt"),
    (re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:\w+:)?(?:newsItem|newsMessage|NewsML|packageItem)\b").match,
     "an agency's NewsML file; save its text as .txt"),
    (lambda text: _is_mail(text) and "multipart/related" in text.lower(),
     "a web page saved as MHTML; save it as .html"),
    (_is_mail, "an e-mail; save its text as .txt"),
    (_SUBTITLE.match, "a file of subtitles; save the words as .txt"),
    (re.compile(r'\s*\{\s*"[^\n]*\}\s*(?:\n|$)').match,
     "JSON Lines; save each article's text as .txt, or list the files in a manifest"),
    (_is_address_list, "a list of addresses; save the pages as .html"),
    (_is_export, "an export of several articles; save each as a .txt file"),
    (_is_table, "a table (CSV); save each article's text as .txt, or list the files in a manifest"),
)  # fmt: skip


def describe_other_format(original: bytes) -> str | None:
    """Return what a file is and what to give instead, where it is of a kind that is not read.

    >>> describe_other_format(b"https://courier.example/ferry\\nhttps://courier.example/vik\\n")
    'it is a list of addresses; save the pages as .html'
    """
    text = original[:_LOOKED_AT].decode("utf-8", errors="replace")
    return next((f"it is {sentence}" for matches, sentence in _KINDS if matches(text)), None)
