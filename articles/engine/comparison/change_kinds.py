"""Kinds of change between two printings, each with its severity, label and meaning.

TASS's speaker calls strikes "selective, I would say sparing"; printed without "I would say", he is surer than he was:
`deletion.silent.hedge`, severity 4. RT's "it's" with another apostrophe is `typography.quotes`, severity 0. The
severity (5 reverses the sense, 0 cannot touch it) decides the order in which a page lists changes::

    >>> CHANGE_KINDS["deletion.silent.hedge"].severity, CHANGE_KINDS["deletion.silent.hedge"].label
    (4, 'Doubt cut')

Every meaning is written to follow "From the first printing to the second:" and claims no more than the words show:
that they differ, not who is to blame. `comparison.change_classifier` decides which kind a difference is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from articles.engine.text.spans import Span


@dataclass(frozen=True, slots=True)
class Change:
    """A classified difference: the words at `a` in one text and at `b` in the other (one may be empty).

    `kind` is a key of `CHANGE_KINDS`. `severity` is the kind's own unless the words call for another: a long cut with a
    "not" in it is worse than a long cut. `reason` says in plain words why this kind was chosen.
    """

    a: Span
    b: Span
    kind: str
    severity: int
    reason: str

    @property
    def severity_reason(self) -> str:
        """Why the change is more serious than others of its kind; empty where it is not."""
        return self.reason if self.severity > CHANGE_KINDS[self.kind].severity else ""


class ChangeKind(NamedTuple):
    """Severity from 0 to 5, label, and what the kind of change means for a reader."""

    severity: int
    label: str
    meaning: str


CHANGE_KINDS: Mapping[str, ChangeKind] = {
    "negation.dropped": ChangeKind(
        5, "“Not” dropped", "A word that denies is gone, so this printing may say the opposite."
    ),
    "negation.added": ChangeKind(
        5, "“Not” added", "A word that denies was put in, so this printing may say the opposite."
    ),
    "negation.scope": ChangeKind(5, "What “not” covers changed", "The denial reaches other words than before."),
    "number": ChangeKind(5, "Number changed", "A figure or amount is not the same."),
    "gloss.absorbed": ChangeKind(5, "Editor’s words absorbed", "An editor’s bracketed words are printed as spoken."),
    "substitution.antonym": ChangeKind(
        5, "Turned into its opposite", "A word is replaced by one that means the contrary."
    ),
    "quantifier": ChangeKind(
        4, "How much or how many changed", "All, most, some, none: the amount claimed is not the same."
    ),
    "deletion.silent.hedge": ChangeKind(4, "Doubt cut", "Words of doubt are gone, unmarked."),
    "insertion.hedge": ChangeKind(4, "Doubt added", "Words were put in that make the statement less sure."),
    "deletion.silent.parenthetical": ChangeKind(4, "Aside cut silently", "A parenthesis is gone; nothing marks it."),
    "deletion.silent.splice": ChangeKind(
        4, "Passages run together", "Whole sentences between them are gone, unmarked."
    ),
    "deletion.silent": ChangeKind(3, "Words cut silently", "Words are gone; no dots or brackets mark it."),
    "omission_mark_dropped": ChangeKind(
        3, "Omission mark dropped", "Dots that showed a cut are gone; it reads unbroken."
    ),
    "name_swap": ChangeKind(3, "Name swapped", "The same person, country or body is called by another name."),
    "substitution": ChangeKind(3, "Other words", "Words are replaced by others."),
    "paraphrase": ChangeKind(3, "Put in other words", "A longer passage is put in other words."),
    "insertion": ChangeKind(3, "Words added", "Words stand here that the other printing does not have."),
    "indirect": ChangeKind(3, "Turned into a report", "The speaker’s words are retold rather than quoted."),
    "indirect.person": ChangeKind(
        2, "Person shifted", "“I” or “we” became “he”, “she” or “they”, as when words are retold."
    ),
    "truncation.start": ChangeKind(2, "Begins later", "This printing starts further on in the statement."),
    "truncation.end": ChangeKind(2, "Ends earlier", "This printing stops before the other does."),
    "deletion.marked": ChangeKind(2, "Cut, and marked", "Words are gone; dots show that something was left out."),
    "omission_filled": ChangeKind(2, "Words where dots were", "The other printing has dots here; this one has words."),
    "gloss.added": ChangeKind(2, "Editor’s note added", "An explanation in square brackets was put in."),
    "gloss.removed": ChangeKind(2, "Editor’s note removed", "An explanation in square brackets is gone."),
    "gloss.marked": ChangeKind(2, "Put in square brackets", "Words printed as spoken are marked as an editor’s here."),
    "tense": ChangeKind(2, "Form of a word", "The same word in another form: time, number or person."),
    "move": ChangeKind(2, "Moved", "The same words stand in another place."),
    "reorder": ChangeKind(1, "Order changed", "The same words in another order."),
    "negation.form": ChangeKind(1, "Denied in other words", "The denial takes another form; the sense stays."),
    "translation": ChangeKind(1, "Translated again", "Two translations of the same words."),
    "omission_mark_added": ChangeKind(
        1, "Omission mark added", "Dots were put in; nothing is missing here in comparison."
    ),
    "spelling.typo": ChangeKind(1, "Misprint", "A letter or two differ; a correction shows which came first."),
    "spelling.regional": ChangeKind(1, "British or American spelling", "The same word, spelt the other way."),
    "spelling.transliteration": ChangeKind(1, "Name spelt otherwise", "A foreign name in another spelling."),
    "spelling.contraction": ChangeKind(1, "Written out or contracted", "“Don’t” and “do not”: the same words."),
    "typography.lookalike": ChangeKind(1, "Disguised letters", "A letter of another alphabet that looks the same."),
    "typography.invisible": ChangeKind(1, "Hidden characters", "Characters that print nothing stand inside a word."),
    "typography.brackets": ChangeKind(0, "Brackets", "Only the brackets differ."),
    "typography.quotes": ChangeKind(0, "Quotation marks", "Only the shape or presence of quotation marks differs."),
    "typography.case": ChangeKind(0, "Capitals", "Only capital or small letters differ."),
    "typography.abbreviation": ChangeKind(0, "Abbreviation", "The same written shorter or longer, as “U.S.” and “US”."),
    "typography.punctuation": ChangeKind(0, "Punctuation", "Only punctuation differs."),
}
