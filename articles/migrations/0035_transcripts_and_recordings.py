"""Keep transcripts and recordings, and when their words were said."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add kind, day of speech and time in the recording."""

    dependencies = [
        ('articles', '0034_former_slugs'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='kind',
            field=models.CharField(choices=[('article', 'article'), ('transcript', 'transcript: what was said, perhaps edited'), ('recording', 'recording: what was said, word for word')], default='article', max_length=10),
        ),
        migrations.AddField(
            model_name='article',
            name='said_on',
            field=models.DateField(blank=True, help_text='the day on which the words of a transcript or recording were said', null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='spoken_from',
            field=models.DateTimeField(editable=False, help_text='the earliest moment at which the words of a transcript or recording can have been said', null=True),
        ),
        migrations.AddField(
            model_name='quote',
            name='seconds',
            field=models.PositiveIntegerField(blank=True, help_text='seconds from its start', null=True, verbose_name='time in the recording'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='type',
            field=models.CharField(choices=[('direct', 'direct'), ('mixed', 'part of a sentence'), ('turn', 'turn in a conversation'), ('block', 'block quotation or post'), ('spoken', 'spoken')], default='direct', max_length=8),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('said_on', None), ('spoken_from', None)), models.Q(('kind', 'article'), _negated=True), _connector='OR'), name='article_is_not_spoken', violation_error_message='Only a transcript or a recording has a day on which it was said.'),
        ),
    ]
