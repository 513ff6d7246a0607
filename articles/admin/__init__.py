"""Django admin of the stored tables, for curators.

Every table has its list, search and filters, and every row links to its neighbours and to the page that readers see.
What was printed, and what is derived from it, is read only. Curators edit aliases, outlets and speakers.
"""

from django.contrib import admin

from articles.admin import articles, fetches, lineages, matches, outlets, quotes, rulings, sources, speakers

__all__ = ["articles", "fetches", "lineages", "matches", "outlets", "quotes", "rulings", "sources", "speakers"]

admin.site.site_header = admin.site.site_title = "Quote provenance"
admin.site.index_title = "Administration"
