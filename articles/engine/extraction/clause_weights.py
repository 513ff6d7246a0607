"""How much does each sign count that a reported content begins or ends here?

Fitted to the 840 articles of PolNeAR's training part by ``python -m tests.quality.learn_clauses``, which prints this
module: logits, an L1 penalty leaving out the signs that say nothing new. A sign's first part is followed by its second
parts, each with its weight in hundredths: ``w:said that=105 wh=-7 ~`` makes "that" right behind "said" likely to begin
what somebody said. Signs are named where they are found (`clauses`).

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
    for word, _, count in (entry.partition(":") for entry in """
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
""".split())
}

START = _table("""
bias =-160 ~ 2:according_to =-53 ~ 2:account_of phrase=7 ~ 2:accounts_of phrase=6 ~ 2:accusations_of =70 ~
2:accused_of =-29 ~ 2:addition_to =-15 ~ 2:advocate_for =89 clause=60 ~ 2:agree_with phrase=9 ~ 2:agreed_with
phrase=19 ~ 2:ahead_of =-27 ~ 2:ahead_to =16 phrase=6 ~ 2:aim_at =75 clause=30 ~ 2:allegiance_to =42 clause=9 ~
2:alluding_to =35 ~ 2:announcement_of =21 ~ 2:as_to =30 ~ 2:asked_for =61 phrase=63 ~ 2:assured_of =7 ~ 2:attacks_on
=54 clause=52 ~ 2:attention_to =76 clause=14 phrase=18 ~ 2:aware_of =28 phrase=13 ~ 2:away_from =54 clause=5 ~
2:back_to phrase=19 ~ 2:balked_at =54 ~ 2:based_on =-63 ~ 2:because_of =-10 ~ 2:believe_in =63 phrase=67 ~
2:boasted_of =18 ~ 2:call_for =52 phrase=22 ~ 2:called_for =31 phrase=54 ~ 2:called_on =39 phrase=12 ~ 2:calling_for
=23 phrase=47 ~ 2:calling_on =27 ~ 2:calls_for =24 ~ 2:campaign_for =13 ~ 2:case_for =77 clause=22 phrase=6 ~
2:charges_against =-28 ~ 2:comment_on =24 phrase=24 ~ 2:concerns_about =6 ~ 2:counting_on =18 ~ 2:credit_for =9 ~
2:critical_of =110 phrase=48 ~ 2:criticism_of =48 phrase=25 ~ 2:criticisms_of =7 ~ 2:critique_of =45 clause=34 ~
2:debate_on phrase=5 ~ 2:decision_on =22 ~ 2:defense_of =55 ~ 2:embrace_of =62 ~ 2:endorsement_of =27 clause=34 ~
2:endorsements_of =11 ~ 2:enthusiasm_for =30 ~ 2:example_of =28 phrase=38 ~ 2:faith_in =45 phrase=45 ~ 2:favor_of =71
clause=7 phrase=16 ~ 2:focus_on =12 phrase=8 ~ 2:focused_on =13 phrase=54 ~ 2:focuses_on =55 ~ 2:focusing_on =24
phrase=24 ~ 2:footage_of =59 ~ 2:forward_to =44 ~ 2:half_of =-37 ~ 2:him_as =28 phrase=32 ~ 2:him_over =37 clause=37 ~
2:himself_from =87 clause=61 ~ 2:hoping_for =8 ~ 2:idea_of =16 ~ 2:identify_with =14 ~ 2:in_on =27 phrase=13 ~
2:in_with =38 ~ 2:information_about =-7 ~ 2:instead_of =-17 ~ 2:interest_in =93 clause=27 phrase=20 ~ 2:interested_in
=65 phrase=21 ~ 2:is_of =10 ~ 2:issue_with =73 clause=53 ~ 2:it_as =36 phrase=41 ~ 2:known_as =69 clause=52 ~
2:look_at =36 phrase=17 ~ 2:looking_to =13 ~ 2:majority_of =-17 ~ 2:members_of =-40 ~ 2:mention_of =68 clause=6
phrase=10 ~ 2:message_of =52 phrase=34 ~ 2:not_like =7 ~ 2:number_of =-18 ~ 2:one_of =-73 ~ 2:opinion_of =6 ~
2:opposition_to =50 phrase=47 ~ 2:out_about =47 ~ 2:out_against =9 ~ 2:out_at =31 clause=12 ~ 2:out_of =-189
phrase=-80 ~ 2:part_of =-74 ~ 2:percent_of =-68 ~ 2:point_to =79 clause=34 ~ 2:pointed_to =42 clause=21 ~
2:pointing_to =69 clause=37 ~ 2:points_to =95 ~ 2:positions_on =42 clause=17 ~ 2:preview_of =7 ~ 2:proponent_of =69 ~
2:proud_of =49 ~ 2:pushed_for =39 clause=20 ~ 2:pushing_for =41 phrase=63 ~ 2:question_about =-14 clause=-11 ~
2:questions_about clause=28 phrase=-47 ~ 2:railed_against =33 ~ 2:reference_to =39 clause=35 ~ 2:references_to =29 ~
2:referred_to =47 clause=27 ~ 2:referring_to =58 phrase=43 ~ 2:refers_to =19 ~ 2:rejection_of =33 ~ 2:release_of =-7 ~
2:relying_on =16 ~ 2:requests_for =29 phrase=31 ~ 2:respond_to =33 phrase=50 ~ 2:response_to =52 clause=73 ~
2:running_for =-32 ~ 2:secretary_of =-39 ~ 2:seeking_to =18 ~ 2:seen_as =37 phrase=46 ~ 2:sense_of =42 clause=18 ~
2:shots_at =41 phrase=7 ~ 2:sided_with =51 ~ 2:some_of =-12 ~ 2:sought_to =9 ~ 2:spoke_about =20 ~ 2:state_of =-50 ~
2:stories_of =25 ~ 2:story_about clause=-26 ~ 2:story_of =35 clause=6 ~ 2:support_behind =17 ~ 2:support_of =9
phrase=32 ~ 2:support_to =28 phrase=17 ~ 2:supporter_of =86 clause=15 phrase=24 ~ 2:supporters_of =71 phrase=53 ~
2:supportive_of =62 phrase=62 ~ 2:talk_about clause=12 ~ 2:talk_of =10 ~ 2:talked_about =18 ~ 2:talking_about =48
clause=85 ~ 2:talks_about =24 ~ 2:terms_of =-43 ~ 2:think_of =39 ~ 2:thoughts_on =22 ~ 2:tribute_to =43 ~ 2:trying_to
=-42 ~ 2:turned_to =28 ~ 2:understanding_of =39 ~ 2:up_for =-20 ~ 2:use_of =-59 ~ 2:view_of =15 clause=30 ~
2:vote_against =29 phrase=8 ~ 2:vote_for =67 phrase=24 ~ 2:voted_for =49 phrase=20 ~ 2:votes_for =32 ~ 2:voting_for
=31 ~ 2:warned_of =46 ~ 2:went_after =59 phrase=60 ~ 2:went_on =-93 phrase=-35 ~ 2:worried_about =17 clause=14 ~
2:would_like =17 ~ 2s:ed_about =9 ~ 2s:ed_against =-20 ~ 2s:ed_at =14 ~ 2s:ed_by =6 ~ 2s:ed_from =-43 ~ 2s:ed_in =25 ~
2s:ed_into =-50 ~ 2s:ed_of =42 ~ 2s:ed_off =70 ~ 2s:ed_to =-6 ~ 2s:ed_with =6 ~ 2s:ing_about =-6 ~ 2s:ing_for =-42 ~
2s:ing_of =-13 ~ 2s:ing_over =7 ~ 2s:ing_with =-20 ~ 2s:ion_against =-30 ~ 2s:ion_into =12 ~ 2s:ion_of =14 ~
2s:ion_with =-46 ~ 2s:ment_of =61 ~ 2s:naming-ing_for =23 ~ 2s:naming-ing_on =27 ~ 2s:naming-ing_to =56 ~
2s:naming-plain_for =12 ~ 2s:naming-plain_to =37 ~ 2s:naming_for =54 ~ 2s:naming_of =-47 ~ 2s:naming_on =23 ~
2s:naming_to =64 ~ 2s:other-ing_about =14 ~ 2s:other-ing_by =35 ~ 2s:other-ing_for =72 ~ 2s:other-ing_on =-44 ~
2s:other-plain_behind =14 ~ 2s:other-plain_in =-6 ~ 2s:other_about =29 ~ 2s:other_as =6 ~ 2s:other_at =17 ~
2s:other_behind =7 ~ 2s:other_between =-20 ~ 2s:other_by =-41 ~ 2s:other_for =-54 ~ 2s:other_from =24 ~ 2s:other_in
=10 ~ 2s:other_like =64 ~ 2s:other_of =-11 ~ 2s:other_on =-40 ~ 2s:other_over =-17 ~ 2s:other_to =-47 ~
2s:other_toward =60 ~ 2s:other_with =-39 ~ 2s:prep_about =-56 ~ 2s:prep_of =-56 ~ 2s:prep_on =26 ~ 2s:prep_to =51 ~
2s:s_about =35 ~ 2s:s_for =19 ~ 2s:s_from =-38 ~ 2s:s_in =-56 ~ 2s:s_on =6 ~ 2s:s_over =43 ~ 2s:s_to =-17 ~
2s:s_toward =21 ~ 2s:saying-ing_about =34 ~ 2s:saying-ing_against =32 ~ 2s:saying-ing_on =30 ~ 2s:saying-plain_for
=-23 ~ 2s:saying-plain_in =44 ~ 2s:saying-plain_to =-18 ~ 2s:saying-plain_with =60 ~ 2s:saying_against =49 ~
2s:saying_for =30 ~ 2s:saying_of =52 ~ 2s:saying_to =-58 ~ 2s:saying_with =25 ~ <:' =-12 ~ <:( =-11 ~ <:) =11 ~ <:,
=22 ing=-20 naming=36 naming-ing=13 prep=-68 saying-ing=15 saying-plain=7 ~ <:< =-35 saying-plain=-35 ~ <:a =-28 ed=44
ment=53 other-plain=-71 ~ <:about =-45 ing=-9 ~ <:according =-53 prep=-53 ~ <:accounts =26 ~ <:accusations =54 prep=58
~ <:accused =-37 prep=-32 ~ <:acknowledged =-6 ~ <:addition =-19 prep=-19 ~ <:administration =25 ~ <:ads =43 ~ <:adv
=-113 ~ <:advocate =83 prep=97 ~ <:advocates =16 ~ <:ad other=21 ~ <:again =19 ~ <:against =-18 ~ <:agency =19
other=22 ~ <:agree =25 prep=27 ~ <:agreed =61 prep=64 ~ <:aides =23 ~ <:aim =70 prep=71 ~ <:aimed =26 prep=28 ~
<:allegiance =40 prep=40 ~ <:allies =58 other-plain=5 ~ <:alluding =35 prep=35 ~ <:all prep=-35 ~ <:almost =-32 ~
<:also =61 saying-plain=8 ~ <:am =22 other=27 ~ <:an =-51 ion=5 ment=-26 other=-11 other-plain=-66 saying-plain=18 ~
<:analysis other=15 ~ <:and =41 ed=16 ing=-36 naming=17 prep=-72 saying=12 saying-ing=8 saying-plain=-23 ~ <:angry =60
prep=62 ~ <:announcement prep=13 ~ <:another =24 ~ <:appear =-25 prep=-11 ~ <:appeared =-44 prep=-29 ~ <:are =9
other=-24 other-ing=26 ~ <:as =-59 saying-ing=-19 ~ <:asking =37 prep=19 ~ <:assertion =11 ~ <:assured =6 prep=6 ~
<:at =-67 ~ <:attack =16 prep=8 ~ <:attacks =35 prep=17 ~ <:attention =41 prep=46 ~ <:authorities =16 ~ <:aware =27
prep=28 ~ <:away =45 prep=31 ~ <:back =10 prep=21 ~ <:balked =54 prep=54 ~ <:based =-70 prep=-67 ~ <:battle =-36
prep=-34 ~ <:be =-74 other=-46 saying=-15 ~ <:because =-24 prep=-12 ~ <:been ing=7 naming=-7 other=-41 ~ <:before =19
saying-ing=24 ~ <:began =-34 ~ <:believe =38 prep=63 ~ <:better =-22 ~ <:boasted =32 prep=34 ~ <:both =76 other=41 ~
<:brushed =48 prep=17 ~ <:but other=-7 prep=-33 saying=40 ~ <:by =32 ing=31 saying-ing=17 ~ <:call =19 prep=64 ~
<:called =33 prep=56 ~ <:calling =91 prep=75 ~ <:calls =39 prep=31 ~ <:came =-85 prep=-60 ~ <:campaigns =43 prep=24 ~
<:can =17 ~ <:candidates =8 ~ <:candidate prep=-11 ~ <:case =15 prep=23 ~ <:charge =-37 prep=-35 ~ <:charges =-43
prep=-37 ~ <:cheer =66 ~ <:closely prep=8 ~ <:come =-63 prep=-47 ~ <:comes =-30 prep=-15 ~ <:comfortable =40 ~
<:comment =13 prep=5 ~ <:commented =46 ~ <:comments =-31 ~ <:committee =-33 ~ <:company =6 saying=28 ~ <:compared =-34
prep=-34 ~ <:concerned =14 prep=14 ~ <:concerns prep=19 ~ <:conducted =-30 prep=-30 ~ <:confident =93 prep=95 ~
<:consensus =32 prep=35 ~ <:consistently =23 other=5 ~ <:contrast =-46 prep=-46 ~ <:controversial =10 ~ <:could =-10
other-plain=-31 ~ <:couldn't =-13 ~ <:counting =17 prep=17 ~ <:court =18 ~ <:credit prep=6 ~ <:critical =68 prep=76 ~
<:criticism =53 prep=62 ~ <:criticisms prep=6 ~ <:criticized =-30 prep=-27 ~ <:critique =44 prep=45 ~ <:dash =17
ing=-29 other=10 saying=50 ~ <:data other-ing=-14 ~ <:debate =29 ~ <:deep =33 ~ <:defense =41 prep=46 ~ <:delegates
=-67 ~ <:det =-57 other=-63 other-plain=34 ~ <:details =-21 prep=-21 ~ <:directly =16 ~ <:director =-47 prep=-47 ~
<:disagree =45 prep=45 ~ <:disclosure =10 ~ <:divided =52 prep=52 ~ <:does =42 ~ <:doesn't =19 other-plain=28 ~
<:don't =45 ~ <:earlier =6 ~ <:embrace =60 prep=60 ~ <:endorsement =36 prep=42 ~ <:endorsements prep=6 ~ <:enough =-11
~ <:enthusiasm =40 prep=41 ~ <:especially =10 ed=40 ~ <:essentially =-8 ~ <:estimates =35 ~ <:example =26 prep=28 ~
<:executives =8 ~ <:expressed =7 other=10 ~ <:faith =45 prep=45 ~ <:favor =52 prep=59 ~ <:favorably =30 prep=30 ~
<:federal =-31 ~ <:filed =-16 ~ <:first =22 other=27 ~ <:focus =36 prep=38 ~ <:focused =13 prep=13 ~ <:focuses =55
prep=55 ~ <:focusing =24 prep=24 ~ <:footage =58 prep=59 ~ <:for =-50 other-ing=-25 saying-ing=-80 ~ <:forth =7 prep=7
~ <:forward =34 prep=40 ~ <:from =-11 ~ <:fun =32 prep=32 ~ <:go =-88 prep=-51 ~ <:goal =22 other=9 ~ <:group =26
other-ing=23 ~ <:guidelines =10 ~ <:had =-17 ed=16 saying=-62 ~ <:half =-11 prep=-40 ~ <:has =55 ed=-12 naming=55
saying=26 ~ <:hasn't other=-15 ~ <:have =41 other=13 saying=59 ~ <:haven't =22 ~ <:he =25 ed=68 other=-16 saying=15 ~
<:he's =-11 other=-18 ~ <:help =-14 ~ <:helped =-36 ~ <:hints =24 prep=25 ~ <:his =-15 ment=-22 ~ <:hopes =26 prep=28
~ <:hostility =12 prep=12 ~ <:how =-13 ~ <:idea =32 prep=10 ~ <:identify =12 prep=12 ~ <:immediately =-12 ~ <:impact
=-34 ~ <:impressed =37 prep=37 ~ <:in =7 other-ing=17 other-plain=-71 prep=66 saying=-23 ~ <:information prep=-13 ~
<:ing =-82 prep=-82 ~ <:interest =86 prep=86 ~ <:interested =64 prep=64 ~ <:interview =-27 prep=-13 ~ <:issues =-59
prep=-32 ~ <:is ing=32 other=-75 other-ing=25 saying=-26 ~ <:it saying=-5 ~ <:judge other=12 ~ <:just =-98 prep=-7 ~
<:known =32 prep=34 ~ <:last =-47 ~ <:lawsuit =15 ~ <:lay =-9 ~ <:laying =81 ~ <:lays =19 ~ <:lead =-26 prep=-14 ~
<:length =13 prep=13 ~ <:likely =-30 ~ <:line =-13 prep=-11 ~ <:look =44 prep=45 ~ <:looking =29 prep=20 ~ <:loudly
=41 ~ <:made prep=-56 ~ <:majority =-46 prep=-29 ~ <:make =-57 other=-85 ~ <:man =-45 ~ <:many =22 ed=17 ~ <:may
other=-32 ~ <:media =-6 ~ <:meeting =-23 prep=-34 ~ <:member =-9 ~ <:members =-6 prep=-80 ~ <:men =-19 ~ <:mention =48
prep=66 ~ <:message =60 ~ <:messages =18 prep=20 ~ <:might other-plain=-6 saying-plain=22 ~ <:million =-80 prep=-8 ~
<:month =20 ~ <:months =-15 ~ <:more =27 prep=60 ~ <:move =-59 ~ <:much =-65 prep=-9 ~ <:name ing=-56 ion=-23
naming=12 other=13 other-ing=-30 other-plain=10 prep=-42 saying=19 saying-ing=-18 saying-plain=27 ~ <:nationwide =-10
~ <:negative =9 ~ <:never other=37 ~ <:new =-27 ~ <:news =-17 ~ <:no =-10 other=-17 ~ <:nomination prep=-27 ~ <:none
=-27 ~ <:not =10 ing=16 other=28 other-ing=-107 other-plain=18 ~ <:note =25 prep=28 ~ <:now =-26 ~ <:number
other-ing=7 prep=-84 ~ <:observers =29 ~ <:of =-31 ed=-17 ion=13 ~ <:off =11 prep=20 ~ <:offensive prep=7 ~ <:office
=8 ~ <:on =-48 prep=-20 ~ <:one prep=-26 ~ <:only =-76 ~ <:opinion =67 prep=66 ~ <:opposition =42 prep=44 ~ <:others
=8 ~ <:out =19 prep=16 ~ <:outlets =41 ~ <:owner =-45 ion=23 saying-plain=-8 ~ <:part =-88 prep=-87 ~ <:passion =38
prep=38 ~ <:pay =-27 ~ <:people =-14 prep=-20 ~ <:percent prep=-110 ~ <:plans =20 prep=23 ~ <:plan other=6 ~ <:play
=-25 ~ <:played other=15 ~ <:plea =13 ~ <:pleaded =9 ~ <:pleased =39 ~ <:plural =-62 ~ <:point =50 other=11 ~
<:pointed =116 other=16 prep=50 ~ <:pointing =111 prep=58 ~ <:points =46 prep=9 ~ <:poll =68 other=102 ~ <:polls =25
other-plain=10 ~ <:positions =30 prep=35 ~ <:posted =-9 prep=-6 ~ <:praise =91 prep=91 ~ <:prep =17 other-ing=41 ~
<:president =-15 prep=-62 saying=-62 ~ <:presidential =-7 ~ <:preview =7 prep=7 ~ <:previously =30 other=43 ~ <:pron
=69 ed=-9 ing=-33 other=12 other-plain=16 saying-plain=37 ~ <:proponent =69 prep=69 ~ <:proposal =48 prep=57 ~
<:prosecutors =38 saying=21 ~ <:proud =49 prep=49 ~ <:publicly =8 other=33 saying=24 ~ <:pushed =29 prep=40 ~
<:pushing =30 prep=38 ~ <:questions =-15 prep=-11 ~ <:question other=36 prep=-41 ~ <:quickly other=6 ~ <:quote
other-ing=25 prep=-68 saying=-97 saying-ing=44 ~ <:race =-44 ~ <:railed =65 prep=65 ~ <:reason =-21 ~ <:recently =27
ed=10 ~ <:records other-plain=28 ~ <:record prep=-63 ~ <:reference =29 prep=30 ~ <:references =29 prep=29 ~ <:referred
=45 prep=47 ~ <:referring =58 prep=58 ~ <:refers =19 prep=19 ~ <:regularly =18 ~ <:rejection =33 prep=33 ~ <:release
prep=-9 ~ <:relying =14 prep=14 ~ <:remain =7 other=19 ~ <:remarks =-15 ~ <:repeated =-15 ~ <:reported =-14 ~
<:reporter =19 saying=12 ~ <:reports =26 ~ <:request =28 ~ <:requests =24 prep=24 ~ <:researchers =46 ~ <:respond =27
prep=28 ~ <:responded =12 prep=13 ~ <:response =19 ~ <:role =-16 prep=-9 ~ <:rules =-8 prep=-13 ~ <:rulings =7 ~ <:run
=-34 ~ <:running =-26 prep=-20 ~ <:said =-39 other=21 prep=-134 ~ <:say =-23 ~ <:secret =43 ~ <:secretary =-53
prep=-49 ~ <:see =-12 ~ <:seeking =9 prep=18 ~ <:seems prep=6 ~ <:seen =20 prep=30 ~ <:senator =-9 ~ <:sense =35
prep=37 ~ <:sent =-70 other=-19 ~ <:served =-10 prep=-8 ~ <:set =-25 ~ <:several =9 ~ <:share =-26 prep=-8 ~ <:she
saying=-7 ~ <:short =-13 ~ <:shots =38 prep=38 ~ <:should =-90 other=-12 ~ <:show =-44 ~ <:sided =51 prep=51 ~
<:signed =7 ~ <:skeptical =20 prep=21 ~ <:solely =15 ~ <:some =-32 prep=-23 ~ <:something =-43 prep=-40 ~ <:soon =7 ~
<:sparred =53 prep=53 ~ <:speaks =33 prep=33 ~ <:speech =34 other-ing=39 ~ <:spoke =25 prep=33 ~ <:squarely =31 ~
<:stance =53 prep=53 ~ <:stand =8 prep=17 ~ <:start =6 saying-ing=18 ~ <:statement =57 saying-ing=8 ~ <:states =-36
prep=-84 ~ <:state prep=-184 ~ <:stood =12 prep=14 ~ <:stories =62 prep=52 ~ <:strategists =27 ~ <:strongly =28 ~
<:struck =6 other=9 ~ <:supporter =65 prep=82 ~ <:supporters =27 prep=26 saying=-15 ~ <:supportive =62 prep=62 ~
<:support prep=26 ~ <:survey =45 other=24 ~ <:surveyed =40 ~ <:take =-27 ~ <:talked =66 prep=36 ~ <:talking =23 prep=7
~ <:talks =39 prep=40 ~ <:talk prep=12 ~ <:tax =-15 ~ <:team saying=18 ~ <:terms =-20 prep=-13 ~ <:than =-31 ~ <:that
other-ing=-8 s=27 ~ <:the =-77 ed=-56 other=12 other-plain=19 saying=-25 saying-plain=-12 ~ <:their other-plain=22 ~
<:theory =5 ~ <:they other=9 other-plain=-5 ~ <:think prep=15 ~ <:this =-49 ~ <:those other-ing=17 ~ <:thought =-41
prep=-31 ~ <:thoughts =20 prep=20 ~ <:through ing=12 ~ <:ticked =16 ~ <:time =38 ed=38 other-ing=19 prep=-16 saying=-7
~ <:touched =21 prep=21 ~ <:to ing=11 naming-plain=46 other=-10 saying=-17 saying-plain=8 ~ <:tribute =39 prep=39 ~
<:trying =-44 prep=-44 ~ <:turned prep=18 ~ <:tweeting =14 ~ <:unclear =8 other=11 ~ <:understanding =38 prep=38 ~
<:use =-75 prep=-69 ~ <:used =-63 prep=-50 ~ <:view =21 prep=6 ~ <:views =19 prep=32 ~ <:violence =-26 prep=-13 ~
<:vocal =21 prep=21 ~ <:vote =33 prep=55 ~ <:voted =37 prep=14 ~ <:voters =-19 other=48 ~ <:votes prep=6 ~ <:voting
=36 prep=43 ~ <:warned =29 prep=31 ~ <:warning =10 prep=11 ~ <:wary =68 prep=68 ~ <:was =-78 ing=-7 ~ <:way prep=-10 ~
<:week =31 other=9 saying=21 ~ <:went =-21 prep=-10 ~ <:were =-42 ing=-27 ~ <:wh =-28 ~ <:what =-12 ~ <:when saying=23
~ <:which =36 other=16 saying=11 ~ <:who =46 ed=26 other=11 ~ <:widely =-31 ~ <:will other=-26 other-plain=29 ~ <:win
=-41 prep=-13 ~ <:without =46 other-ing=31 ~ <:words =50 prep=55 ~ <:word other=-40 ~ <:work =-10 prep=-17 ~ <:worked
=-84 prep=-77 ~ <:working =-29 prep=-26 ~ <:worried =13 prep=14 ~ <:would =-12 other=38 other-plain=-65 prep=15
saying-plain=-28 ~ <:years =-42 ~ <:you other=51 other-plain=-62 ~ <<:ed <,=30 <adv=20 <aux=-25 <conj=43 <det=27
<name=6 <plural=-45 <wh=-41 ing=19 name=53 owner=13 plain=-13 plural=-27 poss=-8 ~ <<:ing <,=-31 <adv=15 <aux=15
<det=-44 <plain=-57 <plural=-17 <prep=-69 <word=-10 det=-9 name=-40 owner=-26 plural=-29 poss=-114 pron=-15 word=-14 ~
<<:ion <det=-42 <ing=-18 <number=-97 <poss=96 <verb=9 <word=19 det=-42 name=-22 object=61 word=14 ~ <<:ment <det=-25
<ing=11 <poss=10 <word=14 det=-20 name=44 ~ <<:naming-ing <,=156 <aux=9 det=8 name=50 ~ <<:naming-plain <owner=-21
<poss=-53 <to=58 <word=-25 word=26 ~ <<:naming <adv=39 <and=9 <det=-18 <name=60 <pron=38 det=40 poss=-9 ~ <<:other-ing
<,=92 <adv=127 poss=29 word=33 ~ <<:other-plain <adv=11 <and=-33 <det=-14 <ed=17 <ing=-47 <owner=-69 <plural=18
<poss=61 <prep=11 <to=-24 <verb=64 <word=-9 det=-7 ing=17 name=28 plural=27 word=-11 ~ <<:other <,=-31 <adv=73
<and=-106 <as=-115 <det=-88 <ed=64 <ing=32 <name=-15 <number=-154 <of=32 <owner=11 <plain=18 <plural=-7 <poss=28
<prep=-17 <pron=-32 <quote=-91 <time=-11 <to=-21 <verb=95 <wh=8 <word=-23 aux=41 det=-29 ed=6 ing=-9 name=15
number=-49 object=-9 plural=-10 poss=-15 prep=31 pron=31 that=-93 verb=19 word=-31 ~ <<:prep <word=40 det=-13 wh=37 ~
<<:saying-ing <word=41 plural=77 ~ <<:saying-plain <adv=58 <aux=30 <det=-72 <plural=8 <prep=-24 <pron=9 det=51 poss=43
~ <<:saying <,=34 <and=18 <aux=17 <det=-71 <owner=-65 <plural=22 <prep=21 <word=-51 det=5 ing=34 name=-29 plural=34
word=6 ~ <<:s <,=57 <and=-16 <aux=31 <conj=18 <det=-78 <ed=-42 <ing=-46 <name=-25 <number=-28 <plural=52 <poss=71
<prep=-12 <pron=-33 <to=73 <verb=40 <word=-27 name=24 owner=-5 wh=8 word=-13 ~ at:0 =32 saying-ing=18 ~ at:1 =12
ed=-47 ing=-51 ion=-47 naming=36 other=-24 other-ing=22 other-plain=6 prep=-75 saying=36 saying-ing=21 saying-plain=46
~ at:2 =19 ed=-29 ing=-94 ion=8 ment=-14 naming=10 naming-ing=50 other=-21 other-ing=11 other-plain=-32 prep=-48
saying-ing=21 saying-plain=-6 ~ at:3 =6 ~ at:4 =-8 ~ at:5 =-19 ~ at:6 =-69 ~ clause adv=-7 and=-93 aux=-116 but=-50
conj=-116 det=19 ed=-49 ing=-23 ion=-10 name=18 naming-plain=-17 object=-10 of=-19 other=-19 owner=14 plain=-49
prep=-100 pron=19 saying=37 saying-ing=39 that=24 time=-38 to=-18 verb=-23 wh=69 ~ gap:comma =-152 conj=-47 ing=-128
name=-42 owner=-31 pron=-29 quote=83 to=7 wh=36 ~ gap:gap =-26 pron=27 that=-49 to=-77 wh=37 ~ gap:next =5 adv=-38
and=-171 as=-70 aux=-46 conj=-71 det=47 ing=49 name=47 number=-22 object=17 of=-110 owner=75 plain=-25 poss=64
prep=-123 pron=88 quote=-10 that=109 time=-210 wh=73 word=-25 ~ helped:, adv|other=46 adv|other-ing=-17
aux|other-plain=7 aux|saying=39 to|other-plain=-21 to|saying-plain=-29 ~ helped:and aux|other-plain=-14 ~ helped:but
adv|other=-18 ~ helped:det adv|other=38 to|saying-plain=21 ~ helped:ed adv|prep=66 ~ helped:name adv|ed=32 aux|ing=6
aux|other-ing=69 aux|saying=-10 aux|saying-plain=-22 to|other=-47 to|saying-plain=11 ~ helped:plain adv|prep=-21
aux|ed=-10 aux|other=37 to|other=-38 to|other-plain=9 ~ helped:plural adv|prep=-11 adv|saying-plain=6 aux|ed=6
aux|other=22 aux|saying-ing=13 to|other=33 to|other-plain=-58 to|saying-plain=-34 ~ helped:prep to|other-plain=95
to|saying-plain=33 ~ helped:pron adv|ed=21 aux|ed=-12 aux|other-ing=-13 aux|prep=13 aux|saying-ing=11
to|saying-plain=-7 ~ helped:that aux|other-plain=-35 ~ helped:verb to|other-plain=-10 to|saying-plain=16 ~ helped:wh
aux|other=-31 aux|saying=-33 ~ helped:word adv|other=-33 adv|saying=21 aux|saying-plain=6 to|naming-plain=45
to|other=26 to|other-plain=9 to|saying-plain=-6 ~ lr:% det=9 ~ lr:) word=35 ~ lr:, adv=5 name=-18 owner=69 poss=10
prep=-29 pron=43 quote=8 that=47 to=-40 verb=47 word=-34 ~ lr:< word=-35 ~ lr:adv adv=14 as=-15 det=21 owner=52
poss=23 prep=-102 pron=-7 quote=20 that=-10 to=-44 verb=47 wh=17 ~ lr:and ing=-17 object=39 poss=18 to=20 verb=40 ~
lr:as that=-13 ~ lr:aux det=-24 ed=-8 ing=21 object=-16 plural=41 poss=-20 prep=-56 pron=24 that=14 to=-17 verb=-43
wh=-15 word=21 ~ lr:but that=8 to=-34 ~ lr:conj det=-46 plural=-5 to=48 word=12 ~ lr:dash det=54 ~ lr:det name=-26
plural=-72 prep=54 pron=-18 quote=24 that=24 to=74 verb=-116 wh=-84 word=-65 ~ lr:ed det=8 name=29 owner=20 plain=-24
plural=-25 poss=-10 that=-28 to=-10 word=-12 ~ lr:ing ing=21 name=-34 plural=20 pron=-42 to=-38 wh=85 ~ lr:name
adv=-55 aux=-17 conj=-27 det=14 ed=-11 owner=39 plural=12 poss=-9 prep=-60 pron=23 that=8 time=-48 verb=-22 wh=23
word=37 ~ lr:number det=40 plural=-41 poss=22 pron=16 ~ lr:of to=61 word=-54 ~ lr:owner prep=14 that=-33 to=46
word=-55 ~ lr:plain ing=27 owner=-39 plural=-38 quote=11 that=28 ~ lr:plural adv=-51 name=25 owner=-5 plural=14
poss=22 pron=25 that=12 to=-40 word=22 ~ lr:poss det=-57 plural=-86 to=61 word=-83 ~ lr:prep ing=-54 plural=-30
poss=16 pron=-10 that=-51 wh=54 word=-14 ~ lr:pron object=27 plural=90 poss=45 prep=9 pron=21 that=-21 ~ lr:quote
name=-139 that=68 ~ lr:that name=49 to=-9 ~ lr:time adv=17 det=20 ing=-9 name=12 poss=19 pron=-24 that=9 verb=16 ~
lr:to adv=41 det=-30 ing=8 poss=-30 prep=-13 that=-38 to=-57 wh=31 word=32 ~ lr:verb adv=-40 det=5 ed=26 number=17
plain=-19 plural=38 poss=-19 prep=22 pron=-31 quote=12 that=33 to=-6 wh=-21 word=36 ~ lr:wh adv=6 det=-48 ed=21 ing=14
name=-42 plural=16 poss=-35 prep=47 pron=-33 that=-23 to=36 word=27 ~ lr:word aux=26 det=7 ing=-22 name=5 object=29
of=-65 plural=-24 prep=-20 pron=23 quote=-54 that=-21 to=6 verb=-13 word=-14 ~ n:a =32 ed=9 ing=31 naming=-33
other-ing=-21 other-plain=-6 prep=15 s=22 saying-ing=42 saying-plain=33 ~ n:about =87 other=29 saying=35 ~ n:after
=-135 ~ n:all =-29 ~ n:also =-26 ~ n:an =45 ed=-8 ing=18 other=24 ~ n:and =-224 ~ n:another =-27 saying=-10 ~ n:any =5
saying=18 ~ n:as =-93 ed=18 saying=-12 ~ n:at =46 other=6 ~ n:back =-81 ~ n:be =-96 prep=-53 ~ n:before =-91 ~ n:being
=113 prep=39 ~ n:both prep=-16 ~ n:but =-97 ~ n:by =-41 ~ n:each =-15 ~ n:earlier =-40 ~ n:ed =-22 prep=54 saying=-7 ~
n:exactly =33 ~ n:for =12 other=-8 other-plain=46 ~ n:four =-19 ~ n:from =-80 ~ n:further =10 ~ n:has =-54 ~ n:have
=-30 ~ n:having =111 prep=67 ~ n:he'd =39 ~ n:he's =25 saying=16 ~ n:her =22 ing=-37 other-ing=6 other-plain=-25 ~
n:herself =31 ~ n:he prep=-31 saying=30 saying-ing=6 saying-plain=-44 ~ n:him =70 naming=94 other=5 other-plain=33
prep=-10 saying=-18 saying-plain=-25 ~ n:himself =111 naming=45 other=26 ~ n:his =28 ed=-33 ing=18 other-ing=23
other-plain=67 ~ n:how =47 other-plain=-27 saying=36 ~ n:if =15 saying=26 saying-plain=24 ~ n:in =-108 other=-60 ~
n:increasingly =18 ~ n:ing ed=-44 ing=28 ment=-15 other-plain=16 prep=35 saying=14 saying-plain=-25 ~ n:is =-83 ~
n:it's =33 ~ n:its other=20 other-plain=-18 saying=17 ~ n:it naming=56 other-plain=-29 saying=-33 saying-plain=64 ~
n:many =-32 ~ n:more =-11 ing=6 other=-43 other-plain=-32 prep=64 ~ n:name =21 other=26 other-ing=13 other-plain=14
prep=-40 saying-ing=-25 ~ n:not =101 ion=9 saying=8 ~ n:now =-23 ~ n:no other=-24 ~ n:number =-11 other=30 prep=-46 ~
n:of =-111 other-plain=-53 ~ n:one =-52 ~ n:only =7 ~ n:on other=12 saying=-127 ~ n:or =-65 ~ n:other =40 other=14 ~
n:our =-30 ~ n:owner =55 other=60 prep=-17 saying=14 saying-ing=-22 ~ n:plain =-34 other=-18 saying-plain=20 ~
n:plural =15 ing=-22 other-plain=9 prep=9 saying-ing=-11 saying-plain=-38 ~ n:repeatedly =-26 saying=-17 ~ n:she =6
saying=44 ~ n:so =119 other=10 saying=48 saying-plain=29 ~ n:some =26 prep=24 ~ n:such other=23 ~ n:that =74 ed=32
ing=-8 ion=24 ment=12 naming=-90 naming-plain=-7 other=17 prep=-28 s=-6 saying=33 saying-ing=11 saying-plain=16 ~
n:the =39 ing=-80 naming=5 other=34 other-ing=10 other-plain=10 prep=-20 s=31 saying-plain=-22 ~ n:their ed=-32
other=16 other-ing=-6 prep=-27 saying=18 saying-plain=36 ~ n:themselves =99 other=20 ~ n:them other=34 ~ n:these =9 ~
n:they =14 ed=21 other=5 other-plain=19 saying=-44 ~ n:they're =20 ~ n:this other=41 other-plain=46 prep=-13
saying=-58 ~ n:those =24 other=10 saying=17 ~ n:three =-55 prep=-16 ~ n:to =-6 ing=46 naming=-37 other-plain=-11 s=-8
saying=-8 saying-ing=31 saying-plain=26 ~ n:tuesday =-32 ~ n:two =-102 other=-16 ~ n:us =-37 ~ n:verb =-23 other=-30
prep=41 saying=-9 saying-ing=63 saying-plain=-7 ~ n:virtually =5 ~ n:was =-37 ~ n:we other=11 ~ n:what =15
saying-plain=11 ~ n:when =-106 other=-42 other-plain=-9 saying=-124 ~ n:where other-plain=19 ~ n:whether =77
other-plain=8 prep=25 saying-plain=-46 ~ n:which =-73 prep=-60 ~ n:who =-12 prep=26 saying=-33 ~ n:whom =-17 prep=-30
~ n:why =107 other=20 ~ n:will =-15 ~ n:word =-21 ed=-23 ing=-17 other-plain=-10 prep=13 saying=17 saying-ing=28 ~
n:would =10 ~ n:yet =6 ~ n:you =-32 ~ opens:( =-5 ~ opens:< =-128 ~ opens:adv =6 ~ opens:and =16 ~ opens:as =37 ~
opens:but =6 ~ opens:conj =39 ~ opens:det =-6 ~ opens:ing =-69 ~ opens:number =28 ~ opens:of =32 ~ opens:owner =-10 ~
opens:plural =-45 ~ opens:prep =21 ~ opens:pron =-8 ~ opens:quote =-98 ~ opens:that =-8 ~ opens:verb =-32 ~ opens:wh
=-11 ~ opens:word =22 ~ phrase and=-42 as=-74 aux=62 det=14 ed=-52 ing=-36 naming=24 naming-ing=17 number=-32
object=36 of=-18 plain=6 plural=19 poss=27 prep=-89 pron=32 quote=31 s=17 saying=18 that=23 time=-157 wh=55 word=-6 ~
quotes:at naming=-84 prep=8 saying=47 ~ quotes:far ing=-141 naming=86 other=-6 other-ing=33 prep=-35 saying=23
saying-ing=24 saying-plain=-7 ~ quotes:near ed=-27 naming=65 naming-ing=36 other=-5 other-ing=28 other-plain=-76
prep=-43 saying=31 saying-ing=47 saying-plain=-21 ~ quotes:none ed=-47 ing=-70 ion=-13 naming-plain=-39 other=-7
other-ing=-8 other-plain=6 prep=-42 saying=-11 saying-ing=-14 saying-plain=26 ~ r:adv ,=-83 as=131 ing=15 plural=17
prep=-112 stop=-110 that=-75 to=-23 wh=139 word=66 ~ r:as pron=-17 wh=10 ~ r:aux adv=-71 aux=-10 to=122 ~ r:conj
prep=21 stop=24 ~ r:det $=20 adv=-56 aux=-31 det=-24 ed=28 name=-11 of=48 owner=14 plain=40 plural=13 prep=-46
quote=22 stop=23 time=-209 verb=69 word=9 ~ r:ed det=-63 name=24 plural=58 prep=-77 to=-19 ~ r:ing ,=-18 det=8 ed=-7
name=51 plural=16 poss=65 prep=-5 that=-52 to=-59 verb=29 word=27 ~ r:name ,=-21 adv=-24 as=113 aux=48 conj=24 ed=12
ing=88 name=-12 of=26 owner=56 plain=-24 plural=-10 stop=-12 that=-159 time=-93 verb=-27 wh=-100 word=9 ~ r:number
plural=-7 ~ r:object adv=21 as=60 conj=-46 of=28 quote=48 that=-17 word=-30 ~ r:of name=-33 ~ r:owner ing=-19 name=-83
number=-38 plain=48 plural=21 verb=35 word=35 ~ r:plain and=23 stop=12 ~ r:plural ,=-60 and=-46 dash=-6 det=-8 ed=-15
ing=73 of=8 plural=38 stop=-59 that=25 to=12 word=69 ~ r:poss adv=9 ing=81 plain=-37 prep=-32 verb=61 word=9 ~ r:prep
det=-15 ing=5 name=-81 pron=58 time=-115 word=42 ~ r:pron aux=28 det=-31 name=-8 of=16 plain=19 plural=15 quote=6
stop=-7 to=-9 word=10 ~ r:quote and=33 end=-200 ing=-31 plural=42 prep=35 quote=24 ~ r:that ,=-13 aux=-173 conj=13
det=81 ed=-181 name=25 number=56 owner=28 plain=-66 plural=13 poss=73 prep=21 pron=77 quote=79 stop=-14 time=-132
verb=-181 wh=16 word=-14 ~ r:time ,=-11 ~ r:to adv=49 aux=40 det=-188 ing=54 name=-148 number=-64 owner=-155 plain=80
plural=-21 poss=-110 quote=57 word=87 ~ r:verb ,=-31 det=-28 of=53 prep=-49 that=60 verb=48 ~ r:wh ,=17 det=15 ed=-45
name=7 poss=50 to=43 verb=-61 ~ r:word ==-35 adv=-10 and=48 as=-20 det=-48 ed=-19 name=91 number=-94 of=15 plural=87
poss=-77 prep=-34 stop=-18 time=-228 to=-25 verb=77 word=82 ~ s:ed <adv=9 <and=16 <aux=-18 <det=27 <of=-17 <plural=-39
<prep=-39 <time=27 as=18 det=-18 ing=-44 poss=-23 prep=7 pron=20 that=32 wh=14 word=-23 ~ s:ing <,=-20 <adv=5 <and=-36
<aux=18 <dash=-29 <det=-26 <name=-56 <plural=17 <prep=9 <pron=-24 <to=11 ing=28 object=-44 plural=-22 poss=-5 prep=-84
that=-8 to=46 wh=30 word=-17 ~ s:ion <name=-11 <of=13 <owner=23 <word=-20 that=24 ~ s:ment ing=-15 that=12 time=8 ~
s:naming-ing <,=13 <aux=-70 <verb=-17 adv=23 det=-14 object=40 ~ s:naming-plain <aux=22 <det=-66 <to=46 <word=-65
poss=9 that=-7 ~ s:naming <,=36 <and=17 <aux=-70 <name=12 <word=-38 adv=98 object=47 pron=12 quote=-84 that=-90 to=-37
~ s:other-ing <adv=-11 <aux=21 <conj=18 <name=-30 <number=7 <quote=25 <that=-8 <verb=-35 <word=12 det=10 name=13
prep=-56 pron=-44 ~ s:other-plain <aux=-25 <ing=-31 <name=10 <plural=49 <poss=34 <prep=-73 <verb=107 <word=-54 adv=32
det=5 ing=16 name=14 object=8 of=-53 plural=9 prep=7 to=-11 wh=-16 word=-10 ~ s:other <aux=-30 <but=-7 <dash=10
<det=-14 <ed=-29 <name=14 <plain=26 <plural=-24 <prep=-13 <to=-10 <verb=56 adv=-26 aux=-135 conj=-6 det=8 name=26
number=30 object=48 owner=60 plain=-18 poss=52 prep=-9 that=17 verb=-30 ~ s:prep <,=-68 <adv=32 <and=-72 <but=-33
<conj=-62 <ed=21 <ing=41 <name=-19 <number=-9 <plain=46 <pron=-22 <quote=-67 <time=-38 <verb=53 <wh=-15 <word=11
adv=-31 aux=54 det=-35 ed=54 ing=35 name=-40 number=-46 owner=-17 plural=9 poss=-20 prep=27 pron=-75 quote=8 that=-28
time=-100 verb=41 wh=13 word=13 ~ s:saying-ing <,=15 <and=8 <as=-19 <aux=42 <conj=24 <det=-50 <name=-31 <quote=44
<start=18 <verb=-11 adv=-9 name=-25 owner=-22 plural=-11 prep=-54 pron=34 that=11 to=31 verb=63 wh=65 word=28 ~
s:saying-plain <,=7 <<=-35 <adv=-17 <and=-23 <name=27 <owner=-8 <plural=42 <to=8 <wh=11 <word=-11 adv=-92 aux=-96
det=26 ing=-25 object=-74 plain=20 plural=-38 poss=36 prep=10 that=16 to=26 verb=-7 ~ s:saying <adv=21 <and=12
<aux=-14 <but=40 <dash=50 <name=21 <plural=15 <poss=-56 <prep=-14 <pron=6 <quote=-97 <time=48 <to=-17 <verb=-48 <wh=22
adv=-46 as=-12 det=10 ed=-7 ing=14 object=-70 owner=14 poss=21 pron=71 quote=47 that=33 time=-67 to=-8 verb=-9 word=17
~ s:s <adv=47 <that=27 <wh=-6 <word=-17 adv=14 det=46 that=-6 to=-8 ~ subj:' =-12 ~ subj:( =-29 ~ subj:) =48 other=27
~ subj:, =56 naming-ing=25 other=11 prep=-99 s=11 saying=7 saying-ing=7 ~ subj:< =-35 saying-plain=-35 ~ subj:adv =43
ed=-19 other-ing=7 prep=62 s=15 saying=-9 saying-plain=-18 ~ subj:and ed=9 ing=-21 naming=24 prep=-5 saying-plain=-23
~ subj:as =-29 saying-ing=-19 ~ subj:but other=-47 prep=-115 saying=20 ~ subj:conj =-18 other=-37 other-ing=8 prep=-53
saying-ing=34 ~ subj:dash ing=-63 prep=-12 saying=20 ~ subj:det =-25 ed=14 ing=-12 ment=11 naming-plain=-68 prep=-15
saying=9 saying-ing=-50 ~ subj:ed naming-plain=6 other=-31 prep=56 ~ subj:ing =-13 ed=-36 other-plain=-27 prep=34 ~
subj:name =28 ed=13 naming=34 other-plain=15 prep=-19 s=-19 saying=6 ~ subj:number other-ing=7 prep=-10 ~ subj:object
other=-7 saying-plain=25 ~ subj:of =-32 ed=-23 ion=13 ~ subj:owner =-50 ion=23 saying-plain=-8 ~ subj:plain =31 ing=-5
other=25 prep=41 saying-plain=27 ~ subj:plural =28 ed=-7 other-ing=9 prep=-16 saying=27 saying-plain=6 ~ subj:poss
=-39 other-plain=26 saying=-56 ~ subj:prep =-20 ed=-47 ing=25 other=-29 saying=-20 saying-plain=14 ~ subj:pron ing=-23
other-plain=-13 prep=-8 s=22 saying=9 saying-ing=10 saying-plain=-25 ~ subj:quote other=15 other-ing=25 prep=-74
saying=-75 saying-ing=44 ~ subj:start =-43 prep=-31 saying-ing=7 ~ subj:that =-66 other=-10 other-ing=-28 s=26 ~
subj:time =67 ed=15 other-plain=18 prep=-44 saying=35 ~ subj:verb =8 naming-ing=-17 other=12 prep=56 saying=-48
saying-ing=-29 saying-plain=8 ~ subj:wh =-25 prep=-13 s=-12 saying-plain=13 ~ subj:word ing=39 ion=-20 naming=-39
other-ing=9 other-plain=-19 prep=5 saying=28 saying-ing=29 saying-plain=-29 ~ subject:a =-32 ~ subject:about =-20 ~
subject:according =-82 ~ subject:accounts =44 ~ subject:accusations =54 ~ subject:accused =-37 ~ subject:acknowledged
=-6 ~ subject:acquiesced =43 ~ subject:ads =43 ~ subject:advocate =83 ~ subject:advocates =13 ~ subject:against =-26 ~
subject:agency =29 ~ subject:agree =25 ~ subject:agreed =39 ~ subject:aides =18 ~ subject:aim =70 ~ subject:aimed =26
~ subject:all =24 ~ subject:allegiance =40 ~ subject:allies =99 ~ subject:alluding =32 ~ subject:almost =-41 ~
subject:an =-13 ~ subject:analysts =9 ~ subject:and =16 ~ subject:angry =60 ~ subject:another =23 ~ subject:appear
=-45 ~ subject:appeared =-36 ~ subject:appears =-63 ~ subject:asking =37 ~ subject:assertion =10 ~ subject:assured =6
~ subject:at =-14 ~ subject:attack =13 ~ subject:attacks =28 ~ subject:attention =30 ~ subject:audience =21 ~
subject:authorities =25 ~ subject:aware =27 ~ subject:away =45 ~ subject:balked =54 ~ subject:based =-77 ~
subject:battle =-38 ~ subject:because =-26 ~ subject:before =41 ~ subject:began =-45 ~ subject:believe =38 ~
subject:bill =23 ~ subject:board =24 ~ subject:boasted =32 ~ subject:both =85 ~ subject:brushed =48 ~ subject:but =78
~ subject:by =37 ~ subject:call =9 ~ subject:called =27 ~ subject:calling =91 ~ subject:calls =34 ~ subject:came =-109
~ subject:camp =27 ~ subject:campaign =46 ~ subject:campaigns =31 ~ subject:candidate =27 ~ subject:candidates =21 ~
subject:case =21 ~ subject:chance =-22 ~ subject:charge =-37 ~ subject:charges =-43 ~ subject:cheer =66 ~
subject:closely =20 ~ subject:come =-47 ~ subject:comfortable =40 ~ subject:comment =11 ~ subject:commented =46 ~
subject:comments =-8 ~ subject:committee =-73 ~ subject:compared =-40 ~ subject:concerned =14 ~ subject:concerns =23 ~
subject:conducted =-41 ~ subject:confident =93 ~ subject:consensus =32 ~ subject:consistently =23 ~ subject:continued
=54 ~ subject:contrast =-46 ~ subject:controversial =10 ~ subject:couldn't =-29 ~ subject:counting =17 ~
subject:countries =-18 ~ subject:country =-20 ~ subject:court =43 ~ subject:critical =62 ~ subject:criticism =51 ~
subject:criticized =-30 ~ subject:critique =44 ~ subject:debate =34 ~ subject:declined =39 ~ subject:deep =33 ~
subject:defense =41 ~ subject:delegates =-94 ~ subject:described =-28 ~ subject:details =-21 ~ subject:directly =11 ~
subject:director =-50 ~ subject:disagree =45 ~ subject:disclosure =10 ~ subject:distanced =88 ~ subject:divided =52 ~
subject:documents =-5 ~ subject:doesn't =19 ~ subject:don't =31 ~ subject:donors =-14 ~ subject:efforts =-50 ~
subject:embrace =60 ~ subject:employees =-30 ~ subject:endorsement =29 ~ subject:enough =-36 ~ subject:enthusiasm =40
~ subject:especially =10 ~ subject:essentially =-8 ~ subject:estimates =49 ~ subject:everyone =25 ~ subject:example
=26 ~ subject:executives =38 ~ subject:expected =-87 ~ subject:expressed =7 ~ subject:faith =45 ~ subject:favor =52 ~
subject:favorably =30 ~ subject:federal =-31 ~ subject:filed =-16 ~ subject:firms =24 ~ subject:focus =50 ~
subject:focused =10 ~ subject:focuses =55 ~ subject:focusing =24 ~ subject:footage =58 ~ subject:for =-53 ~
subject:forth =7 ~ subject:forward =56 ~ subject:from =-24 ~ subject:fun =31 ~ subject:get =-31 ~ subject:go =-98 ~
subject:goal =16 ~ subject:going =-37 ~ subject:governor =39 ~ subject:half =-11 ~ subject:hard =21 ~ subject:haven't
=22 ~ subject:he =-52 ~ subject:he'd =-28 ~ subject:he's =-19 ~ subject:help =-18 ~ subject:helped =-63 ~
subject:hints =24 ~ subject:history =-11 ~ subject:hope =13 ~ subject:hopes =16 ~ subject:hostility =12 ~ subject:how
=-20 ~ subject:idea =31 ~ subject:identify =11 ~ subject:immediately =-12 ~ subject:impact =-36 ~ subject:important
=-25 ~ subject:impressed =37 ~ subject:information =-15 ~ subject:interest =86 ~ subject:interested =64 ~
subject:interview =-27 ~ subject:investors =10 ~ subject:issues =-72 ~ subject:judge =8 ~ subject:known =29 ~
subject:last =-47 ~ subject:lawmakers =7 ~ subject:lawsuit =29 ~ subject:lay =-9 ~ subject:laying =81 ~ subject:lays
=19 ~ subject:lead =-28 ~ subject:leaders =67 ~ subject:left =21 ~ subject:legislation =11 ~ subject:length =13 ~
subject:letter =8 ~ subject:like =-5 ~ subject:likely =-31 ~ subject:line =-13 ~ subject:look =66 ~ subject:looking
=62 ~ subject:loudly =41 ~ subject:made =-13 ~ subject:majority =-47 ~ subject:make =-62 ~ subject:man =-50 ~
subject:many =39 ~ subject:media =-14 ~ subject:member =-10 ~ subject:men =-32 ~ subject:mention =48 ~ subject:message
=95 ~ subject:messages =13 ~ subject:million =-87 ~ subject:money =-47 ~ subject:months =-40 ~ subject:more =20 ~
subject:much =-68 ~ subject:name =-36 ~ subject:nationwide =-10 ~ subject:need =-19 ~ subject:negative =9 ~
subject:new =-27 ~ subject:no =-10 ~ subject:none =-11 ~ subject:note =25 ~ subject:observers =28 ~ subject:of =-32 ~
subject:off =9 ~ subject:office =33 ~ subject:officials =7 ~ subject:on =67 ~ subject:opinion =66 ~
subject:opportunity =-24 ~ subject:opposition =59 ~ subject:organization =8 ~ subject:others =53 ~ subject:out =53 ~
subject:outlets =39 ~ subject:panel =13 ~ subject:part =-40 ~ subject:passion =38 ~ subject:pay =-27 ~ subject:people
=-85 ~ subject:planned =-40 ~ subject:play =-25 ~ subject:plea =13 ~ subject:pleased =39 ~ subject:point =33 ~
subject:pointed =115 ~ subject:pointing =99 ~ subject:points =70 ~ subject:poised =8 ~ subject:poll =96 ~
subject:polls =42 ~ subject:positions =29 ~ subject:posted =-9 ~ subject:praise =91 ~ subject:president =-6 ~
subject:presidential =-7 ~ subject:pressed =8 ~ subject:preview =7 ~ subject:proponent =69 ~ subject:proposal =16 ~
subject:prosecutors =34 ~ subject:proud =33 ~ subject:publicly =26 ~ subject:pushed =92 ~ subject:pushing =42 ~
subject:questions =-15 ~ subject:quick =15 ~ subject:race =-99 ~ subject:railed =65 ~ subject:record =-7 ~
subject:reference =48 ~ subject:references =29 ~ subject:referred =35 ~ subject:referring =44 ~ subject:refers =18 ~
subject:refused =64 ~ subject:regularly =13 ~ subject:rejection =33 ~ subject:relying =14 ~ subject:remain =6 ~
subject:remarks =-25 ~ subject:repeated =-15 ~ subject:report =28 ~ subject:reporter =19 ~ subject:reports =26 ~
subject:request =17 ~ subject:requests =6 ~ subject:researchers =43 ~ subject:respond =10 ~ subject:responded =8 ~
subject:response =19 ~ subject:role =-17 ~ subject:rule =11 ~ subject:rules =-12 ~ subject:rulings =7 ~ subject:run
=-39 ~ subject:running =-33 ~ subject:said =-71 ~ subject:say =-29 ~ subject:secret =43 ~ subject:see =-34 ~
subject:seeking =5 ~ subject:seemed =32 ~ subject:seen =20 ~ subject:senators =22 ~ subject:sense =35 ~ subject:sent
=-76 ~ subject:served =-10 ~ subject:several =9 ~ subject:share =-26 ~ subject:she =-32 ~ subject:short =-13 ~
subject:shots =38 ~ subject:show =-49 ~ subject:sided =51 ~ subject:signed =7 ~ subject:silence =25 ~
subject:skeptical =20 ~ subject:solely =15 ~ subject:something =-50 ~ subject:sought =46 ~ subject:sparred =53 ~
subject:speaks =33 ~ subject:speech =60 ~ subject:spoke =7 ~ subject:squarely =31 ~ subject:stance =51 ~
subject:statement =55 ~ subject:states =-20 ~ subject:stood =12 ~ subject:stories =61 ~ subject:strategists =18 ~
subject:strongly =28 ~ subject:struck =6 ~ subject:superdelegates =-39 ~ subject:supporter =63 ~ subject:supporters
=44 ~ subject:supportive =62 ~ subject:survey =50 ~ subject:surveyed =40 ~ subject:take =-36 ~ subject:talked =66 ~
subject:talking =23 ~ subject:talks =39 ~ subject:tax =-22 ~ subject:team =39 ~ subject:term =-9 ~ subject:terms =-20
~ subject:terrorism =-15 ~ subject:than =-52 ~ subject:the =-30 ~ subject:theory =5 ~ subject:they =-47 ~
subject:they're =14 ~ subject:this =-44 ~ subject:thought =-48 ~ subject:thoughts =20 ~ subject:ticked =16 ~
subject:touched =21 ~ subject:tribute =39 ~ subject:tried =8 ~ subject:trying =18 ~ subject:tweeting =9 ~
subject:unclear =5 ~ subject:understanding =38 ~ subject:updated =-13 ~ subject:use =-102 ~ subject:used =-44 ~
subject:view =16 ~ subject:views =6 ~ subject:violence =-27 ~ subject:vocal =21 ~ subject:vote =14 ~ subject:voted =62
~ subject:voters =-43 ~ subject:voting =30 ~ subject:wanted =-22 ~ subject:wants =-65 ~ subject:warned =29 ~
subject:warning =8 ~ subject:wary =68 ~ subject:week =44 ~ subject:went =-35 ~ subject:what =-87 ~ subject:which =15 ~
subject:who =20 ~ subject:widely =-31 ~ subject:willing =-55 ~ subject:win =-45 ~ subject:without =36 ~ subject:words
=43 ~ subject:work =-59 ~ subject:worked =-91 ~ subject:worried =13 ~ subject:you =52 ~ w:about =141 <ed=9 <name=66
<plural=29 <prep=-39 <wh=-6 <word=54 aux=68 clause=55 det=32 name=48 number=-130 owner=-12 phrase=60 plural=29 pron=11
verb=50 wh=-67 word=35 ~ w:accepting =59 phrase=63 plural=9 ~ w:accept <to=-20 ~ w:according =-94 <,=-67 phrase=-21
to=-94 ~ w:accusations =-23 clause=-18 that=-35 ~ w:accused =114 <pron=36 clause=26 det=36 name=18 phrase=48 ~
w:accuses =76 name=12 phrase=37 ~ w:accusing =34 ~ w:acknowledged =85 clause=7 phrase=32 ~ w:add =-13 phrase=-25 ~
w:added =-54 <aux=-7 det=-39 phrase=-25 that=56 ~ w:adding that=18 ~ w:addressing =-11 phrase=-31 ~ w:address <to=45
word=16 ~ w:admitting =-12 ~ w:advising =-70 phrase=-8 ~ w:after =-69 <verb=60 clause=-137 det=-123 ing=-39 name=65 ~
w:again =-6 ~ w:against =108 <aux=19 <ed=-20 <verb=36 <word=-29 clause=46 det=48 ing=37 name=-26 object=-69 phrase=31
plural=98 poss=-18 word=19 ~ w:agreed =30 to=45 ~ w:agreement phrase=-22 ~ w:aiming =26 to=28 ~ w:allow =-19
phrase=-17 ~ w:allowed =-22 <aux=-75 phrase=-78 ~ w:allowing =-75 phrase=-15 ~ w:also =-252 <aux=-27 <pron=-7
clause=-115 phrase=-60 ~ w:among =-147 clause=-27 det=-20 phrase=-34 ~ w:announce =28 ~ w:announced =113 <adv=47
clause=43 det=51 phrase=29 poss=31 that=-36 ~ w:announcing =15 ~ w:answering clause=16 ~ w:answer det=16 phrase=28 ~
w:appear =-48 clause=-11 to=-41 ~ w:appeared =-62 phrase=-58 to=-82 ~ w:appears =-48 clause=-44 to=-104 ~ w:applauded
=19 phrase=21 ~ w:appointed =74 phrase=52 ~ w:approved =9 ~ w:are =-257 <name=-31 <plural=-82 clause=-91 det=-18
ing=-54 phrase=-107 ~ w:argue =54 clause=54 that=24 ~ w:argued =58 clause=48 that=30 ~ w:arguing =30 <,=50 clause=6 ~
w:around =-5 clause=-53 det=-5 ~ w:articulated =40 ~ w:as =-86 <object=18 <pron=33 <verb=-16 <word=-7 clause=-67
det=18 pron=-69 word=-41 ~ w:asked =-14 <adv=-25 <aux=68 <name=-51 <pron=-72 <start=66 <wh=9 clause=-35 name=-29
poss=-11 pron=-117 wh=177 ~ w:ask <to=-45 wh=36 ~ w:assailed =61 phrase=61 ~ w:asserted =28 clause=25 ~ w:assertion
=16 clause=16 ~ w:assure =-18 ~ w:attacked =90 clause=5 name=62 phrase=42 ~ w:attacking <word=15 clause=-11 phrase=46
~ w:attacks =-27 ~ w:attempts =-29 phrase=-57 to=-28 ~ w:attended =-31 ~ w:attention =-13 <word=-22 clause=-12 ~ w:at
<aux=-12 <ed=14 <time=-11 <verb=54 clause=-12 det=-66 name=39 pron=-11 wh=16 word=-60 ~ w:author =-48 clause=-14
name=-27 ~ w:authorized =53 clause=36 ~ w:back =-41 <to=8 phrase=-44 to=-41 ~ w:backed =40 phrase=12 ~ w:backing =54
<word=23 clause=59 name=12 word=9 ~ w:ban =-37 name=-70 phrase=-25 ~ w:bare <verb=-7 phrase=-7 ~ w:be =-250 <aux=-21
<to=-76 clause=-84 det=-95 phrase=-80 ~ w:been =-214 <adv=-9 <aux=-95 clause=-32 ing=-48 phrase=-95 ~ w:began =-190
<name=-25 clause=-116 ing=-71 phrase=-34 ~ w:begin =-111 phrase=-33 ~ w:beginning =-113 <aux=-36 phrase=-28 to=-40 ~
w:begins =-20 to=-16 ~ w:behind <plain=14 <word=14 ~ w:being =-109 clause=-30 ~ w:believe =11 clause=6 ~ w:believed
=-73 <pron=-53 clause=-49 that=-23 ~ w:believes =-40 <pron=-70 clause=-17 ~ w:bemoaned =27 phrase=20 ~ w:between =-70
name=-45 ~ w:bill =-113 clause=-68 that=-23 ~ w:blame =107 clause=6 det=9 phrase=51 ~ w:blamed =74 det=54 phrase=53 ~
w:blaming =69 ~ w:blasted =87 clause=70 det=23 ~ w:blasting =37 ~ w:blocked =30 <aux=5 det=37 phrase=44 ~ w:bring =-62
phrase=-6 ~ w:building =-40 ~ w:by =-86 <ed=6 <ing=14 <verb=-45 ing=-63 name=-100 phrase=-16 plural=-8 poss=30 wh=56 ~
w:call =28 name=38 phrase=13 to=19 ~ w:called =-7 <name=-6 <word=-42 name=-12 object=28 poss=-11 quote=-37 ~ w:calling
=8 <,=10 <aux=-5 <name=15 <verb=-17 det=-20 name=16 object=33 phrase=10 ~ w:calls <pron=-40 ~ w:came =-210 clause=-91
phrase=-50 ~ w:campaign =-167 <word=-31 clause=-64 phrase=-34 plural=-24 word=-105 ~ w:case <det=7 clause=-10 ~
w:casting =-78 phrase=-11 ~ w:cast adv=22 poss=-32 ~ w:celebrated =15 det=24 ~ w:challenge =-8 phrase=-17 ~
w:challenged =35 ~ w:changed =-41 ~ w:chants clause=6 ~ w:charged =-18 <adv=-37 ~ w:chose =-45 phrase=-59 ~ w:cite =21
~ w:cited =179 <name=19 clause=123 det=21 phrase=25 ~ w:cites =76 phrase=27 ~ w:citing =168 <,=138 clause=35 det=35
phrase=102 word=25 ~ w:claim =37 clause=27 that=-58 to=43 ~ w:claimed =72 clause=74 ~ w:clear =-18 <aux=-31 <pron=38
<verb=13 <word=-16 clause=-31 that=-18 wh=-24 ~ w:coined =-22 det=-22 ~ w:come =-171 <aux=-59 clause=-10 phrase=-69 ~
w:comment =-8 clause=-33 ~ w:comments =-71 clause=-125 ~ w:compared =41 ~ w:complained clause=12 ~ w:complaints =51
clause=35 that=54 ~ w:concerned =11 ~ w:concerns =-48 clause=-60 that=-20 ~ w:condemned =85 clause=29 det=47 ~
w:confirmed =13 <name=8 clause=11 det=7 ~ w:considers =30 ~ w:containing =-8 ~ w:continue =-191 clause=-43 phrase=-83
to=-81 ~ w:continued =-153 <name=-5 clause=-61 phrase=-36 to=-79 ~ w:continues =-121 <name=-72 clause=-31 phrase=-14
to=-128 ~ w:continuing =-141 clause=-45 phrase=-34 to=-41 ~ w:convinced =52 <aux=16 clause=52 that=35 ~ w:cover =-21
clause=-10 ~ w:covered =54 ~ w:created =-54 det=-33 ~ w:credited =21 ~ w:criticism =6 of=9 ~ w:criticize =51 <to=27
det=37 phrase=20 ~ w:criticized =130 <,=9 <name=6 clause=54 name=67 phrase=38 ~ w:criticizing =99 clause=91 name=17 ~
w:deal =-54 <word=-19 clause=-42 ~ w:debate =-54 <name=-22 clause=-22 that=78 ~ w:decided =86 <word=11 clause=-5
phrase=139 to=58 ~ w:decide clause=21 ~ w:deciding =50 ~ w:decision <owner=30 ~ w:declare =18 <to=20 phrase=6 ~
w:declared =7 name=6 ~ w:declaring =18 <prep=12 ~ w:declined =97 <,=60 <aux=-24 <word=16 clause=37 phrase=18 to=54 ~
w:decried =88 clause=57 det=16 ~ w:defend =41 <to=31 poss=49 ~ w:defended =155 <and=14 <name=52 clause=41 name=16
phrase=80 ~ w:defending =51 clause=25 ~ w:deliver =-86 <to=-44 phrase=-27 ~ w:delivered =-46 clause=-27 ~ w:demand =10
phrase=7 ~ w:demands =14 ~ w:denied =6 ~ w:denounced =118 clause=43 phrase=25 ~ w:denouncing =92 det=38 phrase=63 ~
w:denying =-20 ~ w:describe =23 ~ w:described =82 clause=50 det=86 ~ w:describing =121 clause=59 ~ w:desire =48
phrase=33 to=25 ~ w:detailing =32 ~ w:determine phrase=-7 ~ w:devoted =20 ~ w:did =-191 <name=-52 <pron=-38 aux=-41
clause=-29 conj=11 det=-26 phrase=-109 ~ w:discuss =112 <aux=70 phrase=70 word=14 ~ w:discussed =102 clause=58 det=34
~ w:discussing =51 phrase=8 ~ w:dismissed =145 <name=22 clause=50 phrase=58 ~ w:dismissing =87 clause=33 ~ w:displayed
=25 ~ w:doing =-52 ~ w:double =-37 ~ w:doubt =76 clause=42 that=22 ~ w:down =-78 <ing=-9 <verb=40 det=-66 phrase=-30
plural=10 ~ w:drew =-90 clause=-66 ~ w:during =-217 clause=-41 det=-84 phrase=-63 ~ w:eager =44 <aux=78 phrase=26
to=48 ~ w:earned =-52 phrase=-7 ~ w:echoed =28 clause=6 ~ w:effort =-67 phrase=-67 to=-33 ~ w:efforts =-96 clause=-47
to=-58 ~ w:email =-87 <word=-27 clause=-13 word=-94 ~ w:emailed =-60 phrase=-41 ~ w:emails =-150 clause=-122 that=-57
~ w:embrace =-20 phrase=-52 ~ w:embraced =55 <aux=20 clause=70 ~ w:embracing =53 poss=31 ~ w:emphasizing =13 ~
w:encourage =33 <to=28 phrase=15 ~ w:encouraged =61 phrase=63 ~ w:encouraging =-35 ~ w:ended =-26 ~ w:endorse =52
<to=62 det=8 phrase=52 ~ w:endorsed =130 <name=25 clause=76 name=22 phrase=18 ~ w:endorsing =16 phrase=10 ~ w:enjoyed
=36 clause=11 ~ w:entered =-69 det=-41 ~ w:estimated that=22 ~ w:evidence =-54 <word=-45 clause=-70 that=-25 ~
w:expect =87 det=21 phrase=82 ~ w:expected =-54 <adv=-12 phrase=-41 to=-28 ~ w:expecting =107 <aux=13 clause=15
phrase=47 to=14 ~ w:expects =-9 <pron=-40 ~ w:experienced =6 phrase=14 ~ w:explain =18 <to=41 phrase=31 ~ w:explained
=34 clause=51 det=42 ~ w:explaining =14 <,=25 wh=10 ~ w:exposed =60 phrase=40 ~ w:express =47 <to=40 ~ w:expressed
phrase=43 ~ w:faced =-39 ~ w:facing =-37 ~ w:fact =-86 <det=-50 clause=-88 that=-45 ~ w:failed =-75 to=-16 ~ w:favor
=52 name=-29 ~ w:favored =60 clause=9 name=60 ~ w:fear =66 clause=62 ~ w:fears clause=21 ~ w:feel =15 clause=86 ed=67
phrase=-32 ~ w:felt =8 clause=18 ed=35 ~ w:filed clause=-28 det=7 phrase=20 ~ w:find =-47 <pron=9 <to=-68 det=-25
phrase=-47 ~ w:finding =-48 clause=-26 ~ w:finds =19 clause=45 ~ w:fled =-33 clause=-6 ~ w:followed =-24 phrase=-28 ~
w:following =-29 ~ w:for =33 <adv=12 <as=-9 <ing=52 <plain=-7 <plural=20 <verb=53 adv=-15 det=22 ed=11 name=9
number=20 owner=-38 phrase=7 plain=48 wh=-31 word=14 ~ w:found =46 <adv=-16 <aux=-66 <time=73 <word=64 det=-51 ~
w:from =-145 <adv=92 <ed=-43 <plural=-32 <verb=-80 clause=-39 det=-64 ing=-11 phrase=-53 poss=31 ~ w:gave =-120
clause=-40 det=-7 phrase=-42 poss=-22 ~ w:getting =-18 ~ w:give =-186 <to=-16 clause=-19 phrase=-84 ~ w:gives =-81
phrase=-68 ~ w:giving =-141 <,=-40 clause=-40 phrase=-46 ~ w:go =-146 phrase=-56 ~ w:going =-160 <aux=-24 phrase=-70
to=-97 ~ w:has =-284 <name=-66 clause=-136 det=-116 name=23 phrase=-67 word=-41 ~ w:having =-10 ~ w:hear =-47
phrase=-38 ~ w:heard =-18 ~ w:hearing =-29 ~ w:held =-149 <name=-27 clause=-51 det=-52 phrase=-40 ~ w:helped =-138
clause=-40 ~ w:highlight =17 <to=38 ~ w:highlighted =86 clause=17 phrase=18 ~ w:highlighting <,=-10 ~ w:hired =66
clause=14 det=30 ~ w:hit =-98 clause=-28 det=-47 phrase=-8 ~ w:hope =56 <plural=22 clause=35 ~ w:hoped =50 <aux=70
<pron=-42 to=34 ~ w:hopeful name=-60 ~ w:hopes =123 <name=12 <pron=-12 clause=66 phrase=19 to=28 ~ w:hoping =110
clause=46 phrase=27 to=66 ~ w:how =-214 clause=-82 det=-47 phrase=-96 ~ w:identified =134 clause=92 ~ w:identify =9 ~
w:if =-278 <adv=-15 clause=-138 det=-30 name=-7 phrase=-101 pron=-102 ~ w:ignored =79 clause=15 phrase=18 ~ w:implied
clause=41 ~ w:in =-167 <adv=-91 <ed=25 <name=-36 <plural=-54 <verb=-27 <word=45 clause=-62 det=-76 ing=65 name=-134
phrase=-10 prep=44 ~ w:inclination =18 to=18 ~ w:include =-159 clause=-70 name=-45 phrase=-30 ~ w:included =-20
<adv=-7 <plural=-18 phrase=-24 ~ w:includes =-13 name=-74 phrase=-39 ~ w:including =-118 <,=-50 clause=-22 name=-9
phrase=-10 ~ w:indicate =39 clause=39 ~ w:indicated =55 <aux=12 clause=51 pron=42 ~ w:insist =82 clause=49 ~
w:insisted =81 clause=35 that=21 ~ w:insisting =12 clause=16 ~ w:instead =-9 ~ w:interrupted =-32 phrase=-19 ~
w:interview name=-56 phrase=-41 that=76 ~ w:into =-76 <ed=-50 <word=37 det=-68 phrase=-35 ~ w:introducing =5 phrase=7
~ w:invoked =26 clause=21 ~ w:is =-212 <,=-101 <name=-242 <plain=81 <plural=21 <pron=-154 adv=-41 clause=-70 det=-100
ing=-32 name=-26 phrase=-78 that=28 to=56 wh=32 ~ w:issue =-120 clause=-31 ~ w:issued =-58 <name=-35 clause=-11
det=-32 ~ w:issues =-147 <word=-34 clause=-42 phrase=-31 that=-40 ~ w:it =-224 <,=-6 clause=-61 phrase=-119 plural=-26
~ w:joined =-65 phrase=-55 ~ w:justify =48 ~ w:knocked =81 ~ w:know =27 clause=26 pron=12 ~ w:knowing =34 ~ w:known
=-81 clause=-10 ~ w:knows =70 clause=24 wh=23 ~ w:laid =-16 ~ w:lambasted =21 ~ w:lamented =26 ~ w:later =-137
clause=-63 ~ w:launching =14 clause=29 ~ w:lay =-14 ~ w:leading =-75 ~ w:learned =26 clause=27 ~ w:led =-174
clause=-73 name=-31 phrase=-43 ~ w:legislation =-65 clause=-27 ~ w:likened =18 ~ w:like <aux=57 <verb=-37 clause=-5
name=-79 to=68 ~ w:listed =46 <adv=10 det=51 ~ w:lists =60 phrase=20 ~ w:looking =43 phrase=17 to=60 ~ w:love
clause=13 ~ w:made =-177 <adv=-38 <aux=-24 clause=-61 det=-60 phrase=-70 ~ w:maintain =-24 ~ w:maintained =-108
<aux=-19 clause=-22 phrase=-32 ~ w:maintains =-68 <name=-40 det=-56 phrase=-43 ~ w:make =-236 <aux=-17 clause=-74
det=-37 phrase=-104 ~ w:makes =-196 clause=-48 det=-19 phrase=-79 ~ w:making =-142 <aux=-8 clause=-43 phrase=-52
pron=-50 ~ w:managed =-55 ~ w:mean =-44 clause=-47 ~ w:meaning =-87 <,=-57 clause=-70 ~ w:means =-121 clause=-89 ~
w:meant =-123 clause=-77 that=-42 ~ w:media =-24 plural=-44 word=-34 ~ w:mention =147 <aux=60 <word=24 clause=36
det=42 phrase=75 ~ w:mentioned =84 det=17 name=14 phrase=51 ~ w:mentioning =64 ~ w:mentions =33 phrase=10 ~ w:mocked
=67 clause=51 name=18 ~ w:mocking =22 phrase=26 ~ w:named =28 <aux=-12 <name=42 ~ w:need =-89 phrase=-30 to=-78 ~
w:needed =-13 to=-48 ~ w:negotiated =10 ~ w:news =-143 <word=-26 clause=-61 phrase=-6 ~ w:night =-31 <time=-96 ~
w:nominated =71 clause=6 name=43 phrase=13 ~ w:nominating =47 ~ w:not =-277 <aux=-106 clause=-44 det=-21 phrase=-168 ~
w:noted =136 <word=16 clause=53 det=15 phrase=53 ~ w:notes =26 ~ w:noting =54 <,=26 clause=14 that=35 ~ w:off =18
<ed=70 <word=-78 clause=20 det=19 plural=14 ~ w:offer =24 <to=55 ~ w:offered =34 <aux=40 <name=-58 clause=20 poss=-7
to=16 word=29 ~ w:offering =33 <aux=34 adv=35 phrase=12 ~ w:of <%=-14 <adv=62 <aux=35 <conj=-42 <det=-116 <ed=42
<name=-36 <plain=19 <prep=-62 <pron=-155 <verb=70 <word=16 aux=21 det=-11 plural=-79 wh=-11 word=17 ~ w:on =44 <ed=-10
<ing=13 <name=44 <prep=37 <word=14 name=-20 phrase=10 plural=46 poss=-17 pron=20 time=-47 to=-23 verb=25 wh=46 word=36
~ w:only =-197 <aux=-44 clause=-123 det=-44 phrase=-8 that=8 ~ w:oppose =90 phrase=66 ~ w:opposed =104 <name=5
clause=21 det=81 phrase=41 ~ w:opposes phrase=28 ~ w:opposition =-80 phrase=-16 to=-22 ~ w:ordered =61 <word=25
clause=58 det=94 to=-21 ~ w:out =-16 <verb=99 <word=-94 det=-84 phrase=-33 plural=22 ~ w:over =35 <,=10 <object=27
<plural=43 <verb=-47 clause=26 det=-32 owner=64 wh=12 word=87 ~ w:passed =44 phrase=44 ~ w:past =-55 det=-63
phrase=-49 ~ w:perceived clause=7 ~ w:persuade =17 <to=38 phrase=14 ~ w:persuading =9 ~ w:plan =37 clause=24 to=60 ~
w:planned =16 <aux=7 to=24 ~ w:planning =49 <aux=39 phrase=42 to=65 ~ w:plans =5 <name=38 <word=-11 phrase=17 to=22 ~
w:play =-110 <aux=-29 det=-36 phrase=-53 ~ w:played =-116 det=-41 phrase=-71 ~ w:playing =-141 clause=-54 det=-70
phrase=-13 ~ w:plays =-30 ~ w:pledged <adv=-38 <aux=96 <pron=7 plural=-111 to=83 ~ w:pledging =63 ~ w:point =-30
clause=-61 that=24 ~ w:pointed =-89 word=-30 ~ w:pointing =-75 clause=-18 ~ w:points =-75 ~ w:polling =19 ~ w:portray
=8 <to=8 phrase=21 ~ w:portrayed =59 clause=30 ~ w:posted =-8 <name=-14 clause=-9 ~ w:praised =154 clause=80 det=33
name=27 phrase=36 ~ w:praising =27 clause=14 ~ w:predicted =47 clause=27 ~ w:prefer =58 det=17 phrase=14 ~ w:preferred
=80 ~ w:press =-56 word=-44 ~ w:pressure =-35 ~ w:prevent =-35 <to=-81 ~ w:promise =32 <poss=37 to=53 ~ w:promised =42
phrase=32 to=109 ~ w:promises =39 phrase=44 to=58 ~ w:promising =76 phrase=30 to=40 ~ w:promote =17 phrase=33 ~
w:promoting =72 clause=57 det=15 ~ w:prompted =-44 ~ w:proposal to=20 ~ w:proposed =132 <aux=36 clause=30 det=51
ing=43 phrase=67 word=-7 ~ w:proposing =82 phrase=38 ~ w:protest =-43 ~ w:provide =-37 det=-13 phrase=-125 ~
w:provided =-46 det=-40 ~ w:published det=-10 ~ w:pushing =-46 <,=-8 ~ w:push <poss=9 <to=-7 ~ w:put =-139 <to=-40
clause=-34 name=-23 phrase=-57 ~ w:puts =-75 ~ w:putting =-165 <,=-26 clause=-51 phrase=-52 ~ w:question =41 <det=-25
<to=47 phrase=13 poss=54 wh=49 ~ w:questioned =100 phrase=71 wh=14 ~ w:questioning =69 phrase=10 ~ w:questions =34
phrase=9 prep=31 ~ w:quotes =27 phrase=27 ~ w:raise =-159 <to=-53 phrase=-80 ~ w:raised =-50 clause=-8 ~ w:raising
=-160 det=-40 phrase=-75 ~ w:ran =-40 clause=-23 ~ w:read =-31 clause=-15 ~ w:reading =-29 clause=-11 ~ w:realized =10
~ w:reason =-75 <word=-18 clause=-35 ~ w:reasons =-138 <det=-9 clause=-86 ~ w:rebuked =37 ~ w:rebut =11 ~ w:recalled
=94 clause=36 phrase=6 ~ w:recalling =62 <,=55 clause=18 det=19 ~ w:received =-133 det=-28 phrase=-31 ~ w:recommended
=14 ~ w:referenced =68 ~ w:referencing =20 det=6 ~ w:referred clause=-8 to=-19 ~ w:referring =-31 to=-10 ~ w:reflect
=-29 ~ w:reflecting =-63 <,=-56 det=-19 ~ w:reflects =-57 <word=-32 clause=-19 det=-12 ~ w:refusal clause=5 ~ w:refuse
=45 phrase=14 ~ w:refused =68 clause=26 to=64 ~ w:refuses =57 to=57 ~ w:regarding =-6 phrase=-7 ~ w:registered =-10
clause=-17 ~ w:rejected =86 <name=66 clause=30 phrase=9 ~ w:related =-35 to=-8 ~ w:release =-108 <to=-16 phrase=-72 ~
w:released =-22 clause=-20 det=-56 ~ w:releasing =-45 det=-5 ~ w:reluctance =30 to=30 ~ w:remarks =-81 clause=-60 ~
w:remember =39 clause=23 ~ w:remembered =33 ~ w:remembers =45 ~ w:repeatedly <aux=-15 <verb=33 verb=-31 ~ w:report
=-18 <name=-43 <to=23 clause=-64 ~ w:reported =88 <word=34 ing=94 phrase=60 word=-73 ~ w:reports =-33 <name=13
clause=-21 that=-54 ~ w:requested =119 <wh=62 phrase=124 word=89 ~ w:require <aux=-12 phrase=-49 ~ w:responding =-10
to=-9 ~ w:restricting =123 <word=41 phrase=98 ~ w:return =-29 phrase=-23 ~ w:retweeted =64 phrase=19 ~ w:reveal =40 ~
w:revealed =131 <aux=11 clause=67 det=61 phrase=23 ~ w:rules =-67 ~ w:running =22 <,=11 ~ w:said =36 <and=19 <aux=-5
<det=48 <number=20 <quote=-158 <that=-33 <word=14 adv=-47 clause=81 det=85 owner=78 phrase=-13 plural=100 poss=54
prep=-69 pron=15 quote=-9 that=-32 time=-35 to=-80 word=57 ~ w:saw =-10 <pron=-99 phrase=-19 ~ w:say =102 <aux=8 <ed=9
<name=13 <to=-45 <word=40 clause=44 name=54 phrase=23 pron=44 that=-44 wh=-16 ~ w:saying =63 <,=22 <as=-19 <aux=23
<name=-32 <word=46 clause=50 det=20 name=13 plural=18 that=-79 word=33 ~ w:says =110 <pron=13 <word=30 clause=59
det=18 name=46 phrase=7 pron=7 that=-123 ~ w:see =73 <plural=42 <to=-111 clause=36 det=14 plural=63 poss=-11 prep=7
wh=-56 word=55 ~ w:seeing =-38 phrase=-13 ~ w:seek =8 to=31 ~ w:seeking =41 <aux=21 <word=24 clause=43 det=-18 word=43
~ w:seeks =72 clause=45 to=7 ~ w:seemed =-45 phrase=-21 to=-37 ~ w:seems <pron=36 phrase=-20 to=-100 ~ w:seen <aux=-33
clause=-10 phrase=10 poss=44 ~ w:sees =51 <name=48 det=9 phrase=27 ~ w:self-described =125 <det=50 clause=76 word=59 ~
w:send =-86 ~ w:sending =-104 det=-5 phrase=-43 ~ w:sent =-195 clause=-64 det=-51 phrase=-57 ~ w:set =-133 phrase=-67
to=-16 ~ w:shocked =12 <aux=30 ~ w:shooting =-34 ~ w:shot =-11 ~ w:show =37 <to=-11 <verb=31 name=53 phrase=37
plural=44 that=-33 word=-46 ~ w:showed =57 <name=-35 <time=35 <word=19 name=62 phrase=28 ~ w:shows =78 <plural=18
<word=64 det=15 name=75 phrase=42 ~ w:sign =-36 clause=-19 ~ w:signaled clause=13 ~ w:signed <name=5 clause=24 det=16
~ w:signs =-57 clause=-35 ~ w:skeptical <aux=7 clause=26 ~ w:slammed =75 phrase=17 ~ w:slamming =30 ~ w:slams =32 ~
w:something =-88 clause=-52 ~ w:sought =35 <pron=72 phrase=32 to=37 word=9 ~ w:sounded =17 ~ w:speak =-84 phrase=-25 ~
w:speaking =-72 clause=-43 ~ w:speech =-53 clause=-36 ~ w:spending =-38 ~ w:started =-106 ~ w:state =-189 <det=-38
clause=-55 name=-46 phrase=-66 ~ w:stated =18 clause=6 that=12 ~ w:statements clause=-25 ~ w:statement <det=27
clause=-10 ing=-7 phrase=21 that=51 ~ w:states =-219 <name=-117 clause=-120 phrase=-45 ~ w:stressed =44 phrase=6 ~
w:striking =-39 ~ w:struck =-48 det=-64 ~ w:suggest =81 clause=71 that=15 ~ w:suggested =81 <adv=43 clause=45 pron=11
~ w:suggesting =51 clause=47 ~ w:suggestion clause=12 that=6 ~ w:suggests =24 <name=37 clause=28 det=12 that=-6 ~
w:support =8 <aux=64 <name=9 <pron=-66 <to=-9 adv=34 clause=9 det=37 ing=15 name=-25 owner=-12 poss=-59 word=50 ~
w:supported =72 <aux=51 <plural=-21 <word=40 phrase=80 word=40 ~ w:supporting =31 <word=-19 name=24 object=-12
phrase=26 word=22 ~ w:supports =28 <name=25 ing=46 phrase=43 ~ w:takes =-122 <pron=-64 phrase=-47 ~ w:talk =-29
clause=-18 ~ w:talking =-47 ~ w:targeted =17 ~ w:telling =-71 <,=-42 det=-58 name=-40 phrase=-24 plural=-81 that=130 ~
w:tells =-51 <name=-47 clause=-44 det=-37 plural=-66 that=41 ~ w:tell pron=-28 that=43 wh=10 ~ w:thanked =22 clause=43
~ w:thanking =48 ~ w:that =-326 <time=-28 <verb=-30 <word=28 clause=-180 det=-16 name=-64 owner=-34 phrase=-94 ~
w:thinking =-12 ~ w:thinks <pron=-30 clause=9 name=14 ~ w:think <plural=36 det=23 pron=-12 that=-9 ~ w:thought =-43
<pron=-25 clause=-50 pron=-27 ~ w:threatened =8 <aux=12 ~ w:through =-77 det=-79 phrase=-35 ~ w:time =-95 <adv=20
<word=-75 clause=-62 pron=-23 that=41 to=-63 ~ w:to =-12 <as=28 <aux=-61 <ed=-6 <plural=-19 <word=-17 adv=-28 aux=-64
det=22 ing=9 owner=64 plain=-42 poss=-20 wh=29 word=-42 ~ w:told =-102 <aux=-38 <name=-26 <pron=-20 clause=-38
det=-142 name=-160 object=-23 owner=-70 phrase=-36 plural=-103 poss=-88 pron=163 that=281 word=-7 ~ w:touted =89
clause=40 poss=11 ~ w:touting =56 det=11 phrase=32 ~ w:toward =40 <plural=19 <word=31 clause=24 name=42 ~ w:tried
=-111 to=-74 ~ w:trying =-76 phrase=-61 to=-72 ~ w:turned =-105 phrase=-32 ~ w:tweet =-71 <<=-35 phrase=-7 word=-36 ~
w:tweeted <,=31 phrase=23 that=-18 ~ w:tweets =-25 ~ w:unclear =-30 clause=-20 wh=-50 ~ w:underscores =-5 ~
w:understand wh=20 ~ w:up =-91 <plain=-55 <verb=45 <word=-67 phrase=-67 ~ w:upon =41 <verb=34 ~ w:urged =67 <pron=9
clause=14 det=22 name=21 phrase=17 to=-22 ~ w:urging det=-30 ~ w:use =-156 <aux=-8 <to=-53 clause=-55 phrase=-34 ~
w:used =-156 <name=-58 phrase=-108 to=-35 ~ w:uses =-69 ~ w:using =-223 clause=-66 det=-53 phrase=-100 ~ w:view =30
<plural=-14 clause=14 ~ w:viewed phrase=-19 ~ w:visited =-62 ~ w:voiced =7 ~ w:vote =-39 phrase=-62 ~ w:voted =85
<aux=31 phrase=72 to=25 ~ w:vowed =103 <and=6 clause=62 to=82 ~ w:vowing =26 phrase=26 to=26 ~ w:vows =107 clause=42
to=83 ~ w:want =57 <aux=5 <pron=-51 <word=10 clause=25 det=58 to=30 ~ w:wanted =28 <wh=35 to=15 ~ w:wants =30 <name=30
det=27 phrase=33 ~ w:warned that=64 ~ w:was =-224 <name=-65 <pron=-166 <word=34 clause=-63 det=-101 ing=-19
phrase=-113 that=107 ~ w:watched =52 clause=31 ~ w:week =-51 <word=-23 clause=-30 ~ w:went =-154 phrase=-84 ~ w:when
=-262 <,=-106 <plain=36 clause=-130 det=-52 phrase=-110 pron=-19 ~ w:whether =-168 <verb=-41 <word=24 clause=-99
name=-30 phrase=-35 pron=-35 ~ w:willing =67 clause=8 phrase=11 to=67 ~ w:winning =-65 ~ w:with =-28 <adv=-64 <ed=6
<ing=-56 <name=-55 <plain=65 clause=-52 det=44 plural=-95 poss=26 ~ w:worked =-33 ~ w:worried =58 clause=62 that=14 ~
w:would =-200 <pron=-56 clause=-45 phrase=-59 word=-64 ~ w:wrote =-18 phrase=-66 that=21 ~ w:yet =-141 <aux=-56
clause=-19 phrase=-65 to=-34
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
