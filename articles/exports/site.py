"""Name of this site, as exports, feeds and the heads of pages give it."""

from typing import Final

SITE_NAME: Final = "Quote provenance"
