"""ASGI application, for a host that only speaks ASGI; nothing in the project needs it.

In production the system checks run first, as in `provenance.wsgi`.
"""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
application = get_asgi_application()

if settings.PRODUCTION:
    call_command("check", deploy=True)
