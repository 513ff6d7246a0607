"""Exports: a snapshot of a lineage in the forms that leave the site.

Lavrov's words in three printings become JSON and JSON Lines (`json_export`), a table for a spreadsheet (`csv_export`),
linked data (`json_ld`, `web_annotation`), a critical apparatus (`tei`), references to cite (`citation`), plain text
(`plain_text`) and a picture to share (`share_image`). Each export is a function of a `LineageSnapshot` (see
`articles.queries.lineage_snapshot`), without database or request.
"""
