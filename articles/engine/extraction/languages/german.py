"""German language table.

``„Das ist so“, sagte Außenminister Frank-Walter Steinmeier am Dienstag in Berlin.``: *sagte* follows the closing mark,
*Außenminister* is an office and no part of the name, *am* ends it. Nouns are capitalised, so a capital makes no name:
offices are recognised by their endings (-minister, -sprecherin), people by a forename or by the office before.
"""

import re

from articles.engine.extraction.languages.language_table import Language, NameForm
from articles.engine.text.person_names import Gender, infer_gender, is_forename

_MASCULINE_FORENAMES = frozenset(
    """andreas armin björn bodo burkhard carsten cem christian detlef dirk dieter dmitri eberhard eckhard ekkehard
    fabian florian frank friedhelm gregor guido günter günther hans-dietrich harald hartmut heiko heinz helge helmut
    hendrik holger horst hubertus ingo jan jens jochen jörg jürgen kai karl-theodor klaus-peter lutz marco markus
    norbert olaf peer philipp rainer ralf reiner robert roderich rolf rüdiger sebastian sigmar stefan steffen sven
    thilo thorsten torsten till tino tobias tilman udo ulf uli ulrich uwe volker volkmar walther werner wilfried
    winfried wladimir wolf wolfram sergej alexej dmitrij jewgeni nikolai recep frank-walter hans-georg""".split()
)
_FEMININE_FORENAMES = frozenset(
    """alice andrea angela anja anke anna annalena annegret anne anton antje bärbel beate beatrix birgit britta
    brigitte claudia dorothee doris elke franziska friederike gabriele gerda gesine gudrun heidemarie heike hannelore
    ilse ines inge ingrid iris jutta katarina katja katrin kirsten klara manuela manuela marietta marija marina
    martina mechthild monika nancy nicola petra renate rita sahra sabine saskia sibylle sigrid silke simone sonja
    steffi susanne svenja swetlana tatjana ulla ulrike ursula ute uta veronika wiebke""".split()
) - {"anton"}


def _parse_german_forename(word: str) -> NameForm | None:
    """Parse a forename, double ones included.

    A genitive -s is not considered: "Angela Merkels" has it on the surname.
    """
    low = word.lower()
    first = low.partition("-")[0]
    gender: Gender | None
    if low in _MASCULINE_FORENAMES or first in _MASCULINE_FORENAMES:
        gender = "m"
    elif low in _FEMININE_FORENAMES or first in _FEMININE_FORENAMES:
        gender = "f"
    elif is_forename(first) and word not in _NON_FORENAMES:
        gender = infer_gender(first)
    else:
        return None
    return NameForm(word, gender)


#: Words that are forenames elsewhere.
_NON_FORENAMES = frozenset(
    "Ban Rose Rosa Mark Mai Juni Juli August Max Reich Grant Art Ernst Will Wolf Bill April".split()
)


def _to_german_nominative(word: str, gender: Gender | None) -> str:
    del gender  # German surnames are the same for both
    return word


_OCCASION_NOUNS = (
    r"(?:Fernseh|Radio|Zeitungs|Sommer|TV-)?(?:[Ii]nterview|[Gg]espräch)|(?:Presse|Video|Telefon)?konferenz|"
    r"(?:Regierungs|Grundsatz|Fernseh)?[Rr]ede|Ansprache|(?:Presse)?(?:[Ee]rklärung|[Mm]itteilung)|Sendung|Talkshow|"
    r"Stellungnahme|Statement|Brief|Pressetermin|Podcast|Gastbeitrag|Tweet|Debatte|Sitzung|Auftritt|Treffen"
)
_PHRASE_CONTINUATION = (
    r"(?:(?! (?:sagte|erklärte|betonte|dass|und|aber|er|sie)\b)[^,.:;!?\u201e\u201c\u00ab\u00bb\n\"]){0,90}"
)
_QUOTED_NAME = (
    r"(?:[\u201e\"\u00bb][^\u201e\u201c\u201d\u00ab\u00bb\n\"]{1,30}[\u201c\u201d\"\u00ab]-?"
    + _PHRASE_CONTINUATION
    + ")?"
)
_DAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"

GERMAN = Language(
    code="de",
    verbs=frozenset(
        """sagte sagt sagten erklärte erklärt erklärten betonte betont betonten teilte meinte meint fügte forderte
        fordert warnte warnt kritisierte kritisiert schrieb schreibt twitterte twittert antwortete antwortet fragte
        fragt behauptete behauptet versicherte versichert kündigte äußerte äußert bekräftigte bekräftigt unterstrich
        unterstreicht verlangte verlangt mahnte mahnt berichtete berichtet erzählte erzählt urteilte urteilt
        resümierte bilanzierte ergänzte ergänzt stellte nannte nennt bezeichnete bezeichnet sprach spricht räumte gab
        rief lobte lobt beklagte beklagt entgegnete erwiderte konterte kommentierte kommentiert begründete begründet
        bestätigte bestätigt hob wies zitierte monierte argumentierte argumentiert ließ verkündete verkündet
        prophezeite scherzte spottete schimpfte klagte klagt verteidigte appellierte appelliert glaubt glaubte findet
        befand lautete heißt hieß verriet gestand wetterte höhnte drohte droht""".split()
    ),
    quotative_conjunctions=frozenset({"wie"}),
    source_introductions=(
        ("so",),
        ("laut",),
        ("nach", "angaben", "von"),
        ("nach", "angaben", "des"),
        ("nach", "angaben", "der"),
        ("nach", "worten", "von"),
        ("nach", "worten", "des"),
        ("nach", "worten", "der"),
        ("nach", "den", "worten", "von"),
    ),
    source_postpositions=frozenset({"zufolge"}),
    pronouns={"er": "m", "sie": "f", "ich": None, "wir": None, "es": None},
    articles=frozenset("der die das des dem den ein eine einer eines einem einen sein seine ihr ihre".split()),
    phrase_boundaries=frozenset(
        """am an auf aus bei beim bis durch für gegen gegenüber im in ins mit nach nahe neben ohne seit trotz um unter
        vom von vor während wegen zu zum zur zwischen über und oder aber denn sondern dass daß ob weil wenn als
        während nachdem bevor der/die welcher welche wer wo warum""".split()
    ),
    role_prepositions=frozenset({"von", "für", "bei", "im", "in", "vom"}),
    skipped_words=frozenset(
        """sich auch dann später zudem außerdem dabei dazu danach daraufhin hinzu weiter ferner damals jetzt nun
        gestern heute wiederum erneut nochmals schließlich zuletzt jedoch hingegen dagegen derweil unterdessen daher
        deshalb noch wörtlich kürzlich bereits zuvor hat habe haben hatte wurde etwa einmal mit""".split()
    ),
    addressees=frozenset(
        """reportern journalisten zeitung zeitungen sender magazin nachrichtenagentur agentur nachrichtenmagazin blatt
        abgeordneten anhängern rundfunk""".split()
    ),
    time_words=frozenset(
        """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april
        mai juni juli august september oktober november dezember morgen abend mittag nachmittag vormittag
        nacht woche jahr wochenende montagabend dienstagabend mittwochabend donnerstagabend freitagabend
        samstagabend sonntagabend""".split()
    ),
    particles=frozenset("von van der den de zu vom zur al bin".split()),
    roles=frozenset(
        """minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin chef chefin vorsitzende
        vorsitzender politiker politikerin experte expertin professor professorin direktor direktorin leiter leiterin
        bürgermeister bürgermeisterin oberbürgermeister abgeordnete abgeordneter botschafter botschafterin general
        könig königin papst bischof erzbischof kardinal richter richterin anwalt anwältin staatsanwalt autor autorin
        generalsekretär generalsekretärin premier senator senatorin gouverneur diplomat diplomatin ökonom ökonomin
        trainer trainerin kommissar kommissarin herr frau dr prof beauftragte beauftragter vertreter vertreterin
        gründer gründerin forscher forscherin historiker historikerin regisseur schauspieler schauspielerin sänger
        sängerin mann witwe sohn tochter kandidat kandidatin koordinator koordinatorin admiral oberst major vize
        co-chef geschäftsführer geschäftsführerin leiterin augenzeuge augenzeugin anwohner anwohnerin""".split()
    ),
    role_endings=(
        *"""minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin chef chefin
        vorsitzende vorsitzender politiker politikerin experte expertin direktor direktorin leiter
        leiterin meister meisterin beauftragte beauftragter sekretär sekretärin vertreter vertreterin
        kommissar kommissarin führer führerin anwalt anwältin forscher forscherin kandidat kandidatin
        diplomat richter bischof premier gouverneur senator botschafter general trainer wissenschaftler
        wissenschaftlerin""".split(),
    ),
    work_nouns=frozenset(
        """zeitung zeitschrift magazin film buch roman serie sendung lied song album partei blatt schiff frachter
        fähre stück oper titel sender programm initiative projekt organisation gruppe bewegung operation theaterstück
        nachrichtenmagazin doku dokumentation podcast""".split()
    ),
    occasion_pattern=re.compile(
        rf"\b(?:[Ii]n|[Bb]ei|[Ii]m|[Aa]uf|[Nn]ach|[Ww]ährend)(?: (?:de[rmns]|eine[rmns]?|seine[rmn]?|ihre[rmn]?))?"
        rf"(?: [a-zäöüß]+e[nmrs]?)?"
        rf" (?:\w+-)?(?:{_OCCASION_NOUNS})\b{_PHRASE_CONTINUATION}{_QUOTED_NAME}"
    ),
    day_pattern=re.compile(
        rf"\b[Aa]m (?:(?:vergangenen|gestrigen|heutigen) )?(?:{_DAYS})(?:abend|morgen|nachmittag)?"
        rf"(?: (?:in|vor|bei) (?:der |den |dem )?[A-ZÄÖÜ][\w-]+)?"
    ),
    parse_forename=_parse_german_forename,
    to_nominative=_to_german_nominative,
    nouns_are_capitalised=True,
)
