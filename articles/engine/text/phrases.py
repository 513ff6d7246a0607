"""Short phrases: a count with its noun, the first words of a text."""

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
MAX_TITLE_WORDS = 14  # of the quotation, as in the heading of its page


def first_words(text: str, words: int = MAX_TITLE_WORDS) -> str:
    """The first words of `text`.

    >>> first_words("The problem around the U.S.-led coalition is that", 3)
    'The problem around…'
    """
    every = text.split()
    return " ".join(every) if len(every) <= words else " ".join(every[:words]).rstrip(" ,.;:") + ELLIPSIS


def count_phrase(number: int, noun: str) -> str:
    """
    >>> count_phrase(1, "outlet"), count_phrase(3, "wording")
    ('1 outlet', '3 wordings')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
