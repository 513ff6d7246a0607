"""Name tables and fields in plain words in the admin; the database does not change."""

import django.db.models.deletion
from django.db import migrations, models

import articles.models.article


class Migration(migrations.Migration):
    """Change names and help texts."""

    dependencies = [
        ('articles', '0023_pages_of_one_outlet_and_warnings'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='baselinemembership',
            options={'verbose_name': 'membership before rulings', 'verbose_name_plural': 'memberships before rulings'},
        ),
        migrations.AlterModelOptions(
            name='decision',
            options={'ordering': ('-pk',), 'permissions': (('curate', 'Can decide on versions and correct quotations'), ('decide', 'Can withdraw articles and give second opinions')), 'verbose_name': 'decision'},
        ),
        migrations.AlterModelOptions(
            name='printing',
            options={'ordering': ('lineage', 'pk'), 'verbose_name': 'version'},
        ),
        migrations.AlterModelOptions(
            name='speakername',
            options={'ordering': ('name',), 'verbose_name': 'name variant', 'verbose_name_plural': 'name variants'},
        ),
        migrations.AlterModelOptions(
            name='variant',
            options={'ordering': ('printing', '-danger', 'pk'), 'verbose_name': 'change'},
        ),
        migrations.AlterField(
            model_name='alias',
            name='form',
            field=models.CharField(help_text='another form, for example Daesh; short forms in capitals (IS, US) only match capitals', max_length=200, unique=True),
        ),
        migrations.AlterField(
            model_name='alias',
            name='name',
            field=models.CharField(help_text='the standard name, for example Islamic State', max_length=200, verbose_name='means'),
        ),
        migrations.AlterField(
            model_name='article',
            name='attempts',
            field=models.PositiveSmallIntegerField(default=0, editable=False, help_text='how often linking was started'),
        ),
        migrations.AlterField(
            model_name='article',
            name='credit',
            field=models.TextField(blank=True, help_text='the outlet that the article names as its source', verbose_name='credited source'),
        ),
        migrations.AlterField(
            model_name='article',
            name='excerpt',
            field=models.BooleanField(default=False, help_text="only the quotations are the outlet's text"),
        ),
        migrations.AlterField(
            model_name='article',
            name='language',
            field=models.CharField(blank=True, help_text='for example en, ru, pt-BR (BCP 47)', max_length=35),
        ),
        migrations.AlterField(
            model_name='article',
            name='last_error',
            field=models.TextField(blank=True, editable=False, help_text='the error of the last attempt'),
        ),
        migrations.AlterField(
            model_name='article',
            name='lease_owner',
            field=models.CharField(blank=True, editable=False, help_text='the worker that is linking it', max_length=100),
        ),
        migrations.AlterField(
            model_name='article',
            name='lease_until',
            field=models.DateTimeField(default=articles.models.article.now_in_seconds, editable=False, help_text='until then only the owner may link it', null=True),
        ),
        migrations.AlterField(
            model_name='article',
            name='original',
            field=models.BinaryField(help_text='the original bytes'),
        ),
        migrations.AlterField(
            model_name='article',
            name='precision',
            field=models.CharField(choices=[('minute', 'to the minute'), ('day', 'to the day'), ('month', 'to the month'), ('year', 'to the year'), ('about', 'about this day'), ('unknown', 'unknown')], default='unknown', max_length=8),
        ),
        migrations.AlterField(
            model_name='article',
            name='published_offset',
            field=models.SmallIntegerField(blank=True, help_text='time zone of the article; empty if it gives none', null=True, verbose_name='minutes from UTC'),
        ),
        migrations.AlterField(
            model_name='article',
            name='taken_in',
            field=models.DateTimeField(auto_now_add=True, verbose_name='collected'),
        ),
        migrations.AlterField(
            model_name='article',
            name='text',
            field=models.TextField(help_text='the decoded text; every finding is a position in it'),
        ),
        migrations.AlterField(
            model_name='article',
            name='url_key',
            field=models.CharField(blank=True, editable=False, help_text='hash of the address without parameters that do not change the page', max_length=64, null=True, unique=True),
        ),
        migrations.AlterField(
            model_name='article',
            name='withdrawn_because',
            field=models.TextField(blank=True, editable=False, help_text='the reason that readers see'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='about',
            field=models.ForeignKey(blank=True, help_text='the decision that a second opinion or a gold question is about', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='judged_by', to='articles.decision'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='blind',
            field=models.BooleanField(default=False, help_text='the curator did not see the score first'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='data',
            field=models.JSONField(blank=True, default=dict, help_text='what is needed to undo it'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='in_force',
            field=models.BooleanField(default=True, editable=False, help_text='not undone'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='reason',
            field=models.CharField(blank=True, choices=[('', 'no reason given'), ('words', 'the words are the same'), ('translation', 'another translation'), ('retold', 'a paraphrase'), ('part', 'part of a longer quotation'), ('occasion', 'said on another occasion'), ('speaker', 'said by somebody else'), ('formula', 'a common phrase'), ('error', 'not a quotation'), ('other', 'another reason')], max_length=12),
        ),
        migrations.AlterField(
            model_name='decision',
            name='said',
            field=models.TextField(blank=True, help_text='what the decision changed, in one sentence', verbose_name='outcome'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='seconds',
            field=models.FloatField(blank=True, help_text='how long the curator took to decide', null=True),
        ),
        migrations.AlterField(
            model_name='decision',
            name='verb',
            field=models.CharField(choices=[('confirm', 'same quote'), ('reject', 'different'), ('unsure', 'not sure'), ('merge', 'lineages joined'), ('split', 'versions split off'), ('detach', 'versions removed'), ('speaker', 'speaker changed'), ('merge speakers', 'speakers merged'), ('merge outlets', 'outlets merged'), ('span', 'quotation corrected'), ('date', 'date corrected'), ('boilerplate', 'marked as boilerplate'), ('withdraw', 'article withdrawn'), ('second', 'second opinion: agreed'), ('gold', 'gold question answered'), ('undo', 'undone'), ('import', 'rulings imported')], max_length=16),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='credit',
            field=models.TextField(blank=True, help_text='the source that the article names for the quotation', verbose_name='credited source'),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='cue',
            field=models.CharField(blank=True, help_text='the word that attributes the quotation, for example “said”', max_length=200),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='folded',
            field=models.TextField(editable=False, help_text='the words in the form used to compare and search'),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='occasion',
            field=models.TextField(blank=True, help_text='where it was said, according to the article'),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='rule',
            field=models.CharField(blank=True, help_text='the rule that found the speaker', max_length=80),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='said_on',
            field=models.DateField(blank=True, help_text='when it was said, if that is certain', null=True),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='spans',
            field=models.JSONField(help_text="start and end of each part in the article's text"),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='speaker_text',
            field=models.CharField(blank=True, max_length=300, verbose_name='name next to the quotation'),
        ),
        migrations.AlterField(
            model_name='indirectquote',
            name='text',
            field=models.TextField(help_text="the exact words, taken from the article's text"),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='altered',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='the severities of its changes, added up'),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='first',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.quote', verbose_name='earliest version'),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='kinds',
            field=models.TextField(blank=True, editable=False, help_text='the kinds of change in its versions, with blanks between'),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='latest',
            field=models.DateTimeField(blank=True, help_text='among articles with a date', null=True, verbose_name='last published'),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='outlet_count',
            field=models.PositiveIntegerField(default=0, verbose_name='outlets'),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='outlets',
            field=models.TextField(blank=True, editable=False, help_text='the numbers of the outlets that published it, with blanks between'),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='printing_count',
            field=models.PositiveIntegerField(default=0, verbose_name='versions'),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='stale',
            field=models.BooleanField(default=True, editable=False, help_text='changed since its newest revision'),
        ),
        migrations.AlterField(
            model_name='lineage',
            name='top_change',
            field=models.ForeignKey(db_constraint=False, db_index=False, editable=False, help_text='the most serious change, in the earliest version that has it', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.variant'),
        ),
        migrations.AlterField(
            model_name='lineagecode',
            name='gave_way_to',
            field=models.ForeignKey(blank=True, help_text='the code that has its versions now', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='took_in', to='articles.lineagecode', verbose_name='merged into'),
        ),
        migrations.AlterField(
            model_name='lineagecode',
            name='gone',
            field=models.DateTimeField(blank=True, null=True, verbose_name='withdrawn'),
        ),
        migrations.AlterField(
            model_name='lineagecode',
            name='gone_because',
            field=models.TextField(blank=True, verbose_name='reason for the withdrawal'),
        ),
        migrations.AlterField(
            model_name='lineagecode',
            name='split_from',
            field=models.ForeignKey(blank=True, help_text='the code that its versions had before', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='split_off', to='articles.lineagecode'),
        ),
        migrations.AlterField(
            model_name='lineagecode',
            name='title',
            field=models.TextField(blank=True, help_text='the first words of a withdrawn quotation'),
        ),
        migrations.AlterField(
            model_name='match',
            name='a_start',
            field=models.PositiveIntegerField(help_text='where the shared passage begins in the first quotation'),
        ),
        migrations.AlterField(
            model_name='match',
            name='b_start',
            field=models.PositiveIntegerField(help_text='where the shared passage begins in the second quotation'),
        ),
        migrations.AlterField(
            model_name='match',
            name='evidence',
            field=models.JSONField(default=dict, help_text='what the score is made of'),
        ),
        migrations.AlterField(
            model_name='match',
            name='whole_a',
            field=models.FloatField(help_text='length of the other quotation relative to this one, at most 1'),
        ),
        migrations.AlterField(
            model_name='outlet',
            name='country',
            field=models.CharField(blank=True, help_text='two letters, for example RU (ISO 3166)', max_length=2),
        ),
        migrations.AlterField(
            model_name='outlet',
            name='domain',
            field=models.CharField(blank=True, help_text='website, for example off-guardian.org', max_length=253),
        ),
        migrations.AlterField(
            model_name='outlet',
            name='kind',
            field=models.CharField(choices=[('agency', 'news agency'), ('paper', 'newspaper or magazine'), ('broadcaster', 'broadcaster'), ('site', 'news site'), ('blog', 'blog or forum'), ('unknown', 'unknown')], default='unknown', max_length=12),
        ),
        migrations.AlterField(
            model_name='printing',
            name='start',
            field=models.PositiveIntegerField(help_text='where the shared part begins in the quotation'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='closed',
            field=models.BooleanField(default=True, help_text='whether it has a closing quotation mark'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='copy_of',
            field=models.ForeignKey(blank=True, editable=False, help_text='the first quotation with exactly these words', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='copies', to='articles.quote'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='credit',
            field=models.TextField(blank=True, help_text='the source that the article names for the quotation', verbose_name='credited source'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='cue',
            field=models.CharField(blank=True, help_text='the word that attributes the quotation, for example “said”', max_length=200),
        ),
        migrations.AlterField(
            model_name='quote',
            name='folded',
            field=models.TextField(editable=False, help_text='the words in the form used to compare and search'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='left_out',
            field=models.CharField(blank=True, choices=[('', 'in lineages'), ('boilerplate', 'boilerplate'), ('withdrawn', 'its article was withdrawn')], editable=False, help_text='why a curator excluded it from lineages', max_length=12),
        ),
        migrations.AlterField(
            model_name='quote',
            name='occasion',
            field=models.TextField(blank=True, help_text='where it was said, according to the article'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='other_half',
            field=models.OneToOneField(blank=True, help_text='the other half, if “he said” is in the middle', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.quote'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='rule',
            field=models.CharField(blank=True, help_text='the rule that found the speaker', max_length=80),
        ),
        migrations.AlterField(
            model_name='quote',
            name='said_on',
            field=models.DateField(blank=True, help_text='when it was said, if that is certain', null=True),
        ),
        migrations.AlterField(
            model_name='quote',
            name='speaker_text',
            field=models.CharField(blank=True, max_length=300, verbose_name='name next to the quotation'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='text',
            field=models.TextField(help_text="the exact words, taken from the article's text"),
        ),
        migrations.AlterField(
            model_name='revision',
            name='batch',
            field=models.ForeignKey(blank=True, help_text='the decision that caused it', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='articles.decision'),
        ),
        migrations.AlterField(
            model_name='revision',
            name='content',
            field=models.TextField(help_text='JSON: the lineage at that time'),
        ),
        migrations.AlterField(
            model_name='revision',
            name='sha256',
            field=models.CharField(help_text='checksum of the content in UTF-8', max_length=64, verbose_name='SHA-256'),
        ),
        migrations.AlterField(
            model_name='ruling',
            name='batch',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='articles.decision', verbose_name='decision'),
        ),
        migrations.AlterField(
            model_name='ruling',
            name='matcher',
            field=models.CharField(help_text='version of the matcher at that time', max_length=16),
        ),
        migrations.AlterField(
            model_name='ruling',
            name='score',
            field=models.FloatField(blank=True, help_text='of the match at that time; empty if there was no match', null=True),
        ),
        migrations.AlterField(
            model_name='ruling',
            name='undoes',
            field=models.ForeignKey(blank=True, help_text='the ruling that this one undoes', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='articles.ruling'),
        ),
        migrations.AlterField(
            model_name='speaker',
            name='key',
            field=models.CharField(db_index=True, editable=False, help_text='the name without titles and in one transliteration', max_length=300),
        ),
        migrations.AlterField(
            model_name='speaker',
            name='name',
            field=models.CharField(help_text='the name that readers see; other names are listed below', max_length=300),
        ),
        migrations.AlterField(
            model_name='suggestion',
            name='answer',
            field=models.TextField(blank=True, verbose_name='outcome'),
        ),
        migrations.AlterField(
            model_name='suggestion',
            name='code',
            field=models.CharField(blank=True, help_text='code of the quotation that it is about, if any', max_length=10),
        ),
        migrations.AlterField(
            model_name='suggestion',
            name='kind',
            field=models.CharField(choices=[('different', 'one of these versions is a different quotation'), ('earlier', 'I know an earlier version'), ('other', 'something else is wrong'), ('flag', 'flagged by a curator'), ('article', 'an article is missing')], max_length=10),
        ),
        migrations.AlterField(
            model_name='variant',
            name='after',
            field=models.CharField(blank=True, help_text='in this version', max_length=120),
        ),
        migrations.AlterField(
            model_name='variant',
            name='before',
            field=models.CharField(blank=True, help_text='in the earliest version found', max_length=120),
        ),
        migrations.AlterField(
            model_name='variant',
            name='danger',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='severity'),
        ),
        migrations.AlterField(
            model_name='variant',
            name='kind',
            field=models.CharField(blank=True, help_text='empty if nothing differs', max_length=40),
        ),
    ]
