"""Keep block quotations and embedded posts as quotations of a type of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the type."""

    dependencies = [("articles", "0027_how_sure_a_speaker_is")]

    operations = [
        migrations.AlterField(
            model_name="quote",
            name="type",
            field=models.CharField(
                choices=[
                    ("direct", "direct"),
                    ("mixed", "part of a sentence"),
                    ("turn", "turn in a conversation"),
                    ("block", "block quotation or post"),
                ],
                default="direct",
                max_length=8,
            ),
        ),
    ]
