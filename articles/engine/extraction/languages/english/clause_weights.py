"""How much does each sign count that a reported content begins or ends here?

Fitted to the 840 articles of PolNeAR's training part by ``python -m benchmarks.training.content_weights``, which prints
this module: logits, an L1 penalty leaving out the signs that say nothing new. A sign's first part is followed by its
second parts, each with its weight in hundredths: ``w:said that=105 wh=-7 ~`` makes "that" right behind "said" likely to
begin what somebody said. Signs are named where they are found (`clauses`).

Left to others: finding the signs.
"""


def _table(rows: str) -> dict[str, float]:
    """Signs with their weights, unfolded: "a =3 b=5 ~" is {"a": 0.03, "a|b": 0.05}."""
    table: dict[str, float] = {}
    for row in rows.split("~"):
        family, *entries = row.split() or [""]
        for entry in entries:
            rest, _, hundredths = entry.rpartition("=")
            table[f"{family}|{rest}" if rest else family] = int(hundredths) / 100
    return table


#: Words that stood right before a reported content, with how often.
KNOWN: dict[str, int] = {
    word: int(count)
    for word, _, count in (
        entry.partition(":")
        for entry in """
about:455 accept:6 accepted:3 accepting:4 accusations:3 accuse:3 accused:53 accuses:9 accusing:9 acknowledge:11
acknowledged:38 acknowledges:3 acknowledging:9 adamant:3 add:2 added:46 adding:35 address:13 addressed:7 addressing:2
adds:3 admission:2 admit:6 admits:5 admitted:12 admitting:4 adopted:3 advice:5 advised:2 advising:3 advocate:2
advocates:2 affirm:3 after:9 again:2 against:104 agenda:2 agree:7 agreed:29 agreement:4 agrees:3 aiming:3 aired:2
allegations:3 alleged:8 alleges:3 alleging:7 allow:4 allowed:6 allowing:2 allows:6 also:2 among:4 announce:7
announced:87 announcement:2 announces:2 announcing:11 answer:8 answered:3 answering:3 anticipated:2 anxiety:2
apologize:2 appeal:2 appeared:3 appears:4 appending:2 applauded:6 applauding:2 appointed:5 approved:3 are:2 argue:23
argued:57 argues:8 arguing:29 argument:5 around:4 article:2 articulated:3 as:38 aside:2 ask:16 asked:114 asking:22
asks:5 assail:2 assailed:5 assert:2 asserted:11 asserting:4 assertion:8 assumed:3 assumption:4 assurances:3 assure:2
assured:9 at:80 attack:8 attacked:24 attacking:12 attacks:3 attempted:2 attempts:2 attention:2 attribute:2
attributed:2 authorized:4 aware:4 back:17 backed:15 backing:21 backs:2 ban:3 banned:2 bar:2 bare:2 bashing:2 be:2
been:3 began:2 behind:10 belief:5 believe:34 believed:4 believes:15 believing:6 bemoaned:6 between:3 blame:9 blamed:16
blames:4 blaming:5 blast:2 blasted:17 blasting:5 blasts:3 blocked:5 boasted:3 booed:2 brags:2 brand:2 broadcast:2
by:34 calculates:2 call:21 called:106 calling:52 calls:22 campaign:2 captured:2 case:12 cast:13 cautioned:3
celebrated:3 celebrating:2 certain:3 challenge:2 challenged:8 challenges:2 challenging:6 championed:2 chants:2
characterized:2 charge:3 charged:8 charges:2 chided:3 chiding:3 choose:2 chose:2 chosen:2 cite:3 cited:36 cites:7
citing:27 claim:24 claimed:30 claiming:15 claims:14 clarified:3 clarify:2 clear:34 comment:2 comments:3 commitment:2
compare:2 compared:10 comparing:3 complained:12 complaints:8 concede:3 conceded:8 concern:9 concerned:4 concerns:3
conclude:3 concluded:14 concludes:2 condemn:2 condemned:9 condemning:3 confidence:6 confident:6 confirm:3 confirmed:13
confirming:3 congratulated:4 congratulating:3 consider:8 considered:9 considering:7 considers:5 contemplate:3
contends:4 contention:3 continued:3 contradict:2 contradicted:3 contrasted:2 contrasting:3 convince:8 convinced:9
counter:4 cover:2 covered:4 creating:2 credited:4 crediting:3 criticised:2 criticism:8 criticize:7 criticized:48
criticizes:3 criticizing:14 deal:2 debate:7 decide:7 decided:18 deciding:4 decision:15 decisions:3 declare:6
declared:23 declaring:10 declined:46 decried:10 decrying:3 deemed:5 defend:12 defended:32 defending:11 defense:2
define:3 deflect:2 delivered:6 delivering:5 demand:4 demanded:2 demanding:3 demands:4 demonstrate:3 demonstrated:3
demonstrates:2 denied:20 denies:2 denounced:17 denouncing:12 deny:2 derided:2 describe:9 described:49 describes:7
describing:16 designed:2 desire:5 detailed:2 detailing:5 determine:6 determined:6 determining:4 devoted:3 did:2
disavow:2 disavowed:2 disclosed:4 discuss:25 discussed:15 discussing:8 dislike:2 dismiss:2 dismissed:17 dismisses:4
dismissing:7 displayed:3 displaying:2 dispute:2 disputed:2 disregarded:2 distinguish:2 documented:2 doubt:9 down:12
downplayed:3 drawing:2 drew:2 eager:7 echoed:8 echoing:3 effort:2 efforts:2 email:3 emailed:6 embrace:3 embraced:6
embraces:2 embracing:4 emphasize:4 emphasized:7 emphasizes:2 emphasizing:4 encourage:5 encouraged:8 encouraging:2
endorse:21 endorsed:63 endorses:2 endorsing:7 enjoyed:4 envision:2 established:2 estimate:2 estimated:6 estimates:6
evidence:3 exemplifying:2 expect:13 expectations:2 expected:5 expecting:7 experienced:3 explain:12 explained:25
explaining:13 explains:5 exploit:3 explore:2 exposed:5 express:6 expressed:17 expressing:2 fact:2 favor:9 favored:6
favorite:2 favors:3 fear:13 feared:2 fearing:4 fears:6 feel:11 feeling:3 felt:6 filed:6 files:2 find:6 finding:2
finds:11 fired:3 follows:3 for:387 forecast:4 foresee:3 foreshadowed:2 found:58 framed:2 from:18 gave:9 giving:2
glad:3 goals:2 guess:3 guilty:4 hailed:4 hailing:2 hammered:2 happy:2 has:4 hearing:2 held:2 heralded:2 highlight:5
highlighted:9 highlighting:7 hinted:2 hints:2 hired:6 hit:2 hits:2 hitting:4 hope:17 hoped:12 hopeful:5 hopes:21
hoping:20 how:3 idea:8 identified:10 identify:4 if:2 ignore:3 ignored:6 illustrates:2 imagine:2 imagined:3 implied:6
implying:5 in:45 inclination:3 included:8 includes:6 including:2 indicate:8 indicated:21 inflate:2 informed:3
informing:2 insist:14 insisted:26 insistence:2 insisting:8 insists:7 instead:2 insulted:2 intend:2 intended:3
interpret:2 interview:6 into:8 introduce:2 introduced:2 introduces:2 introducing:2 invoked:6 is:21 issued:5 it:4
itself:2 jab:2 joked:4 joking:2 judge:4 justify:4 knew:8 knocked:5 know:36 knowing:4 known:4 knows:15 lambasted:3
lamented:7 lamenting:3 laments:2 later:2 lauded:2 launched:2 launching:3 learned:14 legislation:2 letter:3 like:16
likened:4 limiting:2 link:2 listed:9 listing:2 lists:6 look:2 looked:2 looking:6 looks:2 love:3 made:7 maintained:4
making:7 mandates:2 mark:2 mean:4 media:2 mention:22 mentioned:18 mentioning:6 mentions:4 mind:2 mock:2 mocked:12
mocking:6 month:7 morning:2 mulling:2 name:4 named:13 naming:3 need:5 negotiated:2 news:2 night:6 nominate:4
nominated:5 nominating:4 not:2 note:10 noted:91 notes:13 noticed:3 noting:30 notion:4 observed:2 obvious:2 of:407
off:17 offer:10 offered:24 offering:13 offers:5 on:329 only:3 oppose:15 opposed:23 opposes:5 opposing:3 opposition:2
opted:2 optimistic:2 order:2 ordered:16 ordering:2 out:84 outlined:2 outlining:4 outraged:2 over:50 paint:2 painting:2
passed:6 past:4 pegs:2 perceived:2 persuade:7 persuaded:3 persuading:2 picked:3 pitches:2 plan:16 planned:4 planning:7
plans:26 pledge:4 pledged:29 pledges:4 pledging:6 point:3 portray:5 portrayed:8 portraying:4 positioned:2 posted:10
posts:3 praise:2 praised:32 praises:4 praising:7 predict:4 predicted:16 predicting:8 predicts:2 prefer:8 preferred:5
prefers:3 prescribing:2 present:3 presenting:2 presents:2 press:2 pressed:2 pressure:2 pressured:2 prevent:2
proclaimed:2 prohibit:2 prohibits:2 projected:3 promise:11 promised:29 promises:12 promising:16 promote:5 promoted:2
promotes:3 promoting:5 pronounced:3 proposal:5 proposals:4 proposed:32 proposes:3 proposing:7 protested:2 protesting:2
prove:4 proved:3 provide:3 provided:2 publicly:2 published:3 pumped:2 pursue:3 push:5 pushed:7 pushes:2 pushing:5
put:6 puts:2 question:18 questioned:23 questioning:14 questions:10 quoted:5 quotes:3 quoting:3 raised:6 ran:2 ranks:2
ratify:2 read:4 reaffirmed:3 realized:4 reason:3 rebuke:2 rebuked:4 rebut:4 recalled:20 recalling:11 recognition:2
recognize:9 recognized:4 recognizes:3 recognizing:2 recommend:3 recommended:4 record:2 recorded:2 recounted:4
recounts:2 referenced:7 referencing:5 referred:2 referring:3 reflects:2 refusal:3 refuse:5 refused:25 refuses:4
refusing:5 refute:2 reiterated:12 reiterating:2 reject:3 rejected:22 rejecting:4 release:2 released:12 relished:2
reluctance:3 reluctant:2 remarked:2 remarking:4 remember:7 remembered:3 remembering:2 remembers:4 remind:3 reminded:9
reminding:7 repeat:2 repeated:6 repeatedly:5 repeating:5 replay:2 replied:3 report:8 reported:68 reporting:5
reports:10 represent:5 represented:2 reprimanded:2 requested:8 requests:2 require:5 required:2 requires:2 requiring:2
resist:2 resisted:2 respond:4 responded:9 restricting:6 return:2 retweeted:6 reveal:5 revealed:28 revealing:2
reveals:3 ridicule:2 ripped:2 ruled:4 rumors:3 running:4 said:1480 savaging:2 saw:12 say:221 saying:173 says:277
scared:2 see:54 seeing:3 seek:5 seeking:24 seeks:9 seemed:2 seems:8 seen:12 sees:15 sense:3 sentenced:2 set:2 share:4
shared:7 shares:2 shocked:3 show:63 showed:59 showing:22 shown:7 shows:55 sign:3 signaled:5 signed:10 skeptical:3
slam:2 slammed:10 slamming:5 slams:5 sought:29 sounded:3 speculate:2 speculated:3 speculation:3 speech:3 spoke:5
spotted:2 state:2 stated:17 statement:14 statements:2 states:3 stating:11 strategy:2 stressed:10 stressing:2
submitted:2 suggest:27 suggested:92 suggesting:32 suggestion:8 suggestions:2 suggests:22 support:47 supported:35
supporting:34 supports:11 sure:6 surprise:3 surprised:2 suspected:2 suspended:2 takes:2 talked:2 talking:6 targeted:3
targeting:2 targets:2 tell:18 telling:41 tells:18 testified:2 thanked:8 thanking:6 that:11 think:44 thinking:3
thinks:23 thought:14 threaten:2 threatened:7 threatening:5 threatens:2 through:3 time:4 to:411 told:172 tout:3
touted:10 touting:7 touts:3 toward:11 trumpeting:3 trying:2 tweet:2 tweeted:20 tweeting:5 unaware:2 unclear:5
underscore:3 underscored:2 underscores:2 underscoring:2 understand:8 understanding:3 understands:3 understood:4
unveiled:2 unwillingness:2 up:22 upon:6 upset:2 urge:2 urged:37 urges:2 urging:13 used:3 vetoed:2 view:13 viewed:2
views:4 voiced:4 vote:3 voted:7 vow:4 vowed:26 vowing:6 vows:8 want:41 wanted:15 wanting:2 wants:29 warn:6 warned:23
warning:10 warnings:2 warns:2 was:11 watched:5 week:4 welcome:2 welcomed:6 when:4 whether:6 willing:9 willingness:2
wish:2 with:93 withdrew:2 witness:2 wonder:6 wondered:3 wondering:4 worried:9 worries:3 worry:5 would:2 writes:8
writing:4 wrote:27 year:2 yet:2
""".split()
    )
}

START = _table("""
bias =-175 ~ 2:accounts phrase=6 ~ 2:accusations phrase=28 word=70 ~ 2:advocate clause=60 det=26 ~ 2:agreed phrase=56
~ 2:agree phrase=7 ~ 2:aimed phrase=26 ~ 2:aim clause=30 det=34 ~ 2:allegiance clause=10 ~ 2:angry clause=13 ~
2:appeals det=6 ~ 2:argued phrase=7 ~ 2:asked det=23 phrase=15 plural=21 ~ 2:assault phrase=8 ~ 2:attacks clause=38
name=21 ~ 2:attack name=11 ~ 2:attention clause=26 ~ 2:aware det=40 phrase=9 ~ 2:away poss=9 ~ 2:believe phrase=67 ~
2:boasted phrase=18 ~ 2:called phrase=35 ~ 2:calling name=21 phrase=37 ~ 2:call phrase=39 ~ 2:campaigned clause=21 ~
2:comments clause=-13 ~ 2:comment det=37 phrase=22 ~ 2:concerned phrase=27 ~ 2:concerns clause=8 word=26 ~ 2:concern
phrase=31 ~ 2:critical name=25 phrase=22 ~ 2:criticism phrase=46 ~ 2:critique clause=29 ~ 2:debate phrase=33 ~
2:divided det=36 phrase=8 ~ 2:endorsement clause=41 name=31 ~ 2:enthusiasm phrase=10 ~ 2:example det=7 phrase=38 ~
2:faith phrase=45 ~ 2:favorably clause=25 ~ 2:favor phrase=21 word=10 ~ 2:focused ing=-26 phrase=57 word=7 ~
2:focusing phrase=28 ~ 2:focus det=20 phrase=8 poss=33 ~ 2:forward det=6 phrase=10 ~ 2:got clause=6 ~ 2:himself
clause=35 ~ 2:him clause=19 ~ 2:hopes phrase=8 ~ 2:hope phrase=13 ~ 2:information det=-7 ~ 2:insults name=7 ~
2:interested ing=9 phrase=22 ~ 2:interest clause=24 ing=41 ~ 2:in phrase=26 ~ 2:issue clause=7 ~ 2:it phrase=15 ~
2:known clause=9 name=16 ~ 2:length phrase=11 ~ 2:look det=46 ~ 2:made phrase=-16 ~ 2:mention phrase=9 ~ 2:messages
word=32 ~ 2:message phrase=6 word=32 ~ 2:more clause=30 ~ 2:opinion clause=37 ~ 2:opposition det=47 phrase=38 ~ 2:out
clause=8 name=33 poss=-32 ~ 2:plans clause=36 det=25 ~ 2:pointed clause=15 det=6 ~ 2:pointing clause=34 ~ 2:points
word=6 ~ 2:point clause=8 ~ 2:positions clause=15 word=8 ~ 2:praise phrase=44 ~ 2:pressed clause=13 ~ 2:promises
word=16 ~ 2:proposals clause=6 ~ 2:proposal det=32 phrase=54 ~ 2:pushed clause=23 ~ 2:pushing phrase=57 ~ 2:questions
clause=20 name=20 phrase=-62 poss=-35 ~ 2:question wh=-15 ~ 2:railed phrase=30 ~ 2:reference clause=26 ~ 2:referred
clause=19 ~ 2:referring phrase=46 ~ 2:requests phrase=28 ~ 2:respond phrase=42 ~ 2:response clause=40 ~ 2:said
clause=-12 phrase=-20 ~ 2:say clause=-14 ~ 2:seen det=39 phrase=33 ~ 2:sense clause=17 ~ 2:shots name=42 phrase=6 ~
2:speaking clause=-9 ~ 2:speaks phrase=20 ~ 2:spoke clause=22 det=44 ~ 2:stance phrase=16 word=18 ~ 2:standing det=7 ~
2:stand phrase=30 ~ 2:states phrase=-10 ~ 2:state name=-10 phrase=-32 ~ 2:stories clause=36 ~ 2:story det=17 ~
2:supporters name=56 phrase=24 ~ 2:supporter name=55 phrase=19 ~ 2:supportive phrase=61 ~ 2:support name=18 phrase=41
poss=9 word=-16 ~ 2:talking clause=60 ~ 2:talk clause=20 ~ 2:time phrase=-49 ~ 2:up clause=-24 ~ 2:views clause=30 ~
2:view clause=27 ~ 2:voted name=14 phrase=11 ~ 2:vote det=23 phrase=7 ~ 2:voting det=34 phrase=10 ~ 2:warned clause=32
det=53 ~ 2:warning phrase=6 ~ 2:went clause=-17 to=-52 ~ 2:words phrase=15 ~ 2:would to=19 ~ 2s:ed against=-21 at=9
by=7 from=-38 in=24 into=-46 of=40 off=71 to=-5 ~ 2s:ing about=-18 for=-49 with=-26 ~ 2s:ion against=-34 into=17 of=13
with=-50 ~ 2s:ment of=60 ~ 2s:naming-ing for=29 on=14 to=51 ~ 2s:naming-plain for=23 to=36 ~ 2s:naming for=53 of=-54
on=13 to=56 ~ 2s:other-ing about=25 by=38 for=63 of=11 on=-52 ~ 2s:other-plain behind=9 in=-12 to=5 ~ 2s:other
about=20 as=8 at=10 behind=10 between=-19 by=-48 for=-60 from=21 in=6 like=56 of=-21 on=-42 over=-22 to=-54 toward=56
with=-45 ~ 2s:prep about=-57 for=-25 of=-62 on=26 to=51 ~ 2s:saying-ing about=42 against=36 for=7 on=48 ~
2s:saying-plain for=-29 in=44 of=7 to=-19 with=66 ~ 2s:saying about=8 against=56 for=48 of=60 to=-53 with=38 ~ 2s:s
about=30 for=15 from=-36 in=-58 on=5 over=45 to=-17 toward=19 ~ 3:ace =-12 ~ 3:act =-63 that=-27 ~ 3:ade =15 ~ 3:ain
=-29 ~ 3:als prep=39 ~ 3:and wh=9 ~ 3:ans to=17 ~ 3:are =-109 ing=-40 that=21 ~ 3:ast =-7 ~ 3:ate that=96 word=-47 ~
3:ban =-19 name=-58 ~ 3:be =-171 det=-56 ~ 3:bed =82 word=40 ~ 3:ber =22 ~ 3:ced =13 poss=31 that=31 ~ 3:ces =28 ~
3:ded =-16 det=-22 to=15 ~ 3:dia =-18 plural=-35 word=-31 ~ 3:did =-141 aux=-18 conj=11 det=-11 ~ 3:dly verb=-43 ~
3:ead =-26 ~ 3:eal =-73 ~ 3:ear =-38 wh=-57 ~ 3:ech =-44 ~ 3:eed =-83 to=-44 ~ 3:eek =-45 ~ 3:eel ed=63 ~ 3:een =-61
ing=-60 poss=44 ~ 3:eld =-111 det=-27 ~ 3:elt =9 ed=33 ~ 3:ems =-6 to=-81 ~ 3:ent =-24 det=-13 ing=-8 that=25 time=9
word=-20 ~ 3:ern that=5 ~ 3:ers =88 ~ 3:ews =-104 ~ 3:fer =39 det=10 ~ 3:ful name=-59 ~ 3:ged =-64 ~ 3:ger =23 to=28 ~
3:ght =-32 ~ 3:has =-190 det=-70 name=27 word=-9 ~ 3:hat =-204 name=-30 owner=-12 quote=5 ~ 3:hen =-179 det=-18 ~
3:her =-115 name=-10 pron=-19 ~ 3:how =-145 det=-19 ~ 3:ied =-13 det=-24 prep=48 that=19 to=-56 word=-42 ~ 3:iew
name=-50 that=74 ~ 3:if =-182 pron=-63 ~ 3:ify =59 det=19 ~ 3:ign =-109 word=-70 ~ 3:ime =-71 pron=-8 that=40 to=-35 ~
3:ine =19 ~ 3:ing =-66 ing=33 object=-36 plural=-12 prep=-58 that=-10 to=34 wh=20 word=-11 ~ 3:ion that=19 ~ 3:ire =37
to=15 ~ 3:is =-145 adv=-28 det=-52 ing=-22 name=-13 that=24 to=54 wh=30 ~ 3:ism of=8 ~ 3:it =-152 ~ 3:ked =24 det=22
name=53 word=-10 ~ 3:kes =-90 ~ 3:lan =14 to=42 ~ 3:led =-189 name=-12 to=-39 ~ 3:lso =-170 ~ 3:med =-20 ~ 3:nce
that=-28 to=14 ~ 3:ned =-62 det=-29 poss=-81 to=12 ~ 3:nly =-123 det=-23 that=21 ~ 3:not =-181 ~ 3:nse =-63 ~ 3:nts
that=12 ~ 3:ons that=-43 ~ 3:ort =-54 to=-18 ~ 3:ose =-53 ~ 3:ote poss=7 ~ 3:out =-12 det=-55 plural=14 ~ 3:ove
that=-11 ~ 3:own =-61 det=-49 plural=30 ~ 3:ped =-117 word=-26 ~ 3:pts =-20 to=-20 ~ 3:ran =-27 ~ 3:red =19 det=-17
name=44 plural=-30 poss=7 wh=18 word=5 ~ 3:rew =-44 ~ 3:rns =-42 that=-13 ~ 3:rts =-67 to=-31 ~ 3:sal to=23 ~ 3:sed
=-11 to=-49 ~ 3:set =-74 to=-6 ~ 3:ted =11 det=-9 object=14 owner=9 to=18 word=15 ~ 3:ter =-87 ~ 3:tes =54 det=30 ~
3:ued =-22 ~ 3:uld =-130 word=-27 ~ 3:up =-61 ~ 3:ure =-37 to=-14 ~ 3:urn =-29 ~ 3:ved =-39 to=11 ~ 3:ver =-25 ~ 3:vor
=35 name=-37 ~ 3:was =-154 det=-55 ing=-8 that=92 ~ 3:wed =-38 ~ 3:yed =49 det=32 ~ 3:yet =-102 to=-20 ~ 3:zed =32
det=47 ~ <:' =-31 saying=-13 ~ <:( =-17 ~ <:) =10 ~ <:, =23 ing=-15 naming=24 naming-ing=12 other-ing=7 prep=-59
saying=-6 saying-ing=15 ~ <:< =-33 saying-plain=-33 ~ <:a =-27 ed=30 ment=44 other-plain=-50 ~ <:about =-38 ~
<:according =-59 prep=-59 ~ <:accounts =27 ~ <:accusations =49 prep=53 ~ <:accused =-29 prep=-23 ~ <:addition =-24
prep=-24 ~ <:administration =17 ~ <:ads =43 ~ <:adv =-105 ~ <:advocate =74 prep=88 ~ <:advocates =11 ~ <:ad other=12 ~
<:again =10 ~ <:against =-13 ~ <:agency =16 other=19 ~ <:agree =21 prep=23 ~ <:agreed =40 prep=42 ~ <:aides =27 ~
<:aim =69 prep=70 ~ <:aimed =19 prep=21 ~ <:all =5 prep=-22 ~ <:allegiance =40 prep=40 ~ <:allies =53 ~ <:alluding =33
prep=33 ~ <:almost =-32 ~ <:also =61 other=5 saying-plain=13 ~ <:am =19 other=24 ~ <:an =-49 ment=-14 other=-9
other-plain=-69 saying-plain=13 ~ <:analysis other=13 ~ <:and =43 ed=15 ing=-31 naming=9 prep=-69 saying=20
saying-ing=9 saying-plain=-14 ~ <:angry =50 prep=52 ~ <:announcement prep=13 ~ <:another =24 ~ <:appear =-22 prep=-12
~ <:appeared =-46 prep=-31 ~ <:are =9 other=-36 other-ing=33 ~ <:as =-52 saying-ing=-20 ~ <:asking =45 prep=22 ~
<:assertion =10 ~ <:assured =10 prep=10 ~ <:at =-63 ~ <:attack =14 prep=5 ~ <:attacks =40 prep=20 ~ <:attention =42
prep=47 ~ <:authorities =19 ~ <:aware =24 prep=25 ~ <:away =46 prep=30 ~ <:back prep=7 ~ <:balked =56 prep=56 ~
<:based =-65 prep=-62 ~ <:battle =-34 prep=-32 ~ <:be =-69 other=-45 saying=-13 ~ <:because =-23 prep=-11 ~ <:been
other=-39 ~ <:before =18 saying-ing=17 ~ <:began =-24 ~ <:believe =36 prep=62 ~ <:better =-21 ~ <:boasted =33 prep=34
~ <:both =73 other=37 ~ <:brushed =46 prep=17 ~ <:but prep=-16 saying=32 ~ <:by =29 ing=23 other-ing=6 saying-ing=10 ~
<:call =11 prep=55 ~ <:called =19 prep=38 ~ <:calling =82 prep=57 ~ <:calls =27 prep=26 ~ <:came =-68 prep=-49 ~
<:campaigns =40 prep=22 ~ <:candidates =17 ~ <:case =19 prep=26 ~ <:charge =-35 prep=-33 ~ <:charges =-30 prep=-24 ~
<:cheer =67 ~ <:come =-52 prep=-39 ~ <:comes =-29 prep=-13 ~ <:comfortable =40 ~ <:comment =7 ~ <:commented =48 ~
<:comments =-17 ~ <:committee =-22 ~ <:company =12 saying=26 ~ <:compared =-34 prep=-34 ~ <:concerned =8 prep=9 ~
<:concerns prep=18 ~ <:conducted =-29 prep=-29 ~ <:confident =88 prep=90 ~ <:consensus =31 prep=34 ~ <:consistently
=21 ~ <:contrast =-44 prep=-44 ~ <:controversial =6 ~ <:could =-13 other-plain=-20 ~ <:counting =15 prep=16 ~ <:court
=25 ~ <:critical =62 prep=70 ~ <:criticism =39 prep=47 ~ <:criticisms prep=5 ~ <:criticized =-29 prep=-24 ~ <:critique
=40 prep=41 ~ <:dash =6 ing=-26 saying=50 ~ <:data other-ing=-16 ~ <:debate =24 ~ <:deep =32 ~ <:defense =40 prep=44 ~
<:delegates =-64 ~ <:described =-13 ~ <:det =-38 other=-27 other-plain=27 ~ <:details =-15 prep=-15 ~ <:directly =9 ~
<:director =-39 prep=-38 ~ <:direct other=5 ~ <:disagree =42 prep=42 ~ <:disclosure =11 ~ <:divided =42 prep=42 ~
<:does =42 ~ <:doesn't =24 other-plain=21 ~ <:don't =43 ~ <:doubts =-10 prep=-10 ~ <:embrace =59 prep=59 ~
<:endorsement =27 prep=33 ~ <:endorsements prep=6 ~ <:enough =-17 ~ <:enthusiasm =36 prep=37 ~ <:especially =13 ed=36
~ <:essentially =-13 ~ <:estimates =29 ~ <:example =27 prep=28 ~ <:executives =5 ~ <:expressed =28 other=23 ~ <:faith
=44 prep=45 ~ <:favor =56 prep=66 ~ <:favorably =25 prep=25 ~ <:federal =-35 ~ <:filed =-15 ~ <:first =17 other=27 ~
<:focus =21 prep=23 ~ <:focused =15 prep=16 ~ <:focuses =53 prep=53 ~ <:focusing =28 prep=28 ~ <:footage =59 prep=59 ~
<:for =-46 other-ing=-10 saying-ing=-63 ~ <:forth =7 prep=7 ~ <:forward =33 prep=40 ~ <:from =-14 ~ <:fun =31 prep=31
~ <:go =-81 prep=-44 ~ <:goal =24 other=9 ~ <:group =32 other-ing=18 ~ <:guidelines =11 ~ <:had =-12 ed=16 saying=-60
~ <:half =-14 prep=-39 ~ <:has =52 ed=-19 naming=49 other=8 saying=27 ~ <:hasn't other=-20 ~ <:have =41 other=8
saying=62 ~ <:haven't =23 ~ <:help =-11 ~ <:helped =-30 ~ <:he ed=42 ~ <:hints =16 prep=17 ~ <:his =-16 ment=-15 ~
<:hopes =12 prep=15 ~ <:hostility =12 prep=12 ~ <:how =-9 ~ <:idea =32 prep=10 ~ <:identify =12 prep=12 ~ <:impact
=-28 ~ <:impressed =35 prep=35 ~ <:ing =-44 prep=-43 ~ <:insults =6 prep=6 ~ <:interest =76 prep=76 ~ <:interested =64
prep=64 ~ <:interview =-24 ~ <:in other-ing=16 other-plain=-48 prep=51 saying=-21 ~ <:issues =-62 prep=-33 ~ <:is
ing=34 other=-68 other-ing=17 saying=-29 ~ <:it =47 other=27 ~ <:just =-95 ~ <:known =26 prep=28 ~ <:last =-49 ~
<:lawsuit =19 ~ <:laying =89 ~ <:lays =21 ~ <:lead =-23 prep=-13 ~ <:length =8 prep=8 ~ <:likely =-21 ~ <:line =-7 ~
<:look =34 prep=35 ~ <:looking =22 prep=14 ~ <:loudly =34 ~ <:made =-8 prep=-32 ~ <:majority =-43 prep=-26 ~ <:make
=-45 other=-67 ~ <:man =-43 ~ <:many =24 ed=15 ~ <:may other=-26 ~ <:media =-12 ~ <:meeting =-13 prep=-21 ~ <:member
=-8 ~ <:members prep=-65 ~ <:men =-21 ~ <:mention =46 prep=66 ~ <:message =59 ~ <:messages =15 prep=17 ~ <:might
saying-plain=21 ~ <:million =-58 ~ <:month =9 ~ <:months =-16 ~ <:more =23 prep=53 ~ <:most prep=-10 ~ <:move =-49 ~
<:much =-60 prep=-7 ~ <:name ing=-49 ion=-20 other=22 other-ing=-40 prep=-22 saying-ing=-14 saying-plain=19 ~
<:nationwide =-10 ~ <:negative =9 ~ <:never other=32 ~ <:new =-27 ~ <:news =-17 ~ <:no =-11 other=-18 ~ <:nomination
prep=-8 ~ <:none =-20 ~ <:not =24 ing=15 other=30 other-ing=-107 other-plain=22 ~ <:note =20 prep=23 ~ <:now =-26 ~
<:number other-ing=9 prep=-60 ~ <:observers =26 ~ <:of =-32 ed=-14 ion=13 ~ <:off =7 prep=16 ~ <:offensive prep=6 ~
<:office =6 ~ <:on =-38 prep=-19 ~ <:only =-71 ~ <:opinion =58 prep=57 ~ <:opposition =36 prep=38 ~ <:others =5 ~
<:outlets =38 ~ <:owner =-38 ion=21 other=12 saying-plain=-8 ~ <:part =-84 prep=-83 ~ <:passion =35 prep=35 ~ <:pay
=-22 ~ <:people =-13 prep=-15 ~ <:percent prep=-63 ~ <:plans =17 prep=20 ~ <:plan other=7 ~ <:play =-29 ~ <:played
other=6 ~ <:plea =13 ~ <:pleaded =10 ~ <:pleased =41 ~ <:plural =-39 ~ <:point =81 prep=36 ~ <:pointed =105 prep=46 ~
<:pointing =106 prep=53 ~ <:points =44 prep=10 ~ <:poll =56 other=67 ~ <:polls =22 other-plain=6 ~ <:positions =30
prep=36 ~ <:praise =68 prep=68 ~ <:prep =33 other-ing=18 ~ <:president =-13 prep=-48 saying=-54 ~ <:presidential =-9 ~
<:preview =7 prep=7 ~ <:previously =37 other=49 ~ <:pron =72 ed=-9 ing=-20 saying=9 saying-plain=29 ~ <:proponent =69
prep=69 ~ <:proposal =38 prep=47 ~ <:prosecutors =38 saying=18 ~ <:proud =49 prep=49 ~ <:publicly =5 other=26
saying=27 ~ <:pushed =15 prep=28 ~ <:pushing =23 prep=30 ~ <:question other=30 prep=-23 ~ <:quote other-ing=18
prep=-51 saying=-60 saying-ing=33 ~ <:race =-43 ~ <:railed =57 prep=57 ~ <:reason =-15 ~ <:recently =24 ed=5 ~
<:recent other=7 ~ <:records other-plain=13 prep=-7 ~ <:record prep=-57 ~ <:reference =29 prep=30 ~ <:references =26
prep=26 ~ <:referred =43 prep=45 ~ <:referring =55 prep=55 ~ <:refers =12 prep=12 ~ <:regularly =9 ~ <:rejection =32
prep=32 ~ <:relying =12 prep=12 ~ <:remain other=10 ~ <:reporter =24 saying=6 ~ <:reports =37 ~ <:request =27 ~
<:requests =23 prep=23 ~ <:researchers =44 ~ <:respond =24 prep=24 ~ <:responded =16 prep=17 ~ <:response =28 prep=8 ~
<:role =-18 prep=-10 ~ <:rules =-16 prep=-8 ~ <:rulings =6 ~ <:run =-35 prep=-7 ~ <:running =-22 prep=-15 ~ <:said
=-13 other=28 prep=-108 ~ <:say =-26 ~ <:saying =14 other=22 ~ <:secret =43 ~ <:secretary =-47 prep=-43 ~ <:see =-9 ~
<:seeking =6 prep=14 ~ <:seems prep=7 ~ <:seen =13 prep=21 ~ <:senator =-14 ~ <:sense =37 prep=39 ~ <:sent =-61
other=-19 ~ <:served =-9 prep=-7 ~ <:set =-32 ~ <:several =6 ~ <:share =-28 prep=-13 ~ <:she =-9 saying=-9 ~ <:short
=-12 ~ <:shots =37 prep=37 ~ <:should =-87 other=-19 ~ <:show =-44 ~ <:sided =50 prep=50 ~ <:signed =8 ~ <:skeptical
=16 prep=16 ~ <:solely =14 ~ <:some =-32 prep=-13 ~ <:something =-34 prep=-31 ~ <:soon =8 ~ <:sparred =49 prep=49 ~
<:speaking =-11 prep=-9 ~ <:speaks =30 prep=30 ~ <:speech =38 other-ing=34 ~ <:squarely =27 ~ <:staff prep=-7 ~
<:stance =43 prep=43 ~ <:stand =7 prep=15 ~ <:start saying-ing=14 ~ <:statement =60 ~ <:states =-13 prep=-67 ~ <:state
prep=-129 ~ <:stood prep=5 ~ <:stories =53 prep=44 ~ <:story =10 ~ <:strategists =25 ~ <:strongly =19 ~ <:supporter
=62 prep=73 ~ <:supporters =21 prep=26 saying=-13 ~ <:supportive =61 prep=61 ~ <:support prep=12 ~ <:survey =45
other=23 ~ <:surveyed =37 ~ <:take =-20 ~ <:talked =57 prep=29 ~ <:talking =25 prep=7 ~ <:talks =22 prep=22 ~ <:tax
=-18 ~ <:team saying=18 ~ <:terms =-27 prep=-18 ~ <:than =-30 ~ <:that =6 ed=5 s=13 ~ <:the =-82 ed=-29 other-plain=20
saying=-19 saying-plain=-7 ~ <:their other-plain=23 ~ <:they =-20 ~ <:thinking =11 ~ <:think prep=13 ~ <:this =-49 ~
<:those other-ing=17 ~ <:thought =-36 prep=-29 ~ <:thoughts =23 prep=23 ~ <:through ing=11 ~ <:ticked =17 ~ <:time =58
ed=31 saying=-7 ~ <:touched =20 prep=20 ~ <:to ing=13 naming-plain=46 other=-15 saying=-12 ~ <:tribute =39 prep=39 ~
<:trying =-43 prep=-43 ~ <:turned prep=18 ~ <:tweeting =18 ~ <:unclear =11 other=14 ~ <:understanding =37 prep=37 ~
<:use =-70 prep=-65 ~ <:used =-53 prep=-39 ~ <:view =22 prep=8 ~ <:views =14 prep=30 ~ <:violence =-11 ~ <:vocal =18
prep=19 ~ <:vote =32 prep=51 ~ <:voted =36 prep=12 ~ <:voters =-17 other=46 ~ <:votes prep=8 ~ <:voting =29 prep=37 ~
<:warned =21 prep=22 ~ <:warning =16 prep=17 ~ <:wary =62 prep=62 ~ <:was =-78 saying=-10 ~ <:way prep=-13 ~ <:week
=19 other=10 saying=18 ~ <:went =-29 prep=-16 ~ <:were =-42 ing=-21 ~ <:what =-9 ~ <:when saying=8 ~ <:which =13 ~
<:who =40 ed=19 ~ <:wh saying=16 ~ <:widely =-29 ~ <:will other=-20 other-plain=27 ~ <:win =-40 prep=-19 ~ <:without
=43 other-ing=29 ~ <:words =39 prep=44 ~ <:work =-8 prep=-16 ~ <:worked =-71 prep=-64 ~ <:working =-29 prep=-24 ~
<:worried =12 prep=12 ~ <:would =-8 other=39 other-plain=-62 prep=15 saying-plain=-24 ~ <:years =-39 ~ <:you other=49
other-plain=-61 ~ <<:, adv|ing=40 adv|prep=-43 and|saying=5 aux|saying=27 but|other=-20 but|saying=38
conj|saying-ing=48 det|ed=68 det|saying-plain=-18 ed|prep=16 ing|other=59 ing|prep=76 name|ed=54 name|other=29
name|other-plain=39 name|saying=44 name|saying-plain=12 plural|other-plain=55 plural|prep=44 prep|s=10 pron|other=61
to|saying-plain=-29 verb|prep=62 wh|ed=-36 wh|naming=-11 wh|other=71 wh|saying=86 ~ <<:adv ,|other=-5 adv|ed=15
adv|other=11 and|ed=9 aux|other=-11 ed|prep=8 ing|prep=72 plain|prep=60 to|other-plain=33 verb|other=60 verb|prep=43
word|prep=40 ~ <<:and aux|other=-17 aux|saying=-5 ing|prep=28 name|other=18 name|saying=7 plain|prep=-29
plural|prep=-17 pron|other=9 pron|other-plain=30 pron|saying=93 verb|prep=16 ~ <<:as pron|ed=23 pron|other=146
pron|saying=74 word|prep=-112 ~ <<:aux adv|other=-7 adv|prep=-56 adv|saying=-33 aux|ed=-70 aux|ing=5 aux|naming=-29
aux|other-plain=6 aux|saying=-47 aux|saying-ing=10 ed|prep=-12 ing|other=-26 ing|prep=27 plural|prep=35
pron|other-plain=-19 to|other-plain=-13 verb|other=30 verb|prep=-27 word|other=-15 word|prep=52 ~ <<:but
name|saying=55 pron|saying=81 verb|prep=20 ~ <<:conj adv|ed=10 ed|prep=39 plural|prep=15 pron|ed=54 pron|other=62
pron|saying=9 word|prep=20 ~ <<:dash and|saying=54 word|prep=5 ~ <<:det adv|ed=-56 ed|prep=18 ing|prep=-58
name|other=21 name|other-ing=-13 name|prep=-128 plain|other=35 plain|prep=-23 plural|ing=5 plural|prep=-47
to|saying-plain=19 verb|prep=-24 wh|other-plain=11 wh|saying=-42 word|ed=35 word|naming=-36 word|naming-plain=-56
word|other-ing=41 word|other-plain=-27 word|prep=-63 word|saying=16 ~ <<:ed <,=16 <adv=8 <aux=-12 <conj=39 <det=18
<plural=-28 <wh=-36 adv|prep=53 ing=20 name=55 owner=10 plain=-5 plain|prep=45 plural=-28 plural|prep=-27 poss=-12
prep|ing=-37 prep|other-ing=19 verb|prep=21 word|other=17 word|prep=-5 ~ <<:ing <,=-76 <aux=6 <det=-8 <plain=-47
<plural=-20 <prep=-60 <word=-7 adv|prep=17 det=-22 name=-42 name|prep=11 owner=-33 plural=-40 plural|prep=-27
poss=-118 pron=-9 to|other-plain=-8 verb|prep=-11 word=-18 ~ <<:ion <ing=-28 <number=-29 <poss=62 det=-51 name=-16
object=60 word=14 ~ <<:ment det=-8 name=34 word=6 ~ <<:name ,|naming=73 ,|other=-13 ,|other-ing=-49 ,|saying=49
adv|ed=44 adv|other=27 adv|other-plain=8 adv|prep=29 adv|saying=18 and|other=73 and|saying=-53 aux|other=8
aux|other-ing=14 conj|other-ing=12 ed|other=-55 name|naming=39 name|other=-28 name|other-plain=-27 name|prep=-63
name|saying=66 owner|ion=7 owner|other=8 plural|other-plain=53 plural|prep=-20 plural|saying-plain=59
prep|saying-ing=-26 to|other=-13 verb|other-plain=32 verb|prep=48 wh|other=-60 wh|saying=-45 wh|saying-plain=-16
word|ing=12 word|prep=-86 word|saying=79 word|saying-plain=84 ~ <<:naming-ing <,=120 <aux=26 det=12 name=46 ~
<<:naming-plain <poss=-57 <to=58 <word=-31 word=27 ~ <<:naming <adv=15 <and=7 <det=-15 <name=32 <pron=31 det=31
poss=-11 ~ <<:number ,|other=7 plural|prep=-25 word|other=38 word|prep=-125 ~ <<:of det|other=-40
name|saying-plain=-32 ~ <<:other-ing <,=57 <adv=112 <aux=-10 poss=24 word=24 ~ <<:other-plain <and=-37 <ing=-50
<owner=-35 <poss=55 <prep=11 <to=-29 <verb=48 det=-12 ing=16 name=22 owner=-6 plural=22 word=-13 ~ <<:other <,=-38
<adv=35 <and=-116 <as=-86 <aux=-12 <det=-38 <ed=50 <ing=29 <number=-102 <of=20 <plain=27 <plural=-9 <prep=-8 <pron=-33
<quote=-90 <time=-11 <to=-18 <verb=71 <wh=15 <word=-31 aux=39 det=-38 ing=-15 name=14 number=-48 object=-9 plural=-14
poss=-22 prep=29 pron=24 that=-105 verb=18 wh=-9 word=-33 ~ <<:owner plain|prep=-91 verb|prep=-23 word|ment=11
word|other=27 word|prep=24 word|saying=19 ~ <<:plain adv|prep=14 prep|saying-ing=-23 pron|other=-85
pron|other-plain=-18 to|other=-26 verb|prep=-59 ~ <<:plural ,|other=24 ,|saying=-24 ,|saying-ing=-22 and|other-ing=26
and|saying=-14 aux|ing=-17 aux|other=52 aux|saying-ing=14 ed|prep=-28 plain|prep=43 plural|prep=33 to|other=32
to|other-plain=-22 to|saying-plain=-26 verb|prep=29 wh|other=67 wh|saying=26 ~ <<:poss ing|prep=-27 plural|prep=36
plural|saying-plain=40 verb|prep=34 word|other=16 word|prep=33 word|saying-plain=-6 ~ <<:prep <word=35
adv|saying-ing=-5 det=-26 det|ed=-35 det|ment=11 det|other=13 det|prep=-27 ing|other=-57 name|saying-ing=-15
plural|other-ing=86 plural|prep=-26 time|ed=28 time|prep=-27 to|other-plain=51 to|saying-plain=35 verb|prep=27 wh=36
word|other-ing=21 word|prep=-5 word|saying=-26 ~ <<:pron adv|other=9 det|other=-14 ing|other=12 plain|prep=9
plural|other=-63 plural|prep=-19 verb|prep=16 word|other=20 word|saying-plain=-35 ~ <<:quote '|saying=-13
and|saying=12 name|saying=-188 pron|saying=-166 word|prep=-7 ~ <<:saying-ing <word=56 det=6 plural=86 ~
<<:saying-plain <adv=35 <aux=33 <det=-55 <prep=-29 <word=7 det=45 poss=33 ~ <<:saying <,=29 <and=27 <aux=49 <det=-48
<name=-23 <owner=-58 <plural=22 <prep=25 <pron=19 <word=-12 det=9 ing=44 name=-24 plural=39 word=13 ~ <<:start
<|saying-plain=-33 det|other=-12 det|other-plain=27 ing|prep=-37 name|other=42 name|other-plain=54 name|prep=124
name|saying=81 name|saying-plain=69 pron|ing=-8 pron|other=39 pron|saying=9 pron|saying-plain=29 quote|saying=-213
start|saying-ing=14 that|other=-32 wh|saying=16 word|other=-38 ~ <<:s <,=37 <and=-17 <aux=12 <conj=15 <det=-37 <ed=-34
<ing=-30 <name=-18 <number=-24 <plural=31 <poss=39 <prep=-6 <pron=-17 <to=50 <verb=34 <word=-14 name=21 wh=11 word=-12
~ <<:that name|other=-146 name|saying=-73 pron|ed=-19 pron|other=-195 pron|saying=-81 verb|prep=-10 ~ <<:time
,|other-ing=29 ,|saying-ing=5 and|saying=15 ~ <<:to adv|other=-11 aux|other=-22 plain|other=-40 plural|prep=48
word|ing=26 word|other=-106 ~ <<:verb ,|other-ing=90 ,|saying-ing=19 adv|prep=50 and|ed=68 det|ion=6 det|other=47
det|prep=17 name|prep=23 plain|prep=25 plural|prep=45 prep|prep=20 prep|saying-ing=-11 pron|ed=-76 pron|other=-146
pron|other-plain=-33 pron|s=-14 pron|saying=-123 to|saying-plain=14 verb|prep=-9 wh|saying=28 word|prep=63 ~ <<:wh
adv|ed=-38 adv|other=22 aux|other=-12 aux|other-ing=-10 ed|prep=-36 name|other=-24 name|saying=-106 pron|naming=-77
pron|other=-53 pron|other-plain=-12 ~ <<:word ,|ed=-20 adv|other=-7 adv|saying=33 and|other-ing=-14 as|prep=41
aux|other-plain=-8 dash|other=7 name|prep=-25 name|saying=-28 of|other-ing=16 plain|prep=-12 plural|ed=-71
plural|other-plain=10 plural|prep=-14 prep|ing=51 prep|saying=17 pron|other=-79 pron|saying=-25 that|other=7
that|saying=17 time|saying=65 to|naming-plain=13 to|other=6 to|saying-plain=-11 verb|prep=-23 wh|ed=69 wh|other=-50
wh|other-plain=-25 wh|saying=-67 wh|saying-plain=42 word|other=15 word|other-ing=-6 word|prep=11 word|s=-18 ~ at:0 =24
saying-ing=14 ~ at:1 ed=-22 ion=-44 naming=22 other=-31 prep=-96 saying=10 saying-ing=16 saying-plain=20 ~ at:2 =15
ed=-9 ing=-45 ion=13 naming-ing=22 other-plain=-28 prep=-29 saying-plain=-10 ~ at:4 =-13 ~ at:5 =-21 ~ at:6 =-65 ~
clause adv=-10 and=-95 aux=-121 but=-42 conj=-119 det=18 ed=-36 ion=-5 name=20 naming-plain=-8 object=-9 of=-19
other=-9 owner=18 plain=-51 prep=-90 pron=19 s=-8 saying=18 saying-ing=36 that=24 time=-44 to=-17 verb=-25 wh=71 ~
earlier:none ed=11 ing=7 ion=17 ment=-21 naming=60 naming-ing=64 naming-plain=12 other=25 other-ing=36 other-plain=43
prep=16 s=72 saying=58 saying-ing=30 saying-plain=61 ~ earlier:said ed=-56 ing=-70 ion=-17 ment=57 naming-ing=-33
naming-plain=-7 other=-54 other-plain=-73 prep=-46 s=-98 saying=-9 saying-plain=-41 ~ earlier:that ed=-148 ing=-79
other=-118 other-ing=-28 other-plain=-176 prep=-281 s=-61 saying=-108 saying-ing=-10 saying-plain=-127 ~ gap:comma
=-157 conj=-48 ing=-117 name=-41 owner=-31 pron=-33 quote=72 wh=38 ~ gap:gap =-33 pron=25 that=-51 to=-80 wh=32 ~
gap:next adv=-41 and=-173 as=-71 aux=-44 conj=-76 det=44 ed=-7 ing=36 name=44 number=-23 object=14 of=-111 owner=75
plain=-30 poss=63 prep=-133 pron=88 that=108 time=-217 wh=73 word=-27 ~ helped:, adv|other=49 adv|other-ing=-15
aux|other-plain=5 aux|saying=27 to|other-plain=-25 to|saying-plain=-29 ~ helped:and aux|other-plain=-12 ~ helped:but
adv|other=-11 ~ helped:det adv|other=36 to|saying-plain=13 ~ helped:ed adv|prep=50 ~ helped:name adv|ed=15 adv|prep=9
aux|ing=12 aux|other-ing=24 aux|saying-plain=-19 to|other=-29 to|saying-plain=14 ~ helped:plain adv|prep=-12
aux|other=32 to|other=-26 ~ helped:plural aux|ed=10 aux|saying-ing=9 to|other=24 to|other-plain=-33
to|saying-plain=-21 ~ helped:prep to|other-plain=70 to|saying-plain=24 ~ helped:pron adv|ed=14 adv|other=-9 aux|ed=-15
aux|other-ing=-10 to|saying-plain=-8 ~ helped:that aux|other-plain=-45 ~ helped:verb to|saying-plain=8 ~ helped:wh
aux|other=-25 aux|saying=-18 to|other-plain=-6 ~ helped:word adv|other=-34 adv|saying=20 aux|saying-ing=5
to|naming-plain=43 to|other=27 ~ later:False ed=-10 ing=-19 naming=16 naming-ing=19 other-ing=21 prep=-10 s=9
saying=30 saying-ing=41 saying-plain=12 ~ later:True ed=-112 ing=-139 other=-144 other-ing=-33 other-plain=-79
prep=-169 s=-63 saying=-130 saying-plain=-91 ~ lr:% det=11 ~ lr:' name=-13 ~ lr:) word=33 ~ lr:, adv=8 name=-20
owner=62 poss=19 prep=-31 pron=47 that=46 to=-38 verb=51 word=-32 ~ lr:< word=-33 ~ lr:adv adv=7 as=-10 det=16
owner=43 poss=20 prep=-100 pron=-6 quote=9 that=-7 to=-45 verb=47 wh=12 word=7 ~ lr:and ing=-26 object=36 poss=12
to=21 verb=38 ~ lr:as that=-21 ~ lr:aux det=-22 ed=-11 ing=24 object=-13 plural=41 poss=-22 prep=-56 pron=23 that=13
to=-20 verb=-48 word=24 ~ lr:but that=24 to=-35 ~ lr:conj det=-47 to=44 word=13 ~ lr:dash det=60 ~ lr:det name=-26
plural=-73 prep=57 pron=-17 quote=24 that=18 to=79 verb=-114 wh=-88 word=-67 ~ lr:ed det=6 name=26 owner=16 plain=-17
plural=-28 poss=-12 that=-32 to=-7 word=-12 ~ lr:ing ing=13 name=-37 plural=18 pron=-29 that=12 to=-46 wh=89 ~ lr:name
adv=-58 conj=-15 det=10 ed=-14 owner=22 plural=15 poss=-13 prep=-61 pron=20 time=-54 to=6 verb=-23 wh=16 word=37 ~
lr:number det=39 plural=-42 poss=23 pron=13 ~ lr:of to=60 word=-52 ~ lr:owner prep=14 that=-29 to=50 word=-52 ~
lr:plain ing=26 owner=-42 plural=-39 quote=9 that=24 ~ lr:plural adv=-55 name=26 owner=-12 plain=5 plural=11 poss=22
pron=23 to=-36 word=21 ~ lr:poss det=-49 plural=-79 to=56 word=-78 ~ lr:prep ing=-67 plural=-29 poss=14 that=-45 wh=51
word=-14 ~ lr:pron object=16 plural=86 poss=40 pron=11 that=-20 ~ lr:quote det=8 name=-113 that=55 ~ lr:start name=-10
~ lr:that det=7 name=53 ~ lr:time adv=22 det=14 name=14 poss=12 pron=-11 that=11 verb=13 ~ lr:to adv=38 det=-33 ing=9
poss=-29 prep=-15 that=-38 to=-55 wh=34 word=40 ~ lr:verb adv=-41 ed=26 number=19 plain=-24 plural=41 poss=-15 prep=18
pron=-30 quote=13 that=47 to=-5 wh=-25 word=41 ~ lr:wh det=-61 ed=18 ing=21 name=-42 plural=10 poss=-40 prep=47
pron=-29 that=-40 to=38 word=23 ~ lr:word aux=26 det=5 ing=-25 name=5 object=28 of=-69 plural=-26 prep=-19 pron=21
quote=-57 that=-23 verb=-10 word=-15 ~ n:a =29 ed=9 ing=36 naming=-33 other-ing=-20 prep=19 s=11 saying-ing=40
saying-plain=36 ~ n:about =85 other=25 saying=36 ~ n:after =-126 ~ n:all =-25 ~ n:also =-18 ~ n:an =44 ing=22 other=29
~ n:and =-226 ~ n:another =-22 ~ n:any saying=12 ~ n:as =-94 ed=19 naming=-9 saying=-7 ~ n:at =45 ~ n:back =-89 ~ n:be
=-93 prep=-53 ~ n:before =-94 ~ n:being =112 prep=38 ~ n:both prep=-7 ~ n:but =-96 ~ n:by =-40 ~ n:each =-21 ~
n:earlier =-44 saying=-6 ~ n:ed =-30 prep=53 saying=-8 ~ n:exactly =32 ~ n:for =6 naming=-7 other=-9 other-plain=46 ~
n:four =-12 ~ n:from =-83 ~ n:further =5 ~ n:has =-54 ~ n:have =-37 ~ n:having =107 prep=67 ~ n:he'd =38 ~ n:he's =32
saying=13 ~ n:her =26 ed=9 ing=-38 other-plain=-20 saying-plain=12 ~ n:herself =31 ~ n:he prep=-35 saying=27
saying-ing=5 saying-plain=-44 ~ n:him =72 naming=93 other=7 other-plain=30 saying=-19 saying-plain=-21 ~ n:himself
=112 naming=44 other=23 ~ n:his =29 ed=-36 ing=23 other-ing=14 other-plain=68 ~ n:how =49 other-plain=-24 saying=33 ~
n:if =16 saying=18 saying-plain=23 ~ n:in =-111 other=-63 ~ n:increasingly =15 ~ n:ing ed=-44 ing=33 ment=-8
other-plain=13 prep=37 saying=9 saying-plain=-28 ~ n:is =-76 ~ n:it's =31 ~ n:its other=10 other-plain=-24 saying=20 ~
n:it naming=55 other-plain=-30 saying=-34 saying-plain=63 ~ n:many =-30 ~ n:monday =-8 ~ n:more =-13 ing=8 other=-48
other-plain=-24 prep=61 ~ n:name =18 naming-plain=6 other=28 other-ing=15 other-plain=16 prep=-35 saying-ing=-24 ~
n:not =101 ion=9 saying=6 ~ n:now =-17 ~ n:no other=-20 ~ n:number =-12 other=29 prep=-44 ~ n:of =-112 other-plain=-53
~ n:one =-50 ~ n:only =11 ~ n:on other=9 saying=-132 ~ n:or =-66 ~ n:other =41 other=9 ~ n:our =-30 ~ n:over =-6 ~
n:owner =55 other=62 prep=-17 saying=12 saying-ing=-23 ~ n:plain =-38 other=-15 saying-plain=17 ~ n:plural =12 ing=-12
other-plain=9 prep=9 saying-ing=-11 saying-plain=-40 ~ n:repeatedly =-26 saying=-18 ~ n:she =9 saying=41 ~ n:so =114
other=8 saying=44 saying-plain=29 ~ n:some =27 prep=26 ~ n:such other=22 ~ n:temporarily =6 ~ n:that =73 ed=32 ion=19
ment=12 naming=-91 naming-plain=-6 other=15 prep=-18 s=-7 saying=29 saying-ing=8 saying-plain=16 ~ n:the =40 ing=-77
naming=10 other=39 other-ing=7 other-plain=13 prep=-19 s=29 saying-plain=-21 ~ n:their ed=-34 other=10 prep=-30
saying=22 saying-plain=32 ~ n:themselves =96 other=19 ~ n:them naming-ing=5 other=30 ~ n:they =15 ed=19 other=22
other-plain=14 saying=-41 ~ n:they're =15 ~ n:this other=45 other-plain=40 prep=-17 saying=-67 ~ n:those =21 saying=23
~ n:three =-47 prep=-17 ~ n:to =-9 ing=34 naming=-41 other-plain=-13 s=-6 saying=-11 saying-ing=32 saying-plain=18 ~
n:tuesday =-33 ~ n:two =-98 other=-8 ~ n:us =-34 ~ n:verb =-25 other=-27 prep=39 saying=-16 saying-ing=64
saying-plain=-14 ~ n:virtually =6 ~ n:was =-38 ~ n:we other=8 ~ n:what =11 saying-plain=12 ~ n:when =-102 other=-42
saying=-108 ~ n:where other-plain=14 ~ n:whether =81 other-plain=7 prep=24 saying-plain=-51 ~ n:which =-72 prep=-52 ~
n:who =-16 prep=23 saying=-36 ~ n:whom =-9 prep=-36 ~ n:why =109 other=31 ~ n:will =-18 ~ n:word =-23 ed=-22 ing=-9
naming=-9 other-plain=-11 prep=15 saying=15 saying-ing=30 ~ n:would =10 ~ n:you =-32 ~ opens:( =-6 ~ opens:< =-137 ~
opens:and =10 ~ opens:as =30 ~ opens:conj =37 ~ opens:dash =-10 ~ opens:det =-8 ~ opens:ing =-73 ~ opens:number =27 ~
opens:of =33 ~ opens:owner =-13 ~ opens:plural =-51 ~ opens:prep =16 ~ opens:pron =-6 ~ opens:quote =-66 ~ opens:that
=-8 ~ opens:verb =-13 ~ opens:wh =-12 ~ opens:word =20 ~ phrase and=-43 as=-77 aux=63 det=12 ed=-38 ing=-18 ion=10
name=-7 naming=15 naming-plain=6 number=-31 object=33 of=-20 plural=20 poss=25 prep=-82 pron=27 quote=32 s=5 that=22
time=-157 wh=50 word=-9 ~ quotes:at naming=-97 prep=8 saying=35 ~ quotes:far ed=7 ing=-97 naming=74 other-ing=26
prep=-16 saying-ing=17 saying-plain=-9 ~ quotes:near ing=32 naming=52 naming-ing=35 other-ing=20 other-plain=-71
prep=-29 saying=16 saying-ing=43 saying-plain=-27 ~ quotes:none ed=-46 ing=-35 ion=-7 naming=-19 naming-plain=-31
other=-14 other-ing=-23 prep=-35 saying=-28 saying-ing=-23 saying-plain=15 ~ r:adv ,=-85 as=132 ing=26 plural=16
prep=-114 stop=-107 that=-75 to=-25 wh=133 word=67 ~ r:as pron=-17 wh=8 ~ r:aux adv=-70 aux=-15 prep=6 to=121 ~ r:conj
prep=21 stop=24 ~ r:det $=18 adv=-59 aux=-24 det=-26 ed=32 name=-11 of=45 owner=11 plain=40 plural=12 prep=-44
quote=28 stop=22 time=-210 verb=67 word=10 ~ r:ed det=-66 name=23 plural=60 prep=-81 to=-27 ~ r:ing ,=-26 det=9
name=55 plural=10 poss=61 prep=-6 that=-50 to=-53 verb=21 word=27 ~ r:name ,=-21 adv=-22 as=114 aux=53 conj=32 ed=25
ing=87 name=-12 of=25 owner=57 plain=-11 quote=9 stop=-12 that=-156 time=-92 verb=-32 wh=-103 word=6 ~ r:object adv=21
as=52 conj=-44 of=27 quote=51 that=-22 word=-36 ~ r:of name=-31 ~ r:owner ing=-13 name=-78 number=-39 plain=52
plural=18 quote=-17 verb=36 word=39 ~ r:plain and=24 stop=9 ~ r:plural ,=-60 and=-49 aux=11 det=-9 ed=-12 ing=74 of=7
plural=37 stop=-61 that=20 to=13 word=70 ~ r:poss adv=9 ing=80 plain=-40 prep=-39 verb=61 word=11 ~ r:prep det=-16
name=-81 pron=54 time=-116 word=44 ~ r:pron aux=31 det=-27 of=13 plain=19 plural=18 to=-13 verb=-6 word=15 ~ r:quote
and=48 end=-193 ing=-30 plural=50 prep=43 quote=24 ~ r:that ,=-21 aux=-174 conj=26 det=84 ed=-177 name=28 number=50
owner=28 plain=-70 plural=17 poss=78 prep=19 pron=79 quote=76 stop=-14 time=-127 verb=-185 wh=17 word=-14 ~ r:time
,=-11 ~ r:to adv=45 aux=35 det=-190 ing=51 name=-145 number=-53 owner=-157 plain=78 plural=-24 poss=-113 quote=54
word=89 ~ r:verb ,=-27 det=-33 of=58 prep=-51 that=61 verb=50 ~ r:wh ,=11 det=11 ed=-43 name=8 poss=57 to=38 verb=-57
~ r:word ==-33 adv=-10 and=43 as=-22 det=-51 ed=-23 name=91 number=-86 of=11 plural=88 poss=-77 prep=-36 stop=-21
time=-224 to=-28 verb=75 word=82 ~ s:ed <adv=7 <and=15 <aux=-6 <det=22 <of=-14 <plural=-29 <prep=-34 <that=5 <time=20
as=19 det=-13 ing=-44 poss=-17 prep=13 pron=28 that=32 wh=13 word=-22 ~ s:ing <,=-15 <adv=9 <and=-31 <aux=22 <dash=-26
<det=-18 <name=-48 <plural=20 <prep=8 <pron=-7 <to=13 ing=33 object=-36 plural=-12 prep=-57 to=34 wh=22 word=-9 ~
s:ion <name=-9 <of=13 <owner=21 <word=-21 that=19 ~ s:ment ing=-8 that=12 time=9 ~ s:naming-ing <,=12 <aux=-74
<verb=-16 adv=24 det=-24 object=37 ~ s:naming-plain <aux=18 <det=-63 <to=46 <word=-53 name=6 poss=8 that=-6 ~ s:naming
<,=24 <and=9 <aux=-76 <word=-38 adv=94 as=-9 object=46 pron=8 quote=-97 that=-91 to=-41 word=-9 ~ s:other-ing <,=7
<adv=-7 <aux=13 <conj=14 <name=-40 <number=9 <quote=18 <verb=-33 name=15 prep=-60 pron=-47 ~ s:other-plain <aux=-25
<ing=-30 <plain=-8 <plural=42 <poss=31 <prep=-69 <verb=108 <word=-48 adv=30 ing=13 name=16 of=-53 plural=9 prep=5
to=-13 wh=-13 word=-11 ~ s:other <aux=-33 <det=-22 <ed=-27 <name=23 <owner=12 <plain=30 <plural=-13 <prep=-6 <time=9
<to=-15 <verb=61 adv=-28 aux=-122 conj=-12 det=10 name=28 number=29 object=46 owner=62 plain=-15 poss=55 prep=-16
that=15 verb=-27 ~ s:prep <,=-59 <adv=23 <and=-69 <but=-16 <conj=-60 <ed=17 <ing=30 <name=-7 <plain=43 <plural=-10
<pron=-7 <quote=-50 <time=-31 <verb=54 <word=5 adv=-30 aux=50 det=-32 ed=53 ing=37 name=-35 number=-44 owner=-17
plural=9 poss=-16 prep=31 pron=-70 quote=8 that=-18 time=-93 verb=39 wh=16 word=15 ~ s:saying-ing <,=15 <and=9 <as=-20
<aux=42 <conj=21 <det=-50 <name=-27 <quote=33 <start=14 <verb=-19 adv=-12 name=-24 owner=-23 plural=-11 poss=-7
prep=-54 pron=29 that=8 to=32 verb=64 wh=63 word=30 ~ s:saying-plain <<=-33 <adv=-20 <and=-14 <name=19 <owner=-8
<plural=32 <wh=15 <word=-12 adv=-100 aux=-104 det=23 ing=-28 object=-73 plain=17 plural=-40 poss=34 that=16 to=18
verb=-14 ~ s:saying <'=-13 <,=-6 <adv=21 <and=20 <aux=-14 <but=32 <dash=50 <plural=12 <poss=-55 <prep=-13 <quote=-60
<time=39 <to=-12 <verb=-49 <wh=24 adv=-55 as=-7 det=7 ed=-8 ing=9 object=-81 owner=12 poss=11 prep=-12 pron=64
quote=35 that=29 time=-72 to=-11 verb=-16 word=15 ~ s:s <adv=35 <that=13 <wh=-10 <word=-26 det=33 that=-7 to=-6 ~
subj:' =-31 saying=-13 ~ subj:( =-35 ~ subj:) =34 other=10 ~ subj:, =40 naming-ing=19 prep=-74 s=7 saying-ing=6 ~
subj:< =-33 saying-plain=-33 ~ subj:adv =40 ed=-13 other-ing=8 prep=60 saying-plain=-24 ~ subj:and ed=11 ing=-17
naming=17 other-plain=-6 saying-plain=-13 ~ subj:as =-22 saying-ing=-20 ~ subj:but other=-35 prep=-102 saying=10 ~
subj:conj =-19 other=-36 prep=-49 saying-ing=30 ~ subj:dash ing=-66 saying=16 ~ subj:det =-30 ed=10 ment=18
naming-plain=-65 prep=-15 saying=18 saying-ing=-50 ~ subj:ed naming-plain=9 other=-29 prep=47 ~ subj:ing =-6 ed=-22
other-plain=-28 prep=26 ~ subj:name =40 naming=13 other=11 other-plain=15 saying-plain=7 ~ subj:number other-ing=9 ~
subj:object saying-plain=15 ~ subj:of =-33 ed=-19 ion=13 ~ subj:owner =-43 ion=21 other=12 saying-plain=-8 ~
subj:plain =29 other=29 prep=39 saying-plain=19 ~ subj:plural =23 other-ing=7 prep=-20 saying=26 ~ subj:poss =-39
other-plain=23 saying=-55 ~ subj:prep =-30 ed=-43 ing=23 other=-21 saying=-19 ~ subj:pron =-12 ing=-18 s=20
saying-plain=-19 ~ subj:quote other=8 other-ing=18 prep=-57 saying=-37 saying-ing=33 ~ subj:start =-39 prep=-23 ~
subj:that =-66 other=-10 other-ing=-21 s=12 ~ subj:time =67 ed=12 other-plain=19 prep=-37 saying=28 ~ subj:verb =17
naming-ing=-16 other=19 other-ing=-6 other-plain=18 prep=46 saying=-49 saying-ing=-39 saying-plain=9 ~ subj:wh =-29
s=-16 saying-plain=14 ~ subj:word ing=41 ion=-21 naming=-39 other-ing=7 other-plain=-19 s=-12 saying=14 saying-ing=25
saying-plain=-33 ~ subject:a =-31 ed=29 ment=44 other-plain=-52 ~ subject:about =-15 ~ subject:according =-86 prep=-59
~ subject:accounts =45 ~ subject:accusations =49 prep=53 ~ subject:accused =-29 prep=-23 ~ subject:acquiesced =42 ~
subject:addition prep=-24 ~ subject:ads =43 ~ subject:advocate =74 prep=88 ~ subject:advocates =8 ~ subject:ad
other=11 ~ subject:against =-21 ~ subject:agency =36 other=18 ~ subject:agree =21 prep=23 ~ subject:agreed =26 prep=42
~ subject:aides =20 ~ subject:aim =69 prep=70 ~ subject:aimed =19 prep=21 ~ subject:all =27 prep=-24 ~
subject:allegiance =40 prep=40 ~ subject:allies =98 ed=13 ~ subject:alluding =31 prep=33 ~ subject:almost =-41 ~
subject:an =-8 other=-14 other-plain=-18 saying-plain=13 ~ subject:analysis other=13 ~ subject:and =12 ed=14 ing=-9
naming=17 saying-plain=-32 ~ subject:angry =50 prep=52 ~ subject:announcement prep=13 ~ subject:another =23 ~
subject:appear =-43 prep=-19 ~ subject:appeared =-57 prep=-33 ~ subject:appears =-78 ~ subject:asking =44 prep=22 ~
subject:assertion =10 ~ subject:assured =10 prep=10 ~ subject:as saying-ing=-20 ~ subject:at =-12 ~ subject:attack =11
prep=5 ~ subject:attacks =31 prep=14 ~ subject:attention =29 prep=47 ~ subject:audience =18 other=12 ~
subject:authorities =27 ~ subject:aware =24 prep=25 ~ subject:away =46 prep=30 ~ subject:balked =56 prep=56 ~
subject:based =-71 prep=-68 ~ subject:battle =-35 prep=-32 ~ subject:because =-25 prep=-11 ~ subject:before =40
saying-ing=17 ~ subject:began =-23 ~ subject:believe =36 prep=62 ~ subject:bill =20 ~ subject:board =22 ~
subject:boasted =33 prep=34 ~ subject:body ed=42 other-ing=-31 prep=-57 ~ subject:both =81 other=32 ~ subject:brushed
=46 prep=17 ~ subject:but =73 prep=-7 saying=20 ~ subject:by =33 ing=17 other-ing=6 saying-ing=25 ~ subject:called =6
prep=52 ~ subject:calling =82 prep=57 ~ subject:calls =24 prep=26 ~ subject:call prep=55 ~ subject:came =-92 prep=-49
~ subject:camp =22 ~ subject:campaign =45 ed=18 other-ing=30 saying=-6 ~ subject:campaigns =28 prep=21 ~
subject:candidate =27 prep=-5 ~ subject:candidates =23 ~ subject:case =23 prep=26 ~ subject:chance =-27 ~
subject:charge =-35 prep=-33 ~ subject:charges =-30 prep=-24 ~ subject:cheer =67 ~ subject:closely =16 ~ subject:come
=-28 prep=-50 ~ subject:comes prep=-13 ~ subject:comfortable =40 ~ subject:comment =6 ~ subject:commented =48 ~
subject:committee =-65 ~ subject:company saying=30 ~ subject:compared =-41 prep=-40 ~ subject:concerned =8 prep=9 ~
subject:concerns =20 prep=18 ~ subject:conducted =-41 prep=-29 ~ subject:confident =88 prep=90 ~ subject:consensus =31
prep=34 ~ subject:consistently =21 ~ subject:continued =75 saying-plain=50 ~ subject:continue prep=-5 ~
subject:contrast =-44 prep=-44 ~ subject:controversial =6 ~ subject:counting =15 prep=16 ~ subject:countries =-21 ~
subject:country =-25 ~ subject:court =47 ~ subject:crisis other=6 ~ subject:critical =56 prep=70 ~ subject:criticism
=37 prep=46 ~ subject:criticisms prep=5 ~ subject:criticized =-29 prep=-24 ~ subject:critique =40 prep=41 ~
subject:data other-ing=-16 ~ subject:debate =29 ~ subject:declined =21 ~ subject:deep =32 ~ subject:defense =39
prep=44 ~ subject:delegates =-93 ~ subject:described =-41 prep=-21 ~ subject:details =-15 prep=-15 ~ subject:directly
=7 ~ subject:director =-42 prep=-38 ~ subject:direct other=5 ~ subject:disagree =42 prep=42 ~ subject:disclosure =10 ~
subject:distanced =89 prep=89 ~ subject:divided =42 prep=42 ~ subject:doesn't =24 other-plain=21 ~ subject:don't =31 ~
subject:donors =-15 ~ subject:doubts =-10 prep=-10 ~ subject:efforts =-50 ~ subject:embrace =59 prep=59 ~
subject:employees =-33 ~ subject:endorsement =20 prep=33 ~ subject:endorsements prep=6 ~ subject:enough =-40 ~
subject:enthusiasm =36 prep=37 ~ subject:especially =13 ed=36 ~ subject:essentially =-13 ~ subject:estimates =42 ~
subject:everyone =22 ~ subject:example =27 prep=28 ~ subject:executives =34 other=13 ~ subject:expected =-104 ~
subject:experts =7 ~ subject:expressed =28 other=23 ~ subject:faith =44 prep=45 ~ subject:favor =56 prep=66 ~
subject:favorably =25 prep=25 ~ subject:federal =-35 ~ subject:filed =-15 ~ subject:firms =23 ~ subject:firm ed=5 ~
subject:focus =35 prep=41 ~ subject:focused =13 prep=13 ~ subject:focuses =53 prep=53 ~ subject:focusing =28 prep=28 ~
subject:footage =59 prep=59 ~ subject:for =-48 ing=27 other-ing=-45 saying-ing=-79 ~ subject:forth =7 prep=7 ~
subject:forward =54 prep=40 ~ subject:from =-27 ~ subject:fun =31 prep=31 ~ subject:get =-26 ~ subject:go =-89
prep=-51 ~ subject:goal =20 other=8 ~ subject:going =-35 ~ subject:governor =33 ed=26 ~ subject:guidelines =6 ~
subject:half =-14 prep=-39 ~ subject:hard =17 ~ subject:hasn't other=-9 ~ subject:haven't =23 ~ subject:help =-15 ~
subject:helped =-59 ~ subject:he ed=27 other-ing=-36 saying=23 saying-plain=-25 ~ subject:him =12 ~ subject:hints =16
prep=17 ~ subject:his ment=-15 ~ subject:hope =6 ~ subject:hopes prep=15 ~ subject:hostility =11 prep=12 ~ subject:how
=-18 ~ subject:idea =31 prep=10 ~ subject:identify =11 prep=11 ~ subject:impact =-29 ~ subject:important =-30 ~
subject:impressed =35 prep=35 ~ subject:insults =6 prep=6 ~ subject:interest =76 prep=76 ~ subject:interested =64
prep=64 ~ subject:interview =-24 ~ subject:investors =8 ~ subject:in other-ing=16 other-plain=-64 prep=41 saying=-21 ~
subject:issues =-77 prep=-33 ~ subject:issue prep=11 ~ subject:it =-32 other=-28 s=37 ~ subject:i ed=-8 other-plain=70
saying=-14 ~ subject:judge other=23 ~ subject:known =23 prep=28 ~ subject:last =-50 ~ subject:lawsuit =30 ~
subject:laying =89 ~ subject:lays =21 ~ subject:lead =-26 prep=-13 ~ subject:leaders =62 ed=27 ~ subject:left =19 ~
subject:legislation =11 ~ subject:length =8 prep=8 ~ subject:letter =6 ~ subject:like =-8 ~ subject:likely =-33 ~
subject:line =-7 ~ subject:look =55 prep=56 ~ subject:looking =55 prep=40 ~ subject:loudly =34 ~ subject:made =-19
prep=-49 ~ subject:majority =-44 prep=-26 ~ subject:make =-51 other=-67 ~ subject:man =-48 ~ subject:many =37 ed=13 ~
subject:means =-5 ~ subject:media =-8 ~ subject:meeting prep=-22 ~ subject:member =-9 ~ subject:members prep=-65 ~
subject:men =-35 ~ subject:mention =46 prep=66 ~ subject:message =96 ~ subject:messages =9 prep=17 ~ subject:million
=-64 ~ subject:money =-36 ~ subject:months =-43 ~ subject:more =16 prep=53 ~ subject:most prep=-10 ~ subject:much =-63
prep=-8 ~ subject:name =-15 ed=18 ing=-9 naming=32 other=-28 other-ing=73 prep=-47 s=-43 saying-ing=-29 ~
subject:nation =-76 other=-19 ~ subject:nationwide =-10 ~ subject:need =-25 ~ subject:negative =9 ~ subject:new =-27 ~
subject:no =-11 other=-18 ~ subject:nomination prep=-10 ~ subject:note =20 prep=23 ~ subject:number other-ing=9
prep=-61 ~ subject:observers =25 ~ subject:of =-33 ed=-19 ion=13 ~ subject:off =5 prep=14 ~ subject:offensive prep=6 ~
subject:office =31 ~ subject:on =56 other-plain=72 prep=-32 saying-plain=33 ~ subject:one =-41 prep=-61 ~
subject:opinion =56 prep=55 ~ subject:opportunity =-31 ~ subject:opposition =53 prep=38 ~ subject:organization =11 ~
subject:others =51 other=21 ~ subject:out =23 ~ subject:outlets =37 ~ subject:panel =10 ~ subject:part =-40 prep=-83 ~
subject:passion =35 prep=35 ~ subject:pay =-22 ~ subject:people =-76 prep=-19 ~ subject:percent prep=-63 ~
subject:place =-53 ed=-5 other=-11 other-plain=-9 prep=-42 saying=48 ~ subject:planned =-25 ~ subject:plans prep=20 ~
subject:play =-29 ~ subject:played other=6 ~ subject:plea =13 ~ subject:pleaded =5 ~ subject:pleased =41 ~
subject:point =8 naming-ing=26 other=17 other-plain=-17 prep=-42 saying-plain=-5 ~ subject:pointed =104 prep=46 ~
subject:pointing =94 prep=53 ~ subject:points =67 prep=10 ~ subject:poll =75 other=84 ~ subject:polls =40
other-plain=6 ~ subject:positions =30 prep=36 ~ subject:praise =68 prep=68 ~ subject:presidential =-9 ~
subject:president prep=-51 saying=-55 ~ subject:pressed =7 ~ subject:preview =7 prep=7 ~ subject:proponent =69 prep=69
~ subject:proposal prep=47 ~ subject:prosecutors =35 saying=18 ~ subject:proud =33 prep=49 ~ subject:publicly =22
other=26 saying=27 ~ subject:pushed =68 prep=80 ~ subject:pushing =35 prep=43 ~ subject:questions =-5 ~
subject:question other=12 ~ subject:quick =10 ~ subject:quote other=8 other-ing=18 prep=-58 saying=-37 saying-ing=33 ~
subject:race =-97 ~ subject:railed =57 prep=57 ~ subject:recent other=7 ~ subject:record =-5 prep=-57 ~
subject:records other-plain=13 prep=-7 ~ subject:reference =48 prep=30 ~ subject:references =26 prep=26 ~
subject:referred =31 prep=36 ~ subject:referring =43 prep=54 ~ subject:refers =11 prep=11 ~ subject:refused =48 ~
subject:rejection =32 prep=32 ~ subject:relying =12 prep=12 ~ subject:remain other=10 ~ subject:remarks =-6 ~
subject:report =16 ed=20 ~ subject:reporter =22 saying=6 ~ subject:reports =37 ~ subject:request =22 ~
subject:requests prep=23 ~ subject:researchers =42 ~ subject:responded =12 prep=13 ~ subject:respond prep=24 ~
subject:response =27 prep=8 ~ subject:role =-18 prep=-10 ~ subject:rule =14 ~ subject:rules =-22 prep=-8 ~
subject:rulings =6 ~ subject:run =-40 prep=-8 ~ subject:running =-32 prep=-15 ~ subject:said =-39 other=22 prep=-112 ~
subject:say =-31 ~ subject:saying =14 other=22 ~ subject:secret =43 ~ subject:secretary prep=-43 ~ subject:see =-29 ~
subject:seeking prep=14 ~ subject:seemed =23 other-plain=13 ~ subject:seems prep=6 ~ subject:seen =13 prep=21 ~
subject:senators =9 ~ subject:sense =37 prep=39 ~ subject:sent =-69 other=-19 ~ subject:served =-9 prep=-8 ~
subject:several =6 ~ subject:share =-28 prep=-13 ~ subject:she ed=-11 other=10 other-ing=7 ~ subject:short =-13 ~
subject:shots =37 prep=37 ~ subject:show =-49 ~ subject:sided =50 prep=50 ~ subject:signed =8 ~ subject:silence =24 ~
subject:skeptical =16 prep=16 ~ subject:solely =14 ~ subject:something =-42 prep=-31 ~ subject:some prep=-13 ~
subject:sought =31 ~ subject:sparred =49 prep=49 ~ subject:speaking =-13 prep=-11 ~ subject:speaks =30 prep=30 ~
subject:speech =63 other-ing=23 ~ subject:spoke prep=8 ~ subject:squarely =27 ~ subject:staff prep=-7 ~ subject:stance
=42 prep=43 ~ subject:stand prep=15 ~ subject:statement =58 ~ subject:states prep=-68 ~ subject:state prep=-130 ~
subject:stood prep=5 ~ subject:stories =52 prep=44 ~ subject:strategists =16 ~ subject:strongly =19 ~
subject:superdelegates =-35 ~ subject:supporter =60 prep=73 ~ subject:supporters =38 other=16 prep=25 saying=-19 ~
subject:supportive =61 prep=61 ~ subject:support prep=12 ~ subject:survey =50 other=29 ~ subject:surveyed =37 ~
subject:take =-30 ~ subject:talked =57 prep=29 ~ subject:talking =25 prep=7 ~ subject:talks =22 prep=22 ~ subject:tax
=-26 ~ subject:team =36 saying=18 ~ subject:term =-16 ~ subject:terms =-27 prep=-18 ~ subject:terrorism =-16 ~
subject:than =-54 ~ subject:that other-ing=-21 s=16 ~ subject:the =-36 ed=-35 other=29 other-plain=12 saying-plain=-13
~ subject:their other-plain=23 ~ subject:they =-6 other-plain=-23 ~ subject:they're =16 ~ subject:thinking =10 ~
subject:this =-47 ~ subject:those other-ing=17 ~ subject:thought =-41 prep=-29 ~ subject:thoughts =23 prep=23 ~
subject:through ing=11 ~ subject:ticked =17 ~ subject:time =-8 other-plain=26 prep=-28 ~ subject:touched =20 prep=20 ~
subject:tribute =39 prep=39 ~ subject:tried other-plain=64 ~ subject:trying =12 other-plain=29 prep=-43 ~
subject:turned prep=14 ~ subject:tweeting =15 ~ subject:unclear =8 other=11 ~ subject:understanding =37 prep=37 ~
subject:updated =-20 ~ subject:use =-97 prep=-65 ~ subject:used =-46 prep=-56 ~ subject:view =16 prep=8 ~
subject:views prep=17 ~ subject:violence =-12 ~ subject:vocal =18 prep=19 ~ subject:vote =12 prep=51 ~ subject:voted
=59 prep=33 ~ subject:voters =-41 other=31 other-plain=-43 prep=-8 saying-plain=-16 ~ subject:votes prep=8 ~
subject:voting =23 prep=37 ~ subject:wanted =-23 other-plain=-29 ~ subject:wants =-64 ~ subject:want other-plain=18 ~
subject:warned =21 prep=22 ~ subject:warning =14 prep=16 ~ subject:wary =62 prep=62 ~ subject:way =-5 prep=-19 ~
subject:week =36 other=9 saying=18 ~ subject:went =-44 prep=-23 ~ subject:what =-87 ~ subject:when saying=8 ~
subject:which other-plain=-6 ~ subject:who =17 ed=22 other-plain=26 saying=-29 ~ subject:widely =-29 ~ subject:willing
=-52 ~ subject:win =-44 prep=-19 ~ subject:without =34 other-ing=29 ~ subject:word =6 ~ subject:words =32 prep=44 ~
subject:work =-53 prep=-20 ~ subject:worked =-79 prep=-64 ~ subject:working =-6 prep=-27 ~ subject:worried =12 prep=12
~ subject:you =39 other=50 other-plain=-22 ~ w:about =149 <ing=11 <name=87 <object=-5 <plural=24 <prep=-41 <word=48
aux=63 clause=63 det=30 name=50 number=-132 owner=-10 phrase=62 plural=24 pron=11 verb=51 wh=-68 word=32 ~ w:accepting
=59 phrase=62 plural=9 ~ w:accept <to=-13 ~ w:according =-94 <,=-70 phrase=-21 to=-94 ~ w:accusations =-15 clause=-10
that=-24 ~ w:accused =109 <pron=28 clause=36 det=32 name=23 phrase=34 ~ w:accuses =68 phrase=34 ~ w:accusing =34 ~
w:acknowledged =80 clause=7 phrase=25 ~ w:add =-19 phrase=-29 ~ w:added =-54 det=-26 phrase=-29 that=47 ~ w:adding
that=9 ~ w:addressing =-12 phrase=-30 ~ w:address <to=33 word=23 ~ w:admitting =-16 ~ w:advising =-71 phrase=-8 ~
w:after =-67 <verb=66 clause=-137 det=-119 ing=-41 name=66 ~ w:again =-14 ~ w:against =108 <aux=21 <ed=-21 <ing=8
<verb=33 <word=-29 clause=47 det=51 ing=35 name=-32 object=-71 phrase=29 plural=96 poss=-13 word=21 ~ w:agreed =24
to=39 ~ w:agreement clause=6 phrase=-5 ~ w:aiming =26 to=28 ~ w:allow =-22 phrase=-20 ~ w:allowed =-21 <aux=-70
phrase=-76 ~ w:allowing =-78 phrase=-17 ~ w:also =-170 clause=-75 phrase=-6 ~ w:among =-148 clause=-25 det=-23
phrase=-37 ~ w:announce =34 phrase=9 ~ w:announced =111 <adv=48 clause=48 det=53 phrase=22 poss=40 that=-36 ~
w:announcing =14 ~ w:answering clause=17 ~ w:answer det=15 phrase=25 ~ w:appear =-45 clause=-5 to=-43 ~ w:appeared
=-79 phrase=-61 to=-89 ~ w:appears =-65 clause=-58 to=-104 ~ w:applauded =21 phrase=17 ~ w:appointed =69 phrase=48 ~
w:approved =11 ~ w:are =-204 <name=-18 <plural=-68 clause=-60 det=-5 ing=-40 phrase=-73 ~ w:argue =48 clause=50
that=20 ~ w:argued =58 clause=46 that=32 ~ w:arguing =29 <,=51 ~ w:around =-10 clause=-56 det=-12 ~ w:articulated =40
~ w:as =-83 <object=20 <pron=34 <verb=-22 clause=-66 det=15 pron=-72 word=-40 ~ w:asked =-9 <adv=-27 <and=-8 <aux=59
<name=-50 <pron=-53 <start=69 <wh=20 clause=-34 name=-32 pron=-113 wh=178 ~ w:ask <to=-37 wh=43 ~ w:assailed =57
phrase=57 ~ w:asserted =19 clause=18 ~ w:assertion =16 clause=16 ~ w:assure =-20 ~ w:attacked =79 name=56 phrase=37 ~
w:attacking <word=17 clause=-10 phrase=49 ~ w:attacks =-38 ~ w:attempts =-20 phrase=-50 to=-20 ~ w:attended =-26 ~
w:attention =-8 <word=-22 clause=-11 ~ w:at <ed=9 <ing=-6 <time=-5 <verb=46 clause=-12 det=-65 name=43 wh=26 word=-58
~ w:author =-48 clause=-13 name=-26 ~ w:authorized =43 clause=29 ~ w:back =-46 <to=9 phrase=-42 to=-45 ~ w:backed =23
phrase=6 ~ w:backing =53 <word=21 clause=58 name=12 word=10 ~ w:ban =-19 name=-58 phrase=-10 ~ w:banned =6 phrase=6 ~
w:be =-171 <to=-39 clause=-38 det=-56 phrase=-33 ~ w:been =-186 <aux=-83 clause=-17 ing=-40 phrase=-78 ~ w:began =-190
<name=-32 clause=-118 ing=-73 phrase=-34 ~ w:begin =-114 <to=-8 phrase=-31 ~ w:beginning =-113 <aux=-35 phrase=-31
to=-41 ~ w:begins =-25 to=-21 ~ w:behind <plain=9 <word=18 ~ w:being =-100 clause=-29 ~ w:believe =9 clause=8 ~
w:believed =-64 <pron=-35 clause=-44 that=-9 ~ w:believes =-27 <pron=-39 clause=-12 ~ w:bemoaned =12 phrase=6 ~
w:between =-66 name=-41 ~ w:bill =-111 clause=-67 that=-24 ~ w:blame =102 det=9 phrase=50 ~ w:blamed =62 det=47
phrase=54 ~ w:blaming =65 ~ w:blasted =72 clause=63 det=16 ~ w:blasting =34 ~ w:blocked =15 det=21 phrase=41 ~ w:bring
=-54 ~ w:building =-31 ~ w:by =-85 <ed=7 <ing=17 <verb=-39 ing=-65 name=-103 phrase=-17 poss=30 wh=57 ~ w:call =32
name=42 phrase=15 to=19 ~ w:called =-11 <name=-11 <word=-40 clause=-10 name=-12 object=25 poss=-6 quote=-46 ~
w:calling <,=13 <aux=-9 <name=23 <verb=-16 det=-20 name=21 object=31 phrase=14 ~ w:calls <pron=-32 ~ w:came =-210
clause=-92 phrase=-50 ~ w:campaign =-109 <word=-20 clause=-37 word=-70 ~ w:captured =-30 <aux=-12 ~ w:case clause=-14
~ w:casting =-75 phrase=-8 ~ w:cast adv=31 poss=-32 ~ w:celebrated =12 det=24 ~ w:challenged =29 ~ w:challenge
phrase=-11 ~ w:changed =-16 ~ w:chants clause=5 ~ w:charged =-22 <adv=-40 ~ w:chose =-39 phrase=-50 ~ w:cite =20 ~
w:cited =173 <name=17 clause=114 det=20 phrase=26 ~ w:cites =78 phrase=34 ~ w:citing =168 <,=135 clause=39 det=34
phrase=98 word=22 ~ w:claim =34 clause=30 that=-49 to=41 ~ w:claimed =69 clause=71 ~ w:clear <pron=69 <word=-22
clause=-15 ~ w:coined =-23 det=-23 ~ w:come =-170 <aux=-61 clause=-9 phrase=-69 ~ w:comment =-14 clause=-33 ~
w:comments =-70 clause=-122 ~ w:compared =33 ~ w:complained clause=7 ~ w:complaints =53 clause=28 that=55 ~
w:concerned =22 ~ w:concerns =-42 clause=-52 that=-13 ~ w:concern that=5 ~ w:condemned =74 clause=24 det=39 ~
w:confirmed =10 clause=8 det=7 ~ w:considered <aux=-11 det=-15 ~ w:considers =34 ~ w:containing =-7 ~ w:continue =-188
clause=-43 phrase=-80 to=-82 ~ w:continued =-154 <name=-9 clause=-64 phrase=-35 to=-82 ~ w:continues =-124 <name=-72
clause=-31 phrase=-18 to=-135 ~ w:continuing =-141 clause=-44 phrase=-36 to=-39 ~ w:convinced =41 <aux=6 clause=41
that=26 ~ w:cover =-25 clause=-12 ~ w:covered =48 ~ w:created =-54 det=-34 ~ w:credited =12 ~ w:criticism of=8 ~
w:criticize =49 <to=31 det=32 phrase=20 ~ w:criticized =124 <,=8 clause=50 name=65 phrase=34 ~ w:criticizing =98
clause=85 name=13 ~ w:deal =-36 <word=-7 clause=-26 ~ w:debate =-66 <name=-10 clause=-33 that=65 ~ w:decided =81
<word=11 phrase=129 to=54 ~ w:decide clause=13 ~ w:deciding =47 ~ w:decisions clause=-10 ~ w:decision <owner=31 ~
w:declare =26 <to=17 phrase=15 ~ w:declared det=-7 ~ w:declaring =18 <prep=11 ~ w:declined =90 <,=61 <aux=-33 <word=13
clause=31 phrase=15 to=49 ~ w:decried =84 clause=55 det=15 ~ w:defend =43 <to=28 poss=43 ~ w:defended =146 <and=8
<name=51 clause=40 name=12 phrase=71 ~ w:defending =50 clause=23 ~ w:deliver =-88 <to=-48 phrase=-28 ~ w:delivered
=-57 clause=-25 ~ w:demand =5 ~ w:demands =12 ~ w:denounced =107 clause=31 phrase=23 ~ w:denouncing =92 det=36
phrase=62 ~ w:denying =-21 ~ w:describe =26 ~ w:described =77 clause=43 det=87 ~ w:describing =118 clause=58 ~
w:desire =37 phrase=23 to=15 ~ w:detailing =35 ~ w:determine phrase=-9 ~ w:devoted =13 ~ w:did =-141 <name=-32
<pron=-27 aux=-18 conj=11 det=-11 phrase=-76 ~ w:discuss =115 <aux=71 phrase=79 word=12 ~ w:discussed =93 clause=52
det=44 ~ w:discussing =46 phrase=9 ~ w:dismissed =137 <name=20 clause=41 phrase=56 ~ w:dismissing =91 clause=36 ~
w:displayed =13 ~ w:doing =-45 ~ w:double =-25 ~ w:doubt =73 clause=40 that=21 ~ w:down =-51 <verb=27 det=-41
phrase=-16 plural=6 ~ w:drew =-85 clause=-57 ~ w:during =-218 clause=-38 det=-81 phrase=-61 ~ w:eager =23 <aux=68
phrase=11 to=28 ~ w:earned =-6 ~ w:echoed =19 ~ w:effort =-54 phrase=-56 to=-18 ~ w:efforts =-67 clause=-29 to=-31 ~
w:email =-87 <word=-18 clause=-15 word=-87 ~ w:emailed =-71 phrase=-49 ~ w:emails =-150 clause=-121 that=-54 ~
w:embrace =-12 phrase=-51 ~ w:embraced =41 <aux=15 clause=60 ~ w:embracing =53 poss=30 ~ w:emphasizing =10 ~
w:encourage =33 <to=28 phrase=18 ~ w:encouraged =54 phrase=56 ~ w:encouraging =-34 ~ w:ended =-29 ~ w:endorse =61
<to=61 phrase=59 ~ w:endorsed =120 <name=29 clause=68 name=19 phrase=13 ~ w:endorsing =14 phrase=7 ~ w:enjoyed =24 ~
w:entered =-82 det=-52 ~ w:estimated that=22 ~ w:evidence =-49 <word=-42 clause=-63 that=-19 ~ w:expect =84 det=20
phrase=77 ~ w:expected =-51 <adv=-10 phrase=-38 to=-38 ~ w:expecting =113 <aux=15 clause=21 phrase=50 to=15 ~
w:experienced phrase=8 ~ w:explain =21 <to=39 phrase=28 ~ w:explained =30 clause=49 det=37 ~ w:explaining =10 <,=20
wh=6 ~ w:exposed =59 phrase=37 ~ w:express =46 <to=38 ~ w:expressed phrase=51 ~ w:faced =-63 ~ w:facing =-37 ~ w:fact
=-63 <det=-33 clause=-69 that=-27 ~ w:favor =35 name=-37 ~ w:favored =43 name=44 ~ w:fear =72 clause=63 ~ w:fears
clause=19 ~ w:feel clause=75 ed=63 phrase=-35 ~ w:felt =9 clause=20 ed=33 ~ w:filed clause=-17 phrase=17 ~ w:find =-56
<to=-61 det=-33 phrase=-51 ~ w:finding =-47 clause=-24 ~ w:finds =10 clause=40 ~ w:followed =-21 phrase=-24 ~
w:following =-26 ~ w:for =38 <adv=9 <aux=5 <ing=47 <plain=-15 <plural=16 <prep=-13 <verb=60 adv=-14 det=23 ed=14
name=11 number=19 owner=-39 phrase=9 plain=46 wh=-27 word=16 ~ w:found =33 <adv=-19 <aux=-67 <time=71 <word=56 det=-50
~ w:from =-148 <adv=94 <ed=-38 <plural=-29 <verb=-83 clause=-40 det=-64 ing=-9 phrase=-55 poss=31 ~ w:gave =-129
clause=-46 det=-18 phrase=-46 poss=-22 ~ w:getting =-15 ~ w:give =-183 <to=-18 clause=-16 phrase=-84 ~ w:gives =-92
phrase=-74 ~ w:giving =-136 <,=-37 clause=-33 phrase=-46 ~ w:go =-146 phrase=-55 ~ w:going =-161 <aux=-24 phrase=-70
to=-97 ~ w:has =-190 <name=-30 clause=-87 det=-70 name=27 phrase=-10 word=-9 ~ w:having =-11 ~ w:hear =-51 phrase=-41
~ w:heard =-26 ~ w:hearing =-35 clause=-8 ~ w:held =-111 clause=-26 det=-27 phrase=-17 ~ w:helped =-78 ~ w:highlight
=20 <to=30 ~ w:highlighted =77 clause=13 phrase=12 ~ w:highlighting <,=-10 ~ w:hired =50 det=27 ~ w:hit =-105
clause=-32 det=-50 phrase=-11 ~ w:hope =51 <plural=18 clause=31 ~ w:hoped =61 <aux=58 clause=14 to=34 ~ w:hopeful
name=-59 ~ w:hopes =125 <name=7 clause=63 phrase=25 to=24 ~ w:hoping =111 clause=44 phrase=32 to=70 ~ w:how =-145
clause=-40 det=-19 phrase=-50 ~ w:identified =133 clause=88 phrase=6 ~ w:if =-182 clause=-76 phrase=-43 pron=-63 ~
w:ignored =74 clause=12 phrase=15 ~ w:implied clause=41 ~ w:in =-167 <adv=-86 <ed=24 <name=-28 <plural=-55 <verb=-28
<word=45 clause=-64 det=-77 ing=70 name=-139 phrase=-8 prep=43 ~ w:inclination =18 to=19 ~ w:include =-159 clause=-66
name=-41 phrase=-33 ~ w:included =-29 <plural=-23 phrase=-38 ~ w:includes =-19 name=-75 phrase=-46 ~ w:including =-117
<,=-48 clause=-24 name=-9 phrase=-9 ~ w:indicate =27 clause=27 ~ w:indicated =52 clause=51 pron=32 ~ w:insist =83
clause=52 ~ w:insisted =75 clause=35 that=14 ~ w:insisting =8 clause=13 ~ w:insists clause=6 ~ w:instead =-26
clause=-13 ~ w:interrupted =-34 phrase=-21 ~ w:interview name=-50 phrase=-30 that=74 ~ w:into =-83 <ed=-46 <ing=-18
<word=39 det=-62 phrase=-43 ~ w:introducing phrase=7 ~ w:invoked =12 clause=12 ~ w:is =-145 <,=-91 <name=-227
<plain=74 <plural=22 <pron=-142 <word=8 adv=-28 clause=-37 det=-52 ing=-22 name=-13 phrase=-31 that=24 to=54 wh=30 ~
w:issue =-116 clause=-29 ~ w:issued =-70 <name=-30 clause=-23 det=-48 ~ w:issues =-154 <word=-40 clause=-51 phrase=-35
that=-45 ~ w:it =-152 clause=-16 phrase=-75 ~ w:itself <verb=-6 ~ w:joined =-30 phrase=-35 ~ w:judge <word=-10 ~
w:justify =37 ~ w:knocked =70 ~ w:know =29 clause=26 pron=9 ~ w:knowing =33 ~ w:known =-55 ~ w:knows =75 clause=28
wh=17 ~ w:laid =-34 phrase=-11 ~ w:lambasted =17 ~ w:lamented =31 ~ w:later =-113 clause=-46 ~ w:launched =-8 ~
w:launching =16 clause=30 ~ w:lay =-9 ~ w:leading =-71 ~ w:learned =10 clause=9 ~ w:leaving =-6 ~ w:led =-83
clause=-27 ~ w:legislation =-64 clause=-28 ~ w:likened =14 ~ w:like <aux=57 <verb=-32 clause=-7 name=-73 to=67 ~
w:listed =38 det=44 ~ w:lists =51 phrase=15 ~ w:looking =42 phrase=19 to=59 ~ w:love clause=14 ~ w:made =-187 <adv=-31
<aux=-21 clause=-76 det=-66 phrase=-71 ~ w:maintain =-31 det=-5 ~ w:maintained =-108 <aux=-14 clause=-16 phrase=-41 ~
w:maintains =-63 <name=-34 det=-56 phrase=-39 ~ w:make =-238 <aux=-15 <to=-8 clause=-73 det=-38 phrase=-106 ~ w:makes
=-196 clause=-49 det=-23 phrase=-79 ~ w:making =-143 <aux=-12 clause=-48 phrase=-50 pron=-54 ~ w:managed =-36 ~ w:mean
=-54 clause=-53 ~ w:meaning =-92 <,=-59 clause=-74 ~ w:means =-127 clause=-93 ~ w:meant =-120 clause=-68 that=-39 ~
w:media =-18 plural=-35 word=-31 ~ w:mention =139 <aux=53 <word=21 clause=29 det=41 phrase=70 ~ w:mentioned =75 det=12
name=20 phrase=52 ~ w:mentioning =56 ~ w:mentions =32 phrase=9 ~ w:mocked =56 clause=45 name=10 ~ w:mocking =25
phrase=27 ~ w:named =22 <aux=-8 <name=42 ~ w:need =-42 phrase=-7 to=-41 ~ w:needed =-15 to=-60 ~ w:negotiated =10 ~
w:news =-104 <word=-13 clause=-41 ~ w:night =-32 <time=-94 ~ w:nominated =66 name=37 phrase=7 ~ w:nominating =46 ~
w:not =-181 <aux=-80 phrase=-122 ~ w:noted =133 <word=13 clause=54 det=20 phrase=47 ~ w:notes =22 ~ w:noting =54 <,=27
clause=14 that=33 ~ w:off =15 <ed=71 <word=-68 clause=18 det=14 plural=18 ~ w:offer =17 <to=56 ~ w:offered =18 <aux=36
<name=-63 clause=9 poss=-14 to=26 word=25 ~ w:offering =30 <aux=31 adv=39 phrase=14 ~ w:of <adv=58 <aux=33 <conj=-34
<det=-112 <ed=40 <name=-40 <plain=23 <prep=-62 <pron=-125 <verb=63 <word=18 aux=18 det=-8 number=6 plural=-75 wh=-7
word=17 ~ w:on =46 <ed=-9 <ing=12 <name=41 <prep=35 clause=6 name=-18 phrase=9 plural=47 poss=-8 pron=21 time=-41
to=-33 verb=23 wh=44 word=37 ~ w:only =-123 <aux=-32 clause=-96 det=-23 that=21 ~ w:oppose =91 phrase=66 ~ w:opposed
=104 clause=14 det=93 phrase=48 ~ w:opposes =13 phrase=40 ~ w:opposition =-78 phrase=-14 to=-21 ~ w:ordered =62
<word=20 clause=46 det=88 to=-17 ~ w:out =-12 <verb=76 <word=-63 det=-55 phrase=-30 plural=14 ~ w:over =34 <,=9
<object=27 <plural=45 <verb=-52 clause=22 det=-25 owner=61 wh=17 word=88 ~ w:passed =40 phrase=39 ~ w:past =-57
det=-63 phrase=-48 ~ w:perceived =6 clause=9 ~ w:persuade =15 <to=39 phrase=15 ~ w:persuading =9 ~ w:plan =14 clause=7
to=42 ~ w:planned =35 <aux=9 clause=6 to=40 ~ w:planning =48 <aux=40 phrase=42 to=63 ~ w:plans <name=38 <word=-17
phrase=9 to=17 ~ w:play =-112 <aux=-30 det=-38 phrase=-54 ~ w:played =-123 det=-39 phrase=-71 ~ w:playing =-139
clause=-52 det=-71 phrase=-12 ~ w:plays =-36 ~ w:pledged <adv=-32 <aux=93 <pron=13 plural=-110 to=80 ~ w:pledging =64
~ w:point =-24 clause=-48 that=31 ~ w:pointed =-104 clause=-14 word=-35 ~ w:pointing =-78 clause=-20 ~ w:points =-87 ~
w:polling =18 ~ w:portray =7 <to=7 phrase=20 ~ w:portrayed =56 clause=26 ~ w:posted =-10 <name=-9 ~ w:praised =143
clause=67 det=26 name=24 phrase=34 ~ w:praising =28 clause=14 ~ w:predicted =40 clause=21 ~ w:prefer =39 det=10 ~
w:preferred =72 ~ w:press =-56 <name=-10 clause=-11 word=-46 ~ w:pressure =-43 ~ w:prevent =-33 <to=-80 ~ w:promise
=35 <poss=38 phrase=5 to=52 ~ w:promised =41 phrase=33 to=109 ~ w:promises =43 phrase=44 to=62 ~ w:promising =77
phrase=30 to=42 ~ w:promote =11 phrase=26 ~ w:promoting =72 clause=56 det=16 ~ w:prompted =-51 ~ w:proposal to=12 ~
w:proposed =124 <aux=34 clause=25 det=51 ing=35 phrase=61 word=-9 ~ w:proposing =81 phrase=37 ~ w:protest =-35 ~
w:prove =-13 ~ w:provide =-44 det=-16 phrase=-129 ~ w:provided =-38 det=-29 ~ w:published det=-22 ~ w:pushed name=-13
~ w:pushing =-43 ~ w:push <poss=8 <to=-14 ~ w:put =-143 <to=-35 clause=-36 name=-23 phrase=-60 ~ w:puts =-87 phrase=-6
~ w:putting =-163 <,=-21 clause=-50 phrase=-52 ~ w:question =51 <det=-19 <to=51 phrase=15 poss=57 wh=46 ~ w:questioned
=109 phrase=74 wh=23 ~ w:questioning =71 phrase=18 ~ w:questions =29 phrase=8 prep=35 ~ w:quotes =24 phrase=24 ~
w:raise =-156 <to=-55 phrase=-78 ~ w:raised =-61 clause=-14 ~ w:raising =-160 det=-39 phrase=-75 ~ w:ran =-27
clause=-18 ~ w:read =-38 clause=-13 ~ w:reading =-32 clause=-13 ~ w:reason =-70 <word=-24 clause=-34 ~ w:reasons =-136
<det=-9 clause=-89 ~ w:rebuked =28 ~ w:rebut =14 ~ w:recalled =75 clause=34 ~ w:recalling =58 <,=52 clause=19 det=14 ~
w:received =-115 det=-18 phrase=-22 ~ w:recommend clause=5 ~ w:referenced =61 ~ w:referencing =14 ~ w:referred
clause=-17 to=-23 ~ w:referring =-35 to=-14 ~ w:reflect =-22 ~ w:reflecting =-61 <,=-54 det=-20 ~ w:reflects =-60
<word=-37 clause=-21 det=-16 ~ w:refusal clause=8 ~ w:refuse =40 phrase=8 ~ w:refused =63 clause=26 to=58 ~ w:refuses
=60 to=60 ~ w:refusing =7 to=7 ~ w:regarding =-7 phrase=-5 ~ w:registered =-27 clause=-36 ~ w:rejected =76 <name=76
clause=15 phrase=13 ~ w:related =-26 to=-10 ~ w:release =-104 <to=-19 phrase=-65 ~ w:released =-33 clause=-28 det=-64
~ w:releasing =-41 ~ w:reluctance =32 to=32 ~ w:remarks =-79 clause=-58 ~ w:remember =22 clause=19 ~ w:remembered =26
~ w:remembers =32 ~ w:reminded =-21 ~ w:repeatedly <aux=-25 <verb=34 verb=-43 ~ w:report =-10 <name=-24 <to=21
clause=-60 ~ w:reported =79 <word=36 ing=85 phrase=58 word=-73 ~ w:reports =-41 clause=-24 that=-59 ~ w:requested =114
<wh=56 phrase=120 word=83 ~ w:require <aux=-9 phrase=-45 ~ w:responding =-8 to=-6 ~ w:restricting =122 <word=40
phrase=97 ~ w:return =-29 phrase=-23 ~ w:retweeted =56 phrase=13 ~ w:reveal =37 ~ w:revealed =127 <aux=14 clause=70
det=62 phrase=15 ~ w:rules =-73 ~ w:running =22 <,=10 ~ w:said =34 <'=-13 <and=22 <aux=-12 <det=51 <number=17
<quote=-124 <that=-21 <word=9 adv=-43 clause=82 det=78 name=-11 owner=70 phrase=-5 plural=107 poss=50 prep=-62 pron=11
quote=-10 that=-32 time=-38 to=-45 word=65 ~ w:saw =-21 <pron=-68 phrase=-23 ~ w:say =97 <aux=7 <ed=5 <to=-35 <word=38
clause=38 name=49 phrase=25 pron=48 that=-41 wh=-16 ~ w:saying =59 <,=26 <as=-20 <aux=22 <name=-29 <word=44 clause=53
det=19 name=19 plural=18 that=-78 word=35 ~ w:says =107 <name=6 <pron=6 <word=28 clause=61 det=24 name=34 that=-122 ~
w:see =67 <plural=43 <to=-112 clause=32 det=19 plural=63 poss=-10 prep=7 wh=-56 word=59 ~ w:seeing =-30 phrase=-13 ~
w:seek =10 to=30 ~ w:seeking =41 <aux=19 <plural=-7 <word=20 clause=48 det=-17 word=45 ~ w:seeks =52 clause=37 ~
w:seemed =-48 phrase=-26 to=-45 ~ w:seems =-6 <pron=28 phrase=-21 to=-81 ~ w:seen =16 <adv=12 phrase=41 poss=45 ~
w:sees =54 <name=47 det=20 phrase=30 ~ w:self-described =104 <det=32 clause=55 word=44 ~ w:send =-73 ~ w:sending =-100
phrase=-36 ~ w:sent =-199 clause=-68 det=-59 phrase=-63 ~ w:set =-104 phrase=-42 to=-6 ~ w:shared =-22 ~ w:shocked =5
<aux=26 ~ w:shooting =-34 ~ w:shot =-21 ~ w:show =38 <to=-7 <verb=36 name=60 phrase=35 plural=35 that=-21 word=-55 ~
w:showed =44 <name=-31 <time=32 <word=11 name=68 phrase=34 ~ w:shown =10 <aux=16 phrase=13 ~ w:shows =62 <,=-5
<plural=11 <word=55 name=71 phrase=43 ~ w:sign =-35 clause=-17 ~ w:signaled clause=9 ~ w:signed <name=16 clause=25 ~
w:signs =-61 clause=-37 ~ w:skeptical clause=26 ~ w:slammed =62 phrase=10 ~ w:slamming =31 ~ w:slams =29 ~ w:something
=-86 clause=-52 ~ w:sought =22 <pron=52 phrase=32 to=29 ~ w:sounded =17 ~ w:speak =-85 phrase=-32 ~ w:speaking =-71
clause=-35 ~ w:speech =-44 clause=-25 ~ w:spending =-28 ~ w:spoke =-21 ~ w:started =-122 clause=-13 ~ w:state =-190
<det=-42 clause=-59 name=-41 phrase=-64 ~ w:stated =11 ~ w:statements clause=-21 ~ w:statement <det=22 phrase=13
that=38 ~ w:states =-217 <name=-106 clause=-116 phrase=-48 ~ w:stressed =47 ~ w:striking =-42 ~ w:struck =-52 det=-63
~ w:suggest =79 clause=69 that=18 ~ w:suggested =82 <adv=38 clause=39 pron=8 ~ w:suggesting =55 clause=50 ~
w:suggestion clause=11 ~ w:suggests =19 <name=30 clause=31 that=-7 ~ w:support =15 <aux=64 <name=11 <pron=-56 <to=-6
<word=-6 adv=39 clause=9 det=41 ing=17 name=-17 poss=-57 word=48 ~ w:supported =73 <aux=51 <word=29 phrase=83 word=37
~ w:supporting =30 <word=-24 name=30 object=-17 phrase=28 word=14 ~ w:supports =37 <name=26 ing=43 phrase=50 ~ w:takes
=-90 <pron=-49 phrase=-24 ~ w:talk =-35 clause=-26 ~ w:talking =-53 ~ w:targeted =17 ~ w:telling =-71 <,=-38 det=-56
name=-39 phrase=-24 plural=-81 that=132 ~ w:tells =-51 <name=-47 clause=-51 det=-28 plural=-70 that=36 ~ w:tell
clause=-8 pron=-32 that=49 wh=7 ~ w:thanked clause=23 ~ w:thanking =41 ~ w:that =-204 <word=30 clause=-112 name=-30
owner=-12 phrase=-21 quote=5 ~ w:thinking =-15 ~ w:thinks =8 <pron=-10 clause=10 name=19 ~ w:think <plural=27 det=31
pron=-15 ~ w:thought =-33 <pron=-19 clause=-47 pron=-23 ~ w:threatened <aux=7 ~ w:through =-74 <word=-14 det=-76
phrase=-33 ~ w:time =-71 <adv=22 <word=-66 clause=-50 pron=-8 that=40 to=-35 ~ w:to =-8 <as=22 <aux=-49 <ed=-5
<plural=-20 <word=-15 adv=-26 aux=-64 det=27 owner=71 plain=-39 poss=-21 wh=27 word=-42 ~ w:told =-106 <aux=-24
<name=-18 <pron=-13 clause=-41 det=-148 name=-158 object=-26 owner=-47 phrase=-33 plural=-100 poss=-84 pron=168
that=280 word=-9 ~ w:touted =77 clause=32 ~ w:touting =49 det=5 phrase=24 ~ w:toward =42 <plural=17 <word=29 clause=20
name=46 ~ w:tried =-107 to=-68 ~ w:trying =-77 phrase=-61 to=-73 ~ w:turned =-67 ~ w:tweet =-62 <<=-33 word=-34 ~
w:tweeted <,=30 phrase=18 that=-5 ~ w:tweets =-26 ~ w:unclear wh=-6 ~ w:understand wh=9 ~ w:unveiled =6 det=7
phrase=10 ~ w:up =-61 <plain=-41 <verb=35 <word=-36 phrase=-54 ~ w:upon =36 <verb=30 ~ w:urged =60 clause=14 det=20
name=19 phrase=10 to=-26 ~ w:urging det=-33 ~ w:use =-152 <aux=-13 <to=-48 clause=-47 phrase=-35 ~ w:used =-165
<name=-54 phrase=-114 to=-37 ~ w:uses =-59 clause=-8 ~ w:using =-223 clause=-65 det=-50 phrase=-103 ~ w:view =28
<plural=-9 clause=15 ~ w:visited =-78 det=-13 ~ w:vote =-43 phrase=-66 ~ w:voted =77 <aux=33 phrase=66 to=13 ~ w:vowed
=104 <and=15 clause=61 phrase=6 to=86 ~ w:vowing =26 phrase=26 to=26 ~ w:vows =99 clause=35 to=76 ~ w:want =58 <aux=5
<pron=-43 clause=23 det=67 to=32 ~ w:wanted =37 <wh=16 clause=10 to=12 ~ w:wants =51 <name=18 det=29 phrase=37 ~
w:warned that=60 ~ w:was =-154 <name=-42 <pron=-142 <word=42 clause=-25 det=-55 ing=-8 phrase=-63 that=92 ~ w:watched
=47 clause=29 ~ w:week =-45 <word=-16 clause=-24 ~ w:welcomed =24 ~ w:went =-168 phrase=-89 ~ w:when =-179 <,=-85
<plain=38 clause=-79 det=-18 phrase=-54 ~ w:whether =-115 <verb=-18 <word=31 clause=-57 name=-10 pron=-19 ~ w:willing
=66 clause=11 phrase=8 to=67 ~ w:winning =-58 ~ w:with =-23 <adv=-64 <ing=-60 <name=-54 <plain=76 clause=-50 det=43
plural=-100 poss=23 ~ w:wonder wh=7 ~ w:worked =-64 ~ w:worried =55 clause=60 that=13 ~ w:would =-130 <pron=-16
clause=-12 phrase=-16 word=-27 ~ w:wrote =-22 <name=-13 phrase=-72 that=14 ~ w:yet =-102 <aux=-41 phrase=-40 to=-20
""")

END = _table("""
bias =-311 ~ , more:False|and=17 more:False|aux=12 more:False|but=47 more:False|conj=64 more:False|det=84
more:False|ing=89 more:False|name=73 more:False|number=8 more:False|prep=46 more:False|pron=59 more:False|verb=15
more:False|wh=36 more:False|word=46 more:True|adv=-91 more:True|conj=-34 more:True|det=-87 more:True|ed=-69
more:True|name=-31 more:True|number=-36 more:True|plural=-44 more:True|prep=-127 more:True|quote=-25 more:True|verb=35
more:True|wh=-74 more:True|word=-150 opened:after|False=28 opened:after|True=49 opened:and|False=-21 opened:as|True=42
opened:despite|True=29 opened:even|False=18 opened:even|True=7 opened:for|False=-35 opened:he|False=-45
opened:he|True=-107 opened:in|False=-9 opened:in|True=17 opened:it's|False=14 opened:i|False=-11 opened:name|True=-100
opened:on|False=30 opened:owner|True=-8 opened:quote|False=-33 opened:she|True=-59 opened:some|False=7
opened:they|False=-34 opened:the|False=-33 opened:the|True=-86 opened:though|True=14 opened:verb|True=63
opened:when|True=80 opened:while|False=73 opened:while|True=149 says:False|det+=-15 says:False|det-=-13
says:False|ing+=-48 says:False|ing-=-52 says:False|name+=-13 says:False|name-=-29 says:False|owner-=-46
says:False|poss-=-22 says:False|that+=-38 says:False|that-=-18 says:False|verb+=-7 says:False|wh+=-42
says:False|wh-=-16 says:False|word-=-21 says:True|det+=74 says:True|det-=106 says:True|ing-=13 says:True|name+=38
says:True|name-=46 says:True|owner-=34 says:True|poss-=13 says:True|pron+=54 says:True|that+=124 says:True|that-=28
says:True|to-=7 says:True|wh+=94 says:True|word-=47 soon:False|det+|det=22 soon:False|det-|and=-9
soon:False|det-|det=-25 soon:False|det-|ing=12 soon:False|det-|name=-44 soon:False|det-|plural=-51
soon:False|det-|wh=27 soon:False|name+|conj=-27 soon:False|name+|prep=6 soon:False|name-|but=14
soon:False|name-|det=-48 soon:False|poss-|and=-11 soon:False|pron+|adv=-34 soon:False|pron+|wh=13
soon:False|that+|but=-26 soon:False|that+|det=34 soon:False|that-|ing=25 soon:False|to-|ing=11 soon:False|to-|prep=-23
soon:False|word-|name=-61 soon:True|det-|aux=11 soon:True|det-|name=80 soon:True|name-|aux=10 soon:True|name-|name=23
soon:True|name-|wh=-25 soon:True|pron+|pron=34 soon:True|that+|but=58 soon:True|that+|name=40 soon:True|that+|pron=-29
soon:True|that+|wh=22 soon:True|wh+|name=72 ~ 0 (|False=14 (|True=50 )|True=6 ,|False=146 ,|True=152 :|False=31
;|False=174 ;|True=83 about|False=-38 after|False=57 after|True=14 against|False=-19 and|False=87 and|True=53
as|True=-65 at|False=29 because|False=47 before|False=56 being|False=-13 between|False=-31 be|True=-29 but|False=114
but|True=49 by|False=51 by|True=-36 dash|True=26 despite|False=45 during|False=11 end|False=12 even|False=47
ever|False=9 for|True=-107 had|False=-35 have|False=11 in|False=86 is|False=-11 monday|False=56 not|True=-8
now|False=63 of|False=-141 on|False=37 or|True=-48 since|False=32 so|False=9 stop|False=24 stop|True=104 than|False=28
through|True=26 thursday|False=34 to|False=18 to|True=-71 tuesday|False=24 until|False=59 wednesday|False=37
when|False=68 while|False=33 while|True=5 who|True=-70 will|False=-37 without|False=22 with|False=10 with|True=-24
would|False=-21 ~ 1 ,|False=-147 ,|True=-96 and|False=-67 and|True=-84 but|True=-89 in|True=-10 ~ 2 ,|True=-42
is|False=14 ~ 3 ,|False=-42 ~ and ed|ed=29 ing|other=-93 ing|saying=-31 name|name|name-=-8 other-ing|saying-ing=50
other|prep=-27 other|saying=-34 other|saying-ing=-95 plain|word|det-=48 prep|prep=-26 saying-ing|other-ing=10
saying-ing|saying-ing=82 saying|other=16 saying|saying=65 s|saying=-9 verb|word|pron+=-11 ~ but saying|saying=26 ~
dash 0|False=179 1|False=-92 ~ i:) ,=-28 ~ i:, =-36 and=12 but=-86 ing=30 is=13 ~ i:adv =-51 ~ i:and =-226 ~ i:as =-39
~ i:aux =-128 ,=75 ~ i:conj in=13 ~ i:det =-71 ,=49 in=15 than=-16 verb=-5 ~ i:ed =-43 prep|det=-21 ~ i:ing =-6 and=39
in=-61 prep|det=-42 ~ i:it prep|det=70 ~ i:name =43 (|name=-13 ,|conj=-16 ,|name=-115 ,|plural=17 ,|prep=62 ,|pron=50
and|aux=43 and|det=-54 and|ing=10 and|name=-243 and|poss=-78 and|verb=37 as=-35 aux|aux=-20 aux|det=-26 aux|ing=-19
aux|word=-79 because=42 before=11 by=11 conj|ing=11 conj|pron=92 dash=-36 dash|name=-35 is=-39 prep|det=54
prep|word=70 until=9 verb=8 was=-130 when=30 ~ i:number =-10 ,|number=-95 ~ i:object =66 as=-17 ~ i:of =-99 ~ i:owner
=-60 ~ i:plain =29 ,|but=47 because=8 in=-22 prep|poss=8 ~ i:plural =31 (=8 ,=-13 ,|adv=-20 ,|and=10 ,|but=24
,|name=49 ,|plural=-10 ,|prep=-119 ,|word=-7 and|plural=-83 are=-14 as=33 as|pron=12 aux|word=-34 dash|prep=-42 on=-67
prep|det=27 prep|name=-70 prep|number=8 prep|plural=-30 prep|word=-25 was=26 who=-22 ~ i:prep =-126 ,=86 ing=-43 ~
i:pron =-87 ,=57 in=8 is=-45 verb=-44 was=-78 would=-12 ~ i:quote =170 and=-29 and|quote=-99 because=-100 conj|name=21
end=85 end|end=85 ing=272 ing|that=70 prep|det=-77 verb=27 which=74 while=22 wh|aux=8 ~ i:that =-107 ~ i:time ,=71 ~
i:to =-189 ~ i:verb =21 ,|det=-6 and=27 ~ i:wh =-196 ~ i:word =48 (=41 ,=-12 ,|but=-40 ,|det=25 ,|number=31
,|plural=-8 ,|pron=15 ,|verb=29 ,|word=-43 :=10 ;=55 adv|conj=21 after=39 and|det=-23 and|ing=-11 and|name=18
and|poss=-9 and|pron=48 and|verb=24 and|wh=-34 and|word=-118 as=-17 as|pron=7 aux|aux=30 aux|det=83 aux|ing=-57 but=18
but|aux=24 conj|det=-5 conj|ing=31 conj|name=16 dash|adv=-21 dash|det=33 despite=33 during=30 even=28 for=-33 have=64
in=-27 ing=-124 is=28 of=-89 prep|det=-14 prep|name=-73 prep|number=-69 prep|plain=9 prep|plural=20 prep|wh=-24
prep|word=-34 stop=91 stop|end=38 that=29 that|pron=16 time|time=10 to=-11 to|word=-22 verb=39 verb|det=30 was=10
while=8 wh|pron=-17 ~ last =388 ~ long:12 det+=-26 det-=-15 ing-=-19 name-=-31 owner+=6 poss-=-25 pron-=-36 that+=-29
that-=-25 verb+=-54 word+=-25 word-=-26 ~ long:18 det+=-53 det-=-10 name+=-10 name-=-34 prep+=-16 pron+=-47 that+=-18
wh+=-43 word+=-25 ~ long:1 conj-=52 det-=30 name-=91 object-=134 plural-=62 poss-=38 pron-=108 quote-=-139 word-=50 ~
long:28 det+=-46 det-=-16 ing+=-60 name-=-39 pron+=-76 that+=-32 to-=-24 ~ long:29 det+=-64 name+=-60 that+=-25
wh+=-20 ~ long:2 det+=134 det-=68 ed+=24 name-=80 owner-=29 plural-=23 poss-=78 prep-=22 to-=9 wh-=-70 word+=41
word-=79 ~ long:3 adv-=49 det-=60 ing-=39 name+=-59 name-=39 owner-=82 prep-=31 pron+=24 pron-=29 that-=-89 wh-=-33
word+=13 word-=45 ~ long:5 ing-=-13 name-=13 owner-=25 poss-=34 prep-=31 pron+=-43 pron-=-46 quote-=50 that-=-56
wh-=-43 ~ long:8 det+=12 det-=-6 name+=45 name-=11 owner-=10 plural-=-7 pron-=-19 that-=-23 to+=16 wh-=-59 word-=16 ~
o:( =117 28=25 >the=20 adv=11 det=33 det|word=27 name|)=-156 name|name=78 tail:2=33 ~ o:) =18 stop=19 stop|end=19 ~
o:, =101 12=12 2=17 28=-48 29=-98 5=22 8=14 >a=62 >although=10 >an=8 >and=23 >but=46 >despite=66 >ed=-8
>especially=-86 >even=50 >have=11 >including=-122 >ing=52 >more=-34 >not=-60 >or=-163 >owner=36 >particularly=-38
>plural=-16 >quote=-85 >such=-87 >to=-9 >verb=101 >was=33 >where=17 >which=65 >while=57 >who=-24 >with=41 >word=-28
adv-=40 adv|as=48 adv|prep=-46 adv|wh=-24 and=23 and|adv=-7 and|det=23 and|name=45 and|poss=10 and|pron=113
and|that=-133 and|verb=165 as|det=-14 as|pron=15 but=46 but|adv=-99 but|name=47 but|pron=102 but|that=-59 but|verb=47
conj=10 conj|det=-40 conj|pron=15 det=7 det+|18=15 det+|det=45 det-|5=6 det-|aux=11 det-|conj=23 det-|ing=10
det|as=-87 det|name=-19 det|number=17 det|plain=116 det|word=-13 ed=-6 ed|det=40 ed|prep=-52 ing=10 ing-|5=-48
ing|,=20 ing|det=22 ing|name=88 ing|plural=-80 ing|prep=-48 ing|pron=36 ing|that=75 ing|word=-99 name+|prep=6
name-|2=-15 name-|3=22 name-|but=14 name-|det=-11 name-|ing=8 name-|name=9 name-|wh=-23 name|,=-146 name|and=-128
name|ed=37 name|name=-21 name|verb=240 no-verb|ing-=-27 no-verb|name+=-33 no-verb|name-=-50 no-verb|object-=-43
no-verb|owner-=-39 no-verb|plural+=-35 no-verb|plural-=-16 no-verb|poss+=-9 no-verb|poss-=-96 no-verb|pron+=-15
no-verb|that+=-5 no-verb|that-=11 no-verb|to-=-9 no-verb|wh+=-35 no-verb|word-=-45 number=-13 number|%=8 number|,=-21
owner=31 plural-|8=-49 plural-|ing=7 plural|and=-46 plural|prep=-26 poss-|12=-43 poss-|5=26 prep=-61 prep|name=56
prep|poss=-61 prep|wh=29 prep|word=-46 pron=35 pron+=7 pron+|adv=-11 pron+|pron=43 pron+|wh=55 pron-|1=10 pron|adv=16
pron|verb=61 quote=-48 tail:1=-18 tail:2=17 tail:4=14 tail:6=-8 tail:8=43 tail:9=31 that+|det=20 that+|name=40
that+|pron=-27 that+|wh=11 that-|18=39 that-|ing=25 to-|8=7 to-|ing=29 to|word=-18 verb=42 verb+=-7 verb|adv-=13
verb|det+=23 verb|det-=39 verb|name+=35 verb|name-=33 verb|owner+=16 verb|plural+=77 verb|plural-=49 verb|poss+=13
verb|poss-=84 verb|pron+=57 verb|that+=29 verb|to+=9 verb|to-=54 verb|wh+=42 verb|word-=62 wh+|name=82 wh+|wh=-31
wh-=-12 wh|aux=-10 wh|plural=34 word-|1=-31 word-|adv=16 word-|name=-5 word-|word=-13 word|and=-170 word|prep=56
word|word=-30 ~ o:: =107 12=15 28=26 8=23 quote=17 quote|end=-53 quote|pron=92 to=38 wh=41 ~ o:; =197 8=19 >number=27
ing=19 number=27 pron=40 tail:4=26 ~ o:about =-165 det=-10 ~ o:after =67 12=-18 2=76 det|name=51 name=12 ~ o:against
=-89 ~ o:and =9 1=7 12=-28 18=-105 2=29 28=-55 29=-59 3=92 5=41 >ed=58 >has=42 >he=63 >her=-7 >how=-56 >ing=83
>other=-90 >plain=41 >plural=-66 >quote=-117 >that=-34 >the=-101 >verb=157 >word=-105 adv=31 adv|verb=100 adv|word=-8
aux=94 aux|aux=52 det=-7 det+|18=-27 det-|8=-22 det-|det=-17 det-|name=21 det-|plain=64 det|plural=-10 det|word=-99
ed=55 ed|prep=11 ed|word=-69 ing=40 ing-=-66 ing-|8=-26 ing-|ing=-24 ing|that=24 ing|to=30 ing|word=-115 name=17
name-|ed=14 name-|name=-29 name|verb=20 no-verb|ing-=-60 no-verb|name-=-16 no-verb|owner-=-47 no-verb|to-=-101
no-verb|word-=21 plain=18 plural=-58 plural|prep=-9 poss-=16 poss|word=-97 pron=65 pron|verb=43 quote=-84 tail:1=-50
tail:4=17 tail:5=29 tail:6=30 tail:7=-22 tail:8=18 tail:9=-66 that=-29 verb=136 verb|,=40 verb|det-=28 verb|name-=24
verb|poss=14 verb|poss+=17 verb|poss-=23 verb|that=30 verb|that-=-63 verb|to-=30 wh|pron=-30 word=-28 word|word=-28 ~
o:are =-8 ~ o:as =-14 2=-22 3=79 >he=137 >it=35 >quote=-35 adv=-14 det=-61 name-=-38 name-|1=-7 no-verb|plural-=25
no-verb|prep-=23 object=-13 object-=-13 plural=15 plural-=18 plural-|1=7 prep=16 prep-=23 pron=152 pron|ed=29
pron|plural=84 quote=-46 tail:1=-50 tail:4=19 to-=11 word=-10 ~ o:at 1=60 12=-25 2=14 det|name=-43 det|word=52 ~
o:back =-49 ~ o:be =-171 ~ o:because =14 1=34 det=39 det-=16 ~ o:before =21 det-=35 ing=61 ~ o:being =-75 ~ o:between
=-80 det=-26 ~ o:but =91 1=54 8=8 >that=-13 >verb=77 adv=-21 aux=29 aux|aux=35 det=19 det-=40 ing|that=6 tail:2=-15
tail:4=53 verb=77 verb|det-=30 ~ o:by 1=9 12=-11 ing=74 ing|det=58 owner=25 plural=-17 poss-=32 word=-26 word-=-7 ~
o:dash =85 12=-8 18=50 2=24 3=-53 8=40 >but=26 >including=-20 >ing=11 >that=-7 >though=49 adv=-80 and|that=-15
and|word=-20 but=26 but|pron=24 conj=30 conj|pron=32 det=44 det-|5=-25 det-|det=7 det-|pron=-30 det|word=16 ing=19
name=31 name+=19 name+|12=15 name|word=-63 no-verb|det+=-21 no-verb|det-=-67 no-verb|name-=-8 no-verb|that+=-12
poss=-25 poss+=-19 prep=-16 pron=38 quote|end=-18 tail:0=-18 tail:1=-31 tail:4=34 tail:9=59 that+|5=14 that+|conj=15
to-|8=-36 verb|det-=15 verb|name-=78 verb|that+=51 ~ o:despite =83 3=31 8=16 det=11 ~ o:during =29 2=50 det|word=50
owner=23 ~ o:end =109 end=109 end|end=109 ~ o:even =36 3=33 as=101 as|pron=55 ~ o:first =-56 ~ o:for =-46 2=18
det|plural=8 det|word=-20 ing=-30 name=-24 plural=65 plural|stop=44 poss=-24 poss-=-45 ~ o:from =-42 2=66 5=-27 8=-47
det=20 det-=59 det-|2=36 det-|3=9 det|word=30 ing=-71 ~ o:had =-130 ~ o:has det=-13 ~ o:have word=17 ~ o:how =-72 ~
o:if =-69 pron=-71 ~ o:including =-44 ~ o:ing =-8 1=-82 12=19 5=14 det=-20 name=-99 name-=-9 that=64 that-=24 word=-77
~ o:into =-101 det=-16 ~ o:in 1=114 12=-100 18=-44 2=56 28=-36 conj=13 det=53 det|plain=48 ing=-15 name=-25 name-=45
name-|2=14 object=42 object-=48 plain|to=13 plural=-22 pron-=21 pron-|1=13 that=-17 that+=-37 time=27 time|stop=15
to=-9 to-=-6 wh=-58 word=-20 word-|2=-58 ~ o:is 8=42 ing=-11 that=-11 that-=-35 to=59 to-=51 ~ o:might =-60 ~ o:monday
=43 det=35 det-=40 stop=44 stop|end=44 ~ o:not =-131 ~ o:now =61 that=10 ~ o:of =-225 det=-45 ~ o:on 12=-58 18=-81
2=87 det=-14 det+|5=23 name=56 name|stop=43 owner-=-13 plural=-6 poss=23 poss-=41 poss-|2=15 that=29 time=81 time|,=22
time|time=14 to=-24 ~ o:or =-106 det=-33 word=-44 ~ o:over =-57 ~ o:should =-47 ~ o:stop =248 )=86 )|end=85 18=38
28=10 det=11 end=182 end|end=182 ~ o:than 1=9 pron|aux=7 ~ o:that =-84 det=-61 det-|2=-19 det-|5=7 pron|ed=25 ~
o:through =47 poss=37 ~ o:thursday =76 det=10 ~ o:to =-79 1=12 12=-91 18=-35 5=26 det-|2=-51 det-|8=22 name=-14
name-=-16 that-=7 word=-8 word-=24 word|prep=-56 ~ o:until =38 2=52 ~ o:verb =-89 ,=-45 1=-13 12=-29 2=-6 3=9
det|word=61 name=35 name-=51 prep=-28 stop=-30 stop|end=-30 to=25 word=-13 ~ o:was 5=15 det=8 owner=24 owner-=26
that=-13 that-=-22 ~ o:wednesday =32 ~ o:were =-19 to=16 to-=22 ~ o:what =-58 ~ o:when =76 1=57 5=7 det=37 pron=31
pron|verb=10 ~ o:which =25 aux=28 ~ o:while =79 1=13 2=24 ing|prep=6 name=38 ~ o:who =-39 det=-76 det-=-36 ~ o:will
=-31 ~ o:without =26 ing=19 ~ o:with 12=-44 2=-36 3=50 det=15 det-=21 det|word=35 name=-6 word=25 ~ o:would =-75
aux|ed=14 ~ o:year =-48 ~ occasion:occasion after=74 at=36 det-=80 during=98 in=87 name-=71 on=90 poss-=75 word-=9 ~
occasion:other about=-123 after=8 against=-69 as=-40 at=-30 before=20 between=-69 despite=88 det+=-68 ever=5 for=-31
from=-25 in=-141 including=-31 ing+=-17 ing-=-24 into=-67 name+=-97 name-=-16 of=-149 on=-170 over=-25 poss+=-49
poss-=-8 prep-=42 pron+=-139 pron-=49 than=15 that+=-152 through=58 to=-52 to+=-20 to-=-34 until=17 wh+=-139 with=-66
~ occasion:time after=-9 det-=10 in=25 on=39 poss-=22 that+=-63 that-=11 to-=-45 ~ rest:0 end=109 stop=182 that+=25 ~
rest:1 )=18 :=-49 and=-44 as=-15 dash=-54 det-=-34 for=50 from=49 monday=39 name+=-26 on=39 or=-10 poss+=-91 poss-=58
pron+=-32 stop=54 that+=-100 to-=-9 verb=-77 wh-=-48 ~ rest:2 (=23 :=83 after=-57 as=-13 before=23 but=-26 det+=-48
det-=15 during=36 has=-37 ing-=-7 name+=-85 name-=39 plural+=-45 plural-=26 poss-=-23 pron+=-35 pron-=-29 that+=-93
that-=-55 through=18 thursday=17 to+=-10 verb=-42 verb+=-26 wh+=-19 wh-=-53 which=11 who=-22 word-=26 ~ rest:3 (=22
,=41 ;=56 adv-=10 after=60 and=20 as=6 at=-17 because=6 before=30 but=75 dash=71 det+=-16 during=6 for=-102 in=-9
name+=-25 name-=23 object-=61 of=-8 on=-59 owner-=39 poss-=67 prep-=48 pron+=-53 pron-=-33 that+=-70 that-=-104 to=-21
to+=11 was=-8 wh+=-23 wh-=-28 word+=-28 word-=90 ~ rest:4 ,=44 :=53 ;=38 after=63 and=43 at=38 because=5 but=75 by=8
could=22 dash=49 det-=13 ed+=44 from=-63 have=19 ing=-14 is=32 name+=8 name-=16 object-=17 owner-=38 poss-=38 prep-=25
pron+=-22 pron-=22 that+=-35 that-=-129 to+=7 to-=35 wh+=-8 wh-=-64 when=69 while=54 word+=23 word-=53 ~ s:ed ,=16
at=15 because=9 by=58 det-|conj=81 det-|prep=9 from=15 in=84 name-|prep=31 plural-|,=44 pron-|prep=12 that=17 to=52
to-|prep=25 who=67 ~ s:ing ,=54 ~ s:ion dash=15 ~ s:naming-ing and=5 ~ s:naming-plain ,=21 ~ s:naming ,=-32 as=-49
name-|,=-35 ~ s:other-ing ,=15 and=16 at=27 dash=10 det-|and=52 name-|,=49 name-|and=49 ~ s:other-plain ,=-16 and=-9
because=7 det-|prep=11 in=-6 name-|,=29 to=-22 when=10 ~ s:other (=12 ;=54 after=24 before=7 by=-6 det+|prep=46
det-|and=-13 det-|aux=-6 det-|dash=85 during=20 has=-40 in=-9 name+|prep=-36 name-|,=-17 name-|and=-12 name-|aux=-93
name-|conj=13 on=12 over=-11 owner-|,=48 stop=13 that=-106 that+|,=-17 that+|prep=-69 that-|aux=-106 to-|aux=80
were=-13 word-|prep=-15 ~ s:prep ,=52 ;=36 among=28 are=8 could=33 dash=10 det+|,=-10 det+|prep=-6 det-|aux=107
det-|prep=52 det-|time=19 det-|wh=-22 has=58 have=57 ing-|prep=-12 is=69 name-|aux=85 name-|conj=35 name-|prep=59
name-|verb=31 now=10 object-|prep=37 owner-|,=-17 owner-|aux=46 poss-|prep=-51 pron-|prep=37 than=38 that=41 that-|,=8
to=-5 until=30 verb=11 was=120 wednesday=13 wh-|aux=-92 when=85 will=16 word-|aux=143 word-|conj=22 word-|that=42 ~
s:saying-ing ,=6 dash=28 that-|aux=-47 ~ s:saying-plain ,=-7 but=9 det-|aux=-7 name+|,=-36 name-|aux=-36 that+|,=-11
that-|aux=-9 ~ s:saying )=12 ,=-21 :=24 and=-45 at=-8 because=-6 dash=-14 det+|,=-19 det+|dash=-42 det-|,=-74
det-|and=-10 det-|aux=-128 det-|wh=-8 end=19 from=-30 has=-23 in=-16 is=-45 name-|,=-40 name-|aux=-123 on=38
plural-|,=33 poss-|prep=15 pron+|aux=-25 pron+|prep=-14 pron-|aux=-96 pron-|dash=18 stop=42 that=-77 that+|adv=-11
that+|aux=-137 that+|prep=-26 that-|aux=-160 to=-29 to-|prep=-53 verb=-168 was=-138 when=-68 who=-11 would=-43 ~
w:about ,=-15 1=58 18=-109 2=40 28=-54 3=15 5=42 and=-44 aux=30 prep=28 ~ w:against ,=31 2=84 8=14 and=29 ~
w:announced ,=72 8=41 ~ w:asked ,=76 ~ w:as ,=7 ~ w:backed ,=20 ~ w:backing ,=16 2=16 ~ w:believe ,=-5 ~ w:by 8=26 ~
w:calling and=5 ~ w:claim and=21 ~ w:decision 8=7 ~ w:declared ,=17 18=30 ~ w:declined 2=49 and=7 ~ w:defended 5=10 ~
w:delivered 8=8 ~ w:denouncing 3=33 ~ w:dismissed ,=6 ~ w:endorsed ,=33 1=119 2=50 conj=12 prep=12 ~ w:expecting 12=26
~ w:for 1=66 12=-27 2=22 5=47 8=13 aux=61 prep=18 to=-67 ~ w:found ,=-89 12=-15 18=-35 8=-30 prep=-45 ~ w:hoping ,=-35
8=-15 ~ w:included ,=-42 ~ w:includes ,=-42 ~ w:insisted ,=-21 ~ w:in 3=13 ~ w:is ,=-81 12=-41 ~ w:know 1=25 ~ w:made
2=67 ~ w:noted ,=-25 12=-18 8=-37 ~ w:of 1=70 2=75 3=60 5=65 aux=41 conj=27 that=45 to=27 verb=65 ~ w:on 1=115 12=7
18=18 2=51 5=-46 8=-26 aux=66 time=7 to=-35 ~ w:opposed ,=30 5=43 ~ w:out ,=-70 5=5 ~ w:passed prep=6 ~ w:plan 8=6
aux=7 ~ w:praised 8=55 ~ w:proposed ,=49 ~ w:recalled ,=-6 ~ w:reported 8=-44 ~ w:revealed ,=-7 ~ w:said ,=-9 1=-59
12=-30 18=-59 2=-171 28=-27 29=-17 3=-52 5=-54 8=-86 adv=-145 and=-6 aux=-297 conj=-39 dash=-11 prep=-58 that=-28
wh=-144 ~ w:saying 12=-50 2=-39 5=-28 8=6 aux=-96 prep=-52 ~ w:says ,=-58 1=-52 12=-24 2=-46 28=-37 3=-58 5=-93 8=-68
and=-21 aux=-182 prep=-161 wh=-14 ~ w:say ,=-7 12=15 2=-25 28=-55 5=-87 8=-79 aux=-199 ~ w:self-described 2=13 ~
w:showed ,=-103 12=-45 8=-17 prep=-52 ~ w:shows ,=-11 2=-13 5=-30 8=-26 and=-9 prep=-64 ~ w:show ,=-25 18=-21 prep=-77
~ w:signed 5=10 ~ w:slammed 8=11 ~ w:suggested 12=22 ~ w:suggesting ,=45 ~ w:suggestion 18=29 ~ w:supported 1=32 ~
w:supporting ,=36 1=49 8=20 ~ w:support 1=46 3=36 prep=6 ~ w:think aux=-36 ~ w:told 12=-5 8=-75 ~ w:to 1=26 12=-9
5=-28 aux=13 prep=-82 ~ w:up 5=7 prep=26 ~ w:vowed ,=6 ~ w:wants ,=-18 12=-38 ~ w:want ,=-37 2=-9 ~ w:was ,=-23 ~
w:with 2=7 dash=13
""")

TAIL = _table("""
bias =-152 ~ earlier:False and=-6 as=-80 but=7 conj=-53 det=75 ing=-11 name=52 owner=33 prep=-76 pron=48 quote=-20
time=-6 verb=-49 wh=35 ~ earlier:True adv=-7 as=10 but=-26 conj=12 det=-40 name=-72 prep=13 ~ first:and other=-85
saying=-256 saying-plain=-106 ~ first:as other=38 saying=27 ~ first:but other=-21 saying=-189 saying-plain=-61 ~
first:det other=17 saying=63 saying-plain=77 ~ first:ing prep=135 ~ first:name naming=-8 saying=59 saying-plain=-31 ~
first:owner saying=-12 ~ first:plural saying=58 saying-plain=51 ~ first:pron saying=105 saying-plain=77 ~ first:to
prep=26 ~ first:verb other=-128 saying=9 ~ first:wh other=-9 saying=-245 saying-plain=-27 ~ first:word other=12 ~
k:other >,=92 >,|prep=19 >det|word=-57 >name=-48 >stop=35 >stop|end=37 >the=-7 >word|,=16 ~ k:prep >,=-18 >verb=9
>who=12 >word=28 ~ k:saying-plain >,=207 >,|aux=59 >,|det=26 >,|pron=50 >pron|aux=-47 >stop=38 >stop|end=38 >to=-24 ~
k:saying >,=269 >,|and=13 >,|aux=81 >,|conj=27 >,|det=46 >,|ing=-93 >,|name=80 >,|quote=-114 >,|word=53 >:=53
>:|quote=7 >det|name=24 >det|time=21 >det|word=-89 >friday=17 >he=-67 >in=116 >ing=-37 >it=-29 >name=-24 >of=102
>of|det=47 >on=26 >poss|word=-28 >prep|det=25 >prep|name=32 >prep|poss=37 >prep|time=24 >pron|aux=-95 >stop=58
>stop|end=52 >that=-263 >the=-66 >this=19 >thursday=15 >time|stop=131 >to=-142 >to|word=-11 >verb=-58 >who=44
>word=-71 >word|time=11 ~ left:0 =-64 ~ left:2 =-14 ~ left:3 =-32 ~ left:5 =40 ~ mark:, =-50 ~ mark:and =-139 ~
mark:dash =-188 ~ mark:det =8 ~ mark:ing =26 ~ mark:name =48 ~ mark:pron =30 ~ mark:verb =-17 ~ opens:adv =-9 ~
opens:and =-48 ~ opens:det =12 ~ opens:ing =-65 ~ opens:owner =30 ~ opens:poss =26 ~ opens:prep =-27 ~ opens:pron =13
~ opens:quote =-13 ~ opens:verb =-63 ~ order:inverted other=-127 prep=26 saying=9 ~ order:plain naming=-138 other=-130
other-plain=-180 prep=135 saying-plain=11 ~ quotes:0 and=-14 det=-12 ed=-6 name=-60 number=-60 plain=-24 plural=14
time=-41 ~ quotes:1 name=-50 plural=35 quote=19 word=58 ~ right:0 =90 other=35 saying=41 ~ right:1 other=-59 prep=102
saying=25 saying-plain=-73 ~ right:2 =-34 other=-117 prep=86 ~ right:3 =-28 other=-12 saying-plain=28 ~ right:4 =-46
saying-plain=-9 ~ right:5 =-55 saying=-15 saying-plain=14 ~ says:False =-15 ~ says:True =-43 ~ verb:False but=20 if=65
in=-62 name=-42 on=-36 one=-38 quote=-48 still=-8 the=34 word=-15 ~ verb:True and=-53 but=-32 even=9 he=53 in=12
ing=-16 it=15 name=28 quote=39 the=7 verb=-6 when=-91 ~ w:added =78 >,=25 >stop=30 ~ w:agreed =-12 ~ w:called =-33 ~
w:came =-16 ~ w:come =-25 ~ w:found =38 >stop=65 ~ w:noted =96 >,=41 ~ w:points =13 ~ w:reported =99 >prep=36 >stop=38
~ w:reports =32 ~ w:said =54 >,=112 >:=8 >adv=-26 >aux=-158 >conj=28 >det=-41 >of=127 >poss=-7 >prep=74 >pron=-173
>stop=81 >that=-16 >time=73 >verb=-9 >wh=29 ~ w:say =85 >,=111 >pron=-54 >stop=20 ~ w:says =87 >,=80 >pron=-40
>stop=20 ~ w:states =-48 ~ w:suggested =30 ~ w:think =-21 ~ w:to =176 >,=-18 >prep=7 >verb=9 >wh=12 >word=28 ~ w:told
=78 >det=41 >name=7 ~ w:wrote =32 >,=16
""")

BEGIN = _table("""
bias =11 ~ comma-right:False False|and=-81 False|but=-26 False|det=81 False|name=56 False|pron=19 False|that=10
False|wh=105 True|and=-31 True|but=-46 True|det=63 True|name=40 True|owner=17 True|poss=44 True|prep=76 True|pron=20
True|quote=44 True|wh=13 ~ comma-right:True False|name=-32 False|pron=-57 False|word=-82 True|adv=-47 True|poss=-8
True|prep=-37 True|pron=-51 True|wh=12 ~ gone:0 =59 ~ gone:1 =51 ~ gone:3 =-11 ~ gone:4 =-27 ~ gone:5 =-89 ~ gone:6
=-12 ~ length:0 =176 ~ length:1 =76 ~ length:2 =26 ~ length:3 =26 ~ length:5 =-35 ~ length:6 =12 ~ length:7 =-127 ~
length:8 =-156 ~ n:and False=-92 True=-63 ~ n:but True=-38 ~ n:despite True=-17 ~ n:if True=27 ~ n:name True=24 ~
n:quote True=50 ~ n:still True=-40 ~ n:the False=80 ~ n:verb False=-30 ~ n:which False=24 ~ n:with False=-35 ~ n:word
False=-26 ~ open:and True=-63 ~ open:as False=-23 ~ open:but False=51 True=-38 ~ open:despite True=-17 ~ open:if
True=27 ~ open:name False=-32 True=24 ~ open:quote True=50 ~ open:still False=10 True=-40 ~ open:that False=-26 ~ p:,
and=-56 name=17 prep=-53 verb=-23 wh=69 word=11 ~ p:: =21 ~ p:and =-11 word=-38 ~ p:as =-108 ~ p:but =55 ~ p:dash =110
det=23 ~ p:start =64 adv=-27 and=-63 but=-38 det=84 name=19 quote=50 wh=114 ~ p:that =-91 ~ p:with name=-32 ~
verb-left:False ,=21 as=-21 but=33 dash=88 end=64 ~ verb-left:True as=-25 that=-40 ~ verb-right:False False=-71
True=18 ~ verb-right:True False=-21 True=15
""")

GOES_ON = _table("""
bias =42 ~ i:plural ,=37 ~ i:quote ,=-85 of=13 word=-13 ~ i:word ,=23 ~ left:0 =216 ~ left:1 =78 ~ left:3 =44 ~ left:4
=-41 ~ left:6 =-119 ~ o:, =96 >a=-105 >an=-49 >and=57 >ed=9 >ing=-88 >owner=-39 >quote=116 >that=44 >who=-59 >word=-57
and=57 aux=133 conj=27 det=-130 ed=9 ing=-88 owner=-39 quote=116 that=44 wh=-60 word=-57 ~ o:: =81 ~ o:of =19 ~ o:on
=-67 ~ o:who =-18 ~ o:word =-37 ~ opens:and =11 ~ opens:as =33 ~ opens:det =-36 ~ opens:name =-107 ~ opens:wh =63 ~
opens:word =30 ~ rest-verb:False True=-88 ~ rest-verb:True False=131 True=21 ~ rest:0 ,=78 ~ rest:1 ,=35 in=-6 ~
rest:3 ,=-42 ~ rest:5 ,=33 ~ verb:False ,=48 in=32 of=19 on=-23 ~ verb:True ,=30 in=-56 ~ w:added =24 ~ w:argued =28 ~
w:noted =32 ~ w:reported =-37 ~ w:say =60 ~ w:says =43 ~ w:to =-105 ~ w:wrote =-34
""")
