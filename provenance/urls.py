"""Addresses of the site: the curators' desk, the health check and the application.

`/admin/` is the desk, `/healthz` answers the operator's monitoring; every other page, such as
``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``, belongs to the application (`articles.urls`).
"""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from articles.views.health import healthz

# Models with pages in the admin whose names changed: their former addresses lead to the present ones.
RENAMED_ADMIN_MODELS = {"batch": "decision", "code": "lineagecode"}

handler404 = "articles.views.errors.page_not_found"

urlpatterns = [
    *(
        re_path(
            rf"^admin/articles/{old}/(?P<rest>.*)$",
            RedirectView.as_view(url=f"/admin/articles/{new}/%(rest)s", permanent=True, query_string=True),
        )
        for old, new in RENAMED_ADMIN_MODELS.items()
    ),
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
    path("", include("articles.urls")),
]
