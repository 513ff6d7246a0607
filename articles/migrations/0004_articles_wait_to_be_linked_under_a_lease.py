"""Articles carry their place in the queue themselves; those that are there are linked, those that come will wait."""

import articles.models.article
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_index_the_newest_quotes_of_each_pair_of_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='attempts',
            field=models.PositiveSmallIntegerField(default=0, editable=False, help_text='how often linking was begun'),
        ),
        migrations.AddField(
            model_name='article',
            name='last_error',
            field=models.TextField(blank=True, editable=False, help_text='what the last attempt came to'),
        ),
        migrations.AddField(
            model_name='article',
            name='lease_owner',
            field=models.CharField(blank=True, editable=False, help_text='who is linking it', max_length=100),
        ),
        migrations.AddField(
            model_name='article',
            name='lease_until',
            field=models.DateTimeField(editable=False, help_text='until then it is in the hands of the owner, or rests; then anybody may link it', null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='link_state',
            field=models.CharField(choices=[('waiting', 'waiting to be compared'), ('linking', 'being compared'), ('linked', 'compared'), ('failed', 'could not be compared')], default='linked', editable=False, max_length=8, verbose_name='comparing'),
        ),
        migrations.AlterField(
            model_name='article',
            name='lease_until',
            field=models.DateTimeField(default=articles.models.article.now_in_seconds, editable=False, help_text='until then it is in the hands of the owner, or rests; then anybody may link it', null=True),
        ),
        migrations.AlterField(
            model_name='article',
            name='link_state',
            field=models.CharField(choices=[('waiting', 'waiting to be compared'), ('linking', 'being compared'), ('linked', 'compared'), ('failed', 'could not be compared')], default='waiting', editable=False, max_length=8, verbose_name='comparing'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('lease_until__isnull', False)), fields=['lease_until', 'id'], name='article_due'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('link_state', 'failed')), fields=['id'], name='article_failed'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lease_owner', ''), ('lease_until__isnull', False), ('link_state', 'waiting')), models.Q(('lease_until__isnull', False), ('link_state', 'linking'), models.Q(('lease_owner', ''), _negated=True)), models.Q(('lease_owner', ''), ('lease_until__isnull', True), ('link_state__in', ('linked', 'failed'))), _connector='OR'), name='article_lease_fits_its_state'),
        ),
    ]
