"""In which forms can a lineage leave the site?

As it stands (`standing`), Lavrov's words in three printings become JSON and JSON Lines (`data`), a table for a
spreadsheet (`table`), linked data (`linked`, `annotation`), a critical apparatus (`tei`), a reference to cite
(`citation`) and a picture to share (`picture`). Each form is a pure function of the same frozen object: no database, no
request, no clock. Left to others: building that object and the addresses (`articles.presentation.lineage_snapshot`).
"""
