"""Curators have everything linked again, and each lineage says which version of the matcher compared it.

Lineages that are stored already have no version: the desk says that a relink is due.
"""

import articles.models.lineage
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def forget_version(apps, schema_editor):
    """Give the stored lineages no version: nobody knows which matcher compared them."""
    apps.get_model("articles", "Lineage").objects.update(matcher="")


class Migration(migrations.Migration):
    """Add the version and the table of requests."""


    dependencies = [
        ('articles', '0030_fetches_and_sources'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='lineage',
            name='matcher',
            field=models.CharField(default=articles.models.lineage.get_matcher_version, editable=False, help_text='version of the matcher when its quotations were last compared with all others', max_length=16),
        ),
        migrations.CreateModel(
            name='RelinkRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made', models.DateTimeField(default=django.utils.timezone.now)),
                ('dry_run', models.BooleanField(default=False, help_text='count what would change, and change nothing')),
                ('state', models.CharField(choices=[('waiting', 'waiting for a worker'), ('running', 'running'), ('done', 'done'), ('failed', 'failed'), ('cancelled', 'cancelled')], default='waiting', max_length=9)),
                ('open', models.BooleanField(default=True, editable=False, null=True, unique=True)),
                ('matcher', models.CharField(default=articles.models.lineage.get_matcher_version, help_text='version of the matcher', max_length=16)),
                ('step', models.CharField(blank=True, choices=[('', 'not begun'), ('reading', 'reading the quotations'), ('comparing', 'comparing the quotations with each other'), ('grouping', 'grouping what matches'), ('writing', 'storing the result')], max_length=9)),
                ('done', models.PositiveIntegerField(default=0, help_text='wordings compared')),
                ('total', models.PositiveIntegerField(default=0, help_text='wordings to be compared')),
                ('lease_owner', models.CharField(blank=True, editable=False, max_length=100)),
                ('lease_until', models.DateTimeField(blank=True, editable=False, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('ended', models.DateTimeField(blank=True, null=True)),
                ('report', models.JSONField(blank=True, default=dict, help_text='what it changed or would change')),
                ('error', models.TextField(blank=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ended_by', models.ForeignKey(blank=True, help_text='who cancelled it', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-pk',),
                'permissions': (('relink', 'Can have all quotations linked again'),),
            },
        ),
        migrations.RunPython(forget_version, migrations.RunPython.noop),
    ]
