"""Collation of a lineage's printings, with curators' decisions where the words alone leave doubt.

TASS prints "They want the Islamic State to weaken Assad", SANA "the coalition wants ISIS' assistance to weaken the
Syrian government": one text that was changed, or two translations. A curator who confirmed that the two belong together
may have said which. Then that decides.
"""

from collections.abc import Collection, Sequence

from articles.engine.comparison.collation import Collation, collate
from articles.engine.comparison.compare import ComparisonMode
from articles.engine.text.aliases import Aliases
from articles.models import Decision, Printing, Ruling

# The reasons that say of two printings whether they are one text or two.
MODES_BY_REASON: dict[str, ComparisonMode] = {
    Decision.Reason.WORDS: "diff",
    Decision.Reason.TRANSLATION: "parallel",
    Decision.Reason.RETOLD: "parallel",
}


def collate_printings(printings: Sequence[Printing], aliases: Aliases, *, base: int | None = None) -> Collation:
    """Collate `printings`, the earliest first, with the one at index `base`, or else the fittest base.

    Curators' decisions are read only if there is doubt.
    """
    texts = [printing.text for printing in printings]
    collation = collate(texts, base=base, aliases=aliases)
    if not collation.families and all(each.is_certain for each in collation.aligned.values()):
        return collation
    judged = load_judged_modes([printing.quote_id for printing in printings])
    if not judged:
        return collation
    places = {printing.quote_id: at for at, printing in enumerate(printings)}
    modes = {(places[one], places[other]): mode for (one, other), mode in judged.items()}
    return collate(texts, base=base, aliases=aliases, curator_modes=modes)


def load_judged_modes(quotes: Collection[int]) -> dict[tuple[int, int], ComparisonMode]:
    """Return the pairs of these quotations of which a curator said last whether they are one text, in one query."""
    rulings = Ruling.objects.in_force().pairwise().select_related("batch")
    return {
        (ruling.a_id, ruling.b_id): MODES_BY_REASON[ruling.batch.reason]
        for ruling in rulings.latest_per_pair_among(quotes)
        if ruling.verdict == Ruling.Verdict.SAME and ruling.batch.reason in MODES_BY_REASON
    }
