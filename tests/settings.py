"""Settings of the tests: those of a fresh installation, whatever the developer's shell has set.

Tests run on a SQLite file, or on the PostgreSQL server that ``TEST_DATABASE_URL`` names.
"""

import os

from tests.support.environment import SETTINGS_VARIABLES

for name in SETTINGS_VARIABLES:
    os.environ.pop(name, None)
os.environ["SECRET_KEY"] = "a key for the tests alone, so that they write none into the project"
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "")

from provenance.settings import *  # noqa: E402, F403
