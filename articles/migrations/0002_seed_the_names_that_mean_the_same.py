"""Fill the table of names that mean the same with what the product ships; curators take it from there."""

from django.db import migrations

from articles.engine.text.aliases import STANDARD_GROUPS


def seed(apps, schema_editor):
    alias = apps.get_model("articles", "Alias")
    rows = [alias(name=name, form=form) for name, forms in STANDARD_GROUPS.items() for form in forms]
    alias.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_keep_outlets_articles_quotes_and_lineages")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
