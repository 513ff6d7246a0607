"""The read-only JSON API under ``/api/v1/``, on django-ninja, which generates ``/api/v1/openapi.json``."""
