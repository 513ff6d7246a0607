"""Quotations and paraphrases say whether their speaker is shown as a fact.

Rows from before do not say how sure they were: their confidence is from before it was calibrated. A named speaker of
theirs is therefore shown with "probably", because a wrong name shown as a fact is worse than a doubt too many, unless a
curator set it. `manage.py reread` finds out how sure the others are.
"""

from django.db import migrations, models

CERTAINTY = models.CharField(
    choices=[("sure", "sure, or speaker not named"), ("probable", "probably"), ("settled", "settled by a curator")],
    default="sure",
    help_text="whether the speaker is shown as a fact",
    max_length=8,
    verbose_name="certainty of the speaker",
)


def doubt_named_speakers(apps, schema_editor):
    """Doubt every named speaker that no curator set, and let the lineages say so in a new revision."""
    Quote, IndirectQuote, Lineage, Decision = (
        apps.get_model("articles", name) for name in ("Quote", "IndirectQuote", "Lineage", "Decision")
    )
    for model in (Quote, IndirectQuote):
        model.objects.exclude(speaker=None, speaker_name="").update(speaker_certainty="probable")
    changes = Decision.objects.filter(verb="speaker", in_force=True).values_list("data", flat=True)
    settled = {int(quote) for data in changes for quote in data.get("before", {})}
    for quote in settled:
        Quote.objects.filter(pk=quote).update(speaker_certainty="settled")
    Lineage.objects.filter(first__speaker_certainty="probable").update(stale=True)


class Migration(migrations.Migration):
    """Add the column, fill it, index the doubtful ones; going back forgets it."""

    dependencies = [("articles", "0026_an_article_counts_once_in_a_lineage")]

    operations = [
        migrations.AddField("quote", "speaker_certainty", CERTAINTY),
        migrations.AddField("indirectquote", "speaker_certainty", CERTAINTY.clone()),
        migrations.RunPython(doubt_named_speakers, migrations.RunPython.noop),
        migrations.AddIndex(
            "quote",
            models.Index(
                condition=models.Q(("left_out", ""), ("speaker_certainty", "probable")),
                fields=["id"],
                name="quote_speaker_probable",
            ),
        ),
    ]
