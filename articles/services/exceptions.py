"""Exceptions of the services that curators use, and the check for stale versions (optimistic locking)."""


class CurationError(ValueError):
    """A request of a curator that cannot be carried out; the message says why."""


class StaleVersionError(CurationError):
    """A request about something that has changed since the curator saw it; nothing was changed."""


def require_version(seen: str, current: str) -> None:
    """Raise StaleVersionError if the `current` version is not the one `seen`; an empty `seen` allows any."""
    if seen and current != seen:
        raise StaleVersionError("Somebody has changed this since you opened the page. Please check it again.")
