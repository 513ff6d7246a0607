"""Calibration of scores against curators' rulings, by ranges of scores.

A score is the probability that two printings are printings of the same words. Counted are the rulings in which a
curator looked at one pair; what follows for other pairs from a split or a merge is no judgement of theirs.
"""

from dataclasses import dataclass

from django.db.models import Count, Q

from articles.engine.statistics.calibration import compute_bin_proportions, get_score_bins
from articles.engine.statistics.proportions import Proportion
from articles.models import Match, Ruling


@dataclass(frozen=True, slots=True)
class ScoreCalibration:
    """What curators ruled on matches: the share that they confirmed in each range of scores."""

    shares: tuple[Proportion, ...]
    rulings: int
    blind: int  # of them, decided without seeing the score
    unmatched: int  # more, on pairs that were no match: of them nothing is said here


def count_matches_by_score() -> list[int]:
    """Count the matches in each range of scores, in one pass over the index of scores; the last includes its end."""
    bins = get_score_bins()
    filters = [*(Q(score__gte=low, score__lt=high) for low, high in bins[:-1]), Q(score__gte=bins[-1][0])]
    counts = {f"range_{place}": Count("pk", filter=within) for place, within in enumerate(filters)}
    return list(Match.objects.order_by().aggregate(**counts).values())


def calibrate_scores() -> ScoreCalibration:
    """Compute the shares from the newest ruling on each pair."""
    rulings = Ruling.objects.in_force().pairwise().exclude(verdict=Ruling.Verdict.UNSURE).order_by("pk")
    columns = ("a", "b", "verdict", "score", "batch__blind")
    newest = {(a, b): (verdict, score, blind) for a, b, verdict, score, blind in rulings.values_list(*columns)}
    matched = [(score, verdict, blind) for verdict, score, blind in newest.values() if score is not None]
    return ScoreCalibration(
        compute_bin_proportions((score, verdict == Ruling.Verdict.SAME) for score, verdict, _ in matched),
        len(matched),
        sum(blind for _, _, blind in matched),
        len(newest) - len(matched),
    )
