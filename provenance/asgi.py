"""How does an asynchronous web server call the site?

Nothing here needs one; the door is open for a host that only speaks ASGI. In production the system checks run first, as
in `provenance.wsgi`.
"""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
application = get_asgi_application()

if settings.PRODUCTION:
    call_command("check", deploy=True)
