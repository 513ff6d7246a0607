"""The index of word pairs is made anew in another form: run ``manage.py relink`` after this on a filled database."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_seed_the_names_that_mean_the_same'),
    ]

    operations = [
        migrations.DeleteModel(name='WordPair'),
        migrations.CreateModel(
            name='WordPair',
            fields=[
                ('pk', models.CompositePrimaryKey('key', 'slot', blank=True, editable=False, primary_key=True, serialize=False)),
                ('key', models.BigIntegerField()),
                ('slot', models.PositiveSmallIntegerField()),
                ('rank', models.PositiveIntegerField()),
                ('quote', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.quote')),
            ],
        ),
        migrations.AddField(
            model_name='quote',
            name='copy_of',
            field=models.ForeignKey(blank=True, editable=False, help_text='the first quote with these words, where they were printed before, word for word', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='copies', to='articles.quote'),
        ),
        migrations.AlterField(
            model_name='match',
            name='whole_a',
            field=models.FloatField(help_text='how long the other is beside it, at most 1'),
        ),
    ]
