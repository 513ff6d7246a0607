"""Environment of the processes that tests start: without the settings of any installation.

What the shell of a developer or an operator holds must not reach the tests; `tests.settings` drops the same variables.
"""

import os

SETTINGS_VARIABLES = (
    *("ALLOWED_HOSTS", "ALLOW_SQLITE", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL", "DEBUG", "ENVIRONMENT", "HOST"),
    *("HSTS_SECONDS", "INSECURE_HTTP", "PORT", "SECRET_KEY", "STATIC_ROOT", "TRUST_PROXY", "WEB_WORKERS"),
    *("API_REQUESTS_A_MINUTE", "FETCH_ALLOWED_HOSTS", "FETCH_CONTACT", "FETCH_LOOPBACK", "RECHECK_HOURS"),
    *("ARCHIVE_ACCESS_KEY", "ARCHIVE_ADDRESS", "ARCHIVE_LOOKUPS", "ARCHIVE_SECRET_KEY"),
)
OF_TESTS = (
    "DJANGO_SETTINGS_MODULE",  # tests.settings
    "DJANGO_ALLOW_ASYNC_UNSAFE",  # set by the browser tests, and refused by a production site
)


def clean_environment() -> dict[str, str]:
    """Return this process's environment as a fresh installation finds it, with a secret key for tests."""
    kept = {name: value for name, value in os.environ.items() if name not in (*SETTINGS_VARIABLES, *OF_TESTS)}
    return kept | {"SECRET_KEY": "a key for the tests alone, so that they write none into the project"}
