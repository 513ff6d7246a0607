"""Why two quotes are or are not printings of the same words is said in sentences, the same on the admin's page."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Match
from articles.queries.match_explanation import describe_evidence, explain
from articles.services.corrections import mark_boilerplate
from articles.services.curation import rule
from articles.services.linking.incremental import link_quotes
from tests.support.makers import SANA, TASS, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def match() -> Match:
    link_quotes([make_quote(TASS), make_quote(SANA, outlet="SANA")])
    return Match.objects.get()


def test_a_match_is_explained_by_its_parts(match: Match) -> None:
    said = explain(match.a, match.b)
    assert said.verdict.startswith("They match, with a probability of ")
    assert "They name the same speaker." in said.reasons
    assert "They were published within a day of each other." in said.reasons
    assert said.membership.startswith("They are in one lineage, ")


def test_quotes_that_do_not_match_are_told_the_reason() -> None:
    said = explain(make_quote(TASS), make_quote("bread and rooms are dear this winter, and coal too", outlet="RT"))
    assert said.verdict.startswith("They do not match: ")
    assert not said.reasons


def test_what_stands_in_no_lineage_is_not_said_to_stand_in_another(match: Match) -> None:
    mark_boilerplate(match.b, by=User.objects.create_user("ada"))
    assert explain(match.a, match.b).membership == "At least one of them is in no lineage."


def test_a_curators_word_is_told_too(match: Match) -> None:
    assert not explain(match.a, match.b).ruling
    rule(match.a, match.b, "different", by=User.objects.create_user("ada"))
    said = explain(match.a, match.b)
    assert said.ruling.startswith("ada ruled on ")
    assert said.ruling.endswith(": different.")
    assert said.membership == "They are in different lineages."


def test_what_an_earlier_version_called_otherwise_is_left_out() -> None:
    assert describe_evidence({"likeness": 0.9, "days apart": 1.5}) == ("They were published 1.5 days apart.",)


def test_the_page_of_a_match_says_the_same_before_anything_else(match: Match, client: Client) -> None:
    client.force_login(User.objects.create_superuser("curator"))
    page = client.get(reverse("admin:articles_match_change", args=[match.pk])).content.decode()
    sentences = explain(match.a, match.b).sentences
    places = [page.index(sentence.replace("'", "&#x27;")) for sentence in sentences]
    assert places == sorted(places)
    assert places[-1] < page.index("Stored values")
    assert "life has proved they never went back" in page
