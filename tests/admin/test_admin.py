"""Tests of the admin: lists, search, links, read-only evidence, actions."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import (
    Alias,
    ArchiveJob,
    Article,
    BaselineMembership,
    Decision,
    DeskPreference,
    Fetch,
    IncomingArticle,
    IndirectQuote,
    Lineage,
    LineageCode,
    Match,
    Outlet,
    Printing,
    Quote,
    Revision,
    Ruling,
    Source,
    SourceItem,
    Speaker,
    WordPair,
)
from articles.roles import CURATORS
from articles.services.corrections import withdraw
from articles.services.curation import rule, split_off
from articles.services.linking.incremental import link_quotes
from tests.support.cards import make_user
from tests.support.makers import SANA, TASS, make_article, make_indirect_quote, make_quote
from tests.support.speeches import CLEAN, build_recording, build_report, ingest_speech

pytestmark = pytest.mark.django_db

INLINE_MODELS = {"OutletHost", "SpeakerName"}
UNREGISTERED_MODELS = {
    WordPair.__name__,
    BaselineMembership.__name__,
    DeskPreference.__name__,
    "FormerSlug",
    "ArchivePosition",
    "ArticleVersion",  # shown on pages of their own, as printed
    "VersionQuote",
    "Recheck",
    "Sighting",
    "DecisionComment",  # shown and written on the page of its decision
    "RelinkRequest",
    "SearchPosting",
    "Variant",
}
APPEND_ONLY_MODELS = [Decision, Revision, Ruling]
MODELS = [
    *APPEND_ONLY_MODELS,
    Alias,
    ArchiveJob,
    Article,
    Fetch,
    IncomingArticle,
    LineageCode,
    IndirectQuote,
    Lineage,
    Match,
    Outlet,
    Printing,
    Quote,
    Source,
    SourceItem,
    Speaker,
]


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("curator"))
    return client


@pytest.fixture
def lineage() -> Lineage:
    make_indirect_quote("that it failed", article=make_article("Lavrov said that it failed."))
    quotes = [make_quote(TASS, occasion="in an interview"), make_quote(SANA, outlet="SANA")]
    link_quotes(quotes)
    rule(quotes[0], quotes[1], "same", by=User.objects.create_superuser("another"))
    fetch = Fetch.objects.create(address="https://sana.example/1", host="sana.example", article=quotes[1].article)
    ArchiveJob.objects.create(article=quotes[1].article, task="first", address="https://sana.example/1")
    IncomingArticle.objects.create(name="sana.html", content=b"<html>", fetch=fetch)
    source = Source.objects.create(address="https://sana.example/feed", title="SANA")
    SourceItem.objects.create(source=source, key="1", address="https://sana.example/1", fetch=fetch)
    return Lineage.objects.get()


def address(table: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:articles_{table._meta.model_name}_{page}", args=args)


def test_admin_registers_every_table() -> None:
    kept = {model.__name__ for model in apps.get_app_config("articles").get_models()}
    shown = {model.__name__ for model in admin.site._registry}
    assert kept - shown == INLINE_MODELS | UNREGISTERED_MODELS


@pytest.mark.parametrize("table", MODELS)
def test_changelist_can_be_searched_and_filtered(table: type[Model], curator: Client, lineage: Lineage) -> None:
    registered = admin.site.get_model_admin(table)
    assert registered.search_fields
    assert registered.list_filter
    rows = curator.get(address(table, "changelist"))
    assert rows.status_code == 200
    assert rows.context["cl"].result_count == table._default_manager.count()
    nothing = curator.get(address(table, "changelist"), {"q": "no such words anywhere"})
    assert nothing.context["cl"].result_count == 0


@pytest.mark.parametrize("table", MODELS)
def test_change_page_opens_for_every_table(table: type[Model], curator: Client, lineage: Lineage) -> None:
    row = table._default_manager.first()
    assert row is not None
    assert curator.get(address(table, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("table", [*APPEND_ONLY_MODELS, LineageCode, IndirectQuote, Lineage, Match, Printing, Quote])
def test_evidence_and_derived_rows_are_read_only(table: type[Model], curator: Client, lineage: Lineage) -> None:
    row = table._default_manager.first()
    assert row is not None
    assert curator.post(address(table, "change", row.pk), {}).status_code == 403
    assert curator.post(address(table, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert curator.get(address(table, "add")).status_code == 403


def test_article_admin_allows_a_new_date_but_no_new_text(curator: Client, lineage: Lineage) -> None:
    article = Article.objects.first()
    assert article is not None
    text = article.text
    form = {
        "outlet": article.outlet_id, "title": "Another headline", "byline": "", "published_0": "2015-11-16",
        "published_1": "00:00:00", "precision": "day", "language": "en", "kind": "article", "credit": "TASS",
        "text": "typed over", "quotes-TOTAL_FORMS": 0, "quotes-INITIAL_FORMS": 0,
    }  # fmt: skip
    assert curator.post(address(Article, "change", article.pk), form).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.text) == ("Another headline", text)
    assert article.published is not None
    assert article.published.day == 16


def test_article_admin_dates_a_speech_but_makes_no_transcript_of_an_article(curator: Client) -> None:
    lineage = ingest_speech(build_report("The Vik Times", CLEAN), build_recording(said=None, days_later=30))
    assert lineage.first
    assert not lineage.first.article.is_spoken
    for article, kind in ((lineage.first.article, "transcript"), (Article.objects.get(kind="recording"), "transcript")):
        assert article.published
        form = {
            "outlet": article.outlet_id, "title": article.title, "published_0": article.published.date().isoformat(),
            "published_1": article.published.time().isoformat(), "published_offset": article.published_offset or "",
            "precision": article.precision, "kind": kind, "said_on": "2026-11-03", "quotes-TOTAL_FORMS": 0,
            "quotes-INITIAL_FORMS": 0,
        }  # fmt: skip
        answer = curator.post(address(Article, "change", article.pk), form)
        assert answer.status_code == (302 if article.is_spoken else 200)
    lineage.refresh_from_db()
    assert lineage.first.article.kind == "transcript"


def test_quote_search_ignores_case_and_typography(curator: Client, lineage: Lineage) -> None:
    found = curator.get(address(Quote, "changelist"), {"q": "LIFE  HAS PROVED\N{NO-BREAK SPACE}they"})
    assert found.context["cl"].result_count == 1


def test_admin_rows_link_to_neighbours_and_public_pages(curator: Client, lineage: Lineage) -> None:
    quote = Quote.objects.earliest("pk")
    page = curator.get(address(Quote, "change", quote.pk)).content.decode()
    for neighbour in (lineage, Match.objects.get()):
        assert address(type(neighbour), "change", neighbour.pk) in page
    outlets = curator.get(address(Outlet, "changelist")).content.decode()
    assert f"{address(Article, 'changelist')}?outlet__id__exact=" in outlets
    site = curator.get(address(Lineage, "change", lineage.pk))
    assert curator.get(site.context["absolute_url"]).url.endswith(lineage.get_absolute_url())  # type: ignore[attr-defined]


def test_changelist_query_count_does_not_grow_with_rows(curator: Client) -> None:
    def queries(table: type[Model]) -> int:
        with CaptureQueriesContext(connection) as captured:
            curator.get(address(table, "changelist"))
        return len(captured)

    make_indirect_quote("that it failed", article=make_article("Lavrov said that it failed."))
    link_quotes([make_quote(TASS), make_quote(SANA, outlet="SANA")])
    few = {table.__name__: queries(table) for table in MODELS}
    make_indirect_quote(
        "that it went on", article=make_article("He said that it went on.", outlet="RT"), speaker="John Kerry"
    )
    link_quotes([make_quote(TASS, outlet="RT"), make_quote(SANA, outlet="Press TV", speaker="John Kerry")])
    assert {table.__name__: queries(table) for table in MODELS} == few


def speakers(*names: str) -> list[Speaker]:
    for number, name in enumerate(names):
        make_quote(f"words that nobody else says, number {number}", speaker=name)
    return [Speaker.objects.get(name=name) for name in names]


def test_speaker_merge_asks_first_and_can_be_undone(curator: Client) -> None:
    kept, other = speakers("Foreign Ministry", "Russian MFA")
    chosen = {"action": "merge", "_selected_action": [kept.pk, other.pk]}
    question = curator.post(address(Speaker, "changelist"), chosen)
    assert question.status_code == 200
    assert "Which speaker should remain?" in question.content.decode()
    assert not Speaker.objects.exclude(merged_into=None).exists()
    answer = curator.post(address(Speaker, "changelist"), chosen | {"kept": kept.pk}, follow=True)
    assert "1 quotation is now attributed to Foreign Ministry" in answer.content.decode()
    assert kept.quotes.count() == 2
    assert curator.get(other.get_absolute_url()).headers["Location"] == kept.get_absolute_url()
    part = {"action": "part", "_selected_action": [other.pk]}
    assert "You can redo the merge." in curator.post(address(Speaker, "changelist"), part).content.decode()
    assert kept.quotes.count() == 2
    curator.post(address(Speaker, "changelist"), part | {"sure": "yes"})
    assert (kept.quotes.count(), other.quotes.count()) == (1, 1)


def test_refused_speaker_merge_says_why_and_changes_nothing(curator: Client) -> None:
    kept, other, third = speakers("Foreign Ministry", "Russian MFA", "Smolenskaya Square")
    curator.post(
        address(Speaker, "changelist"),
        {"action": "merge", "_selected_action": [kept.pk, other.pk], "kept": kept.pk},
    )
    again = {"action": "merge", "_selected_action": [other.pk, third.pk, kept.pk], "kept": third.pk}
    answer = curator.post(address(Speaker, "changelist"), again, follow=True)
    assert "Nothing was changed. Russian MFA is already merged into" in answer.content.decode()
    answer = curator.post(
        address(Speaker, "changelist"),
        {"action": "merge", "_selected_action": [third.pk], "kept": kept.pk},
        follow=True,
    )
    assert "Choose at least two speakers." in answer.content.decode()
    assert third.quotes.count() == 1


def test_failed_articles_show_the_reason_and_can_be_retried(curator: Client) -> None:
    article = make_article(title="Odd logic")
    Article.objects.update(link_state="failed", attempts=5, last_error="ValueError: a word that is none")
    found = curator.get(address(Article, "changelist"), {"link_state__exact": "failed"})
    assert found.context["cl"].result_count == 1
    assert "ValueError: a word that is none" in curator.get(address(Article, "change", article.pk)).content.decode()
    asked = {"action": "try_again", "_selected_action": [article.pk]}
    assert "Odd logic" in curator.post(address(Article, "changelist"), asked).content.decode()
    assert not Article.objects.due().exists()
    answer = curator.post(address(Article, "changelist"), asked | {"sure": "yes"}, follow=True)
    assert "1 article is waiting for a worker again" in answer.content.decode()
    assert Article.objects.due().get() == article


def test_outlet_merge_and_boilerplate_ask_first(curator: Client) -> None:
    quotes = [make_quote(f"{TASS} {outlet}", outlet=outlet) for outlet in ("SANA", "Syrian Arab News Agency")]
    for table, action, chosen in (
        (Outlet, "merge", [quote.article.outlet_id for quote in quotes]),
        (Quote, "leave_out", [quotes[0].pk]),
    ):
        sent = {"action": action, "_selected_action": chosen}
        question = curator.post(address(table, "changelist"), sent)
        assert f'<input type="hidden" name="action" value="{action}">' in question.content.decode()
        assert not Decision.objects.filter(verb=Decision.Verb.UNDO).exists()
        before = Decision.objects.count()
        curator.post(address(table, "changelist"), sent | {"sure": "yes", "kept": chosen[0]})
        assert Decision.objects.count() == before + 1
    assert Outlet.objects.current().get().name == "SANA"


def test_lists_have_a_box_for_a_part_of_an_outlets_name(curator: Client) -> None:
    for outlet in ("SANA", "TASS"):
        make_quote(f"{TASS} {outlet}", outlet=outlet)
    page = curator.get(address(Quote, "changelist"), {"article-outlet": "san", "type__exact": "direct"})
    assert [quote.article.outlet_name for quote in page.context["cl"].result_list] == ["SANA"]
    shown = page.content.decode()
    assert 'name="article-outlet" value="san"' in shown
    assert '<input type="hidden" name="type__exact" value="direct">' in shown
    assert "TASS" not in shown


def test_undo_of_decisions_asks_first_and_is_all_or_nothing(curator: Client, lineage: Lineage) -> None:
    by = User.objects.get(username="another")
    quotes = list(lineage.printings.values_list("quote", flat=True))
    older = split_off(lineage, quotes[1:], by=by)
    withdrawn = withdraw(Quote.objects.get(pk=quotes[0]).article, "It was a hoax.", by=by)
    sent = {"action": "take_back", "_selected_action": [older.pk, withdrawn.pk]}
    assert "Undo: 2?" in curator.post(address(Decision, "changelist"), sent).content.decode()
    junior = Client()
    junior.force_login(make_user("junior", CURATORS))
    assert junior.post(address(Decision, "changelist"), sent | {"sure": "yes"}).status_code == 403
    curator.post(address(Decision, "changelist"), sent | {"sure": "yes"})
    assert Lineage.objects.get().printing_count == len(quotes)
    again = curator.post(address(Decision, "changelist"), sent | {"sure": "yes"}, follow=True)
    assert "Nothing was changed. This decision is already undone." in again.content.decode()


def test_refused_withdrawal_asks_again_with_the_reason(curator: Client, lineage: Lineage) -> None:
    article = Quote.objects.earliest("pk").article
    withdraw(article, "It was a hoax.", by=User.objects.get(username="another"))
    sent = {"action": "withdraw", "_selected_action": [article.pk], "because": "The outlet took it back."}
    answer = curator.post(address(Article, "changelist"), sent).content.decode()
    assert 'value="The outlet took it back."' in answer


def test_article_is_withdrawn_from_its_own_page(curator: Client) -> None:
    article = make_quote(TASS).article
    page, withdrawal = address(Article, "change", article.pk), f"/admin/articles/article/{article.pk}/withdraw/"
    assert withdrawal in curator.get(page).content.decode()
    assert "Reason (readers see it)" in curator.get(withdrawal).content.decode()
    assert curator.post(withdrawal, {"because": "The outlet took it back."})["Location"] == page
    article.refresh_from_db()
    assert article.withdrawn_because == "The outlet took it back."
    assert withdrawal not in curator.get(page).content.decode()


def test_plain_curator_does_not_withdraw(client: Client) -> None:
    article = make_quote(TASS).article
    client.force_login(make_user("plain", CURATORS))
    assert client.post(f"/admin/articles/article/{article.pk}/withdraw/", {"because": "no"}).status_code == 403


def test_renamed_slug_of_an_outlet_is_a_decision_and_the_old_address_redirects(curator: Client) -> None:
    outlet = make_quote(TASS, outlet="sott.net").article.outlet
    assert outlet is not None
    old, page = outlet.get_absolute_url(), address(Outlet, "change", outlet.pk)
    fields = {"name": "Sott", "slug": "sott", "kind": "site", "domain": "", "country": ""}
    fields |= {"hosts-TOTAL_FORMS": "0", "hosts-INITIAL_FORMS": "0"}
    assert curator.post(page, fields).status_code == 302
    assert curator.get(old)["Location"] == "/o/sott"
    assert Decision.objects.get().verb == "slug"
    outlet.refresh_from_db()
    assert (outlet.name, outlet.slug) == ("Sott", "sott")
    other = make_quote(SANA, outlet="SANA").article.outlet
    assert other is not None
    refused = curator.post(
        address(Outlet, "change", other.pk), fields | {"name": "SANA", "slug": old.rpartition("/")[2]}
    )
    assert "still leads there" in refused.content.decode()
