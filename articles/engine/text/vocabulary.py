"""English word lists that decide how serious a change of wording is.

"and pledged not to take any action" without its "not" promises the opposite; "I would say sparing" without "I would
say" is surer than the speaker was. The words of negation, doubt, amount, number, time and person are listed here, as
folded keys (`tokenization.normalize_token`)::

    >>> is_negation("don't"), is_negation("not"), is_negation("note")
    (True, True, False)
    >>> expand_contraction("don't"), parse_number("twenty"), parse_number("1,000")
    (('do', 'not'), 20.0, 1000.0)

The lists are English, since translations into English are what is mostly compared; `vocabulary_de_ru` adds German and
Russian words. Words of other languages count as content. `aliases` holds names that mean the same, and
`comparison.change_classifier` decides what a listed word implies.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from articles.engine.text import vocabulary_de_ru


def _parse_words(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _parse_words("the a an")
# Words too common to show that two passages belong together.
STOP_WORDS = _parse_words("""
    a about all also am an and any are as at be been being both but by can could did do does down each every for from
    had has have having he her his i if in into is it its may might more most my no nor not of on or other our out over
    own same shall she should so some such than that the their them then there these they this those to too under up us
    very was we were what when where which while who whom whose will with would you your
""")
# Stop words that connect clauses: rarer, and seldom in the same place by accident.
CLAUSE_CONNECTIVES = _parse_words(
    "but because although though whereas while when where if unless until than who which whom whose"
)
# Words whose loss or addition hardly changes the sense of a sentence.
FUNCTION_WORDS = ARTICLES | _parse_words(
    "that and then also so well of in to for on at by as is are was were be been this these those"
)
FUNCTION_WORDS |= vocabulary_de_ru.FUNCTION_WORDS

NEGATIONS = _parse_words("not no never none nobody nothing neither nor nowhere without cannot hardly barely scarcely")
NEGATIONS |= vocabulary_de_ru.NEGATIONS
# Other forms of negation: where the other printing has one of them, a "not" changed its form and not its sense.
NEGATION_PHRASES = (
    "rather than", "instead of", "without", "fail to", "fails to", "failed to", "failing to", "refuse to", "refuses to",
    "refused to", "refusing to", "unable to", "far from", "in no way", "not", "no", "never", "lack of", "absence of",
    *vocabulary_de_ru.NEGATION_PHRASES,
)  # fmt: skip
_NEGATIVE_PREFIXES = (
    *("un", "in", "im", "il", "ir", "dis", "non", "non-", "anti-", "mis"),
    *vocabulary_de_ru.NEGATIVE_PREFIXES,
)

HEDGES = _parse_words("""
    may might could would perhaps probably possibly apparently evidently seems seem seemed seemingly likely unlikely
    allegedly alleged reportedly supposedly presumably arguably almost nearly roughly approximately about around maybe
    believe believes think thinks guess suspect suppose supposed assume hope appear appears appeared potentially
    somewhat basically essentially practically virtually largely so-called purportedly purported ostensibly
""")
HEDGES |= vocabulary_de_ru.HEDGES
# Phrases of doubt whose words alone express none: "I would say", "as far as I know", "in my view".
HEDGE_PHRASES = (
    "would say", "i say", "my view", "my opinion", "our view", "our opinion", "so to speak", "as it were", "in a sense",
    "sort of", "kind of", "as far as", "if you like", "to some extent", "more or less", "let us say", "it seems",
    *vocabulary_de_ru.HEDGE_PHRASES,
)  # fmt: skip
CONDITIONS = _parse_words("if unless provided until except only") | vocabulary_de_ru.CONDITIONS
QUANTIFIERS = _parse_words("""
    all every each most many much some few several any both half majority minority only none always often sometimes
    rarely seldom completely entirely fully partly partially totally wholly largely mainly mostly one
    hundreds thousands millions billions dozens scores numerous countless least whole entire
""")
QUANTIFIERS |= vocabulary_de_ru.QUANTIFIERS
# Phrases that bound an amount; without them the amount is claimed to be exact.
QUANTITY_BOUNDS: tuple[str, ...] = (
    *("at least", "at most", "up to", "as many as", "more than", "no more than", "less than", "fewer than"),
    *vocabulary_de_ru.QUANTITY_BOUNDS,
)
# Particles that exclude everything but the words after them.
FOCUS_PARTICLES = _parse_words("only solely just merely exclusively") | vocabulary_de_ru.FOCUS_PARTICLES
# Pronouns and phrases for "nobody" and "none".
NEGATIVE_INDEFINITES = frozenset(("nobody", "no one", "none", "not one", "not a single one", "no-one", "not any"))
NEGATIVE_INDEFINITES |= vocabulary_de_ru.NEGATIVE_INDEFINITES
# Groups of words for the same amount.
_AMOUNT_SYNONYMS = tuple(
    map(
        _parse_words,
        (
            "all every each whole entire",
            "only solely just merely",
            "completely entirely fully totally wholly",
            "many numerous countless",
            "some several",
            "mostly mainly largely",
            "rarely seldom",
            "least minimum",
        ),
    )
)
_AMOUNT_SYNONYMS += vocabulary_de_ru.AMOUNT_SYNONYMS
# Forms of address; dropping one is house style.
HONORIFICS = _parse_words("mr mrs ms miss dr sir madam lord lady")
# Words that limit the scope of a negation: "not completely defeated", "not beaten yet".
NEGATION_SCOPE_WORDS = QUANTIFIERS | _parse_words(
    "yet still already necessarily exactly really quite very too enough directly simply merely just"
)
NEGATION_SCOPE_WORDS |= vocabulary_de_ru.NEGATION_SCOPE_WORDS

_UNITS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {word: float(number) for number, word in enumerate(_UNITS.split())}
_NUMBER_WORDS |= {word: 10.0 * tens for tens, word in enumerate(_TENS.split(), start=2)}
_NUMBER_WORDS |= {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NUMBER_WORDS |= {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
ORDINALS = {
    word: float(number)
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}
_NUMBER_WORDS |= {"twice": 2.0, "double": 2.0, "triple": 3.0, "twofold": 2.0, "threefold": 3.0}
_MAGNITUDE_WORDS = frozenset((1e2, 1e3, 1e6, 1e9, 1e12))
_FIGURES = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(k|m|mn|bn|b|tn|km|th|st|nd|rd|s|%)?")
_MAGNITUDES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
PERCENT = _parse_words("% percent pct percentage")
CURRENCIES = _parse_words(
    "$ \u20ac \u00a3 \u00a5 \u20bd \u20b9 dollar dollars euro euros pound pounds ruble rubles rouble roubles yen yuan"
)

# Units of measure and things counted: after a number, another unit makes another amount.
UNITS = (
    CURRENCIES
    | PERCENT
    | _parse_words("""
    points km kilometers kilometres miles meters metres feet yards inches kg kilograms grams pounds tons tonnes barrels
    liters litres gallons acres hectares seconds minutes hours days weeks months years decades people soldiers families
""")
)

DATE_WORDS = _parse_words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december yesterday today tomorrow
""")
DATE_WORDS |= vocabulary_de_ru.DATE_WORDS
# Names that must not pass for misprints of one another: "Iran" and "Iraq" share three letters of four.
PROPER_NAMES = _parse_words("""
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium bolivia bosnia brazil britain bulgaria cambodia cameroon canada chad chile china colombia congo croatia
    cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia finland france gambia georgia germany ghana
    greece guinea haiti hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
    kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg macedonia
    malawi malaysia mali malta mauritania mauritius mexico moldova mongolia montenegro morocco mozambique myanmar
    namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru
    philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia
    somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan
    uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe afghan albanian algerian
    american arab armenian asian australian austrian belgian brazilian british bulgarian canadian chinese croatian
    cuban cypriot czech danish dutch egyptian english estonian european finnish french georgian german greek
    hungarian indian indonesian iranian iraqi iraqis iranians irish israeli italian japanese jordanian kurdish kurds
    korean kuwaiti latvian lebanese libyan lithuanian macedonian malaysian maltese mexican moldovan moroccan
    nigerian norwegian pakistani palestinian persian polish portuguese romanian russian saudi scottish serbian
    slovak slovenian spanish sudanese swedish swiss syrian syrians thai tunisian turkish turks ukrainian vietnamese
    yemeni sunni shia shiite alawite christian muslim jewish
""")

FIRST_PERSON_PRONOUNS = (
    _parse_words("i we me us my our mine ours myself ourselves") | vocabulary_de_ru.FIRST_PERSON_PRONOUNS
)
OTHER_PERSON_PRONOUNS = _parse_words(
    "he she they it him her them his hers their theirs its himself herself themselves itself you your"
)
OTHER_PERSON_PRONOUNS |= vocabulary_de_ru.OTHER_PERSON_PRONOUNS
PERSONAL_PRONOUNS = FIRST_PERSON_PRONOUNS | OTHER_PERSON_PRONOUNS

_AUXILIARY_GROUPS = tuple(
    map(
        _parse_words,
        (
            *("is are was were be been being am", "has have had having", "do does did"),
            *("will would", "can could", "may might", "shall should"),
        ),
    )
)
AUXILIARIES = frozenset().union(*_AUXILIARY_GROUPS)
MODALS = _parse_words("may might could would should must can will shall") | vocabulary_de_ru.MODALS
_IRREGULAR = """
    begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|
    come came|deal dealt|do does did done|draw drew drawn|drive drove driven|fall fell fallen|feel felt|fight fought|
    find found|forget forgot forgotten|get got gotten|give gave given|go goes went gone|grow grew grown|hear heard|
    hold held|keep kept|know knew known|lead led|leave left|lose lost|make made|mean meant|meet met|pay paid|
    rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|show showed shown|
    speak spoke spoken|spend spent|stand stood|strike struck|take took taken|teach taught|tell told|
    think thought|understand understood|win won|write wrote written
"""
_IRREGULAR_BASES = {form: forms.split()[0] for forms in _IRREGULAR.split("|") for form in forms.split()}

_CONTRACTED_NEGATIONS = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
_CONTRACTIONS = {"cannot": ("can", "not"), "let's": ("let", "us"), "it's": ("it", "is"), "that's": ("that", "is")}
_CONTRACTIONS |= {"gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to")}
_CONTRACTIONS |= {"there's": ("there", "is"), "what's": ("what", "is"), "who's": ("who", "is"), "he's": ("he", "is")}
_CONTRACTIONS |= {"she's": ("she", "is"), "here's": ("here", "is"), "where's": ("where", "is"), "i'm": ("i", "am")}
_CONTRACTED_ENDINGS = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}

# Pairs of opposites; a star matches any ending, so that "strengthens" is an antonym of "weakening".
_ANTONYMS = """
    strengthen* weaken*|increas* decreas*|increas* reduc*|rais* lower*|grow* shrink*|support* oppos*|
    support* condemn*|back* oppos*|praise* condemn*|welcom* condemn*|win* los*|won lost|victor* defeat*|
    accept* reject*|approv* reject*|allow* forbid*|allow* ban*|allow* prevent*|permit* forbid*|before after|
    more less|more fewer|always never|all none|everyone nobody|everything nothing|legal illegal|friend* enem*|
    ally enem*|allies enem*|confirm* deny|confirm* deni*|admit* deny|admit* deni*|start* stop*|start* end*|
    begin* end*|began ended|begin* finish*|succeed* fail*|success* failure*|rise* fall*|rose fell|
    attack* defend*|war peace|true false|right wrong|good bad|better worse|best worst|guilty innocent|
    guilt innocence|public private|open* clos*|enter* leav*|arriv* depart*|arriv* left|advanc* retreat*|
    buy* sell*|bought sold|remember* forget*|love* hate*|first last|early late|high low|higher lower|
    strong weak|stronger weaker|safe dangerous|possible impossible|hire* fire*|encourag* discourag*|
    agree* disagree*|trust* distrust*|expand* contract*|includ* exclud*|gain* lose*|gained lost|profit* loss*|
    protect* attack*|protect* threaten*|help* harm*|help* hinder*|join* leav*|easy difficult|easy hard|
    rich poor|majority minority|maximum minimum|for against|up down|in out|on off|with without|above below|
    inside outside|rising falling|risen fallen
"""
_ANTONYM_PATTERNS = [tuple(pair.split()) for pair in f"{_ANTONYMS}|{vocabulary_de_ru.ANTONYMS}".split("|")]

_ABBREVIATIONS = dict(
    pair.split()
    for pair in (
        "sen senator|rep representative|gov governor|gen general|lt lieutenant|col colonel|capt captain|sgt sergeant|"
        "adm admiral|prof professor|dr doctor|mr mister|pres president|pm premier|fm minister|dept department|"
        "govt government|gov't government|int'l international|nat'l national|jan january|feb february|mar march|"
        "apr april|aug august|sept september|sep september|oct october|nov november|dec december|st saint|"
        "ave avenue|co company|corp corporation|inc incorporated|no number|vs versus|pct percent|km kilometers|"
        "kg kilograms|mln million|bln billion|bn billion|mn million|tv television|etc etcetera|info information"
    ).split("|")
)

# (British, American) parts of words: two words are variants if rewriting turns one into the other.
_REGIONAL_SPELLINGS = [
    (re.compile(british), american)
    for british, american in [
        (r"(?<=\w\w)our(?=$|s|ed|ing|ite|able|ful|less|hood|ly)", "or"), (r"is(?=e$|ed$|es$|ing$|ation|er)", "iz"),
        (r"ys(?=e$|ed$|es$|ing$)", "yz"), (r"tre(?=$|s)", "ter"), (r"gramme", "gram"), (r"ence(?=$|s|less)", "ense"),
        (r"(?<=[aeiou])ll(?=ed$|ing$|er$|ers$|ation)", "l"), (r"l(?=ment|ful)", "ll"), (r"ogue$", "og"), (r"ae", "e"),
        (r"(?<=fi|ti|ro|ra|pa)l(?=$|s$)", "ll"), (r"oe", "e"),
        (r"wards$", "ward"), (r"grey", "gray"), (r"cheque", "check"), (r"tyre", "tire"), (r"mould", "mold"),
        (r"plough", "plow"), (r"sceptic", "skeptic"), (r"whilst$", "while"), (r"amongst$", "among"),
        (r"learnt$", "learned"),
        (r"judgement", "judgment"), (r"ageing", "aging"), (r"storey", "story"), (r"-", ""), (r"enquir", "inquir"),
    ]
]  # fmt: skip


def is_negation(key: str) -> bool:
    """Return whether this word negates."""
    return key in NEGATIONS or key.endswith("n't")


@lru_cache(16384)
def expand_contraction(key: str) -> tuple[str, ...]:
    """Return the words of a contraction; any other word alone."""
    if "'" not in key:
        return _CONTRACTIONS.get(key, (key,))
    if key.endswith("n't") and key != "n't":
        return _CONTRACTED_NEGATIONS.get(key, key[:-3]), "not"
    for ending, word in _CONTRACTED_ENDINGS.items():
        if key.endswith(ending) and len(key) > len(ending):
            return key.removesuffix(ending), word
    return _CONTRACTIONS.get(key, (key,))


@lru_cache(16384)
def parse_number(key: str) -> float | None:
    """Return the value of an English number word or a figure (with separators and magnitude), or None.

    >>> parse_number("5bn"), parse_number("third"), parse_number("55km"), parse_number("9/11")
    (5000000000.0, 3.0, 55.0, None)
    """
    if not key[0].isdigit():
        parts = key.split("-")
        if len(parts) == 2 and all(part in _NUMBER_WORDS for part in parts):
            return _NUMBER_WORDS[parts[0]] + _NUMBER_WORDS[parts[1]]
        return _NUMBER_WORDS.get(key, ORDINALS.get(key))
    figures = _FIGURES.fullmatch(key)
    if not figures:
        return None
    return float(figures[1].replace(",", "")) * _MAGNITUDES.get(figures[2] or "", 1)


def parse_multilingual_number(key: str) -> float | None:
    """Return the value of a number in English, German or Russian, or None.

    The quotation index (`linking.fingerprints`) uses the English `parse_number`.
    """
    return vocabulary_de_ru.NUMBERS.get(key) or parse_number(key)


def parse_numbers(keys: Iterable[str]) -> list[float | str]:
    """Return the numbers among these words; "five thousand" is one, and "9/11" has no value and stays as it is.

    >>> parse_numbers(["1.5", "million", "of", "five", "thousand"]), parse_numbers(["several", "thousand"])
    ([1500000.0, 5000.0], [1000.0])
    """
    values: list[float | str] = []
    last: float | None = None
    for key in keys:
        value = parse_multilingual_number(key)
        if value is not None and last is not None and value in _MAGNITUDE_WORDS:
            value *= last
            values[-1] = value
        elif value is not None or key[0].isdigit():
            values.append(key if value is None else value)
        last = value
    return values


def is_number(key: str) -> bool:
    """Return whether this is a figure or a number word ("one" is not: it is more often a pronoun)."""
    return key[0].isdigit() or (key != "one" and parse_multilingual_number(key) is not None)


def is_same_amount(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
    """Return whether two sets of quantifiers mean the same amount, as "all" and "every" do."""
    return any(bool(a & words) and bool(b & words) and a | b <= words for words in _AMOUNT_SYNONYMS)


@lru_cache(16384)
def are_antonyms(a: str, b: str) -> bool:
    """Return whether the two words are opposites.

    >>> are_antonyms("strengthens", "weakens"), are_antonyms("legal", "illegal"), are_antonyms("strikes", "attacks")
    (True, True, False)
    """
    return _is_antonym(a, b) or _is_antonym(b, a)


def _is_antonym(a: str, b: str) -> bool:
    if len(a) > 3 and any(b == prefix + a for prefix in _NEGATIVE_PREFIXES):
        return True
    if a.startswith("pro-") and b == "anti-" + a[4:]:
        return True
    return any(_matches_pattern(a, first) and _matches_pattern(b, second) for first, second in _ANTONYM_PATTERNS)


def _matches_pattern(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@lru_cache(16384)
def are_regional_spellings(a: str, b: str) -> bool:
    """Return whether the two are the British and the American spelling of one word.

    >>> are_regional_spellings("programme", "program"), are_regional_spellings("organize", "organised")
    (True, False)
    >>> are_regional_spellings("co-operation", "cooperation")
    True
    """
    return any(
        british.sub(american, a) == b or british.sub(american, b) == a for british, american in _REGIONAL_SPELLINGS
    )


@lru_cache(16384)
def is_abbreviation(a: str, b: str) -> bool:
    """Return whether one of the two is the usual abbreviation of the other.

    >>> is_abbreviation("sen", "senator"), is_abbreviation("percent", "pct"), is_abbreviation("sen", "sentence")
    (True, True, False)
    """
    return _ABBREVIATIONS.get(a) == b or _ABBREVIATIONS.get(b) == a


@lru_cache(16384)
def are_inflections(a: str, b: str) -> bool:
    """Return whether the two are forms of one word: "want" and "wants", "has" and "had", "take" and "took"."""
    if a == b or any(a in forms and b in forms for forms in _AUXILIARY_GROUPS) or vocabulary_de_ru.have_same_stem(a, b):
        return True
    a, b = _IRREGULAR_BASES.get(a, a), _IRREGULAR_BASES.get(b, b)
    return a == b or bool(_find_possible_bases(a) & _find_possible_bases(b))


def have_same_ending(a: str, b: str) -> bool:
    """Return whether both have the same inflectional ending.

    Such words are no two forms of one word, but may be a misprint: "committed", "comitted".
    """
    return any(a.endswith(ending) and b.endswith(ending) for ending in ("ing", "ed", "es", "s"))


def _find_possible_bases(word: str) -> set[str]:
    """Return the possible stems of a word without the endings of tense, number and person; at least three letters."""
    bases = {word}
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word.removesuffix(ending)
            bases |= {stem, stem + "e"} if ending != "s" else {stem}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                bases.add(stem[:-1])
        elif word.endswith(ending) and len(word) > 4:  # "using"
            bases.add(word.removesuffix(ending) + "e")
    if word.endswith(("ies", "ied")):
        bases.add(word[:-3] + "y")
    return bases
