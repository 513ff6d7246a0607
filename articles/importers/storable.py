"""Check whether both databases can store a text unchanged."""


def is_storable(text: str) -> bool:
    """Return whether both databases can store this text: neither NUL nor half of a surrogate pair.

    >>> is_storable("caf\\u00e9"), is_storable("caf\\ud800"), is_storable("caf\\0")
    (True, False, False)
    """
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)
