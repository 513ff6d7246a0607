"""What does every test run on?

On the database that `DATABASE_URL` names, or on a SQLite file in a temporary folder: a file and not memory, because the
product runs on a file, with its write-ahead log and its locks. Left to others: the labelled data (`tests.shared`), the
browser (`tests.browser.conftest`), the run as a whole (`tests.run`).
"""

import pytest
from django.db import connections
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

# The machines that run these tests share their cores: a slow example says nothing about the code.
hypothesis_settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("shared")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Put a SQLite test database into a file of this worker's own."""
    described = connections.databases["default"]
    if described["ENGINE"] == "django.db.backends.sqlite3":
        described["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
