"""What can programs ask, and in which shape do they get it?

``/api/v1/lineages/7KQ2M9X4VD`` answers with Lavrov's words, their printings, places and origins, as ``.json`` beside
the page does; ``/api/v1/check?q=...`` with how near words come to print. Everything is only read, by anybody, from any
page; lists go on by key, errors are said in one shape, and what has not changed is not sent again. ``openapi.json``
describes it all.

In here: how a question is answered (`answering`), the questions (`questions`), the shapes (`shapes`), their description
(`description`). Left to others: the forms of a lineage (`articles.exports`).
"""
