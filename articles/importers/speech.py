"""Recognize transcripts and recordings among texts and pages, only where that is certain.

A text whose turns have their time in the recording, ``[00:12:04] LAVROV:``, is a *recording*: it is word for word. A
text that calls itself a transcript and has the turns of several speakers is a *transcript*, which may have been edited;
so are such turns, or the remarks of one person, at the site of a government or an international body. An interview that
a newspaper prints is an article like another unless it says that it is a transcript.
"""

import re
from urllib.parse import urlsplit

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.transcripts import count_labels, find_titled_speaker
from articles.importers.metadata import ArticleKind

#: The fewest turns, and of turns with a time; the least share of the lines that have a label.
MIN_TURNS, MIN_TIMED, MIN_LABELLED_SHARE = 3, 3, 0.3
_LINES_READ = 5  # at the top, where a text says what it is
_SAYS_TRANSCRIPT = re.compile(
    r"(?:full |rush |verbatim |unedited |complete |official )*transcript(?: of\b|:|$| \W|\s+\(|\s+from\b)"
    r"|.{0,150}[:\u2013\u2014|(-] ?(?:full |rush |verbatim )*transcript\)?$"
    r"|this is a (?:rush |full )?transcript\b|verbatim record\b",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"(?:remarks|speech|address|opening remarks|closing remarks|press briefing|press conference|media availability"
    r"|news conference|answers? to (?:media )?questions|interview)\b",
    re.IGNORECASE,
)
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|gouv|gob|govt|mil|parliament|un|europa|nato|kremlin|government|mid|mfa|osce|who|imf|worldbank)"
    r"\.(?:int|org|eu|ru|[a-z]{2})$|\.(?:gov|mil)$|(?:^|\.)(?:mfa|mid|gov)\.[a-z]{2,3}(?:\.[a-z]{2})?$"
)
_CLOCK = re.compile(
    r"^[ \t]*(?:>>+ *)?[\[(<]?\d{1,2}:\d{2}:\d{2}|^[ \t]*[\[(<]\d{1,2}:\d{2}[\])>]|\d:\d{2}:\d{2}[\])>]?:?[ \t]*$", re.M
)


def detect_kind(text: str, title: str, url: str) -> ArticleKind:
    """Return whether a text is the recording or the transcript of what was said, or an article like any other."""
    top = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_LINES_READ]
    says_transcript = any(_SAYS_TRANSCRIPT.match(line) for line in [title.strip(), *top])
    is_official = bool(_REMARKS.match(title.strip())) and _is_official(url)
    has_clock = len(_CLOCK.findall(text[:20_000])) >= MIN_TIMED
    if not (says_transcript or has_clock or _is_official(url)):
        return "article"
    lines = [
        Paragraph(match.start(), match.end(), Label.BODY, "") for match in re.finditer(r"\S[^\n]*", text[:200_000])
    ]
    turns, speakers, timed = count_labels(text, lines, title)
    if has_clock and turns >= MIN_TURNS and timed >= max(MIN_TIMED, turns / 2):
        return "recording"
    is_debate = turns >= MIN_TURNS and speakers > 1
    if is_debate and (says_transcript or (_is_official(url) and turns >= MIN_LABELLED_SHARE * len(lines))):
        return "transcript"
    return "transcript" if is_official and find_titled_speaker(title) is not None else "article"


def _is_official(url: str) -> bool:
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return False
    return bool(_OFFICIAL_HOST.search(host))
