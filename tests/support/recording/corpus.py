"""A corpus of generated articles, and a curator's work on it, for a recording.

Statements are put together from lists of words, so that no two of them are alike, and printed by invented outlets:
word for word, with a name swapped, a number changed, a denial dropped, an aside cut, a passage cut off, two run
together. The articles come in as any others do. The same seed gives the same database, to the codes of its lineages
and the times of its rows.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User

from articles.importers.draft import ArticleDraft, build_draft
from articles.importers.metadata import ArticleMetadata
from articles.models import (
    Alias,
    Article,
    Decision,
    DeskPreference,
    Lineage,
    Match,
    Outlet,
    Quote,
    Ruling,
    Speaker,
    Suggestion,
)
from articles.models.decision import DecisionRemark
from articles.roles import CURATORS, SENIOR_CURATORS
from articles.services.corrections import (
    change_speaker,
    correct_date,
    correct_span,
    mark_boilerplate,
    merge_outlets,
    merge_speakers,
    withdraw,
)
from articles.services.curation import agree, answer_gold_question, detach, merge, rule, split_off, undo
from articles.services.exceptions import CurationError
from articles.services.ingest import ingest_article, load_demo
from articles.services.revisions import record_pending_revisions

FIRST_DAY = datetime(2015, 9, 1, 6, tzinfo=UTC)
QUOTATIONS_AN_ARTICLE = 10
DEEDS = 260  # of curators
PASSWORD = "a password for recordings alone"
USERS = {"curator": CURATORS, "senior": SENIOR_CURATORS, "admin": ""}  # with their groups; without one, a superuser

PLACES = (
    "Aleppo Mosul Tripoli Vienna Geneva Lausanne Kirkuk Donetsk Minsk Astana Sochi Ankara Amman Beirut Cairo Riga "
    "Tunis Muscat Doha Oslo Helsinki Tbilisi Yerevan Baku Bishkek Almaty Lisbon Prague Valletta Nicosia"
).split()
ADJECTIVES = (
    "moderate illegal regional technical military humanitarian political financial temporary secret bilateral "
    "unilateral permanent ambitious cautious fragile hostile peaceful nuclear coastal northern rural medical "
    "judicial parliamentary seasonal"
).split()
THINGS = (
    "convoy ceasefire embargo pipeline checkpoint railway harbour hospital refinery airfield reservoir treaty "
    "tribunal budget subsidy tariff census referendum vaccine satellite turbine dam orchard glacier quarry "
    "archive museum ferry bridge tunnel lighthouse granary"
).split()
VERBS = (
    "delivered inspected suspended financed repaired abandoned protected delayed supervised surveyed insured shelled "
    "reopened evacuated flooded fortified privatised photographed mapped dismantled"
).split()
PEOPLE = (
    "farmers pilots engineers observers deputies miners nurses teachers fishermen veterans refugees bankers "
    "surveyors sailors students judges smugglers journalists geologists contractors"
).split()
HEDGES = "probably apparently perhaps supposedly reportedly".split()
NAMES = ("the United States", "the Islamic State", "the European Union", "the United Nations", "Russia", "Iran")
SWAPPED = {
    "the United States": "Washington",
    "the Islamic State": "Daesh",
    "the European Union": "Brussels",
    "the United Nations": "the UN",
    "Russia": "Moscow",
    "Iran": "Tehran",
}
SPEAKERS = (
    ("Foreign Minister", "Sergey Lavrov"),
    ("Foreign Minister", "Sergei Lavrov"),
    ("Prime Minister", "Anna Lindqvist"),
    ("Defence Minister", "Pavel Novotny"),
    ("Energy Minister", "Helen Marchetti"),
    ("President", "Thomas Okafor"),
    ("Spokeswoman", "Maria Zakharova"),
    ("Ambassador", "Robert Castellan"),
    ("Professor", "Laura Whitcombe"),
    ("Governor", "Daniel Ferreira"),
    ("Chancellor", "Martin Hohenfels"),
    ("Senator", "Julia Brandvold"),
    ("Commissioner", "Peter Vanloo"),
    ("General", "George Stamatis"),
    ("Mayor", "Elena Kovalenko"),
    ("Director", "Michael Abernathy"),
)
OUTLETS = (
    "Northern Herald", "Harbour Wire", "Radio Meridian", "The Daily Lantern", "Eastern Courier", "Channel Nine",
    "The Weekly Ledger", "Plains Dispatch", "City Gazette", "Mountain Post", "Le Phare", "Nordlicht", "Open Column",
    "Free Pen", "Lakeside Times", "Island Observer", "Union Telegraph", "South Bulletin",
)  # fmt: skip
KINDS = ("agency", "paper", "broadcaster", "site", "blog")
CUES = ("said", "told reporters", "added", "stressed", "noted", "explained")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class Statement:
    """Words as they were said, and who said them."""

    text: str
    title: str
    speaker: str


def make(quotations: int, seed: int) -> None:
    """Fill an empty database with the demo articles, generated ones, and what curators did with them."""
    dice = random.Random(seed)
    load_demo()
    for article in articles(quotations, dice):
        ingest_article(article)
    record_pending_revisions()
    describe_outlets()
    curate(dice, make_users())
    record_pending_revisions()


# --- articles -----------------------------------------------------------------------------------------------------


def articles(quotations: int, dice: random.Random) -> Iterator[ArticleDraft]:
    """Yield articles with so many quotations, the earliest first, as an importer hands them over."""
    count = max(2, quotations // QUOTATIONS_AN_ARTICLE)
    contents: list[list[Statement]] = [[] for _ in range(count)]
    printed = 0
    while printed < quotations:
        statement, first = state(dice), dice.randrange(count)
        reach = range(first, min(count, first + 40))
        many = min(len(reach), quotations - printed, dice.choice((1, 1, 2, 3, 4, 5, 6, 8, 10, 14, 30)))
        for at in sorted(dice.sample(reach, many)):
            contents[at].append(statement if at == first else alter(statement, dice))
        printed += many
    when = FIRST_DAY
    for number, statements in enumerate(contents):
        when += timedelta(minutes=dice.randrange(60, 9000))
        if statements:
            yield write(number, statements, when, dice)


def state(dice: random.Random) -> Statement:
    """Return a new statement."""
    place, other, third = dice.sample(PLACES, 3)
    adjective, more, last = dice.sample(ADJECTIVES, 3)
    thing, another, further = dice.sample(THINGS, 3)
    verb, did, done = dice.sample(VERBS, 3)
    people, crowd = dice.sample(PEOPLE, 2)
    name, number = dice.choice(NAMES), dice.randrange(11, 990)
    text = dice.choice(
        (
            f"In {place} the {people} did not accept that {name} had {verb} {number} {adjective} {thing}s, "
            f"and all of them (as {crowd} from {other} know) still believe the {more} {another} was {did} in {third}",
            f"We have never {verb} the {adjective} {thing} of {place}. It was {name} that {did} {number} {people} near "
            f"{other}, while the {more} {another} and the {last} {further} remained open",
            f"It is a {adjective} mistake that {name} {verb} the {thing} in {place} without asking {people} or "
            f"{crowd}; {number} of them could {dice.choice(HEDGES)} have {did} the {another} at {other} before winter",
            f"Our {people} want the {thing} to be {verb} by {name} as soon as possible, but they do not want to see "
            f"the {adjective} {another} of {place} {did} or {number} {crowd} sent to {other}",
            f"Whoever {verb} the {more} {thing} between {place} and {other} cannot pretend to defend {people}: "
            f"{name} knows that {number} {adjective} {another}s were {did} there, and that the {further} was {done}",
        )
    )
    return Statement(text, f"{name[0].upper()}{name[1:]} and the {thing} of {place}", " ".join(dice.choice(SPEAKERS)))


def alter(statement: Statement, dice: random.Random) -> Statement:
    """Return the statement as another outlet prints it: often word for word, often not."""
    text = statement.text
    if dice.random() < 0.45:
        return statement
    for change in dice.sample(CHANGES, dice.choice((1, 1, 1, 2, 3))):
        text = change(text, dice)
    speaker = statement.speaker if dice.random() < 0.95 else " ".join(dice.choice(SPEAKERS))
    return Statement(text, statement.title, speaker)


def _swap_name(text: str, dice: random.Random) -> str:
    for name, other in SWAPPED.items():
        text = text.replace(name, other)
    return text


def _change_number(text: str, dice: random.Random) -> str:
    return " ".join(str(int(word) + 7) if word.isdigit() else word for word in text.split(" "))


def _drop_denial(text: str, dice: random.Random) -> str:
    return text.replace("did not accept", "did accept").replace("never ", "").replace("cannot", "can")


def _drop_aside(text: str, dice: random.Random) -> str:
    before, _, rest = text.partition(" (")
    return before + rest.partition(")")[2] if rest else text.replace("; ", ". ")


def _cut_start(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    return " ".join(words[dice.randrange(2, 9) :])


def _cut_end(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    return " ".join(words[: -dice.randrange(2, 12)]).rstrip(",;:")


def _cut_middle(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    at = dice.randrange(5, len(words) - 6) if len(words) > 12 else 1
    return " ".join([*words[:at], *dice.choice(((), ("...",), ("[...]",))), *words[at + 4 :]])


def _gloss(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    at = dice.randrange(2, len(words)) if len(words) > 2 else 1
    return " ".join([*words[:at], dice.choice(("[sic]", "[the local council]", "of course")), *words[at:]])


def _hedge(text: str, dice: random.Random) -> str:
    return text.replace(" had ", f" {dice.choice(HEDGES)} had ").replace(" is a ", f" is {dice.choice(HEDGES)} a ")


def _respell(text: str, dice: random.Random) -> str:
    return text.replace("did not", "didn\u2019t").replace("harbour", "harbor").replace(" - ", " \u2013 ")


def _replace_word(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    words[dice.randrange(len(words))] = dice.choice(ADJECTIVES)
    return " ".join(words)


def _run_on(text: str, dice: random.Random) -> str:
    return f"{text}. {state(dice).text}"


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    _swap_name, _change_number, _drop_denial, _drop_aside, _cut_start, _cut_end, _cut_middle, _gloss, _hedge, _respell,
    _replace_word, _run_on,
)  # fmt: skip


def write(number: int, statements: Sequence[Statement], when: datetime, dice: random.Random) -> ArticleDraft:
    """Return the article that prints these statements."""
    outlet, credit = dice.choice(OUTLETS), dice.choice((None, None, None, "Harbour Wire", "Radio Meridian"))
    opening, closing = dice.choice((("\u201c", "\u201d"), ("\u201c", "\u201d"), ('"', '"')))
    title = statements[0].title
    paragraphs = [title, f"{title} were discussed again on {dice.choice(DAYS)}, as {outlet} reports from its own desk."]
    for statement in statements:
        who, cue = statement.speaker, dice.choice(CUES)
        where = dice.choice(("", f" at a conference in {dice.choice(PLACES)}", f" on {dice.choice(DAYS)}"))
        words = f"{opening}{statement.text[0].upper()}{statement.text[1:]}"
        paragraphs.append(
            dice.choice((f"{words},{closing} {who} {cue}{where}.", f"{who} {cue}{where}: {words}.{closing}"))
        )
        if dice.random() < 0.2:
            told = dice.choice(THINGS)
            paragraphs.append(
                f"{who} said that the {told} of {dice.choice(PLACES)} would be {dice.choice(VERBS)} soon."
            )
    text = "\n\n".join(paragraphs) + "\n"
    dated = dice.choice(("minute", "minute", "day", "day", "day", "about", "month", "unknown"))
    facts = ArticleMetadata(
        outlet=outlet if dice.random() < 0.97 else None,
        url=f"https://news.example/{number}" if dice.random() < 0.9 else None,
        title=title,
        byline=dice.choice((None, "Our correspondent")),
        published=None if dated == "unknown" else when,
        precision=dated,  # type: ignore[arg-type]  # one of the precisions
        language="en",
        credit=credit,
        archive=f"https://archive.example/{number}" if number % 9 == 0 else None,
    )
    return build_draft(f"generated/{number}", text, text.encode(), "text/plain", facts)


def describe_outlets() -> None:
    """Fill in most of the invented outlets, let one article have failed, and add a variant of a name."""
    for place, name in enumerate(OUTLETS[:14]):
        outlet = Outlet.objects.get_or_create_by_name(name)
        outlet.kind, outlet.country = KINDS[place % len(KINDS)], ("GB", "DE", "RU", "")[place % 4]
        outlet.domain = f"{outlet.slug}.example"
        outlet.save()
    last = Article.objects.order_by("pk").last()
    assert last is not None, "articles came in"
    Article.objects.filter(pk=last.pk).update(link_state="failed", attempts=5, last_error="ValueError: an example")
    Alias.objects.create(name="United Nations", form="the world body")


# --- curators -----------------------------------------------------------------------------------------------------


def make_users() -> list[User]:
    """Make those who rule, with a password that is known."""
    users = []
    for name, group in USERS.items():
        user = User.objects.create(
            username=name, password=make_password(PASSWORD), is_staff=True, is_superuser=not group
        )
        user.groups.set(Group.objects.filter(name=group))
        users.append(user)
    DeskPreference.objects.create(user=users[1], keys=False, score=True)
    return users


def curate(dice: random.Random, users: Sequence[User]) -> None:
    """Let curators decide on this and that, and readers suggest something."""
    desk = Curator(dice)
    for _ in range(DEEDS):
        deed = dice.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        try:
            getattr(desk, deed)(dice.choice(users), desk.remark())
        except CurationError:  # as curators find out too: nothing has changed
            continue
    suggest(dice, users)


WEIGHTS = {
    "confirm": 30, "reject": 30, "be_unsure": 8, "join": 18, "split": 22, "take_out": 16, "attribute": 12, "redate": 8,
    "respan": 8, "leave_out": 24, "withdraw": 8, "join_outlets": 2, "join_speakers": 2, "take_back": 45, "agree": 6,
    "answer_gold": 8,
}  # fmt: skip


class Curator:
    """What a curator does, with rows that chance picks."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice

    def remark(self) -> DecisionRemark:
        """Return a reason, a note and the time taken; often none of them."""
        reason = self.dice.choice(("", "", "words", "translation", "part", "formula", "other"))
        note = self.dice.choice(("", "", "", "Compared with the transcript.", "The headline is <b>misleading</b>."))
        return DecisionRemark(reason, note, self.dice.choice((None, 4.5, 21.0)), self.dice.random() < 0.5)

    def pick(self, rows: Any) -> Any:
        """Return one of these rows. Raises NotPossible where there is none."""
        numbers = list(rows.order_by("pk").values_list("pk", flat=True).distinct())
        if not numbers:
            raise CurationError("There is nothing of that kind.")
        return rows.model.objects.get(pk=self.dice.choice(numbers))

    def confirm(self, user: User, remark: DecisionRemark) -> None:
        self._rule("same", user, remark)

    def reject(self, user: User, remark: DecisionRemark) -> None:
        self._rule("different", user, remark)

    def be_unsure(self, user: User, remark: DecisionRemark) -> None:
        self._rule("unsure", user, remark)

    def _rule(self, verdict: str, user: User, remark: DecisionRemark) -> None:
        match = self.pick(Match.objects.filter(a__left_out="", b__left_out=""))
        rule(match.a, match.b, verdict, by=user, remark=remark)

    def join(self, user: User, remark: DecisionRemark) -> None:
        merge([self.pick(Lineage.objects.all()), self.pick(Lineage.objects.all())], by=user, remark=remark)

    def split(self, user: User, remark: DecisionRemark) -> None:
        lineage = self.pick(Lineage.objects.filter(printing_count__gt=3))
        split_off(lineage, self._some_of(lineage), by=user, remark=remark)

    def take_out(self, user: User, remark: DecisionRemark) -> None:
        lineage = self.pick(Lineage.objects.filter(printing_count__gt=1))
        detach(lineage, self._some_of(lineage)[:2], by=user, remark=remark)

    def _some_of(self, lineage: Lineage) -> list[int]:
        quotes = list(lineage.printings.order_by("quote").values_list("quote", flat=True))
        return self.dice.sample(quotes, max(1, len(quotes) // 3))

    def attribute(self, user: User, remark: DecisionRemark) -> None:
        name = self.dice.choice(("Walid Muallem", "Anna Lindqvist", ""))
        change_speaker([self.pick(Quote.objects.all())], name, by=user, remark=remark)

    def redate(self, user: User, remark: DecisionRemark) -> None:
        when = FIRST_DAY + timedelta(days=self.dice.randrange(700))
        correct_date(self.pick(Article.objects.all()), when, "day", by=user, remark=remark)

    def respan(self, user: User, remark: DecisionRemark) -> None:
        quote = self.pick(Quote.objects.filter(left_out=""))
        correct_span(quote, quote.start, quote.end - self.dice.randrange(3, 20), by=user, remark=remark)

    def leave_out(self, user: User, remark: DecisionRemark) -> None:
        mark_boilerplate(self.pick(Quote.objects.filter(left_out="")), by=user, remark=remark)

    def withdraw(self, user: User, remark: DecisionRemark) -> None:
        withdraw(self.pick(Article.objects.all()), "The outlet took the article back.", by=user, remark=remark)

    def join_outlets(self, user: User, remark: DecisionRemark) -> None:
        merge_outlets(self.pick(Outlet.objects.all()), self.pick(Outlet.objects.all()), by=user, remark=remark)

    def join_speakers(self, user: User, remark: DecisionRemark) -> None:
        merge_speakers(self.pick(Speaker.objects.all()), self.pick(Speaker.objects.all()), by=user, remark=remark)

    def take_back(self, user: User, remark: DecisionRemark) -> None:
        undo(self.pick(Decision.objects.filter(in_force=True)), by=user, remark=remark)

    def agree(self, user: User, remark: DecisionRemark) -> None:
        agree(self.pick(Decision.objects.filter(in_force=True)), by=user, remark=remark)

    def answer_gold(self, user: User, remark: DecisionRemark) -> None:
        known = self.pick(Ruling.objects.in_force().pairwise().exclude(batch__by=user))
        answer_gold_question(known, self.dice.choice(("same", "different")), by=user, remark=remark)


def suggest(dice: random.Random, users: Sequence[User]) -> None:
    """Add what readers, and a curator in passing, have written; one of them was answered."""
    codes = list(Lineage.objects.order_by("pk").values_list("code", flat=True))
    address = "https://older.example/1"
    for kind, url in (("different", ""), ("earlier", address), ("other", ""), ("flag", "")):
        Suggestion.objects.create(
            code=dice.choice(codes), kind=kind, text=f"An example of {kind} <i>words</i>.", url=url
        )
    first = Suggestion.objects.order_by("pk")[0]
    first.closed, first.closed_by, first.answer = first.made, users[0], "Split off."
    first.save()
