"""German and Russian word lists that decide how serious a change of wording is.

``«стенания» не имеют под собой никаких оснований`` without its ``не`` says the opposite, and ``keine Lösung`` is no
misprint of ``eine Lösung``. The lists match the English ones in `vocabulary`, for the two other languages in which
speakers are found, as folded keys (`tokenization.normalize_token`)::

    >>> "никаких" in NEGATIONS, "nicht" in NEGATIONS, NUMBERS["funf"]
    (True, True, 5.0)

Left out are words that are English words too ("die", "war", "er", "Dem") and words that folding turns into another
("würde" and "wurde"): the lists apply to texts in all three languages, so only what is certain is listed.
"""

# Cyrillic letters that look like Latin ones are meant:
# ruff: noqa: RUF001

from articles.engine.text.normalization import fold


def _parse_folded_words(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


NEGATIONS = _parse_folded_words("""
    nicht nichts kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nirgends nirgendwo
    weder ohne kaum
    не нет ни никто никого никому никем никогда ничего ничто ничем ничему никакой никакого никакому никаким никакая
    никакую никакие никаких никакими нигде никуда нельзя без едва
""")
NEGATION_PHRASES = tuple(
    map(fold, ("statt", "anstatt", "ohne", "nicht", "kein", "keine", "nie", "вместо", "без", "не"))
)
NEGATIVE_INDEFINITES = frozenset(map(fold, ("niemand", "keiner", "никто", "ни один")))

HEDGES = _parse_folded_words("""
    vielleicht wahrscheinlich möglicherweise womöglich offenbar offensichtlich angeblich vermutlich mutmaßlich
    anscheinend scheinbar eventuell wohl etwa ungefähr nahezu beinahe glaube glauben denke vermute vermuten sogenannte
    sogenannten sogenannter
    возможно вероятно наверное наверно видимо по-видимому кажется похоже предположительно якобы вроде примерно
    приблизительно почти думаю думаем полагаю полагаем надеюсь очевидно
""")
HEDGE_PHRASES = tuple(
    map(
        fold,
        (
            "würde sagen", "meiner meinung", "meiner ansicht", "unserer meinung", "unserer ansicht", "so gut wie",
            "sozusagen", "mehr oder weniger", "soweit ich", "soweit wir",
            "я бы сказал", "на мой взгляд", "на наш взгляд", "по моему мнению", "по нашему мнению", "может быть",
            "скорее всего", "так сказать", "насколько я", "насколько мы", "более или менее", "как бы",
        ),
    )
)  # fmt: skip
CONDITIONS = _parse_folded_words("wenn sofern solange если пока лишь")

QUANTIFIERS = _parse_folded_words("""
    alle allen aller jede jeder jedes jeden jedem viele vielen vieler meisten mehrere einige einigen einiger wenige
    wenigen mehrheit minderheit hälfte beide beiden nur immer oft manchmal selten völlig vollständig gänzlich teilweise
    hunderte tausende dutzende zahlreiche
    все всех всем всеми каждый каждого каждая каждые многие многих многим большинство большинства большинстве
    меньшинство некоторые некоторых несколько половина половины половину только лишь всегда часто иногда редко
    полностью частично целиком сотни десятки множество
""")
AMOUNT_SYNONYMS: tuple[frozenset[str], ...] = (
    _parse_folded_words("alle allen aller jede jeder jedes jeden jedem"),
    _parse_folded_words("все всех каждый каждого каждая каждые"),
)
AMOUNT_SYNONYMS += (
    _parse_folded_words("völlig vollständig gänzlich"),
    _parse_folded_words("полностью целиком"),
    _parse_folded_words("только лишь"),
)
FOCUS_PARTICLES = _parse_folded_words("nur lediglich ausschließlich только лишь исключительно")
QUANTITY_BOUNDS = tuple(
    map(fold, ("mindestens", "höchstens", "bis zu", "mehr als", "weniger als", "минимум", "максимум", "до", "свыше"))
)
NEGATION_SCOPE_WORDS = _parse_folded_words(
    "noch schon bereits unbedingt wirklich genau ещё еще уже совсем обязательно действительно именно"
)
# Words whose loss hardly changes the sense.
FUNCTION_WORDS = _parse_folded_words("""
    der das ein eine einen einem einer eines und auch dass daß
    и а же ли бы в во на с со к ко о об у по из что то это также тоже
""")
MODALS = _parse_folded_words(
    "kann muss darf soll können müssen dürfen sollen может могут должен должна должны обязан обязаны"
)

FIRST_PERSON_PRONOUNS = _parse_folded_words(
    "ich wir mich uns unser unsere unseren unserem unserer мы я меня нас мне нам мной нами"
)
OTHER_PERSON_PRONOUNS = _parse_folded_words("sie ihn ihm ihr ihnen он она оно они его её ее ему ей их им")

DATE_WORDS = _parse_folded_words("""
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober
    dezember gestern heute
    понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье января февраля марта апреля мая
    июня июля августа сентября октября ноября декабря вчера сегодня завтра
""")

_UNIT_NUMERALS_DE_RU = """
    zwei/два/две/двух/двум три/трех/трёх/drei четыре/четырех/четырёх/vier пять/пяти/fünf шесть/шести/sechs
    семь/семи/sieben восемь/восьми/acht девять/девяти/neun десять/десяти/zehn
"""
_TEN_NUMERALS_DE_RU = """
    двадцать/двадцати/zwanzig тридцать/тридцати/dreißig сорок/сорока/vierzig пятьдесят/пятидесяти/fünfzig
    шестьдесят/шестидесяти/sechzig семьдесят/семидесяти/siebzig восемьдесят/восьмидесяти/achtzig девяносто/neunzig
"""
NUMBERS = {
    fold(word): float(n) for n, words in enumerate(_UNIT_NUMERALS_DE_RU.split(), start=2) for word in words.split("/")
}
NUMBERS |= {
    fold(word): 10.0 * n for n, words in enumerate(_TEN_NUMERALS_DE_RU.split(), start=2) for word in words.split("/")
}
NUMBERS |= dict.fromkeys(map(fold, "zwölf двенадцать двенадцати".split()), 12.0)
NUMBERS |= dict.fromkeys(map(fold, "hundert сто ста".split()), 1e2)
NUMBERS |= dict.fromkeys(map(fold, "tausend тысяча тысячи тысяч тысячу".split()), 1e3)
NUMBERS |= dict.fromkeys(map(fold, "millionen миллион миллиона миллионов млн".split()), 1e6)
NUMBERS |= dict.fromkeys(map(fold, "milliarde milliarden миллиард миллиарда миллиардов млрд".split()), 1e9)

# Pairs of opposites; a star matches any ending. The prefix "не-" negates most Russian words.
NEGATIVE_PREFIXES = ("не", "без")
ANTONYMS = fold("""
    stark* schwäch*|stark* schwach*|erhöh* senk*|steig* sink*|unterstütz* verurteil*|begrüß* verurteil*|
    annehm* ablehn*|immer nie|krieg frieden|vor nach|mehr weniger|mit ohne|freund* feind*|sieg* niederlage*|
    bestätig* dementier*|beginn* end*|
    усил* ослаб*|укреп* ослаб*|увелич* уменьш*|увелич* сокра*|рост* паден*|поддерж* осужд*|поддерж* отверг*|
    принима* отверга*|приня* отверг*|всегда никогда|все никто|война мир|войны мира|больше меньше|более менее|до после|
    друг* враг*|союзник* противник*|победа поражение|подтверд* опроверг*|правда ложь|начал* законч*|начал* прекра*
""")

MIN_SHARED_STEM, MIN_STEM_SHARE = 4, 0.6  # shared first letters, and their share of the longer word
_RUSSIAN_ENDINGS = frozenset(
    """а я о е ы и у ю й ь ом ем ём ой ей ам ям ах ях ами ями ов ев ого его ому ему ым им ых их ыми ими ая яя ое ее ую
    юю ые ие ый ий ия ию ии ием иям иях ств ства л ла ло ли т ть ет ит ют ят ут ат ешь ишь ете ите лись лся лась лось ся
    ться""".split()
) | {""}


def have_same_stem(a: str, b: str) -> bool:
    """Return whether two Russian words are forms of one word: "террористам", "террористов"."""
    if not ("\u0400" <= a[:1] <= "\u04ff" and "\u0400" <= b[:1] <= "\u04ff"):
        return False
    shared = next((index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if shared < max(MIN_SHARED_STEM, MIN_STEM_SHARE * max(len(a), len(b))):
        return False
    return a[shared:] in _RUSSIAN_ENDINGS and b[shared:] in _RUSSIAN_ENDINGS
