"""Where the seed articles, labelled data and evaluation tools lie that some tests measure with.

They are real news articles and corpora without a licence to pass on, so they live beside the project, not in it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.skipping import skip_or_fail

SHARED = Path(os.environ.get("SHARED_DIR") or Path(__file__).resolve().parents[3] / "shared")


def needs_shared() -> None:
    """Skip the calling module where the shared folder is missing; fail instead when CI is set.

    ``SHARED_DIR=none`` says that there is none, as where the project is checked in public: then CI skips it, too.
    """
    if Path("none") == SHARED:
        pytest.skip("measured on labelled data, and SHARED_DIR says that there is none", allow_module_level=True)
    if not SHARED.is_dir():
        skip_or_fail(f"no labelled data at {SHARED}: set SHARED_DIR to the folder that holds it", module=True)


def evaluate(tool: str, *arguments: str | Path) -> str:
    """What one of the shared evaluation tools prints for these arguments."""
    command = [sys.executable, str(SHARED / "tools" / tool), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
