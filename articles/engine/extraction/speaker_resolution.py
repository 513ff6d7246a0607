"""Speaker resolution: resolve "he", "the Russian FM", "The diplomat" and "Lavrov" to the name that the article gives.

A salience model (after Lappin and Leass 1994, *An algorithm for pronominal anaphora resolution*): read from the top,
every name and pronoun makes somebody salient, more so as the subject of a sentence or as the one who speaks, and less
with every sentence that passes. "She" is the most salient woman, "he" the man; "the Russian minister" is whoever bears
that office; the name is the fullest that the article prints: Sergey Lavrov. `named_people` registers the names.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.named_people import Entity, EntityMention, EntityRegister
from articles.engine.extraction.noun_phrases import NounPhrase, find_sentence_subject, strip_contraction
from articles.engine.extraction.sentences import LOWER, NAME, Sentence, Token
from articles.engine.extraction.speaker_candidates import SpeakerCandidate, get_cue_verb
from articles.engine.text.person_names import Gender, infer_title_gender, is_forename


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """The speaker of a candidate: where the mention is printed, and the name that the article gives, if any."""

    start: int
    end: int
    name: str | None


#: The salience that a mention adds, by its part in the sentence. Tuned on the 216 pronouns of PolNeAR's development
#: part that were resolved by hand.
SUBJECT_WEIGHT, SPEAKER_WEIGHT, OBJECT_WEIGHT, OWNER_WEIGHT = 3.0, 4.0, 1.0, 1.2
#: The salience of a first mention by full name: the person is likely to be heard next.
INTRODUCED_WEIGHT = 3.0
#: The share that each further mention adds to the salience.
REPETITION_SHARE = 0.2
#: The share of a pronoun, nearly as much as of the name.
PRONOUN_SHARE = 0.9
#: The share of somebody else with the same surname.
NAMESAKE_SHARE = 0.6
#: The salience of the subject of a clause with "while" or "after", which the sentence is not about.
SUBORDINATE_WEIGHT = 2.0
#: The share of salience that remains after a sentence, and after a paragraph.
SENTENCE_DECAY, PARAGRAPH_DECAY = 0.62, 0.95
#: The least salience; below it somebody is forgotten.
MIN_SALIENCE = 0.0005
#: The most salient entities at once: the 924 articles measured have 237 at most.
MAX_SALIENT_ENTITIES = 300
_RESOLVABLE_PRONOUNS = (
    lexicon.SUBJECT_PRONOUNS | lexicon.MASCULINE_PRONOUNS | lexicon.FEMININE_PRONOUNS | lexicon.RELATIVE_PRONOUNS
)
_PREVERBAL_WORDS = lexicon.ADVERBS | lexicon.AUXILIARIES
#: The share for "he" or "she" of a person of unknown gender, and of an entity that may be no person.
UNKNOWN_GENDER_SHARE, UNKNOWN_TYPE_SHARE = 0.6, 0.25


def resolve_speakers(
    sentences: Sequence[Sentence], claims: Sequence[SpeakerCandidate | None], cast: EntityRegister
) -> list[ResolvedSpeaker | None]:
    """Resolve the speaker of each candidate."""
    return _SalienceModel(sentences, cast, claims).resolve()


class _SalienceModel:
    """The salience of each entity at each point of the article."""

    def __init__(
        self, sentences: Sequence[Sentence], cast: EntityRegister, claims: Sequence[SpeakerCandidate | None]
    ) -> None:
        self.sentences = sentences
        self.cast = cast
        self.claims = claims
        self.place = {id(sentence): k for k, sentence in enumerate(sentences)}
        self.weight: dict[Entity, float] = {}
        self.meant: dict[tuple[int, int], Entity] = {}
        self.thing: Entity | None = None
        self.subjects: set[tuple[int, int]] = set()
        self.speaking: set[tuple[int, int]] = set()
        for claim in claims:
            if claim is not None:
                self._record_speaker(claim)

    def _record_speaker(self, claim: SpeakerCandidate) -> None:
        """Remember where the article names somebody who speaks."""
        number = self.place[id(claim.sentence)]
        for begin, end in [
            (claim.subject.begin, claim.subject.end),
            *([claim.subject.antecedent] if claim.subject.antecedent else []),
        ]:
            self.subjects.add((number, begin))
            naming = self._find_head_mention(number, begin, end)
            if naming is not None:
                self.speaking.add((number, naming.begin))

    def resolve(self) -> list[ResolvedSpeaker | None]:
        paragraph = -1
        for number, sentence in enumerate(self.sentences):
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                self._decay(PARAGRAPH_DECAY)
            self._process_sentence(number, sentence)
            self._decay(SENTENCE_DECAY)
        return [self._resolve_speaker(claim) for claim in self.claims]

    def _decay(self, share: float) -> None:
        if not self.weight:
            return
        faded = {person: weight * share for person, weight in self.weight.items() if weight > MIN_SALIENCE}
        if len(faded) > MAX_SALIENT_ENTITIES:
            least = sorted(faded.values())[-MAX_SALIENT_ENTITIES]
            faded = {person: weight for person, weight in faded.items() if weight >= least}
        self.weight = faded

    def _process_sentence(self, number: int, sentence: Sentence) -> None:
        """Process the names, offices and pronouns of one sentence, from left to right."""
        tokens = sentence.tokens
        namings = {n.begin: n for n in self.cast.namings[number]}
        if namings:
            self._update_inanimate_referent(tokens, namings)
        recalling = lexicon.ANAPHORIC_WORDS
        first = True
        skip = 0
        for at in [k for k, token in enumerate(tokens) if token[1] in recalling or k in namings]:
            if at < skip:
                continue
            naming = namings.get(at)
            if naming is not None:
                self._process_mention(number, tokens, naming, first)
                first = first and _is_governed_by_preposition(tokens, naming.begin)
                skip = naming.end
                continue
            low = strip_contraction(tokens[at])
            if low in lexicon.MASCULINE_PRONOUNS or low in lexicon.FEMININE_PRONOUNS:
                self._process_pronoun(number, tokens, at, low, first)
                first = first and low in ("his", "her", "him")
            elif low == "the" and first:
                self._process_office(number, tokens, at)
            elif low == "it" and self.thing is not None:
                self.meant[number, at] = self.thing

    def _update_inanimate_referent(self, tokens: list[Token], namings: dict[int, EntityMention]) -> None:
        """Remember what "it" means next: "Donald Trump's campaign is defending"."""
        if lexicon.INANIMATE_NOUNS.isdisjoint([token.low for token in tokens[:16]]):
            return
        subject = find_sentence_subject(tokens, len(tokens))
        if (
            subject is None
            or tokens[subject.end - 1].low not in lexicon.INANIMATE_NOUNS
            or tokens[subject.end - 1].kind != LOWER
        ):
            return
        if any(subject.begin <= begin < subject.end for begin in namings):
            name = _get_printed_name(tokens, subject.begin, subject.end)
            self.thing = Entity(name, (name.lower(),), is_organization=True)

    def _process_mention(self, number: int, tokens: list[Token], naming: EntityMention, first: bool) -> None:
        person = naming.entity
        if naming.namesakes:
            person = max([person, *naming.namesakes], key=lambda p: self.weight.get(p, 0.0))
        weight = self._weigh_mention(number, tokens, naming, first)
        self.meant[number, naming.begin] = person
        if person.is_organization and weight >= SUBJECT_WEIGHT and person.parts[-1] not in lexicon.PLACES:
            self.thing = person
        self._raise_salience(person, weight)
        for other in (naming.entity, *naming.namesakes):
            if other is not person:
                self._raise_salience(other, weight * NAMESAKE_SHARE)

    def _weigh_mention(self, number: int, tokens: list[Token], naming: EntityMention, first: bool) -> float:
        if (number, naming.begin) in self.speaking:
            return SPEAKER_WEIGHT
        if naming.possessive or _is_attributive(tokens, naming):
            return OWNER_WEIGHT
        if _is_subject_of_saying_verb(tokens, naming):
            return SPEAKER_WEIGHT
        if first and not _is_governed_by_preposition(tokens, naming.begin):
            return SUBORDINATE_WEIGHT if tokens[0].low in lexicon.SUBORDINATORS else SUBJECT_WEIGHT
        if len(naming.entity.parts) > 1 and naming.entity not in self.weight and not naming.entity.is_organization:
            return INTRODUCED_WEIGHT
        return OBJECT_WEIGHT

    def _raise_salience(self, person: Entity, weight: float) -> None:
        before = self.weight.get(person, 0.0)
        self.weight[person] = max(before, weight) + REPETITION_SHARE * min(before, weight)

    def _process_pronoun(self, number: int, tokens: list[Token], at: int, low: str, first: bool) -> None:
        gender: Gender = "m" if low in lexicon.MASCULINE_PRONOUNS else "f"
        person = self._find_most_salient(gender)
        if person is None:
            return
        self.meant[number, at] = person
        if low in ("he", "she"):
            if person.gender is None:
                person.gender = gender
            weight = SPEAKER_WEIGHT if (number, at) in self.subjects else SUBJECT_WEIGHT if first else OBJECT_WEIGHT
            self._raise_salience(person, weight * PRONOUN_SHARE)
        elif low in ("his", "her"):
            self._raise_salience(person, OWNER_WEIGHT * PRONOUN_SHARE)

    def _process_office(self, number: int, tokens: list[Token], at: int) -> None:
        """Make the bearer of an office salient: "the Russian minister said"."""
        end = at + 1
        while (
            end < len(tokens)
            and end - at < 6
            and tokens[end].low not in lexicon.ROLES
            and tokens[end].kind in (LOWER, NAME)
        ):
            end += 1
        if end >= len(tokens) or tokens[end].low not in lexicon.ROLES:
            return
        while end + 1 < len(tokens) and tokens[end + 1].low in lexicon.ROLES:
            end += 1
        person = self._find_by_office(tokens, at, end + 1)
        if person is not None:
            self.meant[number, at] = person
            spoke = (number, at) in self.subjects or (
                end + 1 < len(tokens) and get_cue_verb(tokens, end + 1) is not None
            )
            self._raise_salience(person, SPEAKER_WEIGHT if spoke else SUBJECT_WEIGHT)

    def _find_most_salient(self, gender: Gender) -> Entity | None:
        best: Entity | None = None
        highest = 0.0
        for person, weight in self.weight.items():
            if person.is_organization or person.gender not in (gender, None):
                continue
            if person.gender is None:
                weight *= UNKNOWN_GENDER_SHARE if person.is_person or len(person.parts) > 1 else UNKNOWN_TYPE_SHARE
            if weight > highest:
                best, highest = person, weight
        return best

    def _resolve_speaker(self, claim: SpeakerCandidate | None) -> ResolvedSpeaker | None:
        if claim is None or claim.subject is None:
            return None
        tokens, subject = claim.sentence.tokens, claim.subject
        number = self.place[id(claim.sentence)]
        start, end = tokens[subject.begin].start, tokens[subject.end - 1].end
        low = strip_contraction(tokens[subject.begin])
        if subject.end - subject.begin == 1 and low in _RESOLVABLE_PRONOUNS:
            end = start + len(low)
            return ResolvedSpeaker(start, end, self._resolve_pronoun(number, subject, low))
        if tokens[subject.end - 1].low.endswith(("'s", "s'")):
            end -= 2 if tokens[subject.end - 1].low.endswith("'s") else 1
        return ResolvedSpeaker(start, end, self._resolve_phrase(number, tokens, subject.begin, subject.end))

    def _resolve_pronoun(self, number: int, subject: NounPhrase, low: str) -> str | None:
        if low in lexicon.RELATIVE_PRONOUNS and subject.antecedent is not None:
            tokens = self.sentences[number].tokens
            begin, end = subject.antecedent
            if end - begin == 1 and strip_contraction(tokens[begin]) in lexicon.SUBJECT_PRONOUNS:
                return self._resolve_pronoun(number, NounPhrase(begin, end), strip_contraction(tokens[begin]))
            return self._resolve_phrase(number, tokens, begin, end)
        person = self.meant.get((number, subject.begin))
        return person.name if person is not None else None

    def _find_head_mention(self, number: int, begin: int, end: int) -> EntityMention | None:
        """Find the name that heads a noun phrase, or stands in apposition to its head: "NBC's Dante Chinni"."""
        tokens = self.sentences[number].tokens
        inside = [n for n in self.cast.namings[number] if n.begin < end and n.end > begin]
        if not inside:
            return None
        if (
            inside[-1].begin >= begin + 2
            and inside[-1].end == end
            and tokens[inside[-1].begin - 1].low == "of"
            and tokens[inside[-1].begin - 2].kind == NAME
        ):
            named = inside[-1].name_begin > inside[-1].begin or is_forename(tokens[inside[-1].name_begin].text)
            return inside[-1] if named else None  # "Secretary of State John Kerry", not "University of Washington"
        head = _find_head_end(tokens, begin, end)
        proper = [n for n in inside if n.end <= head and (not n.possessive or n.end == end)]
        if proper and proper[-1].end == head:
            return proper[-1]
        last = inside[-1]
        if last.end != end or last.begin == begin:
            return None
        before = tokens[last.begin - 1]
        if (
            before.kind == LOWER
            and before.low not in lexicon.PREPOSITIONS
            and len(last.entity.parts) > 1
            and not last.entity.is_organization
        ):
            return last  # "special representative for Syria engagement James Jeffrey"
        return None

    def _resolve_phrase(self, number: int, tokens: list[Token], begin: int, end: int) -> str | None:
        naming = self._find_head_mention(number, begin, end)
        if naming is not None:
            return self.meant.get((number, naming.begin), naming.entity).name
        if any(n.begin < end and n.end > begin for n in self.cast.namings[number]):
            return _get_printed_name(tokens, begin, end)
        person = self.meant.get((number, begin))
        return person.name if person is not None else None

    def _find_by_office(self, tokens: list[Token], begin: int, head: int) -> Entity | None:
        """Find the most salient bearer of an office: "the Russian FM", "The diplomat"."""
        noun = tokens[head - 1].low
        wanted = lexicon.ROLE_KINDS.get(noun, frozenset()) | {noun}
        modifiers = {t.low for t in tokens[begin + 1 : head - 1]}
        gender = infer_title_gender(noun)
        best, highest = None, 0.0
        for person, weight in self.weight.items():
            if person.is_organization or not person.roles & wanted or (gender and person.gender not in (gender, None)):
                continue
            score = (1.0 + len(person.roles & modifiers)) * weight
            if score > highest:
                best, highest = person, score
        return best


def _is_attributive(tokens: list[Token], naming: EntityMention) -> bool:
    """Recognise a name that only describes the next one: "Clinton communication director Jennifer Palmieri"."""
    for k in range(naming.end, min(len(tokens), naming.end + 4)):
        if tokens[k].low in lexicon.ROLES:
            return True
        if (
            tokens[k].kind != LOWER
            or tokens[k].low in lexicon.PREPOSITIONS
            or tokens[k].low in lexicon.CONJUNCTIONS
            or get_cue_verb(tokens, k) is not None
        ):
            return False
    return False


def _is_subject_of_saying_verb(tokens: list[Token], naming: EntityMention) -> bool:
    """Return whether a verb of saying stands next to the name, with the name as its subject."""
    after = naming.end
    while after < len(tokens) and tokens[after].low in _PREVERBAL_WORDS:
        after += 1
    if after < len(tokens) and (verb := get_cue_verb(tokens, after)) is not None and verb.kind == "saying":
        return True
    before = naming.begin - 1
    if before < 0:
        return False
    verb = get_cue_verb(tokens, before)
    return (
        verb is not None
        and verb.kind == "saying"
        and verb.lemma not in ("tell", "ask", "urge", "assure")
        and (before == 0 or tokens[before - 1].text == ",")
    )


def _is_governed_by_preposition(tokens: list[Token], begin: int) -> bool:
    """Return whether a preposition stands before the name or before its offices."""
    for k in range(begin - 1, max(-1, begin - 5), -1):
        low = tokens[k].low
        if low in lexicon.PREPOSITIONS and tokens[k].kind in (LOWER, NAME):
            return True
        if low not in lexicon.ARTICLES and low not in lexicon.ROLES and tokens[k].kind != NAME:
            return False
    return False


def _find_head_end(tokens: list[Token], begin: int, end: int) -> int:
    """Return where the head of a noun phrase ends: before the first preposition behind a noun."""
    for k in range(begin + 1, end):
        if tokens[k].kind == LOWER and tokens[k].low in lexicon.PREPOSITIONS:
            return k
    return end


def _get_printed_name(tokens: list[Token], begin: int, end: int) -> str:
    """Return the printed words for a body or group: "Trump campaign", "Clinton aides"."""
    while begin < end - 1 and tokens[begin].low in lexicon.ARTICLES:
        begin += 1
    return " ".join(t.text for t in tokens[begin:end])
