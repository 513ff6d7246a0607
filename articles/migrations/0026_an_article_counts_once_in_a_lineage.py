"""Lineages wait to be summed up again: an article counts once, fragments are never first, changes have new kinds.

The worker, or the next `ingest`, sums up waiting lineages and compares their printings, 200 in some 100 ms. Those whose
content changes get a new revision; what was cited stays as it was.
"""

from django.db import migrations


def mark_stale(apps, schema_editor):
    """Mark the lineages that more than one quotation belongs to: the others have nothing to compare."""
    apps.get_model("articles", "Lineage").objects.filter(printing_count__gt=1).update(stale=True)


class Migration(migrations.Migration):
    """Mark them; going back leaves the new sums, which the older program reads as well."""

    dependencies = [("articles", "0025_chance_of_uncertain_matches")]

    operations = [migrations.RunPython(mark_stale, migrations.RunPython.noop)]
