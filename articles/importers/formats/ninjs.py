"""ninjs of the IPTC, versions 1 to 3: an item of an agency as JSON.

Version 1 has ``headline`` and ``body_text`` or ``body_html``; 2 and 3 have lists, ``headlines`` and ``bodies``, whose
entries have roles. Names differ in case only.
"""

from collections.abc import Mapping
from typing import Any

from articles.importers.formats.fields import add_language
from articles.importers.formats.markup import has_markup, render_markup
from articles.importers.formats.record import Record, add_fields

_BODIES = ("body_text", "body_xhtml", "body_html")


def is_ninjs(entry: Mapping[str, Any]) -> bool:
    """Return whether an object is an item of ninjs."""
    names = {str(name).lower() for name in entry}
    if "bodies" in names or "headlines" in names:
        return True
    stated = {"versioncreated", "firstcreated", "pubstatus", "urgency", "profile", "infosources"}
    return ("uri" in names or "guid" in names) and bool(stated & names)


def read_ninjs(entry: Mapping[str, Any]) -> Record:
    """Read one item; what the agency has cancelled or only sends as a picture is refused."""
    item = {str(name).lower(): value for name, value in entry.items()}
    status = str(item.get("pubstatus") or "usable").lower()
    if status.endswith(("canceled", "cancelled", "withheld")):
        return {"refused": f"the agency has {'withheld' if status.endswith('withheld') else 'killed'} this item"}
    record: Record = {"body_known": True}
    body = _choose(item.get("bodies")) or next((item[name] for name in _BODIES if isinstance(item.get(name), str)), "")
    if not body.strip():
        kind = str(item.get("type") or "item")
        return {"refused": f"it is a ninjs {kind[:40]} without a text"}
    record["text"] = render_markup(body) if has_markup(body) else body
    uri = item.get("uri")
    return add_fields(
        _add_language(record, item),
        (
            ("title", _choose(item.get("headlines")) or item.get("headline") or item.get("title")),
            ("url", next((each for each in (item.get("url"), uri) if str(each).startswith("http")), None)),
            ("byline", _strip_by(item.get("by") or item.get("byline"))),
            ("outlet", _choose_source(item)),
            ("published", item.get("contentcreated") or item.get("firstcreated") or item.get("versioncreated")),
            ("modified", item.get("versioncreated")),
        ),
    )


def _add_language(record: Record, item: Mapping[str, Any]) -> Record:
    add_language(record, item.get("language"))
    return record


def _choose(values: Any) -> str:
    """Return the value whose role is the main one, else the first."""
    entries = [
        {str(name).lower(): each for name, each in value.items()}
        for value in (values if isinstance(values, list) else [])
        if isinstance(value, dict)
    ]
    texts = [(each.get("role") != "main", each["value"]) for each in entries if isinstance(each.get("value"), str)]
    return min(texts, key=lambda text: text[0])[1] if texts else ""


def _choose_source(item: Mapping[str, Any]) -> Any:
    return item.get("infosources") or item.get("source") or item.get("provider") or item.get("copyrightholder")


def _strip_by(value: Any) -> Any:
    return value[3:] if isinstance(value, str) and value[:3].lower() == "by " else value
