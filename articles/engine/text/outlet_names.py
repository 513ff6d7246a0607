"""Names of outlets as articles credit them: "Fox News reported" and "according to Fox" name one outlet.

A credit is an outlet's name, or the name with or without a word for its kind ("TASS", "the TASS news agency")::

    >>> resolve_credit("Fox", own="Daily Mail", known=["Fox News", "Reuters"])
    'Fox News'
    >>> resolve_credit("BBC Sport", own="BBC", known=[])
    ''

An outlet that names itself credits nobody: its dateline, or "told BBC Sport" in an article of the BBC.
"""

from collections.abc import Collection

from articles.engine.text.normalization import fold

# Words for a kind of outlet that a credit may leave out or add at the end of its name.
KIND_WORDS = frozenset("news sport sports agency tv television radio online newspaper network channel".split())
# Agencies that go by their initials.
_INITIALS = {"ap": "associated press", "afp": "agence france-presse", "dpa": "deutsche presse-agentur"}


def resolve_credit(credit: str, own: str, known: Collection[str]) -> str:
    """Return the name in `known` of the outlet that `credit` names; `credit` itself if none, "" if it is `own`.

    Of several outlets that fit, such as BBC News and BBC Sport for "BBC", none is chosen.
    """
    if not credit or is_same_outlet(credit, own):
        return ""
    exact = [name for name in known if fold(name) == fold(credit)]
    alike = exact or [name for name in known if is_same_outlet(credit, name)]
    names = {fold(name) for name in alike}
    return alike[0] if len(names) == 1 else credit


def is_same_outlet(name: str, other: str) -> bool:
    """Return whether two names are of one outlet: one is the other with words for its kind.

    >>> is_same_outlet("Fox", "Fox News"), is_same_outlet("Sky News", "Sky Sports")
    (True, False)
    """
    shorter, longer = sorted((_split(name), _split(other)), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter and KIND_WORDS.issuperset(longer[len(shorter) :])


def _split(name: str) -> list[str]:
    folded = fold(name).removeprefix("the ")
    return _INITIALS.get(folded, folded).split()
