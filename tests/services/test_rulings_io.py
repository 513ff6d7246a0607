"""Rulings are exported, imported once and measured against the matcher."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Decision, Lineage, Quote, Ruling
from articles.services.curation import detach, rule, split_off, undo
from articles.services.linking.incremental import link_quotes
from articles.services.linking.relink import relink
from articles.services.rulings_io import measure_thresholds
from tests.support.makers import SANA, TASS, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruled() -> list[Quote]:
    """Rule TASS's and SANA's printing different, and another the same as TASS's."""
    quotes = [
        make_quote(TASS),
        make_quote(SANA, outlet="SANA"),
        make_quote("quite other words than these", outlet="RT"),
    ]
    for quote in quotes:
        link_quotes([quote])
    curator = User.objects.create_superuser("curator")
    rule(quotes[0], quotes[1], "different", by=curator)
    rule(quotes[0], quotes[2], "same", by=curator)
    return quotes


def export() -> list[dict[str, object]]:
    out = StringIO()
    call_command("rulings", "export", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def get_lineage(quote: Quote) -> Lineage:
    return Lineage.objects.get(printings__quote=quote)


def list_families() -> list[list[int]]:
    return sorted(sorted(lineage.printings.values_list("quote", flat=True)) for lineage in Lineage.objects.all())


def import_file(path: Path) -> str:
    out = StringIO()
    call_command("rulings", "import", str(path), "--by", "curator", stdout=out)
    return out.getvalue()


def test_import_of_an_export_is_idempotent_and_undone_as_one(ruled: list[Quote], tmp_path: Path) -> None:
    lines = export()
    assert [line["verdict"] for line in lines] == ["different", "same"]
    assert {line["by"] for line in lines} == {"curator"}
    path = tmp_path / "rulings.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    counts = sorted(lineage.printing_count for lineage in Lineage.objects.all())
    assert "0 rulings imported, 2 known already" in import_file(path)
    curator = User.objects.get()
    for decision in Decision.objects.order_by("-pk"):
        undo(decision, by=curator)
    assert "2 rulings imported, 0 known already" in import_file(path)
    assert sorted(lineage.printing_count for lineage in Lineage.objects.all()) == counts
    undo(Decision.objects.filter(verb="import").get(), by=curator)
    assert not Ruling.objects.in_force().exists()


def test_import_takes_in_splits_whole(tmp_path: Path) -> None:
    texts = [SANA, *(SANA.replace("those", word) for word in ("these", "the", "some", "all"))]
    quotes = [make_quote(text, outlet=f"Outlet {place}") for place, text in enumerate(texts)]
    for quote in quotes:
        link_quotes([quote])
    curator = User.objects.create_superuser("curator")
    decisions = [
        detach(get_lineage(quotes[0]), [quotes[1].pk, quotes[2].pk], by=curator),
        split_off(get_lineage(quotes[0]), [quotes[3].pk], by=curator),
        rule(quotes[1], quotes[0], "same", by=curator),
    ]
    families = list_families()
    assert len(families) == 3
    lines = export()
    path = tmp_path / "rulings.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert "0 rulings imported, 7 known already" in import_file(path)
    for decision in decisions:
        undo(decision, by=curator)
    assert len(list_families()) == 1
    assert "7 rulings imported, 0 known already" in import_file(path)
    assert list_families() == families
    relink()
    assert list_families() == families
    path.write_text(json.dumps(lines[0] | {"part_a": "1"}), encoding="utf-8")
    assert "1 about unknown quotations" in import_file(path)


def test_import_counts_unusable_lines(ruled: list[Quote], tmp_path: Path) -> None:
    wrong = [{}, {"a": 1, "b": []}, {"a": {"start": 0, "end": 5}, "b": {"start": 5, "end": 1}, "verdict": "same"}, 7]
    path = tmp_path / "rulings.jsonl"
    path.write_text("\n".join(map(json.dumps, wrong)), encoding="utf-8")
    assert "4 about unknown quotations" in import_file(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(CommandError, match="cannot be read"):
        import_file(path)
    with pytest.raises(CommandError, match="which curator"):
        call_command("rulings", "import", str(path))


def test_import_refuses_a_ruling_whose_words_have_changed(ruled: list[Quote], tmp_path: Path) -> None:
    line, path = export()[0] | {"verdict": "same"}, tmp_path / "rulings.jsonl"
    for side in ("a", "b"):
        quotation = line[side]
        assert isinstance(quotation, dict)
        path.write_text(json.dumps(line | {side: quotation | {"text": "rewritten since"}}), encoding="utf-8")
        assert "0 rulings imported, 0 known already, 1 about unknown quotations" in import_file(path)
    path.write_text(json.dumps(line), encoding="utf-8")
    assert "1 ruling imported, 0 known already, 0 about" in import_file(path)


def test_measure_thresholds_compares_scores_with_rulings(
    ruled: list[Quote], capsys: pytest.CaptureFixture[str]
) -> None:
    lowest = measure_thresholds()[0]
    assert (lowest.precision, lowest.recall) == (0.0, 0.0)
    call_command("rulings", "measure")
    assert "precision" in capsys.readouterr().out
