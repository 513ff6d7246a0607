"""Count words, also in languages that write no spaces between them."""

import re

#: Characters of a word in Chinese and Japanese, on average: 1.5 to 2 in dictionaries of news.
CHARACTERS_PER_WORD = 2
# Han, Hiragana, Katakana. Korean writes spaces, but few: a word there carries its particles.
_UNSPACED = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def count_words(text: str) -> int:
    """Count the words of a text; characters of Chinese and Japanese count as half a word each.

    >>> count_words("It is so, he said."), count_words("\u6e21\u3057\u8239\u306f1951\u5e74\u304b\u3089")
    (5, 4)
    """
    if text.isascii():
        return len(text.split())
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced // CHARACTERS_PER_WORD if unspaced else len(text.split())
