"""Correction notices: paragraphs in which an outlet says that it changed an article, and what was wrong.

"This article was amended on 3 March 2026. An earlier version misquoted the mayor." is such a paragraph, and so is
"Anmerkung der Redaktion: ..." A notice is recognised by how it begins, or by the sentence that only notices have. The
word "correction" alone proves nothing: markets have corrections too.
"""

import re
from collections.abc import Iterable, Sequence

MAX_NOTICE_WORDS = 120  # a longer paragraph is a part of the article
_MARKS = "*_#[(\N{EM DASH}\N{EN DASH}-\N{BULLET}\N{REFERENCE MARK} "

# What a notice begins with. A colon, dash or date behind it tells it from "Correction in the markets deepens" and from
# "Clarification, he said, was needed".
_OPENINGS = (
    r"corrections?|corrected|clarifications?|errat(?:um|a)|corrigend(?:um|a)|retraction",
    r"(?:editor(?:'s|s'|ial|s)?|publisher'?s)\s+note|note\s+(?:from|by)\s+the\s+editors?|for\s+the\s+record",
    r"korrektur(?:en)?|berichtigung|richtigstellung|klarstellung|korrekturhinweis|(?:anm(?:erkung|\.)|hinweis)\s+der\s+redaktion",
    r"rectificati(?:f|on)|erratum|mise\s+au\s+point|note\s+de\s+la\s+r[eé]daction|ndlr|pr[eé]cision",
    r"correcci[oó]n(?:es)?|rectificaci[oó]n|fe\s+de\s+(?:errores|erratas)|aclaraci[oó]n|nota\s+de\s+(?:la\s+)?redacci[oó]n",
    r"corre[cç](?:[aã]o|[oõ]es)|errata|nota\s+d[ao]\s+(?:reda[cç][aã]o|editor)|erramos",
    r"rettifica|precisazione|errata\s+corrige|nota\s+della\s+redazione|ndr",
    r"rectificatie|correctie|noot\s+van\s+de\s+redactie|redactionele\s+noot",
    r"исправлени[ея]|поправка|уточнение|опровержение|(?:примечание|от)\s+редакции",
    r"виправлення|спростування|уточнення|(?:примітка|від)\s+редакції",
    r"sprostowanie|korekta|od\s+redakcji|r[äa]ttelse|rettelse|korrigering|oikaisu|d[üu]zeltme",
    r"تصحيح|تصويب|توضيح|ملاحظة\s+المحرر|更正|訂正|정정",
)
_OPENING = re.compile(
    rf"(?:{'|'.join(_OPENINGS)})"
    r"(?:\s*[:\uff1a.\u2014\u2013(]|\s+-\s|,\s+(?:\S+\s+){0,2}\d|\s+\d{1,2}\b|\s*$)",
    re.IGNORECASE,
)

# Sentences that stand nowhere else.
_SENTENCES = (
    r"\bth(?:is|e)\s+(?:article|story|report|piece|headline|post|dispatch|item)\s+(?:has\s+been|was)\s+"
    r"(?:\w+\s+){0,2}(?:amended|corrected|updated|changed|edited|revised|clarified)\b",
    r"\b(?:an?|the)\s+(?:earlier|previous|original|prior|initial)\s+version\s+of\s+(?:this|the)\s+"
    r"(?:article|story|report|piece|headline|post|dispatch|item)\b",
    r"\b(?:earlier|previous)\s+versions?\s+(?:misquoted|misstated|misattributed|misidentified|incorrectly|wrongly)\b",
    r"\bin\s+einer\s+(?:fr[uü]heren|ersten|vorherigen|urspr[uü]nglichen)\s+(?:version|fassung)\b",
    r"\bdieser\s+(?:artikel|text|beitrag)\s+wurde\s+(?:\w+\s+){0,3}(?:korrigiert|ge[aä]ndert|berichtigt|aktualisiert)\b",
    r"\bune\s+(?:premi[eè]re\s+version|version\s+(?:pr[eé]c[eé]dente|ant[eé]rieure|initiale))\s+de\s+(?:cet|ce)\b",
    r"\bcet\s+article\s+a\s+[eé]t[eé]\s+(?:modifi[eé]|corrig[eé]|rectifi[eé]|mis\s+[aà]\s+jour)\b",
    r"\buna\s+versi[oó]n\s+(?:anterior|previa)\s+de\s+est[ea]\b|\beste\s+art[ií]culo\s+(?:ha\s+sido|fue)\s+(?:corregido|modificado)",
    r"\buma\s+vers[aã]o\s+anterior\s+dest[ea]\b|\buna\s+versione\s+precedente\s+di\s+quest",
    r"\bin\s+een\s+eerdere\s+versie\s+van\s+dit\b",
    r"в\s+(?:более\s+ранней|предыдущей|первоначальной|первой)\s+версии\b|(?:статья|материал|текст|новость)\s+был[аи]?\s+исправлен",
    r"у\s+попередній\s+версії\b|\bw\s+(?:poprzedniej|wcze[sś]niejszej)\s+wersji\b",  # noqa: RUF001 - Ukrainian
)
_SENTENCE = re.compile("|".join(_SENTENCES), re.IGNORECASE)


def is_correction_notice(paragraph: str) -> bool:
    """Return whether a paragraph says that the article was corrected.

    >>> is_correction_notice("Correction: An earlier version misquoted the mayor.")
    True
    >>> is_correction_notice("Correction in the markets deepens")
    False
    """
    text = paragraph.strip().lstrip(_MARKS).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if not text or len(text.split()) > MAX_NOTICE_WORDS:
        return False
    return _OPENING.match(text) is not None or _SENTENCE.search(text) is not None


def find_correction_notices(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs that are correction notices; a bare heading takes the paragraph below it.

    >>> find_correction_notices(["He left.", "Korrektur", "Zuvor stand hier ein falscher Name."])
    ['Korrektur Zuvor stand hier ein falscher Name.']
    """
    notices: list[str] = []
    below_heading = False
    for paragraph in paragraphs:
        text = " ".join(paragraph.split())
        if below_heading:
            notices[-1] = f"{notices[-1]} {text}"
            below_heading = False
        elif is_correction_notice(text):
            notices.append(text)
            below_heading = len(text.split()) <= 4
    return notices


def find_new_notices(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return the correction notices that only the later of two texts has."""
    known = set(_fold_all(find_correction_notices(before)))
    return [notice for notice in find_correction_notices(after) if notice.casefold() not in known]


def _fold_all(notices: Iterable[str]) -> Iterable[str]:
    return (notice.casefold() for notice in notices)
