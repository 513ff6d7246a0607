"""Were these words printed, and in this wording?

``/check?q=they+declared+its+goal+in+fighting+exclusively+ISIS`` finds Lavrov's sentence and says what differs. A long
text is sent instead of asked for by its address, and an article, pasted or as a file, is searched for quotations, each
of which is checked. What is sent is forgotten with the answer.

Left to others: finding (`articles.queries.quote_check`), the sentences (`articles.presentation.check_results`), reading
files (`articles.importers`).
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

from articles.engine.comparison.partial_match import words_in
from articles.engine.extraction import find_quotations
from articles.engine.linking.pairwise import FEWEST_WORDS
from articles.importers import Unreadable, read_upload
from articles.importers.decoding import storable
from articles.models import Article, Outlet
from articles.presentation.check_results import Answer, answer_of
from articles.queries.quote_check import check
from articles.services.ingest import NoArticle, read_quotations
from articles.views.http.etags import mark_of_site
from articles.views.http.page_cache import kept

ADDRESS_LIMIT = 600  # characters of a text that has an address of its own; chat programs cut longer addresses
TEXT_LIMIT = 60_000  # characters: four times the longest of 924 news articles
FILE_LIMIT = 2_000_000  # bytes; of 181 saved news pages all but none are smaller
PASSAGE_WORDS = 80  # with more, and quotation marks in it, a text is an article
PASSAGE_LIMIT = 4_000  # characters of a passage that are compared
QUOTATIONS_CHECKED = 60  # of one article; the 924 labelled articles have 10 in the median
MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
MARKS += "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was pasted: the passages to check; whether they are the quotations of an article, and what that is
    called."""

    text: str
    passages: tuple[str, ...] = ()
    article: bool = False
    name: str = ""
    left_out: int = 0


class Refused(ValueError):  # noqa: N818 - it is shown to the reader
    """What was sent cannot be checked; the message says why and what to do."""


@csrf_exempt  # it changes nothing and remembers nobody, and so needs no cookie
@require_http_methods(["GET", "HEAD", "POST"])
@kept(mark_of_site, keep=False)
def check_page(request: HttpRequest) -> HttpResponse:
    """The page to check quotations on, with the answer if something was asked."""
    text = _sent_text(request)
    try:
        if request.method == "POST" and not request.FILES and 0 < len(text) <= ADDRESS_LIMIT:
            return HttpResponseRedirect(f"{reverse('check')}?{urlencode({'q': text})}", status=303)
        if request.method != "POST" and 0 < len(words_in(text)) < FEWEST_WORDS:  # said by anybody: a search
            return HttpResponseRedirect(f"{reverse('search')}?{urlencode({'q': text})}")
        asked = _asked(request, text)
    except Refused as refused:
        return render(request, "check/page.html", {"text": text[:ADDRESS_LIMIT], "refused": refused}, status=400)
    return render(request, "check/page.html", _context(asked))


def _sent_text(request: HttpRequest) -> str:
    text = request.POST.get("q", "") if request.method == "POST" else request.GET.get("q", "")
    return text.strip()


def _asked(request: HttpRequest, text: str) -> Asked:
    """What there is to check. Raises Refused."""
    file = request.FILES.get("file")
    if file is not None:
        return _of_file(file)
    if not storable(text):
        raise Refused("The text has characters that stand for nothing. Copy it again from where it was printed.")
    if request.method != "POST" and len(text) > PASSAGE_LIMIT:
        raise Refused("That is too much for an address. Paste it into the box below instead.")
    if len(text) > TEXT_LIMIT:
        raise Refused(f"The text has {len(text):,} characters; {TEXT_LIMIT:,} can be checked at a time.")
    return _of_text(text)


def _of_text(text: str) -> Asked:
    """A passage, or the quotations of an article."""
    bare = text.strip(MARKS + " ")
    if len(text.split()) > PASSAGE_WORDS or any(mark in bare for mark in MARKS):
        found = [text[quotation.start : quotation.end] for quotation in find_quotations(text).quotations]
        if any(_tells(passage) for passage in found):
            return _of_quotations(text, found)
    return Asked(text, (bare[:PASSAGE_LIMIT],) if bare else ())


def _of_file(file: "UploadedFile[bytes]") -> Asked:
    name = str(file.name)[:80]
    if file.size is None or file.size > FILE_LIMIT:
        raise Refused(f"{name} is larger than {FILE_LIMIT // 1_000_000} MB. Save the article alone, as text.")
    try:
        incoming = read_upload(name, file.read())
        if len(incoming.text) > TEXT_LIMIT:
            raise Refused(f"The text of {name} has more than {TEXT_LIMIT:,} characters. Save the article alone.")
        quotations = read_quotations(incoming).quotations
    except (Unreadable, NoArticle) as problem:
        raise Refused(str(problem)) from None
    return _of_quotations("", [incoming.text[each.start : each.end] for each in quotations], name=name)


def _of_quotations(text: str, found: Sequence[str], name: str = "") -> Asked:
    telling = [passage[:PASSAGE_LIMIT] for passage in found if _tells(passage)]
    passages = tuple(telling[:QUOTATIONS_CHECKED])
    return Asked(text, passages, article=True, name=name, left_out=len(found) - len(passages))


def _tells(passage: str) -> bool:
    """Has it words enough to know it by?"""
    return len(words_in(passage)) >= FEWEST_WORDS


def _context(asked: Asked) -> dict[str, object]:
    if not asked.passages and not asked.article:
        return {"text": asked.text}
    checked = check(asked.passages, most=1) if asked.article else check(asked.passages)
    answers = [answer_of(number, each) for number, each in enumerate(checked, start=1)]
    return {
        "text": asked.text,
        "asked": asked,
        "answers": answers,
        "known": sum(answer.known for answer in answers),
        "searched": _searched(answers),
        "description": _description(asked, answers),
    }


def _searched(answers: Sequence[Answer]) -> dict[str, int] | None:
    """How much was looked through, where something was not found."""
    if all(answer.known for answer in answers):
        return None
    return {"articles": Article.objects.count(), "outlets": Outlet.objects.count()}


def _description(asked: Asked, answers: Sequence[Answer]) -> str:
    """The answer in a sentence, for who sees the link before the page."""
    if asked.article or not answers:
        return ""
    return answers[0].verdicts[0].sentence if answers[0].known else "No printing of these words was seen."
