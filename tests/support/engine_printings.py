"""Made-up printings for property tests: what text can hold, and what outlets do to it."""

from hypothesis import strategies as st

_FRAGMENTS = (
    "the Islamic State", "Islamic State", "ISIS", "ISIS\u2019", "Daesh", "IS", "is", "U.S.-led", "US-led", "the US",
    "us", "Bashar al-Assad", "Assad", "Sergey Lavrov", "Sergei Lavrov", "don\u2019t", "do not", "don't", "not",
    "never", "I", "he", "would say", "perhaps", "all", "some of", "the majority of", "55 km", "50 km", "twenty",
    "20", "1,000", "5bn", "%", "percent", "$", "strengthens", "weakens", "programme", "program", "is", "was",
    "[anti-ISIS]", "anti-ISIS", "(life", "words)", "[", "]", "(", ")", ",", ".", "...", "\u2026", "\u2026\u2026",
    ". . .", "[...]", "\u2014", "--", "\u201c", "\u201d", '"', "'", "\u2019", "\N{NO-BREAK SPACE}", "\n", "\u200b",
    "\u00ad", "S\u0443ria", "Syria", "caf\u00e9", "cafe\u0301", "&", "and", "arms", "money", "coalition", "strikes",
    "The", "THE", "a", "of", "to",
)  # fmt: skip

pieces = st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=4))
texts = st.lists(pieces, max_size=25).map(" ".join)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts, the second made from the first by a few cuts, additions, replacements and swaps."""
    words = draw(st.lists(pieces, max_size=25))
    other = list(words)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(other)))
        length = draw(st.integers(0, 4))
        other[at : at + length] = draw(st.lists(pieces, max_size=3))
    return " ".join(words), " ".join(other)
