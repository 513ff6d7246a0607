"""English reporting verbs: verbs of saying, naming and others, with how often each is a cue.

"Lavrov stressed", "affirming that", "the Russian FM said": half of all attributions in news say *said*, the other
half uses more than a thousand other words. The tables hold each verb's count among the attributions of 840 US news
articles (the annotators' cue words; PolNeAR's training part): a common verb is believed sooner than a rare one.
`saying` verbs may follow a closing mark ("...," he lamented), `naming` verbs say what somebody called something,
`other` verbs are believed only before an opening mark.
"""

from typing import NamedTuple


class ReportingVerb(NamedTuple):
    """One form of a reporting verb: its kind, how often the verb was a cue, finite or participle."""

    lemma: str
    kind: str
    cue_count: int
    is_participle: bool


#: lemma:count[=forms, where they are not regular]
_SAYING_VERBS = """
    say:3475=says,said,saying tell:334=tells,told,telling add:252 write:245=writes,wrote,writing,written ask:69
    tweet:62 note:59 continue:52 report:43 declare:37 respond:37 argue:36 state:36 explain:35 charge:30
    reply:26=replies,replied,replying conclude:24 promise:24 read:22=reads,reading,read claim:21 suggest:21 email:20
    recall:20 chant:19 warn:19 pledge:17 post:17 insist:15 acknowledge:14 remark:14 vow:12=vows,vowed,vowing
    admit:11=admits,admitted,admitting comment:10 shout:10 assure:9 boast:9 predict:9
    think:9=thinks,thought,thinking joke:8 lament:8 repeat:8 urge:8 announce:7 answer:7 assert:7 yell:7 agree:6
    begin:6=begins,began,beginning concede:6 complain:5 express:5 interject:5 proclaim:5 caution:4 emphasize:4
    protest:4 allege:3 cry:3=cries,cried,crying demand:3 elaborate:3 pronounce:3 quip:3=quips,quipped,quipping
    testify:3 wonder:3 bark:2 beam:2 believe:2 blog:2=blogs,blogged,blogging come:2=came contend:2 counter:2
    exclaim:2 grouse:2 muse:2 rail:2 reiterate:2 scoff:2 text:2 advise:1 affirm:1 confess:1 confirm:1
    demur:1=demurs,demurred deny:1=denies,denied,denying fume:1 gush:1 interrupt:1 observe:1 opine:1 reason:1
    recount:1 relate:1 retaliate:1 retort:1 riff:1 roar:1 scold:1 speculate:1 stress:1 surmise:1 whisper:1 allow:0
    apologise:0 attest:0 aver:0 avow:0 bellow:0 beseech:0 brag:0=brags,bragged,bragging chirp:0 chortle:0 chuckle:0
    clarify:0 concur:0=concurs,concurred,concurring confide:0 croak:0 crow:0=crows,crowed,crowing deadpan:0 decree:0
    deplore:0 divulge:0 drawl:0 emphasise:0 enthuse:0 explode:0 expound:0 gasp:0 giggle:0 gripe:0 groan:0 growl:0
    grumble:0 hiss:0 holler:0 howl:0 hypothesize:0 insinuate:0 interrogate:0 intervene:0 intone:0 jest:0 maintain:0
    marvel:0=marvels,marveled,marvelled moan:0 mumble:0 murmur:0 mutter:0 plead:0 ponder:0 pontificate:0 posit:0
    prod:0 profess:0 prophesy:0 purr:0 rasp:0 rebuff:0 rebut:0 reckon:0 reflect:0 refute:0 regret:0 rejoice:0
    rejoin:0 remonstrate:0 rhapsodize:0 scream:0 screech:0 sermonize:0 shriek:0 sigh:0 snap:0=snaps,snapped,snapping
    snarl:0 sneer:0 sniff:0 sob:0 specify:0 sputter:0 squeal:0 stammer:0 stipulate:0 stutter:0 summarise:0
    swear:0=swears,swore,swearing taunt:0 tease:0 theorise:0 theorize:0 threaten:0 thunder:0 underline:0
    underscore:0 utter:0 venture:0 wail:0 weep:0=weeps,wept,weeping whimper:0 whine:0 yelp:0
"""
_NAMING_VERBS = """
    call:215 describe:41 refer:19=refers,referred,referring portray:8 name:7 title:7
    label:6=labels,labeled,labelled,labeling,labelling dub:4=dubs,dubbed,dubbing characterize:2 entitle:2 headline:2
    bill:1 coin:1 deem:1 nickname:1 term:1 brand:0 characterise:0 christen:0 depict:0 style:0
"""
_OTHER_VERBS = """
    accuse:24 go:20=goes,went,going release:20 point:19 back:18 question:15 put:14=puts,putting cite:13 issue:13
    talk:10 make:9=makes,made,making praise:9 show:9=shows,showed,showing speak:9=speaks,spoke,speaking use:9
    find:8=finds,found,finding press:8 denounce:7 offer:7 publish:7 quote:7 blast:6 defend:6 file:6 mock:6
    shoot:6=shoots,shot,shooting blame:5 criticize:5 discuss:5 dismiss:5 include:5=includes,included laugh:5
    propose:5 refuse:5 see:5=sees,saw,seeing send:5=sends,sent,sending sign:5 slam:5=slams,slammed,slamming
    want:5=wants,wanted address:4 appear:4 credit:4 echo:4 give:4=gives,gave,giving hope:4 list:4 reference:4
    seek:4=seeks,sought,seeking share:4 smile:4 chide:3=chides,chided,chiding compare:3 condemn:3
    decry:3=decries,decried,decrying deliver:3 expect:3=expects,expected fire:3 hear:3=hears,heard,hearing imply:3
    push:3 recite:3 reveal:3 support:3 thank:3 apologize:2 assail:2 attack:2 bemoan:2 cast:2=casts,casting
    challenge:2 cheer:2 consider:2 detail:2 encourage:2 endorse:2 estimate:2 exhort:2 frame:2 hint:2
    hit:2=hits,hitting indicate:2 lay:2=lays,laid,laying mean:2=means,meant,meaning oppose:2 order:2 play:2
    retweet:2 sing:2=sings,sang,singing stand:2=stands,stood,standing tout:2 voice:2 applaud:1 boo:1 caption:1
    contrast:1 criticise:1 decline:1 deride:1 determine:1 dig:1=digs,dug,digging disavow:1 disclose:1 hail:1
    highlight:1 intimate:1 jeer:1 know:1=knows,knew laud:1 learn:1=learns,learned,learning lecture:1 liken:1
    mandate:1=mandates,mandated mention:1 project:1 recommend:1 reject:1 remind:1 rip:1=rips,ripped,ripping rule:1
    stick:1=sticks,stuck,sticking vent:1 view:1 welcome:1 author:0 beg:0=begs,begged,begging bristle:0 calculate:0
    chastise:0 chime:0 commend:0 congratulate:0 conjure:0 contain:0=contains,contained,containing dispute:0 double:0
    doubt:0 fear:0 forecast:0 heckle:0 honor:0 implore:0 inform:0 instruct:0 invoke:0 jab:0=jabs,jabbed lash:0
    nod:0=nods,nodded,nodding notify:0 outline:0 paint:0 pen:0=pens,penned,penning preach:0 rage:0 raise:0 rant:0
    reassert:0 rebuke:0 record:0 regard:0 rehash:0 require:0 ridicule:0 salute:0 signal:0=signals,signaled,signaling
    spell:0=spells,spelled strike:0=strikes,struck,striking submit:0=submits,submitted,submitting sum:0 summarize:0
    swipe:0=swipes,swiped tackle:0 tape:0 tar:0=tars,tarred,tarring weigh:0=weighs,weighed,weighing
"""


def _inflect_regular(lemma: str) -> list[str]:
    """Return the forms of a regular verb: -s, -ed, -ing.

    >>> _inflect_regular("announce"), _inflect_regular("reply")
    (['announces', 'announced', 'announcing'], ['replies', 'replied', 'replying'])
    """
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    return [third, stem + "ed", stem + "ing"]


def _parse_verb_table(rows: str, kind: str) -> dict[str, ReportingVerb]:
    table: dict[str, ReportingVerb] = {}
    for row in rows.split():
        lemma, _, rest = row.partition(":")
        count, _, irregular = rest.partition("=")
        for form in irregular.split(",") if irregular else _inflect_regular(lemma):
            table[form] = ReportingVerb(lemma, kind, int(count), form.endswith("ing"))
    return table


#: Every form of every reporting verb.
VERB_FORMS: dict[str, ReportingVerb] = {
    **_parse_verb_table(_OTHER_VERBS, "other"),
    **_parse_verb_table(_NAMING_VERBS, "naming"),
    **_parse_verb_table(_SAYING_VERBS, "saying"),
}
#: Plain forms: cues only after a plural ("sources say") or an auxiliary ("would say").
BASE_FORMS: dict[str, ReportingVerb] = {
    verb.lemma: ReportingVerb(verb.lemma, verb.kind, verb.cue_count, False) for verb in VERB_FORMS.values()
}
BASE_FORMS["read"] = ReportingVerb("read", "saying", 20, False)
BASE_FORMS["put"] = ReportingVerb("put", "other", 11, False)
#: Forms that may stand between a closing mark and the speaker: "...," said Lavrov.
FINITE_SAYING_FORMS = frozenset(
    form for form, verb in VERB_FORMS.items() if verb.kind == "saying" and not verb.is_participle
)
#: Forms that are as often nouns or something else: verbs only where the words around them leave no doubt.
AMBIGUOUS_FORMS = frozenset(
    """read states reports calls notes claims reads posts quotes charges cites thanks hopes questions demands orders
    puts began found opened stresses comments answers tweets texts promises threatens pledges vows shouts chants
    cries begins points attacks backs supports challenges names labels titles brands terms bills styles offers plans
    wants shows makes means uses used fires fired shot shoots hits hit raised raises shares shared signs signed
    files filed delivers delivered includes included contains contained press presses marks records recorded lists
    listed ruled rules seen saw sees gave gives made went goes put""".split()
)
