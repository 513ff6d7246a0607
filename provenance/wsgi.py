"""How does a web server call the site?

Both `manage.py start` and gunicorn load `application` from here. In production the system checks run first, so a server
with a default key or a forgotten database setting does not come up at all.
"""

import os

from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
application = get_wsgi_application()

if settings.PRODUCTION:
    call_command("check", deploy=True)
