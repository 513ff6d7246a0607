"""Name of the outlet that a page states, and one name for all the pages of a host.

A page may call its outlet by several names: "Tamedia AG" publishes tagesanzeiger.ch, whose ``og:site_name`` is
"Tages-Anzeiger". The name that fits the host is taken; a slogan, an address or a headline is no name.
"""

import re
import unicodedata
from collections.abc import Sequence

MAX_NAME_WORDS = 6  # "Frankfurter Allgemeine Zeitung für Deutschland" has five, slogans have more

_ADDRESS = re.compile(r"https?:|//|www\.|^@|@\w")
_COMPANY = re.compile(
    r"\b(?:gmbh|ag|kg|ltd|limited|llc|inc|corp(?:oration)?|co|company|plc|s\.?[al]\.?|s\.?r\.?l|b\.?v|oy|ab|verlag"
    r"|publish(?:ing|ers?)|group|holding|medi[ae]|mediehuset)\b\.?",
    re.IGNORECASE,
)
_SPLITTER = re.compile(r"\s+[-|\N{EN DASH}\N{EM DASH}\N{MIDDLE DOT}:]\s+|\s*\N{FULLWIDTH VERTICAL LINE}\s*")
_SLOGAN = re.compile(
    r"[!?]|\b(?:news and|breaking|headlines|latest|aktuelle|nachrichten aus|where|your|we)\b", re.IGNORECASE
)


def choose_outlet_name(candidates: Sequence[str], host: str | None, headline: str = "") -> str | None:
    """Choose the name of an outlet among those that a page states, best source first; else the host.

    >>> choose_outlet_name(["Display Connectors, SL", "Público"], "publico.es")
    'Público'
    >>> choose_outlet_name(["Where Hope Finally Made a Comeback"], "thegatewaypundit.com")
    'thegatewaypundit.com'
    """
    names = [name for candidate in candidates for name in _split_name(candidate) if _is_name(name, headline)]
    fitting = [name for name in names if fits_host([name], host)]
    plain = [name for name in names if not _COMPANY.search(name)]
    # "courier.example" is the host again, and "courier" a name for programs: another name that fits is better
    ranked = sorted(
        fitting, key=lambda name: (bool(_COMPANY.search(name)) or "." in name, _has_small_letters_only(name))
    )
    ranked = ranked or plain or names
    return next(iter(ranked), host)


def _split_name(candidate: str) -> list[str]:
    """Return a candidate as a whole and in its pieces: "Freie Presse - Chemnitzer Verlag"."""
    whole = " ".join(candidate.replace("_", " ").split())
    pieces = _SPLITTER.split(whole)
    return pieces if len(pieces) > 1 else [whole]


def _is_name(name: str, headline: str) -> bool:
    words = name.split()
    if not any(map(str.isalpha, name)) or len(words) > MAX_NAME_WORDS or _ADDRESS.search(name) or _SLOGAN.search(name):
        return False
    return not headline or _squeeze(name) != _squeeze(headline)


def _has_small_letters_only(name: str) -> bool:
    """Return whether a name is one word without a capital: "mirror"."""
    return " " not in name and name == name.lower() != name.upper()


def fits_host(names: Sequence[str], host: str | None) -> bool:
    """Return whether one of the names has the letters of a host: "Tages-Anzeiger" or "BBC News" for bbc.co.uk."""
    label = _squeeze(host.partition(".")[0]) if host else ""
    return bool(label) and any(_fits_label(name, label) for name in names)


def _fits_label(name: str, label: str) -> bool:
    letters, words = _squeeze(name), [_squeeze(word) for word in name.split()]
    initials = "".join(word[0] for word in words if word)
    if not letters:
        return False
    contained = (len(label) > 2 and label in letters) or (len(letters) > 2 and letters in label)
    return contained or label in words or (initials == label and len(words) > 1)


def _squeeze(text: str) -> str:
    """Return the letters and digits of a text in lower case, without accents, umlauts as in addresses."""
    folded = text.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    plain = unicodedata.normalize("NFKD", folded)
    return "".join(character for character in plain if character.isalnum())


class OutletNames:
    """The outlets of one run by their hosts: pages of one host have one outlet, under the name that came first."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def unify(self, name: str | None, host: str | None) -> str | None:
        """Return the name of the outlet at this host; `name` where the host is new or not known."""
        if host is None or name is None:
            return name
        return self._names.setdefault(host, name)
