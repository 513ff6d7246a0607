"""Which English words say where something was said?

``in an interview with Vesti.doc``, ``at a press briefing``, ``told journalists``, ``on Twitter``.

Left to others: where such a phrase begins and ends (`occasions`), and clauses that tell of one (`clauses`).
"""

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
HEARERS = frozenset("reporters journalists supporters lawmakers media press crowd audience".split())
PLATFORMS = frozenset(
    """twitter facebook instagram cnn fox msnbc nbc abc cbs npr youtube telegram reddit snapchat periscope c-span hbo
    cnbc bbc""".split()
)
#: After "at", "during", "before", "after", "on": where words are said.
SAID_AT = frozenset(
    """conference briefing rally event debate meeting hall stop summit forum hearing interview speech dinner lunch
    breakfast fundraiser convention ceremony gathering session appearance broadcast reception luncheon panel
    roundtable talks visit call trial vigil funeral parade march protest press-conference talk trip tour rallies
    events floor trail show""".split()
)
#: After "in": what words are said in.
SAID_IN = frozenset(
    """interview interviews statement speech address tweet tweets post letter email e-mail memo op-ed column essay
    article message appearance conversation call video release testimony remarks blog broadcast podcast debate
    briefing monologue lecture sermon note affidavit filing report editorial""".split()
)
#: What somebody speaks at or in.
SCENES = frozenset(
    """interview interviews statement speech conference briefing rally event debate meeting hall summit forum hearing
    dinner fundraiser convention ceremony session appearance broadcast panel roundtable call testimony letter email
    tweet post column essay article op-ed memo report twitter facebook cnn fox msnbc nbc abc cbs telephone phone radio
    show press news conversation podcast video ad reporters journalists campaign""".split()
)
