"""Where the seed articles, labelled data and evaluation tools lie that some tests measure with.

They are real news articles and corpora without a licence to pass on, so they live beside the project, not in it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.skipping import NO_DATA

SHARED = Path(os.environ.get("SHARED_DIR") or Path(__file__).resolve().parents[3] / "shared")
# ``SHARED_DIR=none`` says that there is none, as where the project is checked in public: then CI goes without, too.
MISSING = (
    NO_DATA if Path("none") == SHARED else f"no labelled data at {SHARED}: set SHARED_DIR to the folder that holds it"
)
with_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=MISSING)


def needs_shared() -> None:
    """Skip the calling module where the shared folder is missing."""
    if not SHARED.is_dir():
        pytest.skip(MISSING, allow_module_level=True)


def evaluate(tool: str, *arguments: str | Path) -> str:
    """Return what one of the shared evaluation tools prints for these arguments."""
    command = [sys.executable, str(SHARED / "tools" / tool), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
