"""Files of kinds that hold articles or lead to them and are not read: they are refused by the name of their kind.

A feed or a list of references read as plain text would be one article with markup in its words, and the quotations of
ten articles would be one's. The sentence says what the file is and what to do instead.
"""

import re
from collections.abc import Callable

from articles.importers.signatures import Head, is_zip_with

_ADDRESS = re.compile(r"https?://\S+")
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.S)
_SITEMAP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:urlset|sitemapindex)\b", re.S)
_OPML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<opml\b", re.S)
_XML = re.compile(r"\s*<\?xml\b|\s*<(?:TEI|NewsML|text:|w:|office:)", re.S)
_RIS = re.compile(r"\s*TY {1,2}- ?[A-Z]{3,6}\s*$", re.M)
_BIBTEX = re.compile(r"\s*@(?:article|misc|online|book|inproceedings|incollection)\s*\{", re.I)
_SHORTCUT = re.compile(r"\s*(?:\[\{[0-9A-F-]+\}\][^\[]*)?\[(?:InternetShortcut|Desktop Entry)\]", re.I)
_WEBLOC = re.compile(r"\s*<\?xml[^>]*>\s*<!DOCTYPE plist.*?<key>URL</key>", re.S)
_FACTIVA = re.compile(r"^(?:LOAD-DATE|LANGUAGE|LENGTH|Document [A-Z]{4,}\w{10,}$)", re.M)
_EXPORT_NUMBER = re.compile(r"^\s*\d+ of \d+ DOCUMENTS?\s*$", re.M)

FETCH, FETCH_FILE = "`manage.py fetch`", "`manage.py fetch --file FILE`"
FOLLOW, FOLLOW_LIST = "`manage.py source add`", "`manage.py source add --opml FILE`"
PLAIN = "save its text as .txt"


def _is_address_list(head: Head) -> bool:
    lines = [line for line in head.text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    whole = lines[:-1] if len(lines) > 1 and len(head.data) >= len(head.text) > 15_000 else lines
    return len(whole) > 0 and all(_ADDRESS.fullmatch(line.strip()) for line in whole)


def _is_address_table(head: Head) -> bool:
    """Return whether the first line names columns, with an address among them and no text."""
    first = next(iter(head.text.splitlines()), "")
    columns = [name.strip(' "').lower() for name in first.split(max(",;\t", key=first.count))]
    return (
        len(columns) >= 2 and all(columns) and not {"url", "link", "address"}.isdisjoint(columns) and len(first) < 500
    )


def _is_export(head: Head) -> bool:
    return bool(_EXPORT_NUMBER.search(head.text)) or len(_FACTIVA.findall(head.text)) >= 4


def _matches(pattern: re.Pattern[str]) -> Callable[[Head], bool]:
    return lambda head: bool(pattern.match(head.text))


def _starts(*signatures: bytes) -> Callable[[Head], bool]:
    return lambda head: head.data.startswith(signatures)


def _holds(*members: bytes) -> Callable[[Head], bool]:
    return lambda head: is_zip_with(head, *members)


def _has_fields(*names: str) -> Callable[[Head], bool]:
    return lambda head: head.json_fields.issuperset(names)


# In order: what is tested, and the sentence.
_KINDS: tuple[tuple[Callable[[Head], object], str], ...] = (
    (_holds(b"vnd.oasis.opendocument.text"), f"an OpenDocument text (ODT); {PLAIN}"),
    (_holds(b"vnd.oasis.opendocument"), f"an OpenDocument file; {PLAIN}"),
    (_holds(b"epub+zip"), f"an e-book (EPUB); {PLAIN}"),
    (_holds(b"xl/workbook.xml", b"xl/worksheets"), "a spreadsheet (Excel); save it as .csv"),
    (_holds(b"ppt/slides", b"ppt/presentation"), f"a presentation (PowerPoint); {PLAIN}"),
    (_holds(b""), "a packed folder (ZIP); unpack it and give the folder"),
    (_starts(b"\xd0\xcf\x11\xe0"), f"an old Word or Outlook file; {PLAIN}"),
    (_starts(b"{\\rtf"), "a rich text file (RTF); save it as plain text"),
    (_starts(b"Rar!", b"7z\xbc\xaf"), "a packed folder; unpack it and give the folder"),
    (_starts(b"BZh", b"\xfd7zXZ"), "compressed; unpack it first"),
    (_starts(b"SQLite format 3"), "a database; export the articles as .csv"),
    (_starts(b"bplist00"), f"a web page saved by Safari; give its address to {FETCH}, or save the page as .html"),
    (_matches(_FEED), f"a feed (RSS or Atom), which holds no whole articles; {FOLLOW} follows its address"),
    (lambda head: "jsonfeed.org/version" in head.text and bool(head.json_fields),
     f"a feed (JSON Feed), which holds no whole articles; {FOLLOW} follows its address"),
    (_matches(_SITEMAP), f"a sitemap, a list of addresses; {FOLLOW} follows it"),
    (_matches(_OPML), f"a list of feeds (OPML); {FOLLOW_LIST} follows them"),
    (_has_fields("container-title"), f"a list of references (CSL-JSON); {FETCH_FILE} takes its addresses"),
    (_matches(_RIS), f"a list of references (RIS); {FETCH_FILE} takes its addresses"),
    (_matches(_BIBTEX), f"a list of references (BibTeX); {FETCH_FILE} takes its addresses"),
    (_matches(_SHORTCUT), f"a bookmark, an address alone; {FETCH_FILE} takes the article from there"),
    (_matches(_WEBLOC), f"a bookmark, an address alone; {FETCH_FILE} takes the article from there"),
    (_is_address_list, f"a list of addresses; {FETCH_FILE} takes the articles from there"),
    (_is_address_table, f"a table of addresses without a column of texts; {FETCH_FILE} takes them"),
    (_is_export, "an export of several articles in a form that is not known; save each as a .txt file"),
    (_matches(_XML), "XML of a kind that is not known; save its text as .txt"),
    (lambda head: bool(head.json_fields) and head.text.lstrip().startswith("{") and head.suffix != ".json",
     "JSON without a known field of text; name it text, body or content"),
)  # fmt: skip


def describe_other_format(head: Head) -> str | None:
    """Return what a file is and what to do instead, where it is of a kind that is not read.

    >>> describe_other_format(Head(b"https://courier.example/ferry\\nhttps://courier.example/vik\\n"))
    'it is a list of addresses; `manage.py fetch --file FILE` takes the articles from there'
    """
    return next((f"it is {sentence}" for matches, sentence in _KINDS if matches(head)), None)
