"""Addresses of the site as a whole."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/admin/articles/batch/", "/admin/articles/decision/"),
        ("/admin/articles/batch/12/change/?next=1", "/admin/articles/decision/12/change/?next=1"),
        ("/admin/articles/code/7KQ2M9X4VD/change/", "/admin/articles/lineagecode/7KQ2M9X4VD/change/"),
    ],
)
def test_admin_redirects_permanently_from_former_names_of_models(client: Client, old: str, new: str) -> None:
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)
    assert client.get(new).status_code == 302  # to the login: the address exists
