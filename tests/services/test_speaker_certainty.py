"""How sure a stored speaker is, in rows from before it was stored."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import User

from articles.models import IndirectQuote, Lineage, Quote, SpeakerCertainty
from articles.services.corrections import change_speaker
from articles.services.revisions import record_pending_revisions
from tests.support.makers import SANA, TASS, make_article, make_indirect_quote, make_lineage, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator")


def test_older_rows_are_doubted_unless_a_curator_set_them(curator: User) -> None:
    named, unnamed = make_quote(TASS), make_quote("it is so, as everybody knows", speaker="")
    corrected = make_quote(SANA)
    change_speaker([corrected], "John Kerry", by=curator)
    told = make_indirect_quote("it was so", article=make_article("He said it was so."))
    lineage = make_lineage(named)
    record_pending_revisions()
    Quote.objects.update(speaker_certainty=SpeakerCertainty.SURE)
    import_module("articles.migrations.0027_how_sure_a_speaker_is").doubt_named_speakers(apps, None)
    certainty = dict(Quote.objects.values_list("pk", "speaker_certainty"))
    assert certainty == {named.pk: "probable", unnamed.pk: "sure", corrected.pk: "settled"}
    assert IndirectQuote.objects.get(pk=told.pk).speaker_certainty == "probable"
    assert Lineage.objects.get(pk=lineage.pk).stale
