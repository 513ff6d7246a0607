"""Rereading brings speakers up to date, and leaves what curators settled."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.importers import ArticleMetadata
from articles.importers.draft import build_draft
from articles.models import Article, Decision, IndirectQuote, Lineage, Quote, Revision, SpeakerCertainty
from articles.services.corrections import change_speaker, correct_span
from articles.services.curation import undo
from articles.services.ingest import ingest_article
from articles.services.rereading import RereadResult, reread_article
from articles.services.revisions import record_pending_revisions

pytestmark = pytest.mark.django_db

WORDS = "We noted tactical successes when a couple of cities were recaptured in Iraq,"
TEXT = (
    "US-led strikes selective, Lavrov asserts\n\n"
    "Moscow, SANA- The strikes were selective, Russian Foreign Minister Sergey Lavrov said on Tuesday.\n\n"
    f"\u201c{WORDS}\u201d Lavrov said, in an interview with TASS.\n\n"
    "John Kerry met him. \u201cIt was a long and useful evening for both of us,\u201d Kerry said.\n"
)


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator")


@pytest.fixture
def article() -> Article:
    """Provide an article as it was just taken in."""
    draft = build_draft("a.txt", TEXT, TEXT.encode(), "text/plain", ArticleMetadata(outlet="SANA", language="en"))
    stored = ingest_article(draft).article
    record_pending_revisions()
    return Article.objects.get(pk=stored.pk)


def attributions() -> list[tuple[str, str, str]]:
    quotes = Quote.objects.select_related("speaker").order_by("start")
    return [(quote.text, quote.attribution, quote.speaker_certainty) for quote in quotes]


def forget() -> None:
    """Let the quotations and paraphrases be as an older version of the program read them."""
    for model in (Quote, IndirectQuote):
        model.objects.exclude(speaker_certainty=SpeakerCertainty.SETTLED).update(
            speaker=None, speaker_name="Moscow", speaker_certainty=SpeakerCertainty.PROBABLE, rule="older"
        )


def test_reread_article_changes_nothing_that_is_up_to_date(article: Article) -> None:
    before = attributions()
    assert reread_article(article) == RereadResult()
    assert attributions() == before


def test_reread_article_finds_the_speakers_again(article: Article) -> None:
    before, told = attributions(), list(IndirectQuote.objects.values("speaker", "speaker_certainty", "rule"))
    forget()
    assert reread_article(article) == RereadResult(changed=3, other_speakers=3)
    assert attributions() == before
    assert list(IndirectQuote.objects.values("speaker", "speaker_certainty", "rule")) == told


@pytest.mark.parametrize("name", ["Walid Muallem", ""])
def test_reread_article_keeps_a_corrected_speaker(article: Article, curator: User, name: str) -> None:
    quote = Quote.objects.get(text=WORDS)
    change_speaker([quote], name, by=curator)
    forget()
    assert reread_article(article).settled == 1
    assert (WORDS, name, "settled") in attributions()


def test_reread_article_keeps_a_corrected_speaker_of_a_moved_quotation(article: Article, curator: User) -> None:
    quote = Quote.objects.get(text=WORDS)
    change_speaker([quote], "Walid Muallem", by=curator)
    quote.refresh_from_db()
    correct_span(quote, quote.start, quote.start + len("We noted tactical successes"), by=curator)
    reread_article(article)
    assert ("We noted tactical successes", "Walid Muallem", "settled") in attributions()


def test_reread_article_knows_a_moved_quotation_by_its_words(article: Article, curator: User) -> None:
    quote = Quote.objects.get(text=WORDS)
    correct_span(quote, quote.start, quote.start + len("We noted tactical successes"), by=curator)
    forget()
    reread_article(article)
    assert ("We noted tactical successes", "Sergey Lavrov", "sure") in attributions()


def test_reread_article_settles_nothing_once_the_correction_is_undone(article: Article, curator: User) -> None:
    decision = change_speaker([Quote.objects.get(text=WORDS)], "Walid Muallem", by=curator)
    undo(decision, by=curator)
    assert Quote.objects.get(text=WORDS).speaker_certainty == "sure"
    forget()
    reread_article(article)
    assert (WORDS, "Sergey Lavrov", "sure") in attributions()


def test_reread_article_records_a_revision_of_what_it_changed(article: Article) -> None:
    lineage = Lineage.objects.get(first__text=WORDS)
    forget()
    reread_article(article)
    reread_article(article)
    assert Revision.objects.filter(code_id=lineage.code).count() == 1
    Quote.objects.filter(text=WORDS).update(speaker_certainty=SpeakerCertainty.PROBABLE)
    Lineage.objects.filter(pk=lineage.pk).update(stale=True)
    record_pending_revisions()
    reread_article(article)
    assert Revision.objects.filter(code_id=lineage.code).count() == 3


def test_reread_command_reports_and_keeps_corrections(
    article: Article, curator: User, capsys: pytest.CaptureFixture[str]
) -> None:
    change_speaker([Quote.objects.get(text=WORDS)], "Walid Muallem", by=curator)
    forget()
    call_command("reread")
    told = capsys.readouterr().out
    assert told == "1 article read again: 2 quotations updated, 2 with another speaker; 1 set by curators stay.\n"
    assert Decision.objects.count() == 1
