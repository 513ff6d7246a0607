"""WSGI application, loaded by gunicorn and by ``manage.py start``.

In production the system checks run first, so that a server with a default key or without database settings does not
start.
"""

import os

from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
application = get_wsgi_application()

if settings.PRODUCTION:
    call_command("check", deploy=True)
