"""Where the seed articles, labelled data and evaluation tools lie that some tests measure with.

They are real news articles and corpora without a licence to pass on, so they live beside the project, not in it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("SHARED_DIR") or Path(__file__).resolve().parents[3] / "shared")


def needs_shared() -> None:
    """Skip the calling module where the shared folder is missing; fail instead when CI is set."""
    if SHARED.is_dir():
        return
    message = f"the labelled data is not at {SHARED}: set SHARED_DIR to the folder that holds it"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message, allow_module_level=True)


def evaluate(tool: str, *arguments: str | Path) -> str:
    """What one of the shared evaluation tools prints for these arguments."""
    command = [sys.executable, str(SHARED / "tools" / tool), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
