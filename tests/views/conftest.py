"""Fixtures of the tests of views: a curator, and a client that is logged in."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.roles import CURATORS
from tests.support.cards import make_user


@pytest.fixture
def curator(db: None) -> User:
    return make_user("curator", CURATORS)


@pytest.fixture
def desk(client: Client, curator: User) -> Client:
    """Provide a client with a curator logged in."""
    client.force_login(curator)
    return client
