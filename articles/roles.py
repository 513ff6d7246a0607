"""Who may do what at the desk?

Readers need no account. *Curators* rule on printings, put speakers, outlets, dates and spans right and take any of it
back; *senior curators* also withdraw articles and give second opinions; an admin is Django's superuser. The two groups
are made, and their rights brought up to date, after every migration; who is in them, and may enter the admin at all
("staff"), an admin says.

Left to others: asking for a right where it is needed (`admin`, `views.review`).
"""

from typing import Any

from django.apps import AppConfig

CURATED_MODELS = ("outlet", "article", "speaker", "speakername", "alias")
CURATORS, SENIOR_CURATORS = "Curators", "Senior curators"


def sync_roles(sender: AppConfig, **kwargs: Any) -> None:
    """Make the groups with their rights. Django calls it after migrating."""
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    create_permissions(sender, verbosity=0)  # which Django does by itself too, but perhaps only after this
    ours = Permission.objects.filter(content_type__app_label="articles")
    looking = ours.filter(codename__startswith="view_")
    changing = ours.filter(codename__in=[f"change_{table}" for table in CURATED_MODELS] + ["add_alias", "curate"])
    deciding = ours.filter(codename__in=["decide", "delete_alias"])
    for name, rights in ((CURATORS, looking | changing), (SENIOR_CURATORS, looking | changing | deciding)):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(rights)
