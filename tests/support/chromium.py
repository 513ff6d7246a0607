"""The Chromium that browser tests drive.

Whichever the machine has: ``CHROMIUM=/path/to/program``, or one of the names it goes by, such as Debian's ``chromium``.
None is downloaded.
"""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HOW_TO_GET_IT = "install it (Debian: apt install chromium), or set CHROMIUM to its path"


def program() -> str | None:
    """Return the path of the browser, or None where there is none."""
    named = os.environ.get("CHROMIUM")
    candidates = (named,) if named else NAMES
    return next((path for name in candidates if (path := shutil.which(name))), None)
