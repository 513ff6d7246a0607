"""Which addresses does the site answer?

`/admin/` is the curators' desk and `/healthz` the operator's question; every other page, such as
``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``, belongs to the application (`articles.urls`).
"""

from django.contrib import admin
from django.urls import include, path

from articles.views.health import healthz

urlpatterns = [
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
    path("", include("articles.urls")),
]
