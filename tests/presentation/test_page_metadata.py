"""Page metadata for chats, feed readers, reference managers and search engines."""

import json
import re
from html import unescape

import pytest
from django.test import Client

from articles.models import Lineage
from articles.presentation.page_metadata import summarize_printings
from articles.queries.lineage_snapshot import load_printings
from articles.services.revisions import record_revisions
from articles.views.share_images import _build_pair_card
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote
from tests.support.snapshots import make_printing, make_snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def lavrov() -> Lineage:
    return make_lineage(make_quote(TASS, credit="TASS"), make_quote(SANA, outlet="SANA"), code="7KQ2M9X4VD")


def told(client: Client, path: str) -> dict[str, str]:
    """Return what the ``meta`` elements of a page say, by their names."""
    head = client.get(path).content.decode().partition("</head>")[0]
    return {
        name: unescape(text) for name, text in re.findall(r'<meta (?:property|name)="(.+?)" content="(.*?)">', head)
    }


def also(client: Client, path: str) -> dict[str, str]:
    """Return the addresses of what else there is, by media type."""
    head = client.get(path).content.decode().partition("</head>")[0]
    found = re.findall(r'<link rel="alternate" type="(.+?)" title=".+?" href="(.+?)">', head)
    return {kind: unescape(address) for kind, address in found}


def test_open_graph_has_title_description_and_picture(client: Client, lavrov: Lineage) -> None:
    record_revisions([lavrov])
    found = told(client, lavrov.get_absolute_url())
    assert found["og:title"].startswith("\u201cpledged not to take any action against the Syrian army")
    assert found["og:title"].endswith("\u201d \u2013 Sergey Lavrov")
    assert found["og:description"].startswith(
        "SANA published Sergey Lavrov\u2019s words without \u201c(life has proved"
    )
    assert found["og:description"].endswith("; the earliest version found (OffGuardian, 17 November 2015) has it.")
    assert found["og:type"] == "website"
    assert found["og:image"] == "http://testserver/q/7KQ2M9X4VD.png?r=1"
    assert found["twitter:card"] == "summary_large_image"
    picture = client.get(found["og:image"])
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")


def test_comparison_page_has_its_own_picture(client: Client, lavrov: Lineage) -> None:
    keys = [printing.quote_id for printing in lavrov.printings.earliest_first()]
    found = told(client, lavrov.get_comparison_url(*keys))
    assert found["og:image"] == f"http://testserver/q/7KQ2M9X4VD/{keys[0]}..{keys[1]}.png"
    assert client.get(found["og:image"])["Content-Type"] == "image/png"
    assert client.get(f"/q/7KQ2M9X4VD/{keys[0]}..999999.png").status_code == 404


def test_pair_picture_ignores_typographic_changes() -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(TASS.replace(",", ";"), outlet="SANA"), make_quote(SANA))
    first, set_otherwise, changed = load_printings(lineage)
    slight, grave = (_build_pair_card(lineage, first, other) for other in (set_otherwise, changed))
    assert (slight.counts, slight.sides) == ("0 changes", None)
    assert grave.counts == "2 changes"
    assert grave.sides
    assert grave.sides[0].text.startswith("(life has proved")


def test_alternate_links_all_answer(client: Client, lavrov: Lineage) -> None:
    article = lavrov.printings.earliest_first()[0].quote.article
    for path in ("/", lavrov.get_absolute_url(), "/s/sergey-lavrov", "/o/sana", article.get_absolute_url()):
        for kind, address in also(client, path).items():
            response = client.get(address)
            assert response.status_code == 200, address
            assert response["Content-Type"].partition(";")[0] == kind.replace("json+oembed", "json")


def test_item_type_is_set_for_reference_managers(client: Client, lavrov: Lineage) -> None:
    page = told(client, lavrov.get_absolute_url())
    assert (page["z:itemType"], page["DC.creator"]) == ("webpage", "Sergey Lavrov")
    article = make_article("He spoke.", outlet="SANA", title="Strikes selective", byline="A. Writer")
    news = told(client, article.get_absolute_url())
    assert (news["z:itemType"], news["og:site_name"], news["DC.creator"]) == ("newspaperArticle", "SANA", "A. Writer")
    assert news["article:published_time"] == "2015-11-17"
    assert not any(name.startswith("citation_") for name in (*page, *news))


def test_json_ld_in_a_script_element_is_escaped(client: Client) -> None:
    lineage = make_lineage(make_quote("</script><script>alert(1)</script> & <!--"))
    page = client.get(lineage.get_absolute_url()).content.decode()
    (content,) = re.findall(r'<script type="application/ld\+json">(.+?)</script>', page)
    assert json.loads(content)["text"] == "</script><script>alert(1)</script> & <!--"


def test_hostile_names_are_escaped_in_attributes(client: Client) -> None:
    lineage = make_lineage(make_quote('say "this"> <script>', outlet='O"><script>', speaker='S"><script>'))
    head = client.get(lineage.get_absolute_url()).content.decode().partition("</head>")[0]
    assert "<script>" not in head
    assert told(client, lineage.get_absolute_url())["og:title"].startswith('\u201csay "this"> <script>')


def test_summary_counts_outlets_and_wordings_and_names_the_earliest() -> None:
    assert (
        summarize_printings(make_snapshot(), 2)
        == "2 outlets, 3 versions. Earliest version found: OffGuardian, 17 November 2015."
    )
    undated = make_snapshot(make_printing(published=None, precision="unknown"))
    assert summarize_printings(undated, 1) == "1 outlet, 1 version. Earliest version found: OffGuardian."
    assert summarize_printings(make_snapshot(make_printing(outlet="")), 1).endswith("unknown outlet, 17 November 2015.")
