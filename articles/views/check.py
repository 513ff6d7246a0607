"""Quote check: whether words were printed, and in which wording.

``/check?q=they+declared+its+goal+in+fighting+exclusively+ISIS`` finds Lavrov's sentence and says what differs. A long
text is posted. In an article, pasted or uploaded, each quotation is checked. What is sent is neither stored nor logged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.engine.extraction import find_quotations
from articles.engine.linking.pairwise import MIN_WORDS
from articles.engine.text.tokenization import extract_words
from articles.importers import UnreadableError, read_upload
from articles.importers.storable import is_storable
from articles.models import Article, Outlet
from articles.presentation.check_results import build_passage_view
from articles.queries.quote_check import check_quotes
from articles.services.ingest import NoArticleBodyError, extract_quotations
from articles.views.http.etags import site_etag
from articles.views.http.forms import ParsedField
from articles.views.http.htmx import redirect_see_other
from articles.views.http.page_cache import cached_page

ADDRESS_LIMIT = 600  # characters of a text that has an address of its own; chat programs cut longer addresses
TEXT_LIMIT = 60_000  # characters: four times the longest of 924 news articles
FILE_LIMIT = 2_000_000  # bytes; of 181 saved news pages all but none are smaller
PASSAGE_WORDS = 80  # with more, and quotation marks in it, a text is an article
PASSAGE_LIMIT = 4_000  # characters of a passage that are compared
QUOTATIONS_CHECKED = 60  # of one article; the 924 labelled articles have 10 in the median
QUOTATION_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
QUOTATION_MARKS += "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """The passages to check: of an article its quotations, without those `left_out`; `name` is that of its file."""

    text: str
    passages: tuple[str, ...] = ()
    is_article: bool = False
    name: str = ""
    left_out: int = 0


class CheckForm(forms.Form):
    """A text or a file to check; `passages` are the passages of it, once it is valid."""

    q = ParsedField(str)
    file = forms.FileField(required=False, allow_empty_file=True)

    def __init__(self, request: HttpRequest) -> None:
        self.is_posted = request.method == "POST"
        super().__init__(request.POST if self.is_posted else request.GET, request.FILES)
        self.text = str(self.data.get("q", "")).strip()

    def clean(self) -> dict[str, Any]:
        """Choose the passages to check. Raises ValidationError, which says why there are none and what to do."""
        if file := self.cleaned_data.get("file"):
            return {"check": _parse_file(file)}
        problem = ""
        if not is_storable(self.text):
            problem = "The text has characters that stand for nothing. Copy it again from where it was printed."
        elif not self.is_posted and len(self.text) > PASSAGE_LIMIT:
            problem = "That is too much for an address. Paste it into the box below instead."
        elif len(self.text) > TEXT_LIMIT:
            problem = f"The text has {len(self.text):,} characters; {TEXT_LIMIT:,} can be checked at a time."
        if problem:
            raise forms.ValidationError(problem)
        return {"check": _parse_text(self.text)}


@csrf_exempt  # it changes nothing and remembers nobody, and so needs no cookie
@require_http_methods(["GET", "HEAD", "POST"])
@cached_page(site_etag, store=False)
def check_page(request: HttpRequest) -> HttpResponse:
    """Show the form, with the answer if a text was sent."""
    form = CheckForm(request)
    query = urlencode({"q": form.text})
    if form.is_posted and not request.FILES and 0 < len(form.text) <= ADDRESS_LIMIT:
        return redirect_see_other(f"{reverse('check')}?{query}")
    if not form.is_posted and 0 < len(extract_words(form.text)) < MIN_WORDS:  # said by anybody: a search
        return HttpResponseRedirect(f"{reverse('search')}?{query}")
    if not form.is_valid():
        context = {"text": form.text[:ADDRESS_LIMIT], "refused": form.non_field_errors()[0]}
        return render(request, "check/page.html", context, status=400)
    return render(request, "check/page.html", _build_check_context(form.cleaned_data["check"]))


def _parse_text(text: str) -> CheckRequest:
    """Take a text as one passage, or as an article if it is long or has quotation marks inside."""
    bare = text.strip(QUOTATION_MARKS + " ")
    if len(text.split()) > PASSAGE_WORDS or any(mark in bare for mark in QUOTATION_MARKS):
        quotations = [text[quotation.start : quotation.end] for quotation in find_quotations(text).quotations]
        if any(_is_long_enough(quotation) for quotation in quotations):
            return _select_quotations(text, quotations)
    return CheckRequest(text, (bare[:PASSAGE_LIMIT],) if bare else ())


def _parse_file(file: "UploadedFile[bytes]") -> CheckRequest:
    name = str(file.name)[:80]
    if file.size is None or file.size > FILE_LIMIT:
        limit = f"{FILE_LIMIT // 1_000_000} MB"
        raise forms.ValidationError(f"{name} is larger than {limit}. Save the article alone, as text.")
    try:
        incoming = read_upload(name, file.read())
        if len(incoming.text) > TEXT_LIMIT:
            limit = f"{TEXT_LIMIT:,} characters"
            raise forms.ValidationError(f"The text of {name} has more than {limit}. Save the article alone.")
        quotations = extract_quotations(incoming).quotations
    except (UnreadableError, NoArticleBodyError) as problem:
        raise forms.ValidationError(str(problem)) from None
    return _select_quotations("", [incoming.text[each.start : each.end] for each in quotations], name=name)


def _select_quotations(text: str, quotations: Sequence[str], name: str = "") -> CheckRequest:
    long_enough = [quotation[:PASSAGE_LIMIT] for quotation in quotations if _is_long_enough(quotation)]
    passages = tuple(long_enough[:QUOTATIONS_CHECKED])
    return CheckRequest(text, passages, is_article=True, name=name, left_out=len(quotations) - len(passages))


def _is_long_enough(passage: str) -> bool:
    return len(extract_words(passage)) >= MIN_WORDS


def _build_check_context(check: CheckRequest) -> dict[str, object]:
    if not check.passages and not check.is_article:
        return {"text": check.text}
    results = check_quotes(check.passages, limit=1) if check.is_article else check_quotes(check.passages)
    answers = [build_passage_view(number, each) for number, each in enumerate(results, start=1)]
    known = sum(answer.known for answer in answers)
    context = {"text": check.text, "check": check, "answers": answers, "known": known}
    if known < len(answers):
        context["searched"] = {"articles": Article.objects.count(), "outlets": Outlet.objects.count()}
    if answers and not check.is_article:  # in a sentence, for previews of the link
        verdicts = answers[0].verdicts
        context["description"] = verdicts[0].sentence if known else "No printing of these words was seen."
    return context
