"""Which characters may stand in XML?

Page text copied from a PDF holds form feeds and worse, which no XML document may contain, escaped or not; a reader of a
feed or of TEI would refuse the whole of it for one of them. They become U+FFFD, the sign for what cannot be shown. Left
to others: escaping (the libraries that write XML).
"""

import re

_FORBIDDEN_CHARACTERS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def replace_forbidden_characters(text: str) -> str:
    """`text` as XML can hold it.

    >>> replace_forbidden_characters("one\\x0ctwo")
    'one\\ufffdtwo'
    """
    return _FORBIDDEN_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)
