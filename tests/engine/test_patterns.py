"""Regular expressions of the product match alike in every Python from 3.11 on."""

import re

from tests.support.installations import ROOT

#: Before 3.11.5, as in Debian 12, a group that may not give back what it took loses matches (gh-106052).
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{+[\d,]+\}+)\+|\(\?>")


def test_no_pattern_has_a_possessive_group() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / "articles").rglob("*.py")}
    assert [(str(path), found[0]) for path, text in sources.items() for found in POSSESSIVE_GROUP.finditer(text)] == []
