"""Attribution of stored quotations: their speakers, credited sources and how sure the speaker is."""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from articles.engine.extraction import Quotation
from articles.engine.text.normalization import fold
from articles.engine.text.outlet_names import resolve_credit
from articles.engine.text.relative_dates import resolve_date
from articles.models import Article, Outlet, Speaker, SpeakerCertainty

OutletsByCredit = Mapping[str, str]
SpeakersByName = Mapping[str, Speaker | None]


def resolve_speakers(quotations: Iterable[Quotation]) -> SpeakersByName:
    names = {quotation.speaker_name for quotation in quotations if quotation.speaker_name}
    return {name: Speaker.objects.get_or_create_by_name(name) for name in sorted(names)}


def resolve_credits(credits: Iterable[str]) -> OutletsByCredit:
    """Return for each credit the name of the stored outlet that it means, else the credit itself.

    "Fox News reported" and a manifest's "Fox" are one source where Fox News is an outlet.
    """
    named = sorted(set(credits))
    beginnings = {fold(credit).removeprefix("the ").partition(" ")[0] for credit in named} - {""}
    alike = reduce(or_, (Q(folded__startswith=beginning) for beginning in sorted(beginnings)), Q())
    known = list(Outlet.objects.current().filter(alike).values_list("name", flat=True)) if beginnings else []
    return {credit: resolve_credit(credit, "", known) for credit in named}


def build_attribution(
    article: Article, quotation: Quotation, speakers: SpeakersByName, credits: OutletsByCredit
) -> dict[str, Any]:
    """Return the fields that quotes and indirect quotes share: span, speaker, certainty, occasion, credit, rule."""
    day = article.printed_day
    return {
        "article": article,
        "start": quotation.start,
        "end": quotation.end,
        "speaker": speakers.get(quotation.speaker_name or ""),
        "speaker_name": quotation.speaker_name or "",
        "speaker_text": quotation.speaker.text if quotation.speaker else "",
        "cue": quotation.cue.text if quotation.cue else "",
        "occasion": quotation.occasion or "",
        "said_on": resolve_date(quotation.occasion, day) if quotation.occasion and day else None,
        "credit": credits.get(quotation.credit or "", ""),
        "rule": quotation.rule,
        "confidence": quotation.confidence,
        "speaker_certainty": judge_certainty(quotation),
    }


def judge_certainty(quotation: Quotation) -> SpeakerCertainty:
    """Return whether the name of a quotation is a fact or probable; without a name nothing is doubtful."""
    doubtful = bool(quotation.speaker_name) and not quotation.sure
    return SpeakerCertainty.PROBABLE if doubtful else SpeakerCertainty.SURE
