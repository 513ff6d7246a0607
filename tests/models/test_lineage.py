"""Tests of lineages: codes, printings, denormalized counts, addresses."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from articles.engine.text.spans import Span
from articles.models import Lineage, LineageCode
from articles.models.lineage import CODE_LENGTH, CROCKFORD, generate_code, normalize_code
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        pytest.param("7KQ2M9X4VD", "7KQ2M9X4VD", id="as printed"),
        pytest.param("7kq2m9x4vd", "7KQ2M9X4VD", id="in small letters"),
        pytest.param("7KQ2-M9X4VD", "7KQ2M9X4VD", id="with a hyphen to read it out"),
        pytest.param("oO0iIlL1ZZ", "00011111ZZ", id="letters that are read as figures"),
    ],
)
def test_normalize_code_corrects_hyphens_case_and_lookalikes(typed: str, canonical: str) -> None:
    assert normalize_code(typed) == canonical


def test_generate_code_returns_ten_unmistakable_characters() -> None:
    codes = {generate_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(
        len(code) == CODE_LENGTH and set(code) <= set(CROCKFORD) and normalize_code(code) == code for code in codes
    )


@pytest.mark.django_db
def test_new_lineage_has_a_permanent_code() -> None:
    lineage = Lineage.objects.bulk_create_with_codes([None])[0]
    assert LineageCode.objects.get(pk=lineage.code).lineage == lineage


@pytest.mark.django_db
def test_merge_into_points_every_code_to_the_survivor_in_one_hop() -> None:
    first, second, third = (make_lineage() for _ in range(3))
    second.merge_into(third)
    third.merge_into(first)
    assert {code.lineage for code in LineageCode.objects.all()} == {first}
    assert LineageCode.objects.count() == 3


@pytest.mark.django_db
def test_set_printings_deletes_former_rows_and_keeps_the_others() -> None:
    a, b, c = make_quote(TASS), make_quote(SANA, outlet="SANA"), make_quote(TASS, outlet="RT")
    lineage = make_lineage(a, b)
    kept = lineage.printings.get(quote=a)
    lineage.set_printings({a.pk: (0, 10), c.pk: (0, 5)})
    assert set(lineage.printings.values_list("quote", "start", "end")) == {(a.pk, 0, 10), (c.pk, 0, 5)}
    assert lineage.printings.get(quote=a) == kept


@pytest.mark.django_db
def test_undated_printing_is_not_first_when_another_is_dated() -> None:
    undated = make_quote(TASS, article=make_article(TASS, outlet="Russia Insider", published=None))
    dated = make_quote(SANA, outlet="SANA", published=datetime(2020, 1, 1, tzinfo=UTC))
    assert make_lineage(undated, dated).first == dated


@pytest.mark.django_db
def test_outlet_count_counts_each_article_without_outlet() -> None:
    quotes = [make_quote(TASS, outlet=None), make_quote(TASS, outlet=None), make_quote(TASS, outlet="SANA")]
    assert make_lineage(*quotes).outlet_count == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("outlets", "count"),
    [
        (["RT"], 1),
        (["RT", "RT"], 1),
        (["SANA"], 2),
        (["SANA", "SANA", "RT", "TASS"], 3),
        ([None], 2),
        ([None, None, "RT"], 3),
    ],
)
def test_add_to_summary_counts_outlets_as_refresh_summary_does(outlets: list[str | None], count: int) -> None:
    lineage = make_lineage(make_quote(TASS, outlet="RT"))
    quotes = [make_quote(TASS, outlet=outlet) for outlet in outlets]
    lineage.set_printings(
        {quote.pk: (0, len(quote.text)) for quote in [*(p.quote for p in lineage.printings.all()), *quotes]}
    )
    lineage.add_to_summary({quote: Span(0, len(quote.text)) for quote in quotes})
    taken_in = (lineage.outlet_count, lineage.outlets)
    lineage.refresh_summary()
    assert taken_in == (lineage.outlet_count, lineage.outlets)
    assert lineage.outlet_count == count


@pytest.mark.django_db
def test_migration_fills_outlets_of_existing_lineages() -> None:
    rt, sana = (make_quote(TASS, outlet=name) for name in ("RT", "SANA"))
    several = make_lineage(rt, sana, make_quote(TASS, outlet="RT"), make_quote(TASS, outlet=None))
    unknown = make_lineage(make_quote(TASS, outlet=None))
    expected = dict(Lineage.objects.values_list("pk", "outlets"))
    assert expected == {several.pk: f"{rt.article.outlet_id} {sana.article.outlet_id}", unknown.pk: ""}
    Lineage.objects.update(outlets="")
    import_module("articles.migrations.0018_outlets_of_a_lineage").note_outlets(apps, None)
    assert dict(Lineage.objects.values_list("pk", "outlets")) == expected


@pytest.mark.django_db
def test_lineage_address_has_the_code_and_the_first_words() -> None:
    lineage = make_lineage(make_quote("It\u2019s a colossal mistake, said Лавров"))
    assert lineage.get_absolute_url().endswith(
        f"/q/{lineage.code}/its-a-colossal-mistake-said-%D0%BB%D0%B0%D0%B2%D1%80%D0%BE%D0%B2"
    )


@pytest.mark.django_db
def test_quote_is_in_a_lineage_once() -> None:
    quote = make_quote()
    lineage = make_lineage(quote)
    with pytest.raises(IntegrityError), transaction.atomic():
        lineage.printings.create(quote=quote, start=0, end=3)
