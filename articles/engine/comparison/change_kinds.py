"""What kinds of change are there between two printings, and how much can each do to what the speaker said?

TASS's speaker calls strikes "selective, I would say sparing"; printed without "I would say", he is surer than he was:
`deletion.silent.hedge`, danger 4. RT's "it's" with another apostrophe is `typography.quotes`, danger 0. The danger (5
turns the sense round, 0 cannot touch it) orders what a page says first::

    >>> KINDS["deletion.silent.hedge"].danger, KINDS["deletion.silent.hedge"].label
    (4, 'Doubt cut')

Every sentence is written to stand after "From the first printing to the second:" and claims no more than the words
show: that they differ, not who is to blame. Left to others: which kind a difference is (`naming`), finding the
differences (`differences`), putting all together (`comparison`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from articles.engine.text.spans import Span


@dataclass(frozen=True, slots=True)
class Change:
    """What stands at `a` in one text and at `b` in the other (one may be empty), of a kind, and the rule that said so.

    `kind` is a key of `KINDS`. `danger` is that kind's unless the words themselves call for another: a long cut with a
    "not" in it is worse than a long cut. `rule` tells in plain words why this kind was given.
    """

    a: Span
    b: Span
    kind: str
    danger: int
    rule: str

    @property
    def graver(self) -> str:
        """Why it is more dangerous than others of its kind, where it is."""
        return self.rule if self.danger > KINDS[self.kind].danger else ""


class Kind(NamedTuple):
    """How a kind of change is spoken of: its danger from 0 to 5, its name, and what it means for a reader."""

    danger: int
    label: str
    meaning: str


KINDS: Mapping[str, Kind] = {
    "negation.dropped": Kind(5, "“Not” dropped", "A word that denies is gone, so this printing may say the opposite."),
    "negation.added": Kind(5, "“Not” added", "A word that denies was put in, so this printing may say the opposite."),
    "negation.scope": Kind(5, "What “not” covers changed", "The denial reaches other words than before."),
    "number": Kind(5, "Number changed", "A figure or amount is not the same."),
    "gloss.absorbed": Kind(5, "Editor’s words absorbed", "An editor’s bracketed words are printed as spoken."),
    "substitution.antonym": Kind(5, "Turned into its opposite", "A word is replaced by one that means the contrary."),
    "quantifier": Kind(4, "How much or how many changed", "All, most, some, none: the amount claimed is not the same."),
    "deletion.silent.hedge": Kind(4, "Doubt cut", "Words of doubt are gone, unmarked."),
    "insertion.hedge": Kind(4, "Doubt added", "Words were put in that make the statement less sure."),
    "deletion.silent.parenthetical": Kind(4, "Aside cut silently", "A parenthesis is gone; nothing marks it."),
    "deletion.silent.splice": Kind(4, "Passages run together", "Whole sentences between them are gone, unmarked."),
    "deletion.silent": Kind(3, "Words cut silently", "Words are gone; no dots or brackets mark it."),
    "omission_mark_dropped": Kind(3, "Omission mark dropped", "Dots that showed a cut are gone; it reads unbroken."),
    "name_swap": Kind(3, "Name swapped", "The same person, country or body is called by another name."),
    "substitution": Kind(3, "Other words", "Words are replaced by others."),
    "paraphrase": Kind(3, "Put in other words", "A longer passage is put in other words."),
    "insertion": Kind(3, "Words added", "Words stand here that the other printing does not have."),
    "indirect": Kind(3, "Turned into a report", "The speaker’s words are retold rather than quoted."),
    "indirect.person": Kind(2, "Person shifted", "“I” or “we” became “he”, “she” or “they”, as when words are retold."),
    "truncation.start": Kind(2, "Begins later", "This printing starts further on in the statement."),
    "truncation.end": Kind(2, "Ends earlier", "This printing stops before the other does."),
    "deletion.marked": Kind(2, "Cut, and marked", "Words are gone; dots show that something was left out."),
    "omission_filled": Kind(2, "Words where dots were", "The other printing has dots here; this one has words."),
    "gloss.added": Kind(2, "Editor’s note added", "An explanation in square brackets was put in."),
    "gloss.removed": Kind(2, "Editor’s note removed", "An explanation in square brackets is gone."),
    "gloss.marked": Kind(2, "Put in square brackets", "Words printed as spoken are marked as an editor’s here."),
    "tense": Kind(2, "Form of a word", "The same word in another form: time, number or person."),
    "move": Kind(2, "Moved", "The same words stand in another place."),
    "reorder": Kind(1, "Order changed", "The same words in another order."),
    "negation.form": Kind(1, "Denied in other words", "The denial takes another form; the sense stays."),
    "translation": Kind(1, "Translated again", "Two translations of the same words."),
    "omission_mark_added": Kind(1, "Omission mark added", "Dots were put in; nothing is missing here in comparison."),
    "spelling.typo": Kind(1, "Misprint", "A letter or two differ; a correction shows which came first."),
    "spelling.regional": Kind(1, "British or American spelling", "The same word, spelt the other way."),
    "spelling.transliteration": Kind(1, "Name spelt otherwise", "A foreign name in another spelling."),
    "spelling.contraction": Kind(1, "Written out or contracted", "“Don’t” and “do not”: the same words."),
    "typography.lookalike": Kind(1, "Disguised letters", "A letter of another alphabet that looks the same."),
    "typography.invisible": Kind(1, "Hidden characters", "Characters that print nothing stand inside a word."),
    "typography.brackets": Kind(0, "Brackets", "Only the brackets differ."),
    "typography.quotes": Kind(0, "Quotation marks", "Only the shape or presence of quotation marks differs."),
    "typography.case": Kind(0, "Capitals", "Only capital or small letters differ."),
    "typography.abbreviation": Kind(0, "Abbreviation", "The same written shorter or longer, as “U.S.” and “US”."),
    "typography.punctuation": Kind(0, "Punctuation", "Only punctuation differs."),
}  # fmt: skip
