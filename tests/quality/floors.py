"""The accuracy floors, which only rise.

``floors.json`` holds, for each measurement on the labelled data, the figure it must not fall below. Floors only rise:
when a change makes a figure better, raise its floor in the same commit.
"""

import json
from pathlib import Path

_FLOORS = Path(__file__).with_name("floors.json")


def floor(part: str, measurement: str, figure: str) -> float:
    """Return what `figure` of `measurement` must reach, as in ``floor("linking", "real_dev", "b3_f1")``."""
    return float(json.loads(_FLOORS.read_text())[part][measurement][figure])
