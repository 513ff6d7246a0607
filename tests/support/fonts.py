"""The two fonts that the browser tests see, whatever the machine has.

The fonts that readers have differ in width by a factor of up to two. `NARROW` and `WIDE` lie at the two ends: a letter
is 0.35 and 0.61 em wide on average, where Source Sans has 0.42, Roboto 0.45, DejaVu Sans 0.51 and its bold 0.58. Both
come from packages that ``requirements-dev.txt`` pins, hold Latin and Cyrillic, and are free (OFL 1.1).

A fontconfig file of its own shows Chromium one of them and nothing else. Off Linux, where Chromium does not ask
fontconfig, it sees the fonts of the machine.
"""

from pathlib import Path
from xml.sax.saxutils import escape

import fontpkg

NARROW = "PT Sans Narrow"
WIDE = "Unbounded"
FONTS = (NARROW, WIDE)


def write_configuration(family: str, folder: Path) -> Path:
    """Write the fontconfig file that offers this family alone; its cache lies beside it."""
    places = {"dir": fontpkg.path(family).parent, "cachedir": folder / "cache"}
    elements = "".join(f"<{name}>{escape(str(path))}</{name}>" for name, path in places.items())
    head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
    file = folder / "fonts.conf"
    file.write_text(f"{head}<fontconfig>{elements}</fontconfig>\n", encoding="utf-8")
    return file
