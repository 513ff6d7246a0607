"""Fragments: printings too short to stand for the whole.

An outlet quotes three or four words in its lead, and the sentence further down. The few words are never the first
version, the title or the text that others are compared with; and what they leave out is no cut.
"""

MIN_WORDS = 6  # a printing of fewer words is a fragment
# A printing of more characters is none, so that most texts need not be read: five German words have 60 at most.
MAX_FRAGMENT_CHARACTERS = 120


def is_fragment(text: str) -> bool:
    """Return whether a printing is a fragment.

    >>> is_fragment("era of global boiling"), is_fragment("the era of global boiling has arrived")
    (True, False)
    """
    return len(text) <= MAX_FRAGMENT_CHARACTERS and len(text.split()) < MIN_WORDS
