"""What stands on the desk of a test: two uncertain printings, and somebody to decide about them.

Left to others: rows of any kind (`tests.support.makers`).
"""

import re
from datetime import UTC, datetime

from django.contrib.auth.models import Group, User

from articles.models import Match, Quote
from tests.support.makers import SANA, TASS, make_lineage, make_quote

REVIEW = "/admin/articles/ruling/review/"


def user(name: str, *groups: str) -> User:
    made = User.objects.create_user(name, is_staff=True)
    made.groups.set(Group.objects.filter(name__in=groups))
    return made


def matched(a: Quote, b: Quote, score: float) -> Match:
    return Match.objects.create(
        a=a, b=b, score=score, a_start=0, a_end=len(a.text), b_start=0, b_end=len(b.text), whole_a=1, whole_b=1
    )


def uncertain(a: str = TASS, b: str = SANA, score: float = 0.6) -> tuple[Quote, Quote]:
    """Two printings in lineages of their own, and a match between them of which the matcher is not sure."""
    one, other = make_quote(a), make_quote(b, outlet="SANA", published=datetime(2015, 11, 18, tzinfo=UTC))
    make_lineage(one)
    make_lineage(other)
    matched(one, other, score)
    return one, other


def fields(page: str, form: str = 'class="answer"') -> dict[str, str]:
    """Return the hidden fields of the card, or of the first form after `form`."""
    shown = page.partition(form)[2].partition("</form>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
