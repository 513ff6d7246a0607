"""The index of word pairs is kept by one number, pair and slot together: half as much to write for each article."""

import django.db.models.deletion
from django.db import migrations, models

import articles.models.word_pair

# The numbers of whole passages began at 2**60; eight places each would not fit below 2**63.
COPY = """
    INSERT INTO articles_wordpairs (place, rank, quote_id)
    SELECT (CASE WHEN "key" >= 1152921504606846976 THEN "key" - 576460752303423488 ELSE "key" END) * 8 + slot,
        rank, quote_id
    FROM articles_wordpair ORDER BY 1
"""


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0007_the_words_by_which_quotes_are_found'),
    ]

    operations = [
        migrations.CreateModel(
            name='WordPairs',
            fields=[
                ('place', articles.models.word_pair.RowIdField(help_text='the number of the pair of words, and a slot of it', primary_key=True, serialize=False)),
                ('rank', models.PositiveIntegerField()),
                ('quote', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.quote')),
            ],
        ),
        migrations.RunSQL(COPY, migrations.RunSQL.noop),
        migrations.DeleteModel(name='WordPair'),
        migrations.RenameModel('WordPairs', 'WordPair'),
    ]
