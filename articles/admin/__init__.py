"""Django admin of the stored tables, for curators.

Every table has its list, search and filters, and every row links to its neighbours: an outlet to its articles, an
article to its quotations, a quotation to its lineage and matches, each to the page that readers see. What was printed,
and what is derived from it, is read only: the printed text is evidence, and lineages are made anew from their matches.
Curators edit aliases, outlets and speakers.
"""

from django.contrib import admin

from articles.admin import articles, lineages, matches, outlets, quotes, rulings, speakers

__all__ = ["articles", "lineages", "matches", "outlets", "quotes", "rulings", "speakers"]

admin.site.site_header = "Quote provenance"
admin.site.site_title = "Quote provenance"
admin.site.index_title = "The desk"
