"""Skipping of tests for want of a program or of data: a failure where ``CI`` is set."""

import os
from typing import NoReturn

import pytest


def skip_or_fail(reason: str, *, module: bool = False) -> NoReturn:
    """Skip the running test, or with `module` all of the calling module; fail instead where ``CI`` is set."""
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason, allow_module_level=module)
