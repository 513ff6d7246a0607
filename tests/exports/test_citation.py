"""References are read by reference managers, and no headline breaks a reference."""

import json
from datetime import date

import pytest
import rispy

from articles.exports import citation
from tests.support.snapshots import BASE, SANA_PRINTING, make_printing, make_snapshot

TODAY = date(2026, 11, 21)
TITLE = f"\u201c{BASE}\u201d, words of Sergey Lavrov, in 3 versions"


def test_csl_json_names_the_revision() -> None:
    (found,) = json.loads(json.dumps(citation.build_csl(make_snapshot(), TODAY)))
    assert found == {
        "id": "quotation-7KQ2M9X4VD-r12",
        "type": "webpage",
        "title": TITLE,
        "container-title": "Quote provenance",
        "URL": "https://quotes.example/q/7KQ2M9X4VD/r12",
        "accessed": {"date-parts": [[2026, 11, 21]]},
        "version": "r12",
        "issued": {"date-parts": [[2026, 11, 1]]},
        "language": "en",
    }


def test_ris_is_parsed_by_rispy() -> None:
    (found,) = rispy.loads(citation.render_ris(make_snapshot(), TODAY))
    assert found["type_of_reference"] == "ELEC"
    assert found["title"] == TITLE
    assert found["urls"] == ["https://quotes.example/q/7KQ2M9X4VD/r12"]


def test_bibtex_escapes_tex_commands() -> None:
    found = citation.render_bibtex(make_snapshot(make_printing(text=r"50% of $ & #1 {a_b} \x ~^")), TODAY)
    assert found.startswith("@online{quotation-7KQ2M9X4VD-r12,\n  title = {{\u201c50\\% of \\$ \\& \\#1 \\{a\\_b\\} ")
    assert r"\textbackslash{}x \textasciitilde{}\textasciicircum{}" in found
    assert found.replace(r"\{", "").replace(r"\}", "").count("{") == found.replace(r"\{", "").replace(r"\}", "").count(
        "}"
    )


def test_wikipedia_templates_cite_the_page_and_the_earliest_printing() -> None:
    assert citation.render_cite_web(make_snapshot(), TODAY) == (
        "{{cite web |url=https://quotes.example/q/7KQ2M9X4VD/r12 |title=" + TITLE + " |website=Quote provenance "
        "|date=2026-11-01 |access-date=2026-11-21}}"
    )
    assert citation.render_cite_news(make_printing(), TODAY) == (
        "{{cite news |url=https://off-guardian.org/x |title=US deliberately sparing Islamic State |work=OffGuardian "
        "|date=2015-11-17 |language=en |access-date=2026-11-21 "
        "|quote=the army (life has proved it), spared those Islamic State groups}}"
    )
    assert citation.render_cite_news(SANA_PRINTING, TODAY) == ""


@pytest.mark.parametrize("hostile", ["a|b=c", "x}} {{evil", "[[File:x]]", "<ref>", "one\ntwo"])
def test_cite_news_escapes_what_would_end_the_template(hostile: str) -> None:
    about = make_printing(headline=hostile, url=f"https://x.example/{hostile.split()[0]}", published=None)
    found = citation.render_cite_news(about, TODAY)
    assert (found.count("{{") - found.count("{{!}}"), found.endswith("}}"), "<" in found, "[[" in found) == (
        1,
        True,
        False,
        False,
    )
    assert "\n" not in found
