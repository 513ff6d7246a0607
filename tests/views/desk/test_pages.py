"""Statistics and help of the desk."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.queries.review_queue import LANES
from articles.roles import CURATORS
from articles.services.curation import rule, undo
from tests.support.cards import REVIEW, make_uncertain_pair, make_user

pytestmark = pytest.mark.django_db


def test_desk_statistics_are_drawn(desk: Client, curator: User) -> None:
    one, other = make_uncertain_pair()
    empty = desk.get(f"{REVIEW}statistics/").content.decode()
    assert "<dd>0</dd><dt>decisions" in empty
    assert "no data yet" in empty
    assert empty.count("<svg") == empty.count('<svg class="icon"')
    undo(rule(one, other, "same", by=curator), by=curator)
    rule(one, other, "same", by=curator)
    rule(one, other, "same", by=make_user("another", CURATORS))
    page = desk.get(f"{REVIEW}statistics/").content.decode()
    assert "<dd>3</dd><dt>decisions" in page
    assert "Decisions per day: 3 on" in page
    assert "1 of 1, 100.0 %, between 20.7 % and 100.0 %" in page
    assert "1 of 3, 33.3 %" in page
    assert "<dd>1.00</dd> <dt>agreement" in page
    assert page.count('class="gone"') == 2  # of the day, and in the key
    assert page.count('id="hatched"') == 1  # and not again in the chart of seconds


def test_desk_help_names_every_lane(desk: Client) -> None:
    page = desk.get(f"{REVIEW}help/").content.decode()
    assert all(lane.name in page for lane in LANES)
