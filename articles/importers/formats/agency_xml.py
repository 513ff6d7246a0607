"""XML of news agencies: NITF, and NewsML-G2 with NITF, HTML or plain text in it.

A NewsML message may hold several items. Entities are not expanded and nothing is loaded from anywhere.
"""

import base64
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from articles.importers.formats.markup import has_markup, join_paragraphs, render_element, render_markup
from articles.importers.formats.record import FormatError, Record, add_fields

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BY = re.compile(r"^(?:by|von|par|por|de)\s+", re.I)


def parse(content: bytes) -> Iterator[Record]:
    """Yield the articles of an agency's XML."""
    if re.search(rb"<!ENTITY", content[:100_000], re.I):
        raise FormatError("it defines entities of its own, as no agency's item needs to; save its text as .txt")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise FormatError("it is XML that cannot be read; save its text as .txt")
    is_cut = any("end of data" in problem.message.lower() for problem in parser.error_log)
    items = list(_list_items(root))
    for item in items:
        record = _read_nitf(item) if _get_name(item) == "nitf" else _read_news_item(item)
        if len(items) > 1:
            record["original"] = base64.b64encode(etree.tostring(item, encoding="utf-8", with_tail=False)).decode()
        if is_cut and item is items[-1]:
            record["warnings"] = ["cut"]
        yield record
    if not items:
        raise FormatError("it is an agency's XML without a text")


def _list_items(root: Any) -> Iterator[Any]:
    if _get_name(root) in ("nitf", "newsItem"):
        yield root
        return
    yield from root.iter("{*}newsItem")


def _read_nitf(nitf: Any) -> Record:
    content = nitf.find(".//{*}body.content")
    text = render_element(content) if content is not None else ""
    if not text:
        return {"refused": "it is NITF without a text (body.content)"}
    record: Record = {"text": text, "body_known": True}
    holder = nitf.find(".//{*}doc.copyright")
    publication = nitf.find(".//{*}pubdata")
    return add_fields(
        record,
        (
            ("title", _get_text(nitf, ".//{*}hl1") or _get_text(nitf, ".//{*}hedline")
             or _get_text(nitf, ".//{*}title")),
            ("byline", _read_byline(nitf)),
            ("published", _get_first(nitf, "norm", "story.date", "date.issue", "date.release")),
            ("outlet", _get_attribute(publication, "name") or _get_text(nitf, ".//{*}distributor")
             or _get_attribute(holder, "holder")),
            ("url", _get_attribute(publication, "ex-ref")),
            ("language", nitf.get(_LANGUAGE)),
        ),
    )  # fmt: skip


def _read_byline(nitf: Any) -> str:
    """Return the people of the byline; without such elements its words, without "By"."""
    byline = nitf.find(".//{*}byline")
    if byline is None:
        return ""
    people = [" ".join("".join(each.itertext()).split()) for each in byline.iter("{*}person")]
    words = "".join((byline.text or "", *(each.tail or "" for each in byline if _get_name(each) != "byttl")))
    return "; ".join(filter(None, people)) or _BY.sub("", " ".join(words.split()))


def _read_news_item(item: Any) -> Record:
    status = item.find(".//{*}pubStatus")
    if _get_attribute(status, "qcode").endswith(("canceled", "withheld")):
        return {"refused": "the agency has killed or withheld this item"}
    nitf = item.find(".//{*}nitf")
    record = _read_nitf(nitf) if nitf is not None else _read_other_content(item)
    if "refused" in record:
        return record
    uri = item.get("guid") or ""
    url = _get_text(item, ".//{*}contentMeta/{*}link") or (uri if uri.startswith("http") else "")
    source = item.find(".//{*}contentMeta/{*}infoSource")
    provider = item.find(".//{*}itemMeta/{*}provider")
    language = item.find(".//{*}contentMeta/{*}language")
    stated = add_fields(
        {},
        (
            ("title", _get_text(item, ".//{*}contentMeta/{*}headline") or _get_text(item, ".//{*}itemMeta/{*}title")),
            ("byline", _BY.sub("", _get_text(item, ".//{*}contentMeta/{*}by")) or _get_names(item, "creator")),
            ("published", _get_text(item, ".//{*}contentMeta/{*}contentCreated")
             or _get_text(item, ".//{*}itemMeta/{*}firstCreated")
             or _get_text(item, ".//{*}itemMeta/{*}versionCreated")),
            ("modified", _get_text(item, ".//{*}itemMeta/{*}versionCreated")),
            ("outlet", _get_name_of(source) or _get_name_of(provider)),
            ("language", _get_attribute(language, "tag") or item.get(_LANGUAGE)),
            ("url", url),
        ),
    )  # fmt: skip
    return {**record, **stated}


def _read_other_content(item: Any) -> Record:
    content = item.find(".//{*}contentSet/{*}inlineXML")
    if content is not None:
        text = render_element(content)
    else:
        data = item.find(".//{*}contentSet/{*}inlineData")
        words = "".join(data.itertext()) if data is not None else ""
        text = render_markup(words) if has_markup(words) else join_paragraphs(words)
    if not any(map(str.isalpha, text)):
        return {"refused": "it is a NewsML item without a text"}
    return {"text": text, "body_known": True}


def _get_name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _get_text(element: Any, path: str) -> str:
    found = element.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _get_attribute(element: Any, name: str) -> str:
    return element.get(name) or "" if element is not None else ""


def _get_first(element: Any, attribute: str, *names: str) -> str:
    found = (_get_attribute(element.find(f".//{{*}}{name}"), attribute) for name in names)
    return next(filter(None, found), "")


def _get_name_of(element: Any) -> str:
    return _get_text(element, "{*}name") or _get_attribute(element, "literal") if element is not None else ""


def _get_names(item: Any, kind: str) -> str:
    return "; ".join(filter(None, (_get_name_of(each) for each in item.iterfind(f".//{{*}}contentMeta/{{*}}{kind}"))))
