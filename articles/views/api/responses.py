"""What all operations of the API share: JSON, ETags, CORS headers, the rate limit and errors.

Every error is an RFC 9457 problem: ``{"type": "about:blank", "title": "Not Found", "status": 404, "detail": ...}``.
"""

import json
import re
from collections.abc import Callable
from functools import cache as memoize
from functools import wraps
from http import HTTPStatus
from typing import Any, TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, URLResolver
from django.utils.cache import get_conditional_response, set_response_etag
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from articles.engine.text.phrases import count_phrase
from articles.views.api.schemas import ProblemSchema
from articles.views.http.rate_limit import count_seconds_to_wait

READ_METHODS = ["GET", "HEAD"]
ALLOWED_METHODS = "GET, HEAD, OPTIONS"
CORS_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ALLOWED_METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
    "Access-Control-Max-Age": "86400",
}
PROBLEM_TYPE = "application/problem+json"
_DJANGO_MESSAGE = re.compile(r"No (\w+) matches the given query")
_MISSING = {"Article": "There is no such article.", "Quote": "There is no such quotation."}
PROBLEMS = dict.fromkeys((400, 404, 410, 429), ProblemSchema)

View = Callable[..., HttpResponseBase]
Function = TypeVar("Function", bound=Callable[..., Any])


class GoneError(Exception):
    """What was asked for was withdrawn; the message is for readers."""


class ReadOnlyAPI(NinjaAPI):
    """An API that is only read, by anybody, from the pages of every site."""

    def __init__(self, **options: Any) -> None:
        renderer = JSONRenderer()
        renderer.json_dumps_params = {"ensure_ascii": False}  # letters outside ASCII stand as they are
        super().__init__(renderer=renderer, openapi_url=None, **options)
        self.add_exception_handler(Http404, _answer_missing)
        self.add_exception_handler(GoneError, _answer_gone)
        self.add_exception_handler(ValidationError, _answer_invalid)

    def create_response(self, request: HttpRequest, data: Any, **options: Any) -> HttpResponse:
        """Return the answer; the ``Link`` header of a page of a list has the address of the next one."""
        response = super().create_response(request, data, **options)
        if isinstance(data, dict) and data.get("next"):
            response.headers["Link"] = f'<{data["next"]}>; rel="next"'
        return response

    def read(self, path: str, response: Any, *, name: str, described: bool = True) -> Callable[[Function], Function]:
        """Register an operation that answers GET and HEAD with `response`, under the URL name `name`."""
        return self.api_operation(
            READ_METHODS,
            path,
            response={200: response, 304: None, **PROBLEMS},
            tags=[path.split("/")[1].capitalize()],
            url_name=name,
            include_in_schema=described,
        )

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the identifier of an operation: ``lineages_by_code``."""
        return re.sub(r"/\{(?:\w+:)?(\w+)\}", r"_by_\1", operation.path.strip("/"))

    @property
    def urls(self) -> tuple[list[URLResolver | URLPattern], str, str]:
        """The URL patterns, each with what all operations share."""
        patterns, app_name, namespace = super().urls
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                pattern.callback = publish(pattern.callback)
        return patterns, app_name, namespace


@memoize
def describe_api(api: ReadOnlyAPI) -> dict[str, Any]:
    """Return the OpenAPI description of `api`.

    Each operation is described once, by the docstring of its function, and errors have their own media type.
    """
    description: dict[str, Any] = api.get_openapi_schema(path_prefix="")
    for operations in description["paths"].values():
        operation = operations["get"]
        del operations["head"]
        operation["summary"], _, operation["description"] = operation["description"].partition("\n\n")
        for status, response in operation["responses"].items():
            if status in PROBLEMS:
                response["content"] = {PROBLEM_TYPE: response["content"].pop("application/json")}
    return description


def publish(view: View) -> View:
    """Make `view` read-only, limited in rate, conditional by ETag and open to the pages of every site."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            response: HttpResponseBase = HttpResponse(status=HTTPStatus.NO_CONTENT)
        elif request.method not in READ_METHODS:
            response = build_problem(HTTPStatus.METHOD_NOT_ALLOWED, "The API is read only.")
            response.headers["Allow"] = ALLOWED_METHODS
        elif wait := count_seconds_to_wait("api", request, limit=settings.API_REQUESTS_A_MINUTE):
            response = _build_throttled_response(wait)
        else:
            response = _answer_conditionally(request, view(request, **kwargs))
        for name, value in CORS_HEADERS.items():
            response.headers[name] = value
        return response

    return answer


def _answer_conditionally(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code != HTTPStatus.OK or not isinstance(response, HttpResponse):
        return response
    response.headers["Cache-Control"] = "no-cache"
    if not response.has_header("ETag"):
        set_response_etag(response)
    return get_conditional_response(request, response.headers["ETag"], None, response) or response


def build_problem(status: HTTPStatus, detail: str) -> HttpResponse:
    """Return an error as RFC 9457 describes it."""
    content = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    return HttpResponse(json.dumps(content, ensure_ascii=False), status=status, content_type=PROBLEM_TYPE)


def _answer_missing(request: HttpRequest, error: Http404 | type[Http404]) -> HttpResponse:
    """Answer 404 with the words of `error`; where Django wrote them, they name a table."""
    by_django = _DJANGO_MESSAGE.match(str(error))
    detail = _MISSING.get(by_django[1], "") if by_django else str(error)
    return build_problem(HTTPStatus.NOT_FOUND, detail or "Not found.")


def _answer_gone(request: HttpRequest, error: GoneError | type[GoneError]) -> HttpResponse:
    return build_problem(HTTPStatus.GONE, str(error))


def _build_throttled_response(wait: int) -> HttpResponse:
    limit, pause = count_phrase(settings.API_REQUESTS_A_MINUTE, "question"), count_phrase(wait, "second")
    response = build_problem(HTTPStatus.TOO_MANY_REQUESTS, f"More than {limit} in a minute. Try again in {pause}.")
    response.headers["Retry-After"] = str(wait)
    return response


def _answer_invalid(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    assert isinstance(error, ValidationError), "errors are raised as instances"
    first = error.errors[0]
    return build_problem(HTTPStatus.BAD_REQUEST, str(first.get("ctx", {}).get("error", first["msg"])))
