"""A recorder of requests and answers, and the addresses that an answer leads to."""

import gzip
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.contrib.auth import get_user_model
from django.http import HttpResponseBase
from django.test import Client

from tests.support.recording.fixed_process import set_seed

HOST = "localhost"
FAMILIES = {
    "": "lists", "q": "quotations", "a": "articles", "o": "outlets", "s": "speakers", "d": "days", "api": "api",
    "admin": "admin", "embed": "sharing", "oembed": "sharing", "search": "search", "check": "search",
}  # fmt: skip
TOKEN = "csrfmiddlewaretoken"
NOT_PAGES = ("/static/", "/admin/logout/", "/admin/auth/")  # files, no page, and pages that are Django's own
_ADDRESS = re.compile(rf"http://{HOST}(/[^\s<>\"\\]*)")


class Answer:
    """Answer of the site: status, headers and body."""

    def __init__(self, response: HttpResponseBase, address: str) -> None:
        self.address, self.status, self.headers = address, response.status_code, dict(response.items())
        parts: Any = getattr(response, "streaming_content", None)
        self.content = b"".join(parts) if parts is not None else getattr(response, "content", b"")
        if self.headers.get("Content-Encoding") == "gzip":
            self.content = gzip.decompress(self.content)
        self.cookies = {
            name: {key: value for key, value in cookie.items() if value and key != "expires"}
            for name, cookie in response.cookies.items()
        }

    @property
    def kind(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0]

    @cached_property
    def body(self) -> str:
        """The body as text; of a picture its size and hash."""
        if self.kind.startswith("image/png"):
            return f"{len(self.content)} bytes with SHA-256 {hashlib.sha256(self.content).hexdigest()}"
        return self.content.decode()

    @cached_property
    def page(self) -> "Page":
        return Page(self.body if self.kind == "text/html" else "")

    @property
    def location(self) -> str:
        return self.here(self.headers.get("Location", ""))

    def here(self, link: str) -> str:
        """Return the address on this site that a link in this answer leads to; nothing where it leads elsewhere."""
        try:
            parts = urlsplit(urljoin(f"http://{HOST}{self.address}", link)) if link else urlsplit("")
        except ValueError:
            return ""
        if parts.scheme != "http" or parts.netloc != HOST or parts.path.startswith(NOT_PAGES):
            return ""
        return parts._replace(scheme="", netloc="", fragment="").geturl()

    def links(self) -> set[str]:
        """Find all addresses on this site that the answer names."""
        found = self.page.links | set(_ADDRESS.findall(self.body)) | {self.headers.get("Location", "")}
        found |= set(re.findall(r"<([^>]+)>", self.headers.get("Link", "")))
        return {address for link in found if (address := self.here(link))}


class Form:
    """Form of a page, with what it sends where nobody changes anything."""

    def __init__(self, action: str, method: str) -> None:
        self.action, self.method = action, method
        self.fields: list[tuple[str, str]] = []


class Page(HTMLParser):
    """Links and forms of a page."""

    LINKING = ("href", "src", "hx-get", "content", "data-address")

    def __init__(self, body: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.fragments: set[str] = set()
        self.forms: list[Form] = []
        self._select, self._area, self._options = "", "", list[str]()
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name in self.LINKING:
            if name in given and (name != "content" or given[name].startswith(f"http://{HOST}")):
                self.links.add(given[name])
        if "hx-get" in given:
            self.fragments.add(given["hx-get"])
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower()))
            if self.forms[-1].method == "get" and given.get("action"):
                self.links.add(given["action"])
        elif self.forms:
            self._field(tag, given)

    def _field(self, tag: str, given: Mapping[str, str]) -> None:
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "select":
            self._select, self._options = name, []
        elif tag == "option" and self._select and "selected" in given:
            self.forms[-1].fields.append((self._select, given.get("value", "")))
        elif tag == "textarea" and name:
            self._area = name
            self.forms[-1].fields.append((name, ""))
        elif tag == "input" and name and _is_sent(kind, given):
            self.forms[-1].fields.append((name, given.get("value", "on" if kind == "checkbox" else "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area and self.forms:
            name, before = self.forms[-1].fields[-1]
            self.forms[-1].fields[-1] = (name, before + data)


def _is_sent(kind: str, given: Mapping[str, str]) -> bool:
    """Say whether an input is sent where nobody touches it."""
    if kind in ("checkbox", "radio"):
        return "checked" in given
    return kind not in ("submit", "file", "image", "button")


class Recorder:
    """Recorder of requests to the site and their answers."""

    def __init__(self) -> None:
        self.answers: dict[str, dict[str, Any]] = {}
        self.families: dict[str, str] = {}
        self._handler = Client().handler  # of one for all, the middleware is loaded once
        staff = get_user_model()._default_manager.filter(is_staff=True).order_by("pk")
        self._sessions = {user.get_username(): self._log_in(user) for user in staff}

    def ask(
        self,
        address: str,
        method: str = "GET",
        *,
        by: str = "",
        headers: Mapping[str, str] | None = None,
        form: Collection[tuple[str, str]] | None = None,
        files: Mapping[str, Any] | None = None,
        client: Client | None = None,
        family: str = "",
        note: str = "",
    ) -> Answer:
        """Ask, as nobody or `by` a user, and keep the answer under a name that says all that was sent."""
        method = method if form is None and files is None else "POST"
        sent = [f"{name}: {value}" for name, value in (headers or {}).items()]
        fields = [f"{name}={' '.join(value.split())}"[:120] for name, value in form or () if name != TOKEN]
        name = " ".join(
            [address, method, *([f"by {by}"] if by else []), *sent, *fields, *(files or ()), *([note] if note else [])]
        )
        set_seed(name)
        client = client or self.client(by)
        kwargs: dict[str, Any] = {"headers": dict(headers or {}), "SERVER_NAME": HOST}
        if form is None and files is None:
            response = client.generic(method, address, **kwargs)
        else:
            data: defaultdict[str, Any] = defaultdict(list)
            for field, value in form or ():
                data[field].append(value)
            response = client.post(address, {**data, **(files or {})}, **kwargs)
        answer = Answer(response, address)
        self.keep(name, answer.status, answer.headers, answer.body, family or family_of(address), answer.cookies)
        return answer

    def keep(
        self, name: str, status: int, headers: Mapping[str, str], body: str, family: str, cookies: Any = None
    ) -> None:
        """Keep an answer. A name that is there already gets a number."""
        while name in self.answers:
            name += " again"
        shown = dict(sorted(headers.items())) | ({"Set-Cookie": json.dumps(cookies)} if cookies else {})
        self.answers[name] = {"request": name, "status": status, "headers": shown, "body": body}
        self.families[name] = family

    def client(self, by: str = "") -> Client:
        """Return a client of nobody or of a user, with no memory of earlier requests."""
        client = Client(raise_request_exception=False)
        client.handler = self._handler
        if by:
            client.cookies["sessionid"] = self._sessions[by]
        return client

    def _log_in(self, user: Any) -> str:
        """Return the key of a new session of this user."""
        set_seed(user.get_username())
        client = Client()
        client.force_login(user)
        return client.cookies["sessionid"].value

    def by_family(self) -> dict[str, list[str]]:
        """Return the lines of each family's file, in order."""
        lines: defaultdict[str, list[str]] = defaultdict(list)
        for name, answer in sorted(self.answers.items()):
            lines[self.families[name]].append(json.dumps(answer, ensure_ascii=False) + "\n")
        return lines


def family_of(address: str) -> str:
    """Name the file that an address belongs to."""
    first = re.split(r"[/.?]", address[1:])[0]
    if first == "admin" and "/review/" in address:
        return "desk"
    return FAMILIES.get(first, "others")


def shape_of(address: str) -> str:
    """Return what addresses of one kind have in common.

    >>> shape_of("/q/7KQ2M9X4VD/12..31?view=one")
    '/q/*/N..N?view'
    """
    parts = urlsplit(address)
    path = re.sub(r"(?<=/)[0-9A-HJKMNP-TV-Z]{10}(?=[/.]|$)", "*", parts.path)
    path = re.sub(r"^/(o|s)/([^/.]+)(\.\.[^/]+)?", lambda found: f"/{found[1]}/*{'..*' if found[3] else ''}", path)
    path = re.sub(r"^/(q/\*|a/\d+)/(?!r\d|history|share|suggest|since|\d+\.\.)[^/]+", r"/\1/-", path)
    path = re.sub(r"^(/api/v1/(?:outlets|speakers|lineages)/).+", r"\1*", path)
    path = re.sub(r"\d+", "N", re.sub(r"/d/\d{4}-\d\d-\d\d", "/d/N", path))
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    asked = names[0] if len(names) == 1 else f"{len(names)} names"  # which may be joined in a thousand ways
    return f"{path}?{asked}" if names else path


def in_order(addresses: Collection[str]) -> Iterator[str]:
    """Order addresses so that the order is the same each time and prefers none."""
    return iter(sorted(addresses, key=lambda address: hashlib.sha256(address.encode()).digest()))
