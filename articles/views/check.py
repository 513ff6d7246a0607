"""Quote check: whether words were printed, and in which wording.

``/check?q=they+declared+its+goal+in+fighting+exclusively+ISIS`` finds Lavrov's sentence and says what differs. A long
text is posted, as it does not fit an address. In an article, pasted or uploaded, quotations are found, and each is
checked. What is sent is neither stored nor logged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

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
from articles.presentation.check_results import PassageView, build_passage_view
from articles.queries.quote_check import check_quotes
from articles.services.ingest import NoArticleBodyError, extract_quotations
from articles.views.http.etags import site_etag
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
    """The text that was sent, and the passages of it to check.

    `is_article` says that the passages are the quotations of an article, `name` is the name of its file, `left_out` the
    number of quotations that are not checked.
    """

    text: str
    passages: tuple[str, ...] = ()
    is_article: bool = False
    name: str = ""
    left_out: int = 0


class UncheckableError(ValueError):
    """A text that cannot be checked; the message says why and what to do."""


@csrf_exempt  # it changes nothing and remembers nobody, and so needs no cookie
@require_http_methods(["GET", "HEAD", "POST"])
@cached_page(site_etag, store=False)
def check_page(request: HttpRequest) -> HttpResponse:
    """Show the form, with the answer if a text was sent."""
    text = _get_submitted_text(request)
    try:
        if request.method == "POST" and not request.FILES and 0 < len(text) <= ADDRESS_LIMIT:
            return HttpResponseRedirect(f"{reverse('check')}?{urlencode({'q': text})}", status=303)
        if request.method != "POST" and 0 < len(extract_words(text)) < MIN_WORDS:  # said by anybody: a search
            return HttpResponseRedirect(f"{reverse('search')}?{urlencode({'q': text})}")
        asked = _parse_check_request(request, text)
    except UncheckableError as refused:
        return render(request, "check/page.html", {"text": text[:ADDRESS_LIMIT], "refused": refused}, status=400)
    return render(request, "check/page.html", _build_check_context(asked))


def _get_submitted_text(request: HttpRequest) -> str:
    text = request.POST.get("q", "") if request.method == "POST" else request.GET.get("q", "")
    return text.strip()


def _parse_check_request(request: HttpRequest, text: str) -> CheckRequest:
    """Return the passages to check. Raises UncheckableError."""
    file = request.FILES.get("file")
    if file is not None:
        return _parse_file(file)
    if not is_storable(text):
        raise UncheckableError(
            "The text has characters that stand for nothing. Copy it again from where it was printed."
        )
    if request.method != "POST" and len(text) > PASSAGE_LIMIT:
        raise UncheckableError("That is too much for an address. Paste it into the box below instead.")
    if len(text) > TEXT_LIMIT:
        raise UncheckableError(f"The text has {len(text):,} characters; {TEXT_LIMIT:,} can be checked at a time.")
    return _parse_text(text)


def _parse_text(text: str) -> CheckRequest:
    """Take a text as one passage, or as an article if it is long or has quotation marks inside."""
    bare = text.strip(QUOTATION_MARKS + " ")
    if len(text.split()) > PASSAGE_WORDS or any(mark in bare for mark in QUOTATION_MARKS):
        found = [text[quotation.start : quotation.end] for quotation in find_quotations(text).quotations]
        if any(_is_long_enough(passage) for passage in found):
            return _select_quotations(text, found)
    return CheckRequest(text, (bare[:PASSAGE_LIMIT],) if bare else ())


def _parse_file(file: "UploadedFile[bytes]") -> CheckRequest:
    name = str(file.name)[:80]
    if file.size is None or file.size > FILE_LIMIT:
        raise UncheckableError(f"{name} is larger than {FILE_LIMIT // 1_000_000} MB. Save the article alone, as text.")
    try:
        incoming = read_upload(name, file.read())
        if len(incoming.text) > TEXT_LIMIT:
            raise UncheckableError(
                f"The text of {name} has more than {TEXT_LIMIT:,} characters. Save the article alone."
            )
        quotations = extract_quotations(incoming).quotations
    except (UnreadableError, NoArticleBodyError) as problem:
        raise UncheckableError(str(problem)) from None
    return _select_quotations("", [incoming.text[each.start : each.end] for each in quotations], name=name)


def _select_quotations(text: str, found: Sequence[str], name: str = "") -> CheckRequest:
    telling = [passage[:PASSAGE_LIMIT] for passage in found if _is_long_enough(passage)]
    passages = tuple(telling[:QUOTATIONS_CHECKED])
    return CheckRequest(text, passages, is_article=True, name=name, left_out=len(found) - len(passages))


def _is_long_enough(passage: str) -> bool:
    return len(extract_words(passage)) >= MIN_WORDS


def _build_check_context(asked: CheckRequest) -> dict[str, object]:
    if not asked.passages and not asked.is_article:
        return {"text": asked.text}
    checked = check_quotes(asked.passages, limit=1) if asked.is_article else check_quotes(asked.passages)
    answers = [build_passage_view(number, each) for number, each in enumerate(checked, start=1)]
    return {
        "text": asked.text,
        "asked": asked,
        "answers": answers,
        "known": sum(answer.known for answer in answers),
        "searched": _count_searched(answers),
        "description": _describe_answer(asked, answers),
    }


def _count_searched(answers: Sequence[PassageView]) -> dict[str, int] | None:
    """Count the articles and outlets that were searched, if a passage was not found."""
    if all(answer.known for answer in answers):
        return None
    return {"articles": Article.objects.count(), "outlets": Outlet.objects.count()}


def _describe_answer(asked: CheckRequest, answers: Sequence[PassageView]) -> str:
    """Return the answer in a sentence, for previews of the link."""
    if asked.is_article or not answers:
        return ""
    return answers[0].verdicts[0].sentence if answers[0].known else "No printing of these words was seen."
