"""Short phrases for pages and reasons: a count with its noun, the first words of a text."""

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
MAX_TITLE_WORDS = 14  # in the heading of a quotation's page


def first_words(text: str, words: int = MAX_TITLE_WORDS) -> str:
    """Return the first words of `text`, with an ellipsis where it goes on.

    >>> first_words("The problem around the U.S.-led coalition is that", 3)
    'The problem around…'
    """
    all_words = text.split()
    return " ".join(all_words) if len(all_words) <= words else " ".join(all_words[:words]).rstrip(" ,.;:") + ELLIPSIS


def count_phrase(number: int, noun: str) -> str:
    """Return a count with its noun in the singular or plural.

    >>> count_phrase(1, "outlet"), count_phrase(3, "wording")
    ('1 outlet', '3 wordings')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def count_phrase_with_verb(number: int, noun: str) -> str:
    """Return a count with its noun and verb.

    >>> count_phrase_with_verb(1, "quotation"), count_phrase_with_verb(2, "quotation")
    ('1 quotation is', '2 quotations are')
    """
    return f"{count_phrase(number, noun)} {'is' if number == 1 else 'are'}"


def quote_words(text: str, words: int) -> str:
    """Return the first words of `text` in quotation marks, without punctuation at the ends; "" where there are none.

    >>> quote_words("not to take any action, ", 3)
    '“not to take…”'
    """
    short = first_words(text.strip(" ,.;:"), words)
    return f"\N{LEFT DOUBLE QUOTATION MARK}{short}\N{RIGHT DOUBLE QUOTATION MARK}" if short else ""


def possessive(name: str) -> str:
    """Return the genitive of a name: "Anna Bergqvist’s"."""
    return f"{name}\N{RIGHT SINGLE QUOTATION MARK}s"
