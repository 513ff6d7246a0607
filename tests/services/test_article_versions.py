"""A changed text of a known address is kept as a version, and what became of its quotations is said truly."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from articles.importers import ArticleDraft, ArticleMetadata
from articles.importers.draft import build_draft
from articles.importers.text_warnings import TextWarning
from articles.models import Article, ArticleVersion, Fetch, Lineage, LineageCode, Quote, Recheck, VersionQuote
from articles.models.append_only import AppendOnlyError
from articles.services.ingest import IngestOutcome, IngestResult, find_stored_article, ingest_article

pytestmark = pytest.mark.django_db

ADDRESS = "https://www.sound-courier.example/ferry"
PUBLISHED = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."
WORDS = "We will not sell the ferry to anybody who asks for it this winter"
ALTERED = WORDS.replace("not ", "")
OTHER = "The harbour stays open for everybody who wants to cross the sound"
NOTICE = "Correction: An earlier version of this article misquoted the mayor of Brackmere."


def write(*quoted: str, lead: str = LEAD, end: str = "") -> str:
    said = [f"\u201c{words}\u201d, mayor Ida Solberg said." for words in quoted]
    return "\n\n".join(filter(None, [lead, *said, end])) + "\n"


def draft(text: str, **facts: Any) -> ArticleDraft:
    warnings = facts.pop("warnings", ())
    excerpt = facts.pop("excerpt", False)
    known: dict[str, Any] = {
        "outlet": "The Sound Courier",
        "url": ADDRESS,
        "published": PUBLISHED,
        "precision": "minute",
        "title": "Brackmere keeps its ferry",
        "language": "en",
    }
    metadata = ArticleMetadata(**known | facts)
    return build_draft(
        "a.txt", text, text.encode(), "text/html", metadata, body_known=True, warnings=warnings, excerpt=excerpt
    )


def fetch(text: str, **facts: Any) -> IngestResult:
    return ingest_article(draft(text, **facts), fetch=Fetch.objects.create(address=ADDRESS, host="x", status=200))


def fates() -> dict[str, tuple[str, str]]:
    rows = VersionQuote.objects.select_related("quote", "before")
    return {str(row.fate): (row.before.text if row.before else "", row.quote.text if row.quote else "") for row in rows}


def test_another_text_of_an_address_is_kept_whole_beside_the_first() -> None:
    article = fetch(write(WORDS)).article
    result = fetch(write(ALTERED))
    assert (result.outcome, result.article) == (IngestOutcome.NEW_VERSION, article)
    version = ArticleVersion.objects.get()
    assert (version.number, version.kind, version.origin) == (2, "edited", "fetched")
    assert (version.text, bytes(version.original)) == (write(ALTERED), write(ALTERED).encode())
    assert (version.words_added, version.words_removed) == (0, 1)
    assert article.taken_in <= version.seen_before <= version.seen
    article.refresh_from_db()
    assert article.text == write(WORDS)
    assert Article.objects.count() == 1


def test_the_same_text_again_is_a_sighting() -> None:
    article = fetch(write(WORDS)).article
    earlier = timezone.now() - timedelta(hours=1)
    Recheck.objects.filter(article=article).update(last_seen=earlier)
    result = fetch(write(WORDS))
    assert result.outcome == IngestOutcome.SAME_ADDRESS
    assert not ArticleVersion.objects.exists()
    assert Recheck.objects.get().last_seen > earlier


def test_an_edit_happened_between_the_last_sighting_and_the_first_of_the_new_text() -> None:
    article = fetch(write(WORDS)).article
    fetch(write(WORDS))
    last = Recheck.objects.get(article=article).last_seen
    fetch(write(ALTERED))
    version = ArticleVersion.objects.get()
    assert version.seen_before == last
    quote = Quote.objects.get(text=ALTERED)
    assert (quote.absent, quote.seen) == (version.seen_before, version.seen)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(write(WORDS).replace("\u201c", '"').replace("\u201d", '"'), id="other quotation marks"),
        pytest.param(write(WORDS, end="Share 35"), id="a counter"),
        pytest.param(write(WORDS, end="Advertisement"), id="an advertisement"),
        pytest.param(write(WORDS).replace("\n\n", "\n"), id="other paragraphs"),
    ],
)
def test_what_is_not_of_the_articles_words_is_no_version(text: str) -> None:
    fetch(write(WORDS))
    assert fetch(text).outcome == IngestOutcome.SAME_ADDRESS
    assert not ArticleVersion.objects.exists()


def test_an_altered_quotation_has_a_row_of_its_own_in_the_same_lineage() -> None:
    fetch(write(WORDS, OTHER))
    before = Quote.objects.get(text=WORDS)
    code = before.printings.get().lineage.code
    fetch(write(ALTERED, OTHER))
    assert fates()["altered"] == (WORDS, ALTERED)
    after = Quote.objects.get(text=ALTERED)
    before.refresh_from_db()
    assert (before.standing, after.standing, after.version) == ("earlier", "", 2)
    assert VersionQuote.objects.get(fate="altered").severity == 5
    lineage = after.printings.get().lineage
    assert (lineage.code, lineage.first) == (code, before)
    assert (lineage.printing_count, lineage.outlet_count) == (1, 1)


def test_words_that_were_printed_first_stay_the_first_version_after_an_edit() -> None:
    fetch(write(WORDS))
    ingest_article(
        draft(
            write(WORDS, lead="The Post adds what nobody asked of the council of Brackmere on this day."),
            url="https://post.example/1",
            outlet="The Post",
            published=PUBLISHED + timedelta(hours=1),
        )
    )
    fetch(write(ALTERED))
    lineage = Lineage.objects.get()
    assert lineage.first is not None
    assert (lineage.first.text, lineage.first.article.outlet_name) == (WORDS, "The Sound Courier")
    assert (lineage.printing_count, lineage.outlet_count) == (2, 2)


def test_an_unchanged_quotation_keeps_its_row_where_it_moves() -> None:
    fetch(write(WORDS, OTHER))
    rows = {quote.text: quote.pk for quote in Quote.objects.all()}
    fetch(write(OTHER, WORDS, lead=f"{LEAD} It took four hours."))
    assert {quote.text: quote.pk for quote in Quote.objects.all()} == rows
    version = ArticleVersion.objects.get()
    stored = VersionQuote.objects.filter(fate="same")
    assert {version.text[row.start : row.end] for row in stored} == {WORDS, OTHER}
    assert (version.changed_quotes, version.severity) == (0, 0)


def test_a_dropped_and_an_added_quotation_are_said() -> None:
    fetch(write(WORDS))
    fetch(write(OTHER))
    assert fates() == {"dropped": (WORDS, ""), "added": ("", OTHER)}
    assert Quote.objects.get(text=WORDS).standing == "earlier"


def test_words_that_still_stand_in_the_text_are_not_called_dropped() -> None:
    fetch(write(WORDS, OTHER))
    fetch(write(OTHER, end=f"Nobody doubts it: {WORDS}, as it was put in the hall that evening."))
    assert "dropped" not in fates()
    assert Quote.objects.get(text=WORDS).standing == ""


def test_typesetting_of_a_quotation_keeps_its_row() -> None:
    words = "It\u2019s the people\u2019s ferry - and it stays here for all of this winter"
    fetch(write(words))
    fetch(write(words.replace("\u2019", "'").replace(" - ", " \u2013 "), lead=f"{LEAD} It took four hours."))
    assert Quote.objects.count() == 1
    assert VersionQuote.objects.get().fate == "typesetting"
    assert ArticleVersion.objects.get().changed_quotes == 0


def test_words_that_are_back_keep_the_row_that_they_had() -> None:
    fetch(write(WORDS))
    first = Quote.objects.get()
    fetch(write(ALTERED))
    fetch(write(WORDS))
    assert ArticleVersion.objects.count() == 2
    assert Quote.objects.count() == 2
    first.refresh_from_db()
    assert first.standing == ""
    assert Quote.objects.get(text=ALTERED).standing == "earlier"
    assert ArticleVersion.objects.get(number=3).quotes.get().quote == first


def test_a_correction_notice_is_kept_with_the_change_and_its_words_are_no_quotation() -> None:
    fetch(write(WORDS))
    fetch(write(ALTERED, end=f"{NOTICE} She said: \u201c{ALTERED}\u201d, not: \u201c{WORDS}\u201d."))
    version = ArticleVersion.objects.get()
    assert version.notice.startswith("Correction: An earlier version")
    assert fates() == {"altered": (WORDS, ALTERED)}


def test_a_notice_that_was_there_before_belongs_to_no_later_change() -> None:
    fetch(write(WORDS, end=NOTICE))
    fetch(write(ALTERED, end=NOTICE))
    assert not ArticleVersion.objects.get().has_notice


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"warnings": (TextWarning.WALL,)}, id="a wall"),
        pytest.param({"warnings": (TextWarning.CUT,)}, id="cut off"),
        pytest.param({"warnings": (TextWarning.GARBLED,)}, id="garbled"),
        pytest.param({}, id="only the beginning"),
    ],
)
def test_a_part_of_an_article_is_no_version_of_it(facts: dict[str, Any]) -> None:
    article = fetch(write(WORDS, OTHER)).article
    result = fetch(write(lead=LEAD), **facts)
    assert result.outcome == IngestOutcome.SAME_ADDRESS
    assert not ArticleVersion.objects.exists()
    assert "nothing was compared" in Recheck.objects.get(article=article).problem
    assert not Quote.objects.exclude(standing="").exists()


def test_the_whole_article_takes_the_place_of_an_excerpt_and_is_no_edit() -> None:
    fetch(write("We will not sell the ferry to anybody"), warnings=(TextWarning.WALL,))
    fetch(write(WORDS, OTHER))
    version = ArticleVersion.objects.get()
    assert (version.kind, version.severity, version.is_edit) == ("completed", 0, False)
    whole = Quote.objects.get(text=WORDS)
    assert (whole.seen, whole.standing) == (None, "")
    lineage = whole.printings.get().lineage
    assert (lineage.first, lineage.printing_count) == (whole, 1)
    assert Quote.objects.get(text=OTHER).printings.exists()


def test_a_live_blog_that_goes_on_is_no_silent_edit() -> None:
    fetch(write(WORDS), warnings=(TextWarning.LIVE,))
    fetch(write(OTHER), warnings=(TextWarning.LIVE,))
    assert ArticleVersion.objects.get().kind == "live"


def test_an_earlier_copy_does_not_become_the_newest_version() -> None:
    fetch(write(WORDS))
    from dataclasses import replace

    old = replace(draft(write(ALTERED)), seen=PUBLISHED + timedelta(minutes=5))
    result = ingest_article(old)
    assert result.outcome == IngestOutcome.NEW_VERSION
    assert ArticleVersion.objects.get().kind == "copy"
    assert Quote.objects.get(text=WORDS).standing == ""
    assert Quote.objects.get(text=ALTERED).standing == "earlier"


def test_a_file_with_an_earlier_text_again_is_known() -> None:
    for text in (write(WORDS), write(ALTERED)):
        assert ingest_article(draft(text)).outcome in (IngestOutcome.NEW, IngestOutcome.NEW_VERSION)
    for text in (write(WORDS), write(ALTERED)):
        assert ingest_article(draft(text)).outcome == IngestOutcome.SAME_ADDRESS
    assert ArticleVersion.objects.count() == 1


def test_a_preview_says_that_a_text_would_be_a_version() -> None:
    fetch(write(WORDS))
    known = find_stored_article(draft(write(ALTERED)))
    assert known is not None
    assert known.outcome == IngestOutcome.NEW_VERSION
    assert not ArticleVersion.objects.exists()


def test_a_version_is_never_changed_or_deleted() -> None:
    fetch(write(WORDS))
    fetch(write(ALTERED))
    version = ArticleVersion.objects.get()
    with pytest.raises(AppendOnlyError):
        version.save()
    with pytest.raises(AppendOnlyError):
        version.delete()
    with pytest.raises(AppendOnlyError):
        ArticleVersion.objects.update(title="x")


def test_a_withdrawn_article_takes_no_version() -> None:
    article = fetch(write(WORDS)).article
    Article.objects.filter(pk=article.pk).update(withdrawn=timezone.now(), withdrawn_because="x")
    assert fetch(write(ALTERED)).outcome == IngestOutcome.SAME_ADDRESS
    assert not ArticleVersion.objects.exists()


def test_codes_of_quotations_answer_after_any_number_of_edits() -> None:
    codes: set[str] = set()
    for text in (write(WORDS), write(ALTERED, OTHER), write(OTHER), write(WORDS, OTHER), write(ALTERED)):
        fetch(text)
        codes |= set(LineageCode.objects.values_list("code", flat=True))
        assert not LineageCode.objects.filter(code__in=codes, lineage=None).exists()
    assert Article.objects.get().link_state == "linked"


def test_halves_of_a_new_quotation_are_joined_wherever_they_stand() -> None:
    fetch(write(OTHER))
    result = fetch(
        f"{LEAD}\n\n\u201cWe keep the old ferry,\u201d mayor Ida Solberg said, \u201cand we sell the new one.\u201d\n"
    )
    halves = Quote.objects.filter(article=result.article, version=2).order_by("start")
    assert len(halves) == 2
    assert [half.other_half for half in halves] == [halves[1], halves[0]]
