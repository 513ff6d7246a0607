"""Makers for tests of the desk: users with roles, and pairs of printings to review."""

import re
from datetime import UTC, datetime

from django.contrib.auth.models import Group, User

from articles.models import Match, Quote
from tests.support.makers import SANA, TASS, make_lineage, make_quote

REVIEW = "/admin/articles/ruling/review/"


def make_user(name: str, *groups: str) -> User:
    """Make a staff user in these groups."""
    user = User.objects.create_user(name, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_match(a: Quote, b: Quote, score: float) -> Match:
    """Make a match of two whole quotes."""
    return Match.objects.create(
        a=a, b=b, score=score, a_start=0, a_end=len(a.text), b_start=0, b_end=len(b.text), whole_a=1, whole_b=1
    )


def make_uncertain_pair(a: str = TASS, b: str = SANA, score: float = 0.6) -> tuple[Quote, Quote]:
    """Make two printings in lineages of their own, and an uncertain match between them."""
    first, second = make_quote(a), make_quote(b, outlet="SANA", published=datetime(2015, 11, 18, tzinfo=UTC))
    make_lineage(first)
    make_lineage(second)
    make_match(first, second, score)
    return first, second


def read_hidden_fields(page: str, form: str = 'class="answer"') -> dict[str, str]:
    """Return the hidden fields of the card, or of the first form after `form`."""
    shown = page.partition(form)[2].partition("</form>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
