"""Keep turns of interviews, hearings and debates as quotations of a type of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the type."""

    dependencies = [("articles", "0020_find_the_withdrawn_articles")]

    operations = [
        migrations.AlterField(
            model_name="quote",
            name="type",
            field=models.CharField(
                choices=[("direct", "direct"), ("mixed", "part of a sentence"), ("turn", "turn in a conversation")],
                default="direct",
                max_length=8,
            ),
        ),
    ]
