"""Values of query strings and forms."""

MAX_DIGITS = 60  # Python refuses to read a number of thousands of digits


def parse_bounded_int(text: str, low: int, high: int) -> int | None:
    """Parse a number in ASCII digits; None for anything else, and outside `low` to `high`.

    >>> parse_bounded_int("12", 1, 100), parse_bounded_int("101", 1, 100), parse_bounded_int("-1", 1, 100)
    (12, None, None)
    """
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS):
        return None
    return number if low <= (number := int(text)) <= high else None
