"""Proof of what was held when: ``/proof/2026-11-30.txt`` lists the hashes of a day, ``/proof/`` verifies a file.

Whoever has saved a day's list, or had it stamped elsewhere, can show later that the site held these bytes on that day.
A file that is sent to be verified is neither stored nor logged.
"""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.importers.registry import MAX_BYTES
from articles.queries.originals import find_articles, list_days, list_hashes
from articles.views.http.forms import parse_day

SECONDS_FINISHED = 24 * 3600  # that the list of a day that is over may be kept


class ProofForm(forms.Form):
    """A file to verify."""

    file = forms.FileField(label="A file, as it was saved", allow_empty_file=True)


@csrf_exempt  # the answer is the same for everybody, and nothing changes
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proof_page(request: HttpRequest) -> HttpResponse:
    """Show the days, or say whether a file that was sent is an original."""
    form = ProofForm(request.POST, request.FILES) if request.method == "POST" else ProofForm()
    context: dict[str, object] = {"form": form, "days": list_days()}
    status = 200
    if request.method == "POST":
        if form.is_valid() and form.cleaned_data["file"].size <= MAX_BYTES:
            content = form.cleaned_data["file"].read()
            context |= {"verified": True, "name": form.cleaned_data["file"].name, "found": find_articles(content)}
        else:
            context["problem"] = f"Choose a file of at most {MAX_BYTES // 1_000_000} MB."
            status = 400
    return render(request, "proof/detail.html", context, status=status)


@require_safe
def proof_day(request: HttpRequest, written: str) -> HttpResponseBase:
    """Send the list of a day: hash, moment of storing and address of each article, a line each."""
    day = parse_day(written, last=False)
    today = timezone.now().date()
    if day is None or day.isoformat() != written or day > today:
        raise Http404("There is no such day.")
    lines = (
        f"{digest}  {moment.isoformat(timespec='seconds')}  {request.build_absolute_uri(f'/a/{number}')}\n"
        for digest, moment, number in list_hashes(day)
    )
    response = StreamingHttpResponse(lines, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = f"max-age={SECONDS_FINISHED}" if day < today else "no-cache"
    return response
