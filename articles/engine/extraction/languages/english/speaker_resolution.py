"""Speaker resolution: resolve "he", "the Russian FM", "The diplomat" and "Lavrov" to the name that the article gives.

A salience model (after Lappin and Leass 1994, *An algorithm for pronominal anaphora resolution*): read from the top,
every name and pronoun makes somebody salient, more so as the subject of a sentence or as the one who speaks, and less
with every sentence that passes. `named_people` registers the names.
"""

from collections.abc import Sequence

from articles.engine.extraction.clause_subjects import find_sentence_subject
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.named_people import Entity, EntityMention, EntityRegister
from articles.engine.extraction.noun_phrases import NounPhrase, strip_contraction
from articles.engine.extraction.results import ResolvedSpeaker
from articles.engine.extraction.sentences import LOWER, NAME, Sentence, Token
from articles.engine.extraction.speaker_candidates import SpeakerCandidate, get_cue_verb
from articles.engine.text.person_names import Gender, infer_title_gender, is_forename

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
_WORDS = (LOWER, NAME)
_PREVERBAL_WORDS = lexicon.ADVERBS | lexicon.AUXILIARIES
#: The share for "he" or "she" of a person of unknown gender, and of an entity that may be no person.
UNKNOWN_GENDER_SHARE, UNKNOWN_TYPE_SHARE = 0.6, 0.25


def resolve_speakers(
    sentences: Sequence[Sentence], candidates: Sequence[SpeakerCandidate | None], register: EntityRegister
) -> list[ResolvedSpeaker | None]:
    """Resolve the speaker of each candidate."""
    return _SalienceModel(sentences, register, candidates).resolve()


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
        self.subjects: set[tuple[int, int]] = set()
        self.speaker_mentions: set[tuple[int, int]] = set()
        for candidate in candidates:
            if candidate is not None:
                self._record_speaker(candidate)

    def _record_speaker(self, candidate: SpeakerCandidate) -> None:
        """Remember where the article names somebody who speaks."""
        number, subject = self.index_of[id(candidate.sentence)], candidate.subject
        for begin, end in filter(None, ((subject.begin, subject.end), subject.antecedent)):
            self.subjects.add((number, begin))
            mention = self._find_head_mention(number, begin, end)
            if mention is not None:
                self.speaker_mentions.add((number, mention.begin))

    def resolve(self) -> list[ResolvedSpeaker | None]:
        paragraph = -1
        for number, sentence in enumerate(self.sentences):
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                self._decay(PARAGRAPH_DECAY)
            self._process_sentence(number, sentence)
            self._decay(SENTENCE_DECAY)
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
        first, skip, anaphoric = True, 0, lexicon.ANAPHORIC_WORDS
        for at in [k for k, token in enumerate(tokens) if token[1] in anaphoric or k in mentions]:
            if at < skip:
                continue
            mention = mentions.get(at)
            if mention is not None:
                self._process_mention(number, tokens, mention, first)
                first = first and _is_governed_by_preposition(tokens, mention.begin)
                skip = mention.end
                continue
            low = strip_contraction(tokens[at])
            if low in lexicon.MASCULINE_PRONOUNS or low in lexicon.FEMININE_PRONOUNS:
                self._process_pronoun(number, tokens, at, low, first)
                first = first and low in ("his", "her", "him")
            elif low == "the" and first:
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
        if entity.is_organization and weight >= SUBJECT_WEIGHT and entity.parts[-1] not in lexicon.PLACES:
            self.inanimate_referent = entity
        self._raise_salience(entity, weight)
        for namesake in (mention.entity, *mention.namesakes):
            if namesake is not entity:
                self._raise_salience(namesake, weight * NAMESAKE_SHARE)

    def _weigh_mention(self, number: int, tokens: list[Token], mention: EntityMention, first: bool) -> float:
        if (number, mention.begin) in self.speaker_mentions:
            return SPEAKER_WEIGHT
        if mention.possessive or _is_attributive(tokens, mention):
            return OWNER_WEIGHT
        if _is_subject_of_saying_verb(tokens, mention):
            return SPEAKER_WEIGHT
        if first and not _is_governed_by_preposition(tokens, mention.begin):
            return SUBORDINATE_WEIGHT if tokens[0].low in lexicon.SUBORDINATORS else SUBJECT_WEIGHT
        if len(mention.entity.parts) > 1 and mention.entity not in self.salience and not mention.entity.is_organization:
            return INTRODUCED_WEIGHT
        return OBJECT_WEIGHT

    def _raise_salience(self, entity: Entity, weight: float) -> None:
        before = self.salience.get(entity, 0.0)
        self.salience[entity] = max(before, weight) + REPETITION_SHARE * min(before, weight)

    def _process_pronoun(self, number: int, tokens: list[Token], at: int, low: str, first: bool) -> None:
        gender: Gender = "m" if low in lexicon.MASCULINE_PRONOUNS else "f"
        entity = self._find_most_salient(gender)
        if entity is None:
            return
        self.referents[number, at] = entity
        if low in ("he", "she"):
            if entity.gender is None:
                entity.gender = gender
            weight = SPEAKER_WEIGHT if (number, at) in self.subjects else SUBJECT_WEIGHT if first else OBJECT_WEIGHT
            self._raise_salience(entity, weight * PRONOUN_SHARE)
        elif low in ("his", "her"):
            self._raise_salience(entity, OWNER_WEIGHT * PRONOUN_SHARE)

    def _process_office(self, number: int, tokens: list[Token], at: int) -> None:
        """Make the bearer of an office salient: "the Russian minister said"."""
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

    def _find_most_salient(self, gender: Gender) -> Entity | None:
        weights: dict[Entity, float] = {}
        for entity, weight in self.salience.items():
            if entity.is_organization or entity.gender not in (gender, None):
                continue
            if entity.gender is None:
                weight *= UNKNOWN_GENDER_SHARE if entity.is_person or len(entity.parts) > 1 else UNKNOWN_TYPE_SHARE
            weights[entity] = weight
        return max(weights, key=weights.__getitem__, default=None)

    def _resolve_speaker(self, candidate: SpeakerCandidate | None) -> ResolvedSpeaker | None:
        if candidate is None:
            return None
        tokens, subject = candidate.sentence.tokens, candidate.subject
        number = self.index_of[id(candidate.sentence)]
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
        entity = self.referents.get((number, subject.begin))
        return entity.name if entity is not None else None

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
            is_person = last.name_begin > last.begin or is_forename(tokens[last.name_begin].text)
            return last if is_person else None  # "Secretary of State John Kerry", not "University of Washington"
        head = _find_head_end(tokens, begin, end)
        proper = [n for n in inside if n.end <= head and (not n.possessive or n.end == end)]
        if proper and proper[-1].end == head:
            return proper[-1]
        before = tokens[last.begin - 1]
        if not closes or last.begin == begin or before.kind != LOWER or before.low in lexicon.PREPOSITIONS:
            return None  # otherwise "special representative for Syria engagement James Jeffrey"
        return last if len(last.entity.parts) > 1 and not last.entity.is_organization else None

    def _resolve_phrase(self, number: int, tokens: list[Token], begin: int, end: int) -> str | None:
        mention = self._find_head_mention(number, begin, end)
        if mention is not None:
            return self.referents.get((number, mention.begin), mention.entity).name
        if any(n.begin < end and n.end > begin for n in self.register.mentions[number]):
            return _get_printed_name(tokens, begin, end)
        entity = self.referents.get((number, begin))
        return entity.name if entity is not None else None

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


def _is_attributive(tokens: list[Token], mention: EntityMention) -> bool:
    """Recognise a name that only describes the next one: "Clinton communication director Jennifer Palmieri"."""
    for k in range(mention.end, min(len(tokens), mention.end + 4)):
        if tokens[k].low in lexicon.ROLES:
            return True
        if tokens[k].kind != LOWER or tokens[k].low in _LINKING_WORDS or get_cue_verb(tokens, k) is not None:
            return False
    return False


_LINKING_WORDS = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS


def _is_subject_of_saying_verb(tokens: list[Token], mention: EntityMention) -> bool:
    """Return whether a verb of saying stands next to the name, with the name as its subject."""
    after = mention.end
    while after < len(tokens) and tokens[after].low in _PREVERBAL_WORDS:
        after += 1
    if after < len(tokens) and (verb := get_cue_verb(tokens, after)) is not None and verb.kind == "saying":
        return True
    before = mention.begin - 1
    verb = get_cue_verb(tokens, before) if before == 0 or (before > 0 and tokens[before - 1].text == ",") else None
    return verb is not None and verb.kind == "saying" and verb.lemma not in ("tell", "ask", "urge", "assure")


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
    inner = range(begin + 1, end)
    return next((k for k in inner if tokens[k].kind == LOWER and tokens[k].low in lexicon.PREPOSITIONS), end)


def _get_printed_name(tokens: list[Token], begin: int, end: int) -> str:
    """Return the printed words for a body or group: "Trump campaign", "Clinton aides"."""
    while begin < end - 1 and tokens[begin].low in lexicon.ARTICLES:
        begin += 1
    return " ".join(t.text for t in tokens[begin:end])
