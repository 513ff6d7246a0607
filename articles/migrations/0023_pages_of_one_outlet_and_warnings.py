"""Keep the hosts of each outlet, and what may be missing from the text of an article."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the warnings of articles and the table of hosts."""

    dependencies = [("articles", "0022_the_most_serious_change_of_a_lineage")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="warnings",
            field=models.JSONField(blank=True, default=list, help_text="codes of what may be missing from the text"),
        ),
        migrations.CreateModel(
            name="OutletHost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "host",
                    models.CharField(help_text="as in bbc.co.uk, without www and path", max_length=253, unique=True),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hosts", to="articles.outlet"
                    ),
                ),
            ],
            options={"verbose_name": "host", "ordering": ("host",)},
        ),
    ]
