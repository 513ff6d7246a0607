"""Characters that XML can hold.

Text copied from a PDF holds form feeds and other characters that no XML document may contain, escaped or not; a reader
of a feed or of TEI refuses the whole document for one of them. They become U+FFFD, the replacement character.
"""

import re

_FORBIDDEN_CHARACTERS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def replace_forbidden_characters(text: str) -> str:
    """Return `text` without the characters that XML forbids.

    >>> replace_forbidden_characters("one\\x0ctwo")
    'one\\ufffdtwo'
    """
    return _FORBIDDEN_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)
