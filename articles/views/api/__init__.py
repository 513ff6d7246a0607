"""The read-only JSON API under ``/api/v1/``, on django-ninja.

``/api/v1/lineages/7KQ2M9X4VD`` answers with Lavrov's words, their printings, places and origins, in the form of the
``.json`` download; ``/api/v1/check?q=...`` with how near words come to print. `endpoints` has the operations, `schemas`
their content, `responses` what all of them share. ``/api/v1/openapi.json`` is generated from the first two, and
``/api/v1/docs`` shows that description to people.
"""
