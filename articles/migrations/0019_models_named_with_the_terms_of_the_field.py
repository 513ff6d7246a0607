"""Models named with the field's terms; their tables, columns and rows stay as they are."""

from django.db import migrations

RENAMED = (
    ("Batch", "Decision"),
    ("Code", "LineageCode"),
    ("Departure", "Variant"),
    ("Posting", "SearchPosting"),
    ("Preference", "DeskPreference"),
    ("Unruled", "BaselineMembership"),
)


def rename_permissions(apps, schema_editor):
    """Rights that were given to a person or group go on under the new name of their model."""
    _rename_permissions(apps, RENAMED)


def restore_permissions(apps, schema_editor):
    _rename_permissions(apps, [(new, old) for old, new in RENAMED])


def _rename_permissions(apps, pairs):
    Permission = apps.get_model("auth", "Permission")
    for old, new in pairs:
        for action in ("add", "change", "delete", "view"):
            found = Permission.objects.filter(
                content_type__app_label="articles", codename=f"{action}_{old.lower()}"
            )
            found.update(codename=f"{action}_{new.lower()}")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0018_outlets_of_a_lineage"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        operation
        for old, new in RENAMED
        for operation in (
            migrations.AlterModelTable(name=old.lower(), table=f"articles_{old.lower()}"),
            migrations.RenameModel(old_name=old, new_name=new),
        )
    ] + [
        migrations.AlterModelOptions(
            name="decision",
            options={
                "ordering": ("-pk",),
                "permissions": (
                    ("curate", "Can rule on printings and put right what was found"),
                    ("decide", "Can withdraw articles and give second opinions"),
                ),
                "verbose_name": "batch",
                "verbose_name_plural": "batches",
            },
        ),
        migrations.AlterModelOptions(
            name='baselinemembership',
            options={'verbose_name': 'unruled', 'verbose_name_plural': 'unruled'},
        ),
        migrations.AlterModelOptions(
            name='deskpreference',
            options={'verbose_name': 'preference'},
        ),
        migrations.AlterModelOptions(
            name='lineagecode',
            options={'ordering': ('-issued',), 'verbose_name': 'code'},
        ),
        migrations.AlterModelOptions(
            name='searchposting',
            options={'verbose_name': 'posting'},
        ),
        migrations.AlterModelOptions(
            name='variant',
            options={'ordering': ('printing', '-danger', 'pk'), 'verbose_name': 'departure'},
        ),
        migrations.RunPython(rename_permissions, restore_permissions),
    ]
