"""English words for where and when something was said.

``in an interview with Vesti.doc``, ``at a press briefing``, ``told journalists``, ``on Twitter``. `occasions` finds
where such a phrase begins and ends.
"""

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    """january jan. february feb. march april may june july august aug. september sept. sep. october oct. november nov.
    december dec.""".split()
)
#: Prepositions that begin a phrase of place.
OCCASION_PREPOSITIONS = frozenset("in during at on before after with by over to".split())
#: Participles that begin a phrase of place by themselves, with the words that must follow.
OPENING_PARTICIPLES = {
    "speaking": frozenset("in at on to before after during with from by via over".split()),
    "addressing": frozenset("the a an students lawmakers reporters journalists supporters delegates".split()),
}
#: Verbs of speaking that announce no words of their own.
INTRANSITIVE_SPEECH_VERBS = frozenset("spoke talked met appeared discussed testified".split())
#: Channels of speech from afar.
CHANNELS = frozenset("phone telephone video skype satellite radio".split())
#: Bodies that one speaks before or to.
ASSEMBLIES = frozenset(
    """committee subcommittee council assembly parliament senate congress court judge jury duma knesset bundestag
    commons house commission congregation graduates delegates""".split()
)
AUDIENCES = frozenset("reporters journalists supporters lawmakers media press crowd audience".split())
PLATFORMS = frozenset(
    """twitter facebook instagram cnn fox msnbc nbc abc cbs npr youtube telegram reddit snapchat periscope c-span hbo
    cnbc bbc""".split()
)
#: Events where words are said: after "at", "during", "before", "after", "on".
EVENTS = frozenset(
    """conference briefing rally event debate meeting hall stop summit forum hearing interview speech dinner lunch
    breakfast fundraiser convention ceremony gathering session appearance broadcast reception luncheon panel
    roundtable talks visit call trial vigil funeral parade march protest press-conference talk trip tour rallies
    events floor trail show sidelines podium livestream webcast q&a commencement""".split()
)
#: Forms of speech: after "in".
SPEECH_FORMATS = frozenset(
    """interview interviews statement speech address tweet tweets post letter email e-mail memo op-ed column essay
    article message appearance conversation call video release testimony remarks blog broadcast podcast debate
    briefing monologue lecture sermon note affidavit filing report editorial""".split()
)
#: Past forms that end a phrase of place: "on Friday *made* a strong condemnation".
PAST_FORMS = frozenset(
    """made took gave went came got won had did became began left led put held met saw found kept sent brought stood
    fell lost ran drew hit set cut spent hid""".split()
)
OCCASION_NOUNS = EVENTS | SPEECH_FORMATS | PLATFORMS | CHANNELS | ASSEMBLIES
#: Everything that somebody speaks at or in.
SPEECH_SETTINGS = frozenset(
    """interview interviews statement speech conference briefing rally event debate meeting hall summit forum hearing
    dinner fundraiser convention ceremony session appearance broadcast panel roundtable call testimony letter email
    tweet post column essay article op-ed memo report twitter facebook cnn fox msnbc nbc abc cbs telephone phone radio
    show press news conversation podcast video ad reporters journalists campaign""".split()
)
