"""How is the API described to programs that read descriptions?

As OpenAPI 3.1: every path with what it takes and the shape of what it gives. The shapes are told in short -
``"text": "string"``, ``"outlet": "Outlet?"`` for one that may be null, ``"quotes": "[Words]"`` for a list - and written
out here; a test asks every path and holds what comes to what is described.

Left to others: the shapes themselves (`shapes`, `articles.exports.json_export`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles import __version__
from articles.views.http.search_params import PARAM_NAMES

SHAPES: dict[str, dict[str, str]] = {
    "Outlet": {
        "slug": "string",
        "name": "string",
        "address": "string",
        "domain": "string?",
        "kind": "string",
        "country": "string?",
    },
    "OutletInFull": {"...": "Outlet", "articles": "integer", "quotes": "integer"},
    "Speaker": {"slug": "string", "name": "string", "address": "string"},
    "SpeakerInFull": {"...": "Speaker", "names": "[string]", "quotes": "integer", "outlets": "integer"},
    "Article": {
        "id": "integer",
        "headline": "string",
        "byline": "string?",
        "address": "string",
        "url": "string?",
        "outlet": "Outlet?",
        "published": "string?",
        "precision": "string",
        "language": "string?",
        "credit": "string?",
        "excerpt": "boolean",
        "taken_in": "string",
    },
    "Words": {
        "id": "integer",
        "text": "string",
        "start": "integer",
        "end": "integer",
        "address": "string",
        "speaker": "Speaker?",
        "attribution": "string?",
        "cue": "string?",
        "occasion": "string?",
        "said_on": "string?",
        "credit": "string?",
        "confidence": "number",
        "lineages": "[string]",
    },
    "Quote": {"...": "Words", "article": "Article"},
    "ArticleInFull": {"...": "Article", "quotes": "[Words]"},
    "Lineage": {
        "code": "string",
        "address": "string",
        "text": "string",
        "speaker": "Speaker?",
        "outlets": "integer",
        "printings": "integer",
        "first_printed": "string?",
        "first_outlet": "Outlet?",
    },
    "LineageInFull": {
        "requested_code": "string",
        "code": "string",
        "address": "string",
        "revision": "Revision?",
        "speaker": "string?",
        "outlets": "integer",
        "independent_sources": "integer",
        "base": "Base",
        "printings": "[Printing]",
        "places": "[Place]",
        "other_translations": "[string]",
        "descent": "[Origin]",
    },
    "Revision": {"number": "integer", "address": "string", "made": "string"},
    "Base": {"wording": "string", "text": "string"},
    "Printing": {
        "id": "integer",
        "number": "integer",
        "wording": "string",
        "text": "string",
        "start": "integer",
        "end": "integer",
        "outlet": "Named",
        "article": "ArticlePrinted",
        "speaker": "Named?",
        "occasion": "string?",
        "said_on": "string?",
        "credit": "string?",
    },
    "Named": {"name": "string", "address": "string?"},
    "ArticlePrinted": {
        "headline": "string",
        "byline": "string?",
        "address": "string",
        "url": "string?",
        "exact_url": "string?",
        "published": "string?",
        "precision": "string",
        "language": "string?",
        "excerpt": "boolean",
    },
    "Place": {
        "number": "integer",
        "start": "integer",
        "end": "integer",
        "inside": "integer?",
        "readings": "[Reading]",
        "absent": "[string]",
    },
    "Reading": {"wordings": "[string]", "text": "string", "change": "Kind?"},
    "Kind": {"kind": "string", "label": "string", "danger": "integer"},
    "Origin": {"wording": "string", "certainty": "string", "in_words": "string", "sources": "[Source]"},
    "Source": {"wording": "string?", "unseen": "string?", "reasons": "[string]"},
    "Answer": {"text": "string", "known": "boolean", "findings": "[Finding]"},
    "Finding": {
        "verdict": "string",
        "tone": "string",
        "code": "string",
        "address": "string",
        "outlet": "string",
        "printed": "string",
        "changes": "[Change]",
    },
    "Change": {"label": "string", "danger": "integer", "printed": "string", "asked": "string"},
    "Error": {"type": "string", "title": "string", "status": "integer", "detail": "string"},
}


@dataclass(frozen=True, slots=True)
class Path:
    """One path: what it is for, the shape of what it gives, and what may be asked behind the ``?``."""

    path: str
    summary: str
    gives: str
    asked: tuple[str, ...] = ()

    @property
    def listed(self) -> bool:
        return self.gives.startswith("[")


ASKED = {
    "q": "the words",
    "speaker": "the slug of a speaker",
    "outlet": "the slug of an outlet",
    "language": "as in en",
    "since": "a day, month or year of print: 2015-11-17",
    "until": "a day, month or year of print",
    "least": "the least number of outlets that print the words",
    "kind": "a kind of change that a printing of the words has, as in name_swap",
    "sort": "printed, newest or oldest",
    "after": "go on behind this one: what next names",
    "limit": "how many, 100 at most",
}
FILTERS = (*PARAM_NAMES, "after", "limit")

PATHS = (
    Path("lineages", "Lineages, most printed first", "[Lineage]", ("after", "limit")),
    Path("lineages/{code}", "A lineage with its printings, places and origins", "LineageInFull"),
    Path("quotes", "Quotes, those taken in last first", "[Quote]", ("speaker", "outlet", "after", "limit")),
    Path("quotes/{number}", "A quote in its article", "Quote"),
    Path("articles", "Articles, those taken in last first", "[Article]", ("outlet", "after", "limit")),
    Path("articles/{number}", "An article with its quotes", "ArticleInFull"),
    Path("outlets", "Outlets by name", "[Outlet]", ("after", "limit")),
    Path("outlets/{slug}", "An outlet", "OutletInFull"),
    Path("speakers", "Speakers by name", "[Speaker]", ("after", "limit")),
    Path("speakers/{slug}", "A speaker with the names they are printed under", "SpeakerInFull"),
    Path("search", "Lineages that have some words", "[Lineage]", FILTERS),
    Path("check", "How near words come to print", "Answer", ("q",)),
)


def described(address: str) -> dict[str, Any]:
    """The description of the API that answers at `address`."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Quote provenance",
            "version": __version__,
            "description": "Who printed a quotation first, and who changed which words. Read only, open to any page.",
        },
        "servers": [{"url": address.rstrip("/")}],
        "paths": {f"/{path.path}": {"get": _operation(path)} for path in PATHS},
        "components": {"schemas": {name: schema_of(name) for name in SHAPES}},
    }


def _operation(path: Path) -> dict[str, Any]:
    given: dict[str, Any] = _typed(path.gives)
    if path.listed:
        given = _object({"items": given, "next": _typed("string?")})
    answers = {"200": _answer("The answer", "application/json", given), "304": {"description": "Not changed"}}
    for status, told in (("400", "Makes no sense"), ("404", "Not there"), ("429", "Too many questions")):
        answers[status] = _answer(told, "application/problem+json", _typed("Error"))
    return {
        "summary": path.summary,
        "operationId": path.path.replace("/{", "_by_").rstrip("}"),
        "parameters": list(_parameters(path)),
        "responses": answers,
    }


def _parameters(path: Path) -> Iterator[dict[str, Any]]:
    if "{" in path.path:
        name = path.path.partition("{")[2].rstrip("}")
        kind = "integer" if name == "number" else "string"
        yield {"name": name, "in": "path", "required": True, "schema": {"type": kind}}
    for name in path.asked:
        kind = "integer" if name in ("limit", "least") else "string"
        yield {"name": name, "in": "query", "description": ASKED[name], "schema": {"type": kind}}


def _answer(told: str, media_type: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": told, "content": {media_type: {"schema": schema}}}


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of a shape."""
    return _object({field: _typed(short) for field, short in fields_of(name).items()})


def fields_of(name: str) -> dict[str, str]:
    """The fields of a shape, with those of the shape that it goes on from."""
    own = SHAPES[name]
    return (fields_of(own["..."]) if "..." in own else {}) | {key: each for key, each in own.items() if key != "..."}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _typed(short: str) -> dict[str, Any]:
    """What is told in short, as JSON Schema says it."""
    if short.endswith("?"):
        plain = _typed(short[:-1])
        return {"type": [plain["type"], "null"]} if "type" in plain else {"anyOf": [plain, {"type": "null"}]}
    if short.startswith("["):
        return {"type": "array", "items": _typed(short[1:-1])}
    return {"$ref": f"#/components/schemas/{short}"} if short in SHAPES else {"type": short}
