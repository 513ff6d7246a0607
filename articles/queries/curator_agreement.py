"""Agreement of curators with the matcher and with each other.

Of 40 audited matches 39 were found to be the same quotation: 98 %, with a 95 % interval from 87 to 100 %. Scores are
calibrated by the share of such pairs that a curator who looked at them confirmed; what follows for other pairs from a
split or a merge does not count. Of pairs that two curators looked at, the share on which they agree is given, and
Cohen's kappa, which takes off what would agree by chance.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from statistics import median

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from articles.engine.statistics.calibration import compute_bin_proportions, get_score_bins
from articles.engine.statistics.proportions import Proportion, estimate_proportion
from articles.models import Decision, Match, Ruling
from articles.queries.review_queue import filter_audit_sample

_DECIDED_VERDICTS = (Ruling.Verdict.SAME, Ruling.Verdict.DIFFERENT)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The share of pairs on which two curators said the same, and how much that is beyond chance (Cohen's kappa)."""

    share: Proportion
    kappa: float | None


@dataclass(slots=True)
class DeskDay:
    """The decisions of a day, how many of them were taken back since, and how many seconds each took."""

    day: date
    decisions: int = 0
    undone: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float | None:
        return median(self.seconds) if self.seconds else None


@dataclass(frozen=True, slots=True)
class ScoreCalibration:
    """What curators ruled on matches: the share that they confirmed in each range of scores."""

    shares: tuple[Proportion, ...]
    rulings: int
    blind: int  # of them, decided without seeing the score
    unmatched: int  # more, on pairs that were no match: of them nothing is said here


def count_decisions_by_day(count: int) -> list[DeskDay]:
    """Return the last `count` days, today last, also days without a decision."""
    today = timezone.localdate()
    days = {day: DeskDay(day) for day in (today - timedelta(days=back) for back in reversed(range(count)))}
    since = timezone.now() - timedelta(days=count)
    rows = Decision.objects.filter(made__gte=since).exclude(verb=Decision.Verb.UNDO).order_by("made")
    for made, seconds, in_force in rows.values_list("made", "seconds", "in_force"):
        if day := days.get(timezone.localdate(made)):
            day.decisions += 1
            day.undone += not in_force
            day.seconds += [seconds] if seconds is not None else []
    return list(days.values())


def measure_audit_precision() -> Proportion:
    """Return the share of audited and ruled matches that are the same quotation."""
    audited = filter_audit_sample(Match.objects.filter(a=OuterRef("a"), b=OuterRef("b")))
    ruled = Ruling.objects.in_force().latest_per_pair().filter(Exists(audited)).exclude(verdict=Ruling.Verdict.UNSURE)
    counts = dict(ruled.order_by().values_list("verdict").annotate(count=Count("pk")))
    return estimate_proportion(counts.get("same", 0), sum(counts.values()))


def measure_agreement() -> Agreement:
    """Return the agreement on pairs that two curators ruled on, or answered as a gold question."""
    pairs = [tuple(islice(verdicts.values(), 2)) for verdicts in _load_verdicts_by_pair().values() if len(verdicts) > 1]
    agreed = sum(one == other for one, other in pairs)
    if not pairs:
        return Agreement(estimate_proportion(0, 0), None)
    counts = [Counter(verdicts) for verdicts in zip(*pairs, strict=True)]
    by_chance = sum(counts[0][verdict] * counts[1][verdict] for verdict in _DECIDED_VERDICTS) / len(pairs) ** 2
    kappa = (agreed / len(pairs) - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0
    return Agreement(estimate_proportion(agreed, len(pairs)), kappa)


def measure_gold_accuracy() -> Proportion:
    """Return the share of answers to gold questions that are the known ones."""
    right = [answer == known for _, _, answer, known in _iter_gold_answers()]
    return estimate_proportion(sum(right), len(right))


def _load_verdicts_by_pair() -> dict[tuple[int, int], dict[int, str]]:
    """Return what each curator said last of each pair, unless it was taken back."""
    verdicts: defaultdict[tuple[int, int], dict[int, str]] = defaultdict(dict)
    rows = Ruling.objects.in_force().pairwise().order_by("pk")
    for a, b, by, verdict in rows.values_list("a", "b", "batch__by", "verdict"):
        verdicts[a, b][by] = verdict
    for pair, by, verdict, _ in _iter_gold_answers():
        verdicts[pair][by] = verdict
    return verdicts


def _iter_gold_answers() -> Iterator[tuple[tuple[int, int], int, str, str]]:
    """Yield the pair, who answered, the answer and the known one; leave out who was not sure."""
    rows = Decision.objects.filter(verb=Decision.Verb.GOLD, in_force=True, about__in_force=True).order_by("pk")
    columns = ("about__rulings__a", "about__rulings__b", "by", "data", "about__rulings__verdict")
    for a, b, by, data, known in rows.values_list(*columns):
        if data["verdict"] in _DECIDED_VERDICTS:
            yield (a, b), by, data["verdict"], known


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
