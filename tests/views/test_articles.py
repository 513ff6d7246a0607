"""Article page: the stored text with its quotations marked."""

import html
import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.importers.text_warnings import TextWarning
from articles.models import Article
from tests.support.makers import make_article, make_indirect_quote, make_lineage, make_quote

pytestmark = pytest.mark.django_db

TEXT = "Menu | Home\nHe said \u201cIt\u2019s a  colossal mistake,\u201d on Tuesday.\nCheck Also\nPosted in World"
# Whether anything changed; the article; its quotes; their printings and lineages; three for what others print; what is
# told; what stands beside it.
QUERIES = 10


def article_with_chrome() -> Article:
    lines, at = [], 0
    for line, label in zip(TEXT.split("\n"), ("chrome", "body", "chrome", "link"), strict=True):
        lines.append([at, at + len(line), label, f"a line that is {label}"])
        at += len(line) + 1
    return make_article(TEXT, paragraphs=lines, url="https://www.sana.sy/en/?p=61729", credit="TASS")


def test_article_page_shows_the_text_exactly_as_stored() -> None:
    article = article_with_chrome()
    make_lineage(make_quote("It\u2019s a  colossal mistake,", article=article))
    page = Client().get(article.get_absolute_url()).content.decode()
    paragraphs = re.findall(r'<p (?:class="\w+" )?dir="auto">(.*?)</p>', page, flags=re.DOTALL)
    shown = [html.unescape(re.sub(r"<a class=.key.*?</a>|<[^>]+>", "", paragraph)) for paragraph in paragraphs]
    assert shown == TEXT.split("\n")


def test_article_page_folds_away_other_paragraphs_with_their_rule(client: Client) -> None:
    page = client.get(article_with_chrome().get_absolute_url()).content.decode()
    folded = re.findall(r"<details.*?</details>", page, flags=re.DOTALL)
    assert len(folded) == 2
    assert "Menu | Home" in folded[0]
    assert "1 paragraph not part of the article" in folded[0]
    assert "2 paragraphs not part of the article" in folded[1]
    assert "link: a line that is link" in folded[1]


def test_article_page_links_quotations_to_their_lineages(client: Client) -> None:
    article = article_with_chrome()
    quote = make_quote("It\u2019s a  colossal mistake,", article=article)
    lineage = make_lineage(quote, make_quote("It's a colossal mistake", outlet="RT"))
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'<q class="quotation" id="quote-{quote.pk}">' in page
    assert f'<a class="key" href="{lineage.get_absolute_url()}">' in page
    assert "1 other version" in page


def test_article_page_links_a_quotation_without_lineage_to_its_note(client: Client) -> None:
    article = article_with_chrome()
    make_quote("It\u2019s a  colossal mistake,", article=article)
    page = client.get(article.get_absolute_url()).content.decode()
    assert '<a class="key" href="#note-1">' in page
    assert "no other version found" in page


def test_article_page_names_the_halves_of_a_quotation(client: Client) -> None:
    article = make_article("\u201cThe first half,\u201d he said. \u201cThe second half.\u201d")
    first = make_quote("The first half,", article=article)
    second = make_quote("The second half.", article=article)
    first.other_half, second.other_half = second, first
    first.save()
    second.save()
    page = client.get(article.get_absolute_url()).content.decode()
    assert 'continues in <a href="#note-2">2</a>' in page
    assert 'begins in <a href="#note-1">1</a>' in page


def test_article_page_says_that_a_text_is_an_excerpt(client: Client) -> None:
    assert "<b>Excerpt.</b>" in client.get(make_article(excerpt=True).get_absolute_url()).content.decode()
    assert "<b>Excerpt.</b>" not in client.get(make_article().get_absolute_url()).content.decode()


def test_article_page_marks_a_quotation_in_both_its_paragraphs(client: Client) -> None:
    text = "He said \u201cOne part.\nAnother part.\u201d"
    article = make_article(text, paragraphs=[[0, 18, "body", ""], [19, len(text), "body", ""]])
    make_quote("One part.\nAnother part.", article=article)
    page = client.get(article.get_absolute_url()).content.decode()
    assert page.count('<q class="quotation"') == 2
    assert page.count('id="quote-') == 1
    assert page.count('class="key"') == 1


@pytest.mark.parametrize("path", ["/a/{}", "/a/{}/", "/a/{}/wrong", "/a/{}/wrong/", "/a/000{}/wrong"])
def test_article_page_redirects_other_spellings(client: Client, path: str) -> None:
    article = make_article()
    response = client.get(path.format(article.pk) + "?x=1")
    assert (response.status_code, response["Location"]) == (301, f"{article.get_absolute_url()}?x=1")


@pytest.mark.parametrize("path", ["/a/0", "/a/999999", "/a/99999999999999999999999", "/a/-1", "/a/x"])
def test_article_page_answers_404_for_unknown_articles(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("title", ["Лавров: США щадят ИГ", "", "???", "x" * 300])
def test_article_page_answers_whatever_the_headline(client: Client, title: str) -> None:
    assert client.get(make_article(title=title).get_absolute_url()).status_code == 200


def test_article_page_answers_without_an_outlet(client: Client) -> None:
    assert "unknown outlet" in client.get(make_article(outlet=None).get_absolute_url()).content.decode()


def test_article_page_escapes_hostile_text(client: Client) -> None:
    hostile = "<script>alert(1)</script><!-- \" ' & </p></article> \u202e"
    article = make_article(
        f"\u201c{hostile}\u201d", title=hostile, byline=hostile, credit=hostile, outlet=hostile, language='en"><script>'
    )
    make_quote(hostile, article=article, speaker=hostile)
    page = client.get(article.get_absolute_url()).content.decode()
    assert page.count("<script") == page.count("</script>") == 2
    assert "<!--" not in page
    assert "alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("quotes", [1, 3])
def test_article_page_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, quotes: int
) -> None:
    article = make_article(" ".join(f"\u201cQuotation {n}\u201d" for n in range(quotes)))
    for n in range(quotes):
        make_lineage(make_quote(f"Quotation {n}", article=article))
    with django_assert_num_queries(QUERIES):
        client.get(article.get_absolute_url())


def test_article_page_marks_and_lists_indirect_quotes_apart(client: Client) -> None:
    article = make_article("The talks, Lavrov said, had failed. \u201cWe know,\u201d he said.")
    make_quote("We know,", article=article)
    told = make_indirect_quote("The talks", "had failed", article=article, occasion="at a briefing")
    page = client.get(article.get_absolute_url()).content.decode()
    assert f'<span class="told" id="told-{told.pk}">The talks</span>, Lavrov said, ' in page
    assert '<span class="told">had failed</span>' in page
    assert "1 quotation in this article" in page
    assert "1 passage reports what somebody said without" in page
    assert f'<a href="#told-{told.pk}" dir="auto" lang="en">The talks had failed</a>' in page
    assert "<bdi>at a briefing</bdi>" in page


def test_article_page_has_no_list_without_indirect_quotes(client: Client) -> None:
    assert "In other words" not in client.get(make_article().get_absolute_url()).content.decode()


def test_article_page_notes_the_occasion_of_a_quotation(client: Client) -> None:
    article = make_article("\u201cWe know,\u201d he said.")
    make_quote("We know,", article=article, occasion="in an interview on Tuesday")
    assert "<bdi>in an interview on Tuesday</bdi>" in client.get(article.get_absolute_url()).content.decode()


def waiting_article(**lease: object) -> Article:
    article = make_article("\u201cThe first half,\u201d he said. \u201cThe second half.\u201d", waiting=True)
    for words in ("The first half,", "The second half."):
        make_quote(words, article=article)
    Article.objects.filter(pk=article.pk).update(**lease)
    return article


def asked_again(client: Client, article: Article) -> str:
    """Return what htmx gets."""
    answer = client.get(article.get_absolute_url(), headers={"HX-Request": "true", "HX-Target": "comparing"})
    assert "HX-Request" in answer["Vary"]
    return answer.content.decode()


@pytest.mark.parametrize(
    ("lease", "said"),
    [
        pytest.param({}, "will be compared with 1 other; 1 article is ahead of it.", id="waiting"),
        pytest.param({"last_error": "ValueError"}, "The last attempt failed and will be repeated.", id="failed once"),
        pytest.param(
            {"link_state": "linking", "lease_owner": "a"},
            "The 2 quotations of this article are being compared with 1 other.",
            id="linking",
        ),
    ],
)
def test_linking_progress_is_polled_while_the_article_waits(
    client: Client, lease: dict[str, object], said: str
) -> None:
    make_quote("It is a colossal mistake")
    Article.objects.create(original=b"", text="", text_key="", lease_until="2015-11-17T00:00Z")
    article = waiting_article(**lease)
    page = client.get(article.get_absolute_url()).content.decode()
    part = asked_again(client, article)
    for shown in (page, part):
        assert said in shown
        assert f'hx-get="{article.get_absolute_url()}" hx-trigger="load delay:1s' in shown
        assert f'href="{article.get_absolute_url()}">Check again</a>' in shown
    assert "not compared yet" in page
    assert "no other version found" not in page
    assert "<html" not in part


def test_linking_progress_is_polled_seldom_after_long_waiting(client: Client) -> None:
    article = waiting_article(taken_in="2015-11-17T00:00Z")
    assert 'hx-trigger="load delay:30s' in asked_again(client, article)


def test_linking_progress_gives_way_to_the_quotations_when_done(client: Client) -> None:
    article = waiting_article(link_state="linked", lease_until=None)
    first, second = article.quotes.order_by("start")
    lineage = make_lineage(first, make_quote("The first half", outlet="SANA"))
    make_lineage(second)
    part = asked_again(client, article)
    assert "1 of 2 quotations has other versions." in part
    assert '<ol id="notes" hx-swap-oob="true">' in part
    assert lineage.get_absolute_url() in part
    assert "hx-get" not in part
    assert "comparing" not in client.get(article.get_absolute_url()).content.decode()


def test_linking_progress_says_when_linking_was_given_up(client: Client) -> None:
    page = client.get(waiting_article(link_state="failed", lease_until=None).get_absolute_url()).content.decode()
    assert "<b>Not compared.</b>" in page
    assert "not compared yet" in page
    assert "hx-get" not in page.partition('id="comparing"')[2].partition("</div>")[0]


def test_linking_progress_is_empty_without_quotations(client: Client) -> None:
    page = client.get(make_article(waiting=True).get_absolute_url()).content.decode()
    assert "comparing" not in page


def test_linking_progress_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    article = waiting_article()
    # Whether anything changed; the article, its quotations, the others, those before it.
    with django_assert_num_queries(5):
        asked_again(client, article)


def test_article_page_warns_readers_of_what_may_be_missing(client: Client) -> None:
    article = make_article(TEXT)
    Article.objects.update(warnings=["wall", "unknown"])
    page = client.get(article.get_absolute_url()).content.decode()
    assert re.findall(r'<p class="notice">(.*?)</p>', page) == [TextWarning.WALL.sentence]


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("\u2018Colossal mistake\u2019, says minister", "words of quotation 1"),
        ("\u2018It is a most colossal mistake\u2019, says minister", "not the words of quotation 1, which is nearest"),
        ("\u2018Never again\u2019, says minister", "in no quotation found in the text"),
    ],
)
def test_article_page_leads_words_of_the_headline_to_their_quotation(client: Client, headline: str, said: str) -> None:
    article = make_article(TEXT, title=headline)
    make_lineage(make_quote("It\u2019s a  colossal mistake,", article=article))
    page = client.get(article.get_absolute_url()).content.decode()
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())
    assert f": {said}" in shown
    assert article.quotes.count() == 1
