"""Roles of curators: two groups and their permissions.

Readers need no account. *Curators* rule on printings, correct speakers, outlets, dates and spans, and undo any of it;
*senior curators* also withdraw articles, give second opinions and have everything linked again; an admin is Django's
superuser. The groups are created, and their permissions updated, after every migration; an admin says who belongs to
them and is staff.
"""

from typing import Any

from django.apps import AppConfig

CURATED_MODELS = ("outlet", "article", "source", "speaker", "speakername", "alias")
CURATORS, SENIOR_CURATORS = "Curators", "Senior curators"


def sync_roles(sender: AppConfig, **kwargs: Any) -> None:
    """Create the groups and set their permissions; called by Django after migrating."""
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    create_permissions(sender, verbosity=0)  # Django does so itself, but perhaps only after this call
    own = Permission.objects.filter(content_type__app_label="articles")
    viewing = own.filter(codename__startswith="view_")
    curating = own.filter(codename__in=[f"change_{table}" for table in CURATED_MODELS] + ["add_alias", "curate"])
    deciding = own.filter(codename__in=["decide", "delete_alias", "relink"])
    for name, permissions in ((CURATORS, viewing | curating), (SENIOR_CURATORS, viewing | curating | deciding)):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(permissions)
