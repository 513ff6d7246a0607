"""Speaker resolution: resolve "he", "the Russian FM", "The diplomat" and "Lavrov" to the name that the article gives.

A salience model (after Lappin and Leass 1994, *An algorithm for pronominal anaphora resolution*): read from the top,
every name and pronoun makes somebody salient, more so as the subject of a sentence or as the one who speaks, and less
with every sentence that passes. `named_people` registers the names.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from articles.engine.extraction.clause_subjects import find_sentence_subject
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.mention_roles import (
    LINKING_WORDS,
    find_head_end,
    find_main_clause,
    is_attributive,
    is_governed_by_preposition,
    is_subject_of_saying_verb,
)
from articles.engine.extraction.languages.english.named_people import Entity, EntityMention, EntityRegister
from articles.engine.extraction.noun_phrases import NounPhrase, is_name, strip_contraction
from articles.engine.extraction.results import ResolvedSpeaker
from articles.engine.extraction.sentences import LOWER, NAME, Sentence, Token, is_dash
from articles.engine.extraction.speaker_candidates import SpeakerCandidate, get_cue_verb
from articles.engine.text.person_names import Gender, infer_title_gender, is_forename

#: The salience that a mention adds, by its part in the sentence. Tuned on the 216 pronouns of PolNeAR's development
#: part that were resolved by hand.
SUBJECT_WEIGHT, SPEAKER_WEIGHT, OBJECT_WEIGHT, OWNER_WEIGHT = 3.0, 4.0, 1.0, 1.2
#: How many sentences behind "an expert has claimed" may give the name.
MAX_INTRODUCTION_SENTENCES = 2
#: The salience of somebody without a name as an object: "kidnapped his first victim".
UNNAMED_WEIGHT = 3.0
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
_WORDS = (LOWER, NAME)
_PERSON_WORDS = lexicon.ROLES | lexicon.PERSON_NOUNS
_INTRODUCERS = frozenset({"a", "an", "another", "one", "his", "her"})
_PREVERBAL_WORDS = lexicon.ADVERBS | lexicon.AUXILIARIES
_PREDICATE_WORDS = lexicon.FORMS_OF_BE | {"as", "become", "became", "of", "for", "with"}
_ANAPHORIC_WORDS = lexicon.ANAPHORIC_WORDS | _INTRODUCERS
#: The share of the quotations given by name from which an article is somebody's interview or profile.
MAIN_VOICE_SHARE = 0.5
#: The logarithms of what a person's salience is multiplied by for "he" or "she": unknown gender, the share of the
#: quotations given by name, standing in the headline, having spoken last as the main voice. Of 315 pronouns of the
#: development part of PolNeAR, of real pages and of the seeds they find 301; salience alone finds 294.
PRONOUN_WEIGHTS = {
    "gender:person": -0.51,
    "gender:several": -0.4,
    "gender:word": -1.39,
    "quoted": 0.26,
    "headline": 0.12,
    "main-voice/last": 0.9,
}
#: The logarithm of what the salience of who sent a message is multiplied by for the "he" of "he wrote" behind it.
SENDER_WEIGHT = 2.0
#: How many sentences behind "Ada sent Ben a message" the message may be quoted.
MAX_MESSAGE_SENTENCES = 2


def resolve_speakers(
    sentences: Sequence[Sentence], candidates: Sequence[SpeakerCandidate | None], register: EntityRegister
) -> list[ResolvedSpeaker | None]:
    """Resolve the speaker of each candidate."""
    return _SalienceModel(sentences, register, candidates).resolve()


class _Referent(NamedTuple):
    """Whom a mention at `place` means: the name, the entity if one is registered, and by what the mention says it."""

    name: str | None
    entity: Entity | None
    how: str
    place: tuple[int, int]


class _SalienceModel:
    """The salience of each entity at each point of the article."""

    def __init__(
        self, sentences: Sequence[Sentence], register: EntityRegister, candidates: Sequence[SpeakerCandidate | None]
    ) -> None:
        self.sentences = sentences
        self.register = register
        self.candidates = candidates
        self.index_of = {id(sentence): k for k, sentence in enumerate(sentences)}
        self.salience: dict[Entity, float] = {}
        self.referents: dict[tuple[int, int], Entity] = {}
        self.inanimate_referent: Entity | None = None
        self.subjects: dict[tuple[int, int], int] = {}
        self.quoted: Counter[Entity] = Counter()
        self.acting: Counter[Entity] = Counter()
        self.last_speaker: Entity | None = None
        self.margins: dict[tuple[int, int], str] = {}
        self.sender: tuple[Entity, int] | None = None
        self.written: set[tuple[int, int]] = set()
        self.speaker_mentions: set[tuple[int, int]] = set()
        for candidate in candidates:
            if candidate is not None:
                self._record_speaker(candidate)

    def _record_speaker(self, candidate: SpeakerCandidate) -> None:
        """Remember where the article names somebody who speaks."""
        number, subject = self.index_of[id(candidate.sentence)], candidate.subject
        if candidate.cue is not None and candidate.sentence.tokens[candidate.cue].low in lexicon.WRITING_VERBS:
            self.written.add((number, subject.begin))
        for begin, end in filter(None, ((subject.begin, subject.end), subject.antecedent)):
            self.subjects[number, begin] = end
            mention = self._find_head_mention(number, begin, end)
            if mention is not None:
                self.speaker_mentions.add((number, mention.begin))
                self.quoted[mention.entity] += 1

    def resolve(self) -> list[ResolvedSpeaker | None]:
        """Read the article from the top to the last candidate, then resolve the speaker of each."""
        last = max((self.index_of[id(each.sentence)] for each in self.candidates if each is not None), default=-1)
        paragraph, share = -1, 1.0
        for number, sentence in enumerate(self.sentences[: last + 1]):
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                share *= PARAGRAPH_DECAY
            self._decay(share)
            self._process_sentence(number, sentence)
            share = SENTENCE_DECAY
        return [self._resolve_speaker(candidate) for candidate in self.candidates]

    def _decay(self, share: float) -> None:
        if not self.salience:
            return
        remaining = {entity: weight * share for entity, weight in self.salience.items() if weight > MIN_SALIENCE}
        if len(remaining) > MAX_SALIENT_ENTITIES:
            least = sorted(remaining.values())[-MAX_SALIENT_ENTITIES]
            remaining = {entity: weight for entity, weight in remaining.items() if weight >= least}
        self.salience = remaining

    def _process_sentence(self, number: int, sentence: Sentence) -> None:
        """Process the names, offices and pronouns of one sentence, from left to right."""
        tokens = sentence.tokens
        mentions = {n.begin: n for n in self.register.mentions[number]}
        if mentions:
            self._update_inanimate_referent(tokens, mentions)
        first, skip, anaphoric = True, 0, _ANAPHORIC_WORDS
        self.main_clause = find_main_clause(tokens)
        for at in [k for k, token in enumerate(tokens) if token[1] in anaphoric or k in mentions]:
            if at < skip:
                continue
            if tokens[at].low in _INTRODUCERS and at not in mentions:
                self._process_unnamed(number, tokens, at, first)
            mention = mentions.get(at)
            if mention is not None:
                self._process_mention(number, tokens, mention, first)
                first = (first and is_governed_by_preposition(tokens, mention.begin)) or at < self.main_clause
                skip = mention.end
                continue
            low = strip_contraction(tokens[at])
            if low in lexicon.MASCULINE_PRONOUNS or low in lexicon.FEMININE_PRONOUNS:
                self._process_pronoun(number, tokens, at, low, first)
                first = first and low in ("his", "her", "him")
            elif low == "the" and ((number, at) in self.subjects or first):
                self._process_office(number, tokens, at)
            elif low == "it" and self.inanimate_referent is not None:
                self.referents[number, at] = self.inanimate_referent

    def _update_inanimate_referent(self, tokens: list[Token], mentions: dict[int, EntityMention]) -> None:
        """Remember what "it" means next: "Donald Trump's campaign is defending"."""
        if lexicon.INANIMATE_NOUNS.isdisjoint([token.low for token in tokens[:16]]):
            return
        subject = find_sentence_subject(tokens, len(tokens))
        head = tokens[subject.end - 1] if subject is not None else None
        if subject is None or head is None or head.low not in lexicon.INANIMATE_NOUNS or head.kind != LOWER:
            return
        if any(subject.begin <= begin < subject.end for begin in mentions):
            name = _get_printed_name(tokens, subject.begin, subject.end)
            self.inanimate_referent = Entity(name, (name.lower(),), is_organization=True)

    def _process_mention(self, number: int, tokens: list[Token], mention: EntityMention, first: bool) -> None:
        entity = mention.entity
        if mention.namesakes:
            entity = max([entity, *mention.namesakes], key=lambda p: self.salience.get(p, 0.0))
        weight = self._weigh_mention(number, tokens, mention, first)
        self.referents[number, mention.begin] = entity
        acts = weight >= SUBJECT_WEIGHT and not mention.possessive
        self.acting[entity] += acts
        if acts:
            self._note_subject(number, mention.begin, entity, weight)
            self._note_sender(number, tokens, mention.end, entity)
        if entity.is_organization and weight >= SUBJECT_WEIGHT:
            self.inanimate_referent = entity
        self._raise_salience(entity, weight)
        for namesake in (mention.entity, *mention.namesakes):
            if namesake is not entity:
                self._raise_salience(namesake, weight * NAMESAKE_SHARE)

    def _weigh_mention(self, number: int, tokens: list[Token], mention: EntityMention, first: bool) -> float:
        if (number, mention.begin) in self.speaker_mentions:
            return SPEAKER_WEIGHT
        if mention.possessive or is_attributive(tokens, mention):
            return OWNER_WEIGHT
        if is_subject_of_saying_verb(tokens, mention):
            return SPEAKER_WEIGHT
        if first and not is_governed_by_preposition(tokens, mention.begin):
            return SUBORDINATE_WEIGHT if mention.begin < self.main_clause else SUBJECT_WEIGHT
        if len(mention.entity.parts) > 1 and mention.entity not in self.salience and not mention.entity.is_organization:
            return INTRODUCED_WEIGHT
        return OBJECT_WEIGHT

    def _note_subject(self, number: int, at: int, entity: Entity, weight: float) -> None:
        """Note who spoke last, where the subject of a sentence speaks."""
        if weight >= SPEAKER_WEIGHT or (number, at) in self.subjects:
            self.last_speaker = entity

    def _note_sender(self, number: int, tokens: list[Token], end: int, entity: Entity) -> None:
        """Note who sends a message: "Ada sent Ben a message", "she emailed the council"."""
        verb = end + (end < len(tokens) and tokens[end].low in _PREVERBAL_WORDS)
        if entity.is_organization or verb >= len(tokens) or tokens[verb].low not in lexicon.SENDING_VERBS:
            return
        by_itself = tokens[verb].low not in ("sent", "sends", "forwarded")
        if by_itself or not lexicon.MESSAGE_NOUNS.isdisjoint([token.low for token in tokens[verb + 1 :]]):
            self.sender = entity, number

    def _get_sender(self, number: int, at: int) -> Entity | None:
        """Return who sent the message from which the words of "he wrote" are, if the article has just said so."""
        if self.sender is None or (number, at) not in self.written:
            return None
        entity, sent = self.sender
        return entity if number - sent <= MAX_MESSAGE_SENTENCES else None

    def _raise_salience(self, entity: Entity, weight: float) -> None:
        before = self.salience.get(entity, 0.0)
        self.salience[entity] = max(before, weight) + REPETITION_SHARE * min(before, weight)

    def _process_pronoun(self, number: int, tokens: list[Token], at: int, low: str, first: bool) -> None:
        gender: Gender = "m" if low in lexicon.MASCULINE_PRONOUNS else "f"
        weights = self._weigh_people(gender)
        if not weights:
            return
        if (sender := self._get_sender(number, at)) in weights:
            weights[sender] *= math.exp(SENDER_WEIGHT)
        entity = max(weights, key=weights.__getitem__)
        self.referents[number, at] = entity
        if (number, at) in self.subjects:
            self.margins[number, at] = _classify_margin(sorted(weights.values())[-2:])
        if low in ("he", "she"):
            if entity.gender is None:
                entity.gender = gender
            weight = SPEAKER_WEIGHT if (number, at) in self.subjects else SUBJECT_WEIGHT if first else OBJECT_WEIGHT
            self._raise_salience(entity, weight * PRONOUN_SHARE)
            if weight >= SUBJECT_WEIGHT:
                self._note_subject(number, at, entity, weight)
                self._note_sender(number, tokens, at + 1, entity)
        elif low in ("his", "her"):
            self._raise_salience(entity, OWNER_WEIGHT * PRONOUN_SHARE)

    def _process_office(self, number: int, tokens: list[Token], at: int) -> None:
        """Make the bearer of an office salient: "the Russian minister said", or whom the description describes."""
        if (number, at) in self.subjects:
            entity = self._find_described(tokens, at, self.subjects[number, at])
            if entity is not None:
                self.referents[number, at] = entity
                self._raise_salience(entity, SPEAKER_WEIGHT)
                self._note_subject(number, at, entity, SPEAKER_WEIGHT)
                return
        end = at + 1
        while end < min(len(tokens), at + 6) and tokens[end].low not in lexicon.ROLES and tokens[end].kind in _WORDS:
            end += 1
        if end >= len(tokens) or tokens[end].low not in lexicon.ROLES:
            return
        while end < len(tokens) and tokens[end].low in lexicon.ROLES:
            end += 1
        entity = self._find_by_office(tokens, at, end)
        if entity is not None:
            self.referents[number, at] = entity
            spoke = (number, at) in self.subjects or (end < len(tokens) and get_cue_verb(tokens, end) is not None)
            self._raise_salience(entity, SPEAKER_WEIGHT if spoke else SUBJECT_WEIGHT)
            self._note_subject(number, at, entity, SPEAKER_WEIGHT if spoke else SUBJECT_WEIGHT)

    def _process_unnamed(self, number: int, tokens: list[Token], at: int, first: bool) -> None:
        """Make somebody salient whom the article does not name: "kidnapped *his first known victim*. She said"."""
        end = at + 1
        while end < min(len(tokens), at + 5) and tokens[end].kind == LOWER and tokens[end].low not in _PERSON_WORDS:
            if tokens[end].low in LINKING_WORDS:
                return
            end += 1
        if end >= len(tokens) or tokens[end].low not in _PERSON_WORDS or tokens[end].kind != LOWER:
            return
        while end + 1 < len(tokens) and tokens[end + 1].low in _PERSON_WORDS:
            end += 1
        named = end + 1 < len(tokens) and (
            tokens[end + 1].kind == NAME
            or (tokens[end + 1].text == "," and end + 2 < len(tokens) and is_name(tokens[end + 2]))
        )
        before = tokens[at - 1] if at else None
        described = before is not None and (
            before.text in (",", "(") or before.low in _PREDICATE_WORDS or is_dash(before)
        )
        if named or described:
            return
        noun = tokens[end].low
        entity = Entity("", (noun,), is_organization=False, gender=infer_title_gender(noun), is_unnamed=True)
        self._raise_salience(entity, SUBJECT_WEIGHT if first else UNNAMED_WEIGHT)

    def _weigh_people(self, gender: Gender) -> dict[Entity, float]:
        """Weigh whom "he" or "she" may mean here."""
        quoted = self.quoted.total()
        return {
            entity: weight * math.exp(self._weigh_person(entity, quoted))
            for entity, weight in self.salience.items()
            if not entity.is_organization and entity.gender in (gender, None)
        }

    def _weigh_person(self, entity: Entity, quoted: int) -> float:
        """Return the logarithm of what a person's salience is multiplied by, for a pronoun or a description.

        `quoted` is how many quotations had a speaker so far.
        """
        share = self.quoted[entity] / quoted if quoted else 0.0
        weight = PRONOUN_WEIGHTS["quoted"] * share
        if entity.gender is None:
            kind = "person" if entity.is_person or entity.is_unnamed else "several" if len(entity.parts) > 1 else "word"
            weight += PRONOUN_WEIGHTS[f"gender:{kind}"]
        if entity.in_headline:
            weight += PRONOUN_WEIGHTS["headline"]
        if share > MAIN_VOICE_SHARE and entity is self.last_speaker:
            weight += PRONOUN_WEIGHTS["main-voice/last"]
        return weight

    def _find_described(self, tokens: list[Token], begin: int, end: int) -> Entity | None:
        """Find whom "the economist", "the 36-year-old" or "the company" describes."""
        head = find_head_end(tokens, begin, end)
        noun = tokens[head - 1].low
        if head - begin < 2 or any(token.kind == NAME for token in tokens[begin + 1 : head]):
            return None
        if head < end and not (tokens[head].low == "of" and head + 1 < end and tokens[head + 1].kind == NAME):
            return None  # "the director of studies at the academy" is somebody by this description alone
        if noun in lexicon.DOCUMENT_NOUNS:
            self.inanimate_referent = Entity("", (noun,), is_organization=True, is_unnamed=True)
            return None
        words = {token.low for token in tokens[begin + 1 : head]}
        if noun in lexicon.BODY_NOUNS:
            return self._find_body(noun)
        if noun in lexicon.ROLES and (bearer := self._find_by_office(tokens, begin, head)) is not None:
            return bearer
        gender, quoted = infer_title_gender(noun), self.quoted.total()
        people = {
            entity: weight * (1.0 + len(entity.descriptors & words)) * math.exp(self._weigh_person(entity, quoted))
            for entity, weight in self.salience.items()
            if not entity.is_organization and entity.is_person and not (gender and entity.gender not in (gender, None))
        }
        chosen = {entity: weight for entity, weight in people.items() if noun in entity.descriptors}
        if not chosen and (noun in lexicon.PERSON_NOUNS or noun.endswith("-year-old")):
            chosen = {entity: weight for entity, weight in people.items() if self.acting[entity] or self.quoted[entity]}
        return max(chosen, key=chosen.__getitem__, default=None)

    def _find_body(self, noun: str) -> Entity | None:
        """Find the body that "the company" or "the court" means: one with the word in its name, or the most salient."""
        bodies = {
            entity: weight
            for entity, weight in self.salience.items()
            if entity.is_organization and self.acting[entity] and entity.parts[-1] not in lexicon.PLACES
        }
        named = {entity: weight for entity, weight in bodies.items() if noun in entity.parts}
        if noun in lexicon.UNSPECIFIC_BODY_NOUNS:
            named = named or bodies
        return max(named, key=named.__getitem__, default=None)

    def _resolve_speaker(self, candidate: SpeakerCandidate | None) -> ResolvedSpeaker | None:
        if candidate is None:
            return None
        tokens, subject = candidate.sentence.tokens, candidate.subject
        number = self.index_of[id(candidate.sentence)]
        start, end = tokens[subject.begin].start, tokens[subject.end - 1].end
        low = strip_contraction(tokens[subject.begin])
        if subject.end - subject.begin == 1 and low in _RESOLVABLE_PRONOUNS:
            end = start + len(low)
            referent = self._resolve_pronoun(number, subject, low)
        else:
            if tokens[subject.end - 1].low.endswith(("'s", "s'")):
                end -= 2 if tokens[subject.end - 1].low.endswith("'s") else 1
            referent = self._resolve_phrase(number, tokens, subject.begin, subject.end)
        if referent.entity is not None and not self._may_be_named(referent.entity):
            referent = referent._replace(name=None)
        return ResolvedSpeaker(start, end, referent.name, self._collect_evidence(number, referent))

    def _resolve_pronoun(self, number: int, subject: NounPhrase, low: str) -> "_Referent":
        if low in lexicon.RELATIVE_PRONOUNS and subject.antecedent is not None:
            tokens = self.sentences[number].tokens
            begin, end = subject.antecedent
            if end - begin == 1 and strip_contraction(tokens[begin]) in lexicon.SUBJECT_PRONOUNS:
                return self._resolve_pronoun(number, NounPhrase(begin, end), strip_contraction(tokens[begin]))
            return self._resolve_phrase(number, tokens, begin, end)._replace(how="who")
        entity = self.referents.get((number, subject.begin))
        return _Referent(entity.name or None if entity is not None else None, entity, low, (number, subject.begin))

    def _may_be_named(self, entity: Entity | None) -> bool:
        """Return whether an entity may be shown as a speaker: no term, no amount, nobody without a name."""
        if entity is None or not entity.name:
            return False
        low = entity.name.lower()
        if low in lexicon.UNSPEAKING_NAMES or any(character.isdigit() for character in low[:3]):
            return False
        person = entity.has_forename or entity.has_title
        return person or low.split()[-1] not in lexicon.UNSPEAKING_ENDINGS

    def _collect_evidence(self, number: int, referent: "_Referent") -> tuple[str, ...]:
        """Collect the features for and against the name that a mention was resolved to."""
        entity = referent.entity
        if referent.name is None or entity is None:
            return (f"how:{referent.how}", "who:words")
        kind = (
            ("place" if entity.parts[-1] in lexicon.PLACES else "body")
            if entity.is_organization
            else "forename"
            if entity.has_forename
            else "title"
            if entity.has_title
            else "several"
            if len(entity.parts) > 1
            else "single"
        )
        rank = min(2, sum(other > self.quoted[entity] for other in self.quoted.values()))
        features = [f"how:{referent.how}", f"who:{kind}", f"how:{referent.how}/{kind}"]
        features.append(f"named:{min(3, entity.mention_count)}")
        features.append(f"quoted:{min(2, self.quoted[entity])}/{'name' if referent.how == 'name' else 'other'}")
        features.append(f"rank:{rank}")
        if entity.in_headline:
            features.append("headline")
        if 2 * entity.governed_count > entity.mention_count:
            features.append("governed")
        margin = self.margins.get(referent.place)
        if margin is not None:
            features.append(f"margin:{margin}")
        return tuple(features)

    def _find_head_mention(self, number: int, begin: int, end: int) -> EntityMention | None:
        """Find the name that heads a noun phrase, or stands in apposition to its head: "NBC's Dante Chinni"."""
        tokens = self.sentences[number].tokens
        inside = [n for n in self.register.mentions[number] if n.begin < end and n.end > begin]
        if not inside:
            return None
        last = inside[-1]
        closes = last.end == end
        governed = closes and last.begin >= begin + 2 and tokens[last.begin - 1].low == "of"
        if governed and tokens[last.begin - 2].kind == NAME:
            if last.name_begin > last.begin or is_forename(tokens[last.name_begin].text):
                return last  # "Secretary of State John Kerry"
            person = inside[-2] if len(inside) > 1 and inside[-2].end == last.begin - 1 else None
            named = person is not None and person.entity.has_forename and not person.entity.is_organization
            return person if named else None  # "Senator John McCain of Arizona", not "University of Washington"
        head = find_head_end(tokens, begin, end)
        proper = [n for n in inside if n.end <= head and (not n.possessive or n.end == end)]
        if proper and proper[-1].end == head:
            return proper[-1]
        before = tokens[last.begin - 1]
        if not closes or last.begin == begin or before.kind != LOWER or before.low in lexicon.PREPOSITIONS:
            return None  # otherwise "special representative for Syria engagement James Jeffrey"
        return last if len(last.entity.parts) > 1 and not last.entity.is_organization else None

    def _resolve_phrase(self, number: int, tokens: list[Token], begin: int, end: int) -> "_Referent":
        mention = self._find_head_mention(number, begin, end)
        if mention is not None:
            entity = self.referents.get((number, mention.begin), mention.entity)
            return _Referent(entity.name, entity, "name", (number, begin))
        described = self.referents.get((number, begin)) if tokens[begin].low == "the" else None
        if described is not None:
            return _Referent(described.name, described, "description", (number, begin))
        head = tokens[find_head_end(tokens, begin, end) - 1]
        if head.kind == NAME and any(n.begin < end and n.end > begin for n in self.register.mentions[number]):
            return _Referent(_get_printed_name(tokens, begin, end), None, "printed", (number, begin))
        introduced = self._find_introduced(number, tokens, begin, end)
        if introduced is not None:
            return _Referent(introduced.name, introduced, "introduced", (number, begin))
        return _Referent(None, None, "unnamed", (number, begin))

    def _find_introduced(self, number: int, tokens: list[Token], begin: int, end: int) -> Entity | None:
        """Find whom the next sentences introduce by name: "an expert has claimed. Royal commentator Ada Berg said"."""
        noun = tokens[find_head_end(tokens, begin, end) - 1].low
        if tokens[begin].low not in ("a", "an") or noun not in _PERSON_WORDS:
            return None
        known = {m.entity for k in range(number + 1) for m in self.register.mentions[k]}
        for k in range(number + 1, min(len(self.sentences), number + 1 + MAX_INTRODUCTION_SENTENCES)):
            for mention in self.register.mentions[k]:
                entity = mention.entity
                if entity.has_forename and not entity.is_organization and entity not in known:
                    speaks = (k, mention.begin) in self.speaker_mentions or self.quoted[entity] > 0
                    return entity if speaks else None
        return None

    def _find_by_office(self, tokens: list[Token], begin: int, head: int) -> Entity | None:
        """Find the most salient bearer of an office: "the Russian FM", "The diplomat"."""
        noun = tokens[head - 1].low
        wanted = lexicon.ROLE_KINDS.get(noun, frozenset()) | {noun}
        modifiers = {t.low for t in tokens[begin + 1 : head - 1]}
        gender = infer_title_gender(noun)
        scores = {
            entity: (1.0 + len(entity.roles & modifiers)) * weight
            for entity, weight in self.salience.items()
            if not entity.is_organization
            and entity.roles & wanted
            and not (gender and entity.gender not in (gender, None))
        }
        return max(scores, key=scores.__getitem__, default=None)


def _classify_margin(weights: Sequence[float]) -> str:
    """Classify how far the most salient is ahead of the next: (next, most salient), or the only one."""
    if len(weights) < 2:
        return "only"
    share = weights[0] / weights[1]
    return "far" if share < 0.15 else "clear" if share < 0.4 else "near" if share < 0.7 else "tie"


def _get_printed_name(tokens: list[Token], begin: int, end: int) -> str:
    """Return the printed words for a body or group: "Trump campaign", "Clinton aides"."""
    while begin < end - 1 and tokens[begin].low in lexicon.ARTICLES:
        begin += 1
    return " ".join(t.text for t in tokens[begin:end])
