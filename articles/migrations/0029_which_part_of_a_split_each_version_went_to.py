"""A split says which part each version went to, and a lineage which decision changed it since its newest revision.

Rulings that are stored already keep their meaning: each binds the two versions that it names, and no others.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add four columns, all of them empty."""

    dependencies = [("articles", "0028_keep_block_quotations")]

    operations = [
        migrations.AddField(
            "ruling",
            "split",
            models.PositiveIntegerField(
                blank=True, help_text="which split of the decision it belongs to; empty for one pair alone", null=True
            ),
        ),
        migrations.AddField(
            "ruling",
            "part_a",
            models.IntegerField(
                blank=True, help_text="the part of the split that the first went to; of 0 and less, a rest", null=True
            ),
        ),
        migrations.AddField(
            "ruling",
            "part_b",
            models.IntegerField(blank=True, help_text="the part that the second went to", null=True),
        ),
        migrations.AddField(
            "lineage",
            "changed_by",
            models.ForeignKey(
                db_index=False,
                editable=False,
                help_text="the decision that changed it since its newest revision",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="articles.decision",
            ),
        ),
    ]
