"""The health check tells whether a process can serve pages now."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings


@pytest.mark.django_db
def test_healthz_is_ok_when_every_migration_is_applied(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_healthz_names_missing_migrations(client: Client) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied(*min(recorder.applied_migrations()))
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "unavailable", "reason": "1 migrations are not applied"}


@pytest.mark.django_db
def test_healthz_answers_any_host_without_https(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["quotes.example"]
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz", headers={"host": "10.0.0.7:8000"}).status_code == 200
    assert client.get("/", headers={"host": "10.0.0.7:8000"}).status_code == 400


@pytest.mark.django_db
def test_healthz_refuses_post(client: Client) -> None:
    assert client.head("/healthz").status_code == 200
    assert client.post("/healthz").status_code == 405
