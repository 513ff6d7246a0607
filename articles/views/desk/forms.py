"""Forms and query strings of the desk.

What makes no sense is ignored, except the number of a row: that is a 404.
"""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.http import Http404
from django.utils import timezone

from articles.models import Decision, Ruling
from articles.models.decision import DecisionRemark
from articles.queries.review_queue import LANES, LANES_BY_KEY
from articles.views.http.forms import NumberField, OptionField, QueryForm, parse_bounded_int

MAX_SECONDS = 3600.0  # who took longer to decide was away
MAX_NOTE_LENGTH = 2000
MAX_ANSWER_LENGTH = 1000
MAX_NAME_LENGTH = 300
MAX_ROW_NUMBER = 10**18 - 1


def parse_number(value: str) -> int:
    """Return a row's number as it was sent. Raises Http404."""
    number = parse_bounded_int(value, 0, MAX_ROW_NUMBER)
    if number is None:
        raise Http404("There is no such row.")
    return number


class RowField(forms.Field):
    """The number of a row."""

    def clean(self, value: Any) -> int | None:
        """Return the number; None where the field is optional and empty. Raises Http404."""
        return parse_number(value or "") if value or self.required else None


class RowsField(forms.Field):
    """The numbers of chosen rows."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[int]:
        """Return the numbers. Raises Http404."""
        return [parse_number(each) for each in value]


class PairField(forms.Field):
    """Two rows as the key of a card, as in ``12..31``."""

    def clean(self, value: Any) -> list[int] | None:
        """Return both numbers, or None for no pair. Raises Http404."""
        parts = (value or "").split("..")
        return [parse_number(part) for part in parts] if len(parts) == 2 else None


class PostedTextField(forms.Field):
    """A text without NUL, which no database takes, cut to `length`; `default` where it was not sent."""

    def __init__(self, length: int | None = MAX_NOTE_LENGTH, default: str = "") -> None:
        super().__init__(required=False)
        self.length, self.default = length, default

    def clean(self, value: Any) -> str:
        """Return the text."""
        return self.default if value is None else str(value)[: self.length].replace("\0", "")


class LaneForm(QueryForm):
    """The lane that a page or form belongs to."""

    lane = OptionField(LANES_BY_KEY, default=LANES[0].key)


class ConsequenceForm(QueryForm):
    """The decision that was just made, and the card before."""

    done = RowField(required=False)
    before = PairField(required=False)
    before_name = RowField(required=False)


class PreferencesForm(QueryForm):
    """Whether keys answer and whether the score is shown."""

    keys = forms.BooleanField(required=False)
    score = forms.BooleanField(required=False)


class SuggestionAnswerForm(QueryForm):
    """What came of a reader's suggestion."""

    answer = PostedTextField(MAX_ANSWER_LENGTH)


class RemarkForm(QueryForm):
    """Reason, note and time of a decision."""

    reason = OptionField(Decision.Reason.values)
    note = PostedTextField()
    began = NumberField(0, 10**11 - 1)
    blind = forms.BooleanField(required=False)

    def build_remark(self) -> DecisionRemark:
        """Return the remark, with the seconds since the card was shown where they are plausible."""
        values = self.read()
        seconds = timezone.now().timestamp() - values["began"] if values["began"] is not None else None
        if seconds is not None and not 0 <= seconds <= MAX_SECONDS:
            seconds = None
        return DecisionRemark(values["reason"], values["note"], seconds, values["blind"])

    def build_terms(self, user: User, seen_version: str) -> dict[str, Any]:
        """Return who decides, with which remark and on what version, as the services take it."""
        return {"by": user, "remark": self.build_remark(), "seen_version": seen_version}


class KeptAnswerForm(RemarkForm):
    """What was sent to any form of the desk when the session had ended."""

    verdict = OptionField(Ruling.Verdict.values)
    quote = RowsField(required=False)
    other = PostedTextField()
    speaker = PostedTextField(MAX_NAME_LENGTH)
    words = PostedTextField(None)


class VerdictForm(LaneForm, RemarkForm):
    """The answer to a card; `version` is the version of the pair that the curator saw."""

    a = RowField()
    b = RowField()
    verdict = OptionField((*Ruling.Verdict.values, "skip", "flag"))
    version = PostedTextField(None)


class NameForm(RemarkForm):
    """The answer to a name card: a speaker chosen or written, or one of the other answers."""

    speaker = PostedTextField(MAX_NAME_LENGTH)
    answer = OptionField(("nobody", "skip"), default="speaker")
    seen = PostedTextField(None, default="nothing")


class LineageForm(RemarkForm):
    """Printings to split off a lineage, or the lineage to merge it with."""

    deed = OptionField(("detach", "merge"), default="split")
    quote = RowsField(required=False)
    other = PostedTextField()
    version = PostedTextField(None)


class QuoteForm(RemarkForm):
    """A correction of one quotation; whoever sends no version of it has not seen it."""

    deed = OptionField(("speaker", "words"), default="boilerplate")
    speaker = PostedTextField()
    words = PostedTextField(None)
    seen = PostedTextField(None, default="nothing")
