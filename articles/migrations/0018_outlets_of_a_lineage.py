from itertools import groupby
from operator import itemgetter

from django.db import migrations, models

AT_A_TIME = 2000


def note_outlets(apps, schema_editor):
    """The outlets of the articles that the printings are of, gathered for each lineage."""
    Lineage, Printing = (apps.get_model("articles", name) for name in ("Lineage", "Printing"))
    columns = ("lineage_id", "quote__article__outlet_id")
    found = Printing.objects.filter(quote__article__outlet__isnull=False).order_by(*columns).distinct()
    pairs = found.values_list(*columns).iterator(AT_A_TIME)
    some = []
    for pk, those in groupby(pairs, key=itemgetter(0)):
        some.append(Lineage(pk=pk, outlets=" ".join(str(outlet) for _, outlet in those)))
        if len(some) == AT_A_TIME:
            Lineage.objects.bulk_update(some, ["outlets"], batch_size=400)
            some = []
    Lineage.objects.bulk_update(some, ["outlets"], batch_size=400)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0017_kinds_of_change_of_a_lineage'),
    ]

    operations = [
        migrations.AddField(
            model_name='lineage',
            name='outlets',
            field=models.TextField(blank=True, editable=False, help_text='the numbers of the outlets that print it, with blanks between'),
        ),
        migrations.RunPython(note_outlets, migrations.RunPython.noop),
    ]
