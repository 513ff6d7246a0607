"""Two stories in our own words: what eight outlets, and forty-five, make of one sentence.

Each is a folder under ``tests/cases/stories`` with a manifest, as ``manage.py ingest`` reads it. `EIGHT_OUTLETS`: a
minister promises not to raise taxes; three outlets drop the "not", one of them with another figure, and name the outlet
that they have it from; others cut or shorten her aside or put a word in brackets. `FORTY_FIVE_OUTLETS`: a mayor
promises not to close a harbour, in some twenty versions within two days. One article in several also begins with a
fragment of what it quotes in full further down.
"""

from pathlib import Path

from articles import importers
from articles.importers import ArticleDraft
from articles.models import Lineage
from articles.services.ingest import ingest_article
from articles.services.revisions import record_pending_revisions

STORIES = Path(__file__).resolve().parents[1] / "cases" / "stories"
EIGHT_OUTLETS, FORTY_FIVE_OUTLETS = "eight_outlets", "forty_five_outlets"


def ingest_story(name: str) -> Lineage:
    """Ingest the articles of a story, link them, and return the lineage of what was said."""
    articles = []
    for draft in importers.read_articles([STORIES / name]):
        assert isinstance(draft, ArticleDraft), draft
        articles.append(ingest_article(draft).article)
    record_pending_revisions()
    return Lineage.objects.filter(printings__quote__article__in=articles).order_by("-printing_count", "pk")[0]
