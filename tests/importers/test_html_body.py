"""Tests of extracting the article from a page."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from articles.importers.html_blocks import render_paragraphs
from articles.importers.html_body import (
    PageRejectedError,
    handle_request,
    mask_invisible_characters,
    parse_page,
)

CASES = Path(__file__).parents[1] / "cases" / "html"
FILLER = "<p>He spoke about it at some length and was asked about the results of the campaign more than once.</p>"


def case(name: str) -> str:
    return (CASES / name).read_text(encoding="utf-8")


def page(body: str, head: str = "", attributes: str = "") -> str:
    return f"<!DOCTYPE html><html{attributes}><head>{head}</head><body><article>{body}</article></body></html>"


def test_parse_page_finds_the_article_alone() -> None:
    assert parse_page(case("lavrov.html"))["text"] == "\n".join(
        [
            "The minister spoke about the air campaign at some length in an interview that was broadcast on Tuesday "
            "evening, and he was asked about its results more than once.",
            "“We noted tactical successes when a couple of cities were recaptured in\u00a0Iraq,” Lavrov said in an "
            "interview with the Vesti.doc programme on Rossiya-1 television on Tuesday. “It looks like a cat that "
            "wants to eat a fish but doesn’t want to wet its feet.”",
            "He added that the coalition was slow, and that its “opinion of the developments” differed from that of "
            "Moscow in almost every respect, which is why the talks would have to go on.",
            "The two sides will meet again in Vienna, where the conditions of a cease-fire and of humanitarian "
            "deliveries are to be settled before the end of the month, diplomats told the agency.",
        ]
    )


def test_parse_page_reads_articles_that_trafilatura_cuts_short() -> None:
    text = parse_page(case("in_three_columns.html"))["text"] or ""
    assert [text.count(f"“Paragraph {number} of") for number in ("one", "two", "three", "seven", "twelve")] == [1] * 5


@pytest.mark.parametrize(
    "html",
    [
        case("menu.html"),
        "",
        "<html></html>",
        "<!-- nothing -->",
        "<html><body><img src='a.png'></body></html>",
        "<html><body><script>var words = 'He said no.'</script></body></html>",
    ],
    ids=["menu", "empty", "no body", "comment", "picture", "script"],
)
def test_parse_page_refuses_a_page_without_an_article(html: str) -> None:
    with pytest.raises(PageRejectedError, match="the page has no recognizable article"):
        parse_page(html)


@pytest.mark.parametrize(
    "words",
    [
        "by\u00a0the United\u202fStates",
        "co\u00adoperation",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u200e12\u200f and \u2066isolated\u2069",
        "zero\u200bwidth and word\u2060joiner",
        "cafe\u0301 is not café",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\ufb01ne \uff21 Å \u212b",
        "thin\u2009space",
    ],
)
def test_parse_page_preserves_printed_characters(words: str) -> None:
    assert words in (parse_page(page(f"<p>“{words},” he said in Moscow.</p>{FILLER}"))["text"] or "")


@pytest.mark.parametrize("entity", ["&nbsp;", "&#160;", "&#xA0;", "&#x00a0;"])
def test_parse_page_preserves_every_form_of_no_break_space(entity: str) -> None:
    assert "United\u00a0States" in (parse_page(page(f"<p>“United{entity}States,” he said.</p>{FILLER}"))["text"] or "")


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_masked_characters_are_restored(text: str) -> None:
    disguised, back = mask_invisible_characters(text.replace("&", "+"))
    assert disguised.translate(back) == text.replace("&", "+")


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("<p>one\n   and <b>the</b> same</p>", ["one and the same"]),
        ("<p>one<br>two</p>", ["one", "two"]),
        ("<div>before<p>inside</p>after</div>", ["before", "inside", "after"]),
        ("<ul><li>one</li><li>two <i>three</i></li></ul>", ["one", "two three"]),
        ("<p>a<!-- hidden -->b</p>", ["ab"]),
        ("<p>&nbsp;</p><p>  </p><p>x</p>", ["x"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
    ],
)
def test_render_paragraphs_makes_a_line_of_each_block(html: str, lines: list[str]) -> None:
    assert render_paragraphs(document_fromstring(html)).split("\n") == lines


@pytest.mark.parametrize("control", ["\x0b", "\x0c", "\x01", "\uffff", "&#11;"])
def test_control_character_in_a_quotation_is_dropped(control: str) -> None:
    words = f"<q>we will {control} go <b>on</b> {control}</q>"
    assert "“we will" in (parse_page(page(f"<p>He said {words} there.</p>{FILLER}"))["text"] or "")


def test_parse_page_inserts_quotation_marks_around_q_elements() -> None:
    text = parse_page(page(f"<p>He said <q>that <q>no</q> one <b>was</b></q> there.</p>{FILLER}"))["text"] or ""
    assert text.startswith("He said “that ‘no’ one was” there.")


@pytest.mark.parametrize("depth", [300, 1500])
def test_parse_page_keeps_deeply_nested_quotations(depth: int) -> None:
    nested = "<div>" * depth + f"<p>“We noted tactical successes,” he said.</p>{FILLER}" + "</div>" * depth
    assert "“We noted tactical successes,”" in (parse_page(f"<html><body>{nested}</body></html>")["text"] or "")


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "blockquote"])
def test_parse_page_refuses_nesting_that_loses_text(tag: str) -> None:
    with pytest.raises(PageRejectedError, match="its elements are nested too deeply"):
        parse_page("<html><body>" + f"<{tag}>" * 5000 + "<p>“We noted tactical successes,” he said.</p>")


def test_parse_page_reads_no_local_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret of this machine")
    declared = f'<!DOCTYPE html [<!ENTITY leak SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    assert "a secret" not in (parse_page(declared + page(f"<p>“&leak;” he said.</p>{FILLER}"))["text"] or "")


@given(st.binary(max_size=300))
def test_handle_request_answers_any_bytes(data: bytes) -> None:
    html = data.decode("utf-8", errors="replace")
    assert isinstance(json.loads(handle_request(html.encode())), dict)


SOUP = "<p> </p> <div> </div> <table> <td> <q> </q> <br> <ul> <li> <!-- --> “No,” said. &nbsp; &#0; <svg> <a".split()


@given(st.lists(st.sampled_from(SOUP)))
def test_handle_request_answers_any_tag_soup(pieces: list[str]) -> None:
    assert isinstance(json.loads(handle_request(page(" ".join(pieces)).encode())), dict)


@pytest.mark.parametrize(
    ("block", "rule"),
    [
        ("<blockquote><p>{words}</p></blockquote>", "block-quotation"),
        ('<blockquote class="c-quote"><div><p>{words}</p></div></blockquote>', "block-quotation"),
        ('<blockquote class="twitter-tweet" data-dnt="true"><p lang="en">{words}</p></blockquote>', "embedded-post"),
        ('<blockquote class="instagram-media"><p>{words}</p></blockquote>', "embedded-post"),
        ('<blockquote class="bluesky-embed"><p>{words}</p></blockquote>', "embedded-post"),
        ('<div class="quote"><p>{words}</p></div>', ""),
    ],
)
def test_parse_page_tells_what_is_set_apart_as_somebodys_words(block: str, rule: str) -> None:
    words = "The boat stays where it is, and I shall not sign anything that says otherwise."
    found = parse_page(page(f"<h1>Ferry</h1>{FILLER}{block.format(words=words)}{FILLER.replace('He', 'She')}"))
    lines = found["text"].split("\n")
    assert words in lines
    rules = dict(zip(lines, found["line_rules"] or [""] * len(lines), strict=True))
    assert rules[words] == rule
    assert set(rules.values()) - {rule} <= {""}
