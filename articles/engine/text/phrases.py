"""Short phrases: a count with its noun, the first words of a text."""

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
TITLE_WORDS = 14  # of the quotation, as in the heading of its page


def beginning(text: str, words: int = TITLE_WORDS) -> str:
    """The first words of `text`.

    >>> beginning("The problem around the U.S.-led coalition is that", 3)
    'The problem around…'
    """
    every = text.split()
    return " ".join(every) if len(every) <= words else " ".join(every[:words]).rstrip(" ,.;:") + ELLIPSIS


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "outlet"), counted(3, "wording")
    ('1 outlet', '3 wordings')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
