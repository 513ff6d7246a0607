"""Quote check page: whether words were published, in which version, and as whose.

The form is posted, so that no address, history or log has what a reader pastes; what is sent is neither stored nor
logged. ``/check?q=they+declared+its+goal+in+fighting+exclusively+ISIS&speaker=Lavrov`` is the address of a check that a
reader chose to share. In an article, pasted or uploaded, quotations are found, and each is checked as its speaker's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.engine.extraction.pasted_text import QUOTATION_MARKS, AskedPassage, find_passages, split_attribution
from articles.engine.linking.pairwise import MIN_WORDS
from articles.engine.text.tokenization import extract_words
from articles.importers import UnreadableError, read_upload
from articles.importers.storable import is_storable
from articles.models import Article, Outlet
from articles.presentation.check_results import PassageView, build_passage_view, write_article_headline
from articles.queries.quote_check import LINEAGES_SHOWN, check_quotes
from articles.services.ingest import NoArticleBodyError, extract_quotations
from articles.views.http.etags import site_etag
from articles.views.http.forms import ParsedField
from articles.views.http.htmx import redirect_see_other
from articles.views.http.page_cache import cached_page
from articles.views.http.rate_limit import NoFreeSlotError, count_seconds_to_wait, hold_slot

ADDRESS_LIMIT = 600  # characters of a text that has an address to share; chat programs cut longer addresses
SPEAKER_LIMIT = 300  # characters of a name, as in the database
TEXT_LIMIT = 60_000  # characters: four times the longest of 924 news articles
FILE_LIMIT = 2_000_000  # bytes; of 181 saved news pages all but none are smaller
FORM_OVERHEAD = 300_000  # bytes of a form besides its file
CHECKS_A_MINUTE = 30  # of one sender
FILES_AT_ONCE = 2  # read by one process: each keeps a core busy for up to the seconds that a parser gets
SECONDS_FOR_A_SLOT = 2.0
PASSAGE_WORDS = 80  # with more, and quotation marks in it, a text is an article
PASSAGE_LIMIT = 4_000  # characters of a passage that are compared
QUOTATIONS_CHECKED = 60  # of one article; the 924 labelled articles have 10 in the median

_FILE_SLOTS = BoundedSemaphore(FILES_AT_ONCE)


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """The passages to check: of an article its quotations, without those `left_out`; `name` is that of its file."""

    text: str
    passages: tuple[AskedPassage, ...] = ()
    is_article: bool = False
    name: str = ""
    left_out: int = 0


class CheckForm(forms.Form):
    """A text or a file to check; `passages` are the passages of it, once it is valid."""

    q = ParsedField(str)
    speaker = ParsedField(str)
    file = forms.FileField(required=False, allow_empty_file=True)

    def __init__(self, request: HttpRequest) -> None:
        self.is_posted = request.method == "POST"
        super().__init__(request.POST if self.is_posted else request.GET, request.FILES)
        self.text = str(self.data.get("q", "")).strip()
        self.speaker_name = str(self.data.get("speaker", "")).strip()[:SPEAKER_LIMIT]

    @property
    def is_search(self) -> bool:
        """Whether the text is of one or two words, which anybody says."""
        is_short = len(self.text) <= ADDRESS_LIMIT and 0 < len(extract_words(self.text)) < MIN_WORDS
        return is_short and not self.files and not self.speaker_name

    def clean(self) -> dict[str, Any]:
        """Choose the passages to check. Raises ValidationError, which says why there are none and what to do."""
        if file := self.cleaned_data.get("file"):
            return {"check": _parse_file(file)}
        problem = ""
        if not is_storable(self.text + self.speaker_name):
            problem = "The text has characters that cannot be read. Copy it again from where it was published."
        elif not self.is_posted and len(self.text) > PASSAGE_LIMIT:
            problem = "That is too much for an address. Paste it into the box below instead."
        elif len(self.text) > TEXT_LIMIT:
            problem = f"The text has {len(self.text):,} characters; {TEXT_LIMIT:,} can be checked at a time."
        if problem:
            raise forms.ValidationError(problem)
        return {"check": _parse_text(self.text, self.speaker_name)}


@csrf_exempt  # it changes nothing and remembers nobody, and so needs no cookie
@require_http_methods(["GET", "HEAD", "POST"])
@cached_page(site_etag, store=False)
def check_page(request: HttpRequest) -> HttpResponse:
    """Show the form, with the answer if a text was sent."""
    if request.method == "POST" and (refused := _refuse_costly(request)):
        return refused
    form = CheckForm(request)
    if form.is_search:
        return redirect_see_other(f"{reverse('search')}?{urlencode({'q': form.text})}")
    context: dict[str, object] = {"text": form.text[:TEXT_LIMIT], "speaker": form.speaker_name}
    try:
        is_valid = form.is_valid()
    except NoFreeSlotError:
        return _render_refusal(request, "Many files are being read right now. Try again in a few seconds.", 503, 5)
    if is_valid:
        response = render(request, "check/page.html", context | _build_check_context(form.cleaned_data["check"]))
    else:
        context["refused"] = form.non_field_errors()[0]
        response = render(request, "check/page.html", context, status=400)
    response.headers["Referrer-Policy"] = "no-referrer"  # the address of a shared check holds the words
    return response


def _refuse_costly(request: HttpRequest) -> HttpResponse | None:
    """Refuse what is too large before it is parsed, and one sender's many checks; None for everything else."""
    if int(request.headers.get("Content-Length") or 0) > FILE_LIMIT + FORM_OVERHEAD:
        limit = f"{FILE_LIMIT // 1_000_000} MB"
        return _render_refusal(request, f"That is larger than {limit}. Save the article alone, as text.", 413)
    if wait := count_seconds_to_wait("check", request, limit=CHECKS_A_MINUTE):
        return _render_refusal(request, f"You have checked a lot in a minute. Try again in {wait} seconds.", 429, wait)
    return None


def _render_refusal(request: HttpRequest, reason: str, status: int, wait: int = 0) -> HttpResponse:
    response = render(request, "check/page.html", {"refused": reason}, status=status)
    if wait:
        response.headers["Retry-After"] = str(wait)
    return response


def _parse_text(text: str, speaker: str) -> CheckRequest:
    """Take a text as one passage, or as an article if it is long or has several quotations."""
    bare = text.strip(QUOTATION_MARKS + " ")
    if len(text.split()) > PASSAGE_WORDS or any(mark in bare for mark in QUOTATION_MARKS):
        found = find_passages(text, speaker)
        if len(found) == 1 and len(text.split()) <= PASSAGE_WORDS:
            return CheckRequest(text, found)
        if any(_is_long_enough(passage) for passage in found):
            return _select_quotations(text, found)
    passage = split_attribution(bare, speaker)
    return CheckRequest(text, (replace(passage, text=passage.text[:PASSAGE_LIMIT]),) if bare else ())


def _parse_file(file: "UploadedFile[bytes]") -> CheckRequest:
    name = str(file.name)[:80]
    if file.size is None or file.size > FILE_LIMIT:
        limit = f"{FILE_LIMIT // 1_000_000} MB"
        raise forms.ValidationError(f"{name} is larger than {limit}. Save the article alone, as text.")
    try:
        with hold_slot(_FILE_SLOTS, SECONDS_FOR_A_SLOT):
            incoming = read_upload(name, file.read())
        if len(incoming.text) > TEXT_LIMIT:
            limit = f"{TEXT_LIMIT:,} characters"
            raise forms.ValidationError(f"The text of {name} has more than {limit}. Save the article alone.")
        quotations = extract_quotations(incoming).quotations
    except (UnreadableError, NoArticleBodyError) as problem:
        raise forms.ValidationError(str(problem)) from None
    passages = [
        AskedPassage(incoming.text[each.start : each.end], (each.speaker_name or "") if each.sure else "")
        for each in quotations
    ]
    return _select_quotations("", passages, name=name)


def _select_quotations(text: str, found: Sequence[AskedPassage], name: str = "") -> CheckRequest:
    telling = [replace(each, text=each.text[:PASSAGE_LIMIT]) for each in found if _is_long_enough(each)]
    passages = tuple(telling[:QUOTATIONS_CHECKED])
    return CheckRequest(text, passages, is_article=True, name=name, left_out=len(found) - len(passages))


def _is_long_enough(passage: AskedPassage) -> bool:
    return len(extract_words(passage.text)) >= MIN_WORDS


def _build_check_context(check: CheckRequest) -> dict[str, object]:
    if not check.passages and not check.is_article:
        return {}
    texts, speakers = [each.text for each in check.passages], [each.speaker for each in check.passages]
    checked = check_quotes(texts, speakers, limit=1 if check.is_article else LINEAGES_SHOWN)
    answers = [build_passage_view(number, each) for number, each in enumerate(checked, start=1)]
    return {
        "check": check,
        "answers": answers,
        "headline": write_article_headline(answers) if check.is_article else "",
        "searched": _count_searched(answers),
        "description": answers[0].best.sentence if len(answers) == 1 and answers[0].best else "",
        "address": _build_address(check),
    }


def _count_searched(answers: Sequence[PassageView]) -> dict[str, int] | None:
    """Count the articles and outlets that were searched, if a passage was not found."""
    if all(answer.is_found for answer in answers):
        return None
    return {"articles": Article.objects.public().count(), "outlets": Outlet.objects.count()}


def _build_address(check: CheckRequest) -> str:
    """Return the address of a check of one short passage, for a reader who chooses to share it."""
    if check.is_article or not check.passages or len(check.passages[0].text) > ADDRESS_LIMIT:
        return ""
    passage = check.passages[0]
    query = {"q": passage.text} | ({"speaker": passage.speaker} if passage.speaker else {})
    return f"{reverse('check')}?{urlencode(query)}"
