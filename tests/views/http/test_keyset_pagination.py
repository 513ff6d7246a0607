"""Keyset pagination."""

from datetime import UTC, datetime

import pytest
from django.db.models import F, Func
from django.http import Http404

from articles.models import Article, Outlet
from articles.views.http.keyset_pagination import paginate
from tests.support.makers import make_article

pytestmark = pytest.mark.django_db


def test_paginate_covers_the_list_once_in_order() -> None:
    dates = [None, datetime(2015, 1, 1, tzinfo=UTC), datetime(2016, 1, 1, tzinfo=UTC), datetime(2015, 1, 1, tzinfo=UTC)]
    for published in dates * 3:
        make_article(published=published)
    listed = Article.objects.newest_first()
    seen: list[Article] = []
    after = ""
    while True:
        page = paginate(listed, after, size=5)
        seen += page.rows
        if not page.next:
            break
        after = page.next
    assert seen == list(listed)
    assert len(page) == 2


def test_paginate_is_stable_when_rows_are_added() -> None:
    for _ in range(4):
        make_article()
    first = paginate(Article.objects.newest_first(), "", size=2)
    before = paginate(Article.objects.newest_first(), first.next, size=2).rows
    make_article(published=datetime(2030, 1, 1, tzinfo=UTC))
    assert paginate(Article.objects.newest_first(), first.next, size=2).rows == before


def test_paginate_takes_ascending_order() -> None:
    for name in ("SANA", "RT", "TASS"):
        Outlet.objects.get_or_create_by_name(name)
    listed = Outlet.objects.order_by("name", "pk")
    first = paginate(listed, "", by="slug", size=2)
    assert [str(row) for row in first.rows] == ["RT", "SANA"]
    assert first.next == "sana"
    assert [str(row) for row in paginate(listed, "sana", by="slug", size=2).rows] == ["TASS"]


def test_paginate_has_no_next_page_after_a_full_last_page() -> None:
    make_article()
    assert paginate(Article.objects.newest_first(), "", size=1).next == ""


@pytest.mark.parametrize("after", ["7", "x", "-1", "9" * 40, "\x00"])
def test_paginate_raises_404_behind_an_unknown_row(after: str) -> None:
    with pytest.raises(Http404):
        paginate(Article.objects.newest_first(), after)


def test_paginate_refuses_a_computed_order() -> None:
    make_article()
    listed = Article.objects.order_by(Func(F("title"), function="LENGTH").asc())
    with pytest.raises(TypeError, match="cannot be paged"):
        paginate(listed, str(Article.objects.get().pk))
