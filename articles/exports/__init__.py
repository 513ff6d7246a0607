"""Exports: a snapshot of a lineage in the forms that leave the site.

Each export is a function of a `LineageSnapshot` (see `articles.queries.lineage_snapshot`), without database or request.
"""

import re
from typing import Final

SITE_NAME: Final = "Quote provenance"
_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def replace_forbidden_characters(text: str) -> str:
    """Replace what no XML document may contain, escaped or not, such as a form feed that was copied from a PDF."""
    return _FORBIDDEN_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
