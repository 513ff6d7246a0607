"""Index the few articles that were withdrawn, which no list of readers has."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the index."""

    dependencies = [("articles", "0019_models_named_with_the_terms_of_the_field")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["id"], name="article_withdrawn", condition=models.Q(("withdrawn__isnull", False))
            ),
        ),
    ]
