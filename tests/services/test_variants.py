"""Variants: the stored differences of printings from the earliest, updated with the lineage."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from pytest_django import DjangoAssertNumQueries

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Lineage, Variant
from articles.services.revisions import record_revisions
from tests.support.makers import SANA, TASS, make_lineage, make_quote, record_lineage_variants

pytestmark = pytest.mark.django_db

EARLIER, LATER = datetime(2015, 11, 16, tzinfo=UTC), datetime(2015, 11, 19, tzinfo=UTC)
QUERY_COUNT = 4  # read printings, delete old rows, create rows, update lineages


def record(lineage: Lineage) -> list[tuple[str, str, str, str]]:
    record_lineage_variants([lineage], STANDARD_ALIASES)
    rows = Variant.objects.filter(printing__lineage=lineage).order_by("pk").select_related("outlet")
    return [(str(row.outlet), row.kind, row.before, row.after) for row in rows]


def test_record_variants_stores_each_change_with_its_words() -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=LATER))
    assert record(lineage) == [
        ("SANA", "deletion.silent.parenthetical", "(life has proved they never went back from their words)", ""),
        ("SANA", "name_swap", "Islamic State", "ISIS"),
    ]
    lineage.refresh_from_db()
    assert lineage.altered == 7
    assert lineage.kinds == "deletion.silent.parenthetical name_swap"


def test_migration_fills_the_kinds_of_stored_lineages() -> None:
    changed = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"), make_quote(f"{TASS}.", outlet="RT"))
    plain = make_lineage(
        make_quote("other words of another day"), make_quote("Other words of another day", outlet="RT")
    )
    record_lineage_variants([changed, plain], STANDARD_ALIASES)
    Lineage.objects.update(kinds="")
    migration = "0017_kinds_of_change_of_a_lineage"
    apps = MigrationLoader(connection).project_state(("articles", migration)).apps
    import_module(f"articles.migrations.{migration}").note_kinds(apps, None)
    found = dict(Lineage.objects.values_list("pk", "kinds"))
    assert found == {changed.pk: "deletion.silent.parenthetical name_swap", plain.pk: ""}


def test_record_variants_stores_a_printing_without_changes() -> None:
    assert record(make_lineage(make_quote(TASS), make_quote(f"{TASS}.", outlet="RT"))) == [("RT", "", "", "")]


def test_record_variants_ignores_where_a_printing_begins_and_ends() -> None:
    part = "pledged not to take any action against the Syrian army"
    assert record(make_lineage(make_quote(TASS), make_quote(part, outlet="RT"))) == [("RT", "", "", "")]


def test_record_variants_stores_one_row_for_two_translations() -> None:
    lineage = make_lineage(
        make_quote("the strikes were selective, I would say sparing, and in most cases spared those groups"),
        make_quote("blows fell with care upon whoever could not push at an army", outlet="RT"),
    )
    assert record(lineage) == [("RT", "paraphrase", "", "")]


def test_record_variants_stores_nothing_for_a_single_printing() -> None:
    assert record(make_lineage(make_quote(TASS))) == []


def test_record_variants_compares_with_a_new_earliest_printing() -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=LATER))
    record(lineage)
    lineage.printings.create(quote=make_quote(SANA, outlet="RT", published=EARLIER), start=0, end=len(SANA))
    assert [(outlet, kind) for outlet, kind, *_ in record(lineage)] == [
        ("OffGuardian", "insertion"),
        ("OffGuardian", "name_swap"),
        ("SANA", ""),
    ]


def test_record_revisions_records_variants() -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"))
    record_revisions([lineage])
    assert Variant.objects.filter(kind="name_swap").count() == 1


def test_variants_are_deleted_with_the_printing() -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=LATER))
    record(lineage)
    lineage.printings.filter(quote__article__outlet__name="SANA").delete()
    assert not Variant.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_record_variants_costs_the_same_queries_for_any_lineages(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    lineages = [make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA")) for _ in range(count)]
    with django_assert_num_queries(QUERY_COUNT):
        record_lineage_variants(lineages, STANDARD_ALIASES)
