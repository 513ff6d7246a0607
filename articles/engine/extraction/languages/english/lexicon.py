"""English lexicon: closed classes of words.

Small classes of words, not patterns. "Elsewhere, the Russian minister said that his country would continue":
`elsewhere` opens a sentence and is nobody's name, `the` opens a noun phrase, `said` is in `reporting_verbs`. Titles and
forenames are in `text.person_names`.
"""

MASCULINE_PRONOUNS = frozenset({"he", "him", "his", "himself"})
FEMININE_PRONOUNS = frozenset({"she", "her", "hers", "herself"})
#: Pronouns that can be who said it.
SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who", "which", "one"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
DETERMINERS = frozenset(
    """the a an his her their its our my your this that these those another one two three four five six some several
    many most all both each every any no other such few more""".split()
)
ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my", "your"})
PREPOSITIONS = frozenset(
    """of in on at for from with by to about against over under into through as after before during amid despite
    without within across near until since between among toward towards upon like unlike beyond behind outside
    inside off per via than ahead following including regarding concerning throughout around along alongside beside
    besides versus ever""".split()
)
#: Prepositions that tie a noun to the one before it: "a spokesman for the ministry".
NOUN_LINKING_PREPOSITIONS = frozenset(
    {"of", "for", "at", "in", "from", "with", "to", "on", "behind", "against", "by", "about"}
)
CONJUNCTIONS = frozenset(
    """and but or nor yet so that while when because if although though where whether whereas once unless until since
    as before after than how why what""".split()
)
#: These begin a clause of their own, so a subject to the left of one belongs to another verb.
CLAUSE_OPENERS = frozenset(
    """but while when because if although though where whether whereas once unless until since so that how
    why what and or then""".split()
)
AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did will would can could may might shall should
    must not never n't cannot""".split()
)
FORMS_OF_BE = frozenset("is are was were be been being am".split())
ADVERBS = frozenset(
    """also then later once recently again just even still often first previously now already always sometimes earlier
    soon yet further instead too there here back thus therefore meanwhile perhaps twice ever only simply himself
    herself themselves itself rather long""".split()
)
TEMPORAL_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january
    february march april may june july august september october november december jan feb mar apr aug sept
    oct nov dec week month year weekend morning afternoon evening night day moment""".split()
)
#: Capitalised though nobody's name: they open sentences.
CAPITALIZED_NON_NAMES = frozenset(
    """the a an and but or if in on at for with from by to as while when after before since during because although
    though meanwhile however still yet also then now later earlier last this that these those it he she they we i
    you his her their its my our your there here what who how why where which whose not no yes so some many most
    both each even despite asked speaking according instead today yesterday tomorrow tonight just only once until
    upon under over among amid between through throughout within without unlike like about against into out off up
    down again ever never always sometimes often perhaps maybe indeed thus therefore moreover furthermore
    nevertheless nonetheless otherwise additionally finally first second third next other another such several few
    all any every either neither nor than too very more less much one two three four five six seven eight nine ten
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mondays elsewhere recently whatever whenever whoever whether rather quite
    well oh ok okay please thank thanks let let's don't can't won't that's it's he's she's they're we're i'm i've
    i'd you're there's what's who's here's contrary isn't wasn't didn't doesn't commenting backing referring citing
    is are was were do does did has have had will would can could should might must be been being am get got say
    says said adding added following given based read watch listen editor's note update updated breaking exclusive
    video photo image related correction source sources q when's nothing something everything anything everyone
    someone anyone nobody people via per""".split()
)
#: Small words inside a name: Ursula von der Leyen, Bashar al Assad, Osama bin Laden.
NAME_PARTICLES = frozenset("de van von der den del della di da du la le bin ibn al el ul ben abu af av dos y".split())
#: A capitalised run with one of these is a body, not a person.
ORGANIZATION_WORDS = frozenset(
    """department ministry agency committee commission council party university college institute foundation
    association federation union court house senate congress parliament bank group corp corporation inc co company
    ltd llc news times post journal tribune herald press daily magazine network television tv radio report reports
    gazette review campaign administration government bureau office center centre organization organisation society
    league club team force forces army navy police church school hospital street journal/nbc poll pac fund trust
    board authority coalition alliance nations states kingdom republic city county district state airlines motors
    industries international global media broadcasting service services academy museum library theater theatre hall
    airport tower hotel park avenue road bridge island islands river valley lake mountain beach act amendment bill
    law treaty agreement deal plan project program programme system award prize cup bowl series show movement front
    brigade militia caucus convention conference summit forum festival fair day week month democrats republicans
    americans russians conservatives liberals libertarians voters muslims christians jews catholics latinos
    hispanics mexicans syrians britons germans kurds""".split()
)
PLACES = frozenset(
    """america us u.s u.s. usa uk u.k u.k. britain england scotland wales ireland france germany italy spain portugal
    greece turkey russia ukraine poland syria iraq iran israel egypt libya yemen jordan lebanon qatar china japan
    india pakistan afghanistan korea vietnam canada mexico cuba brazil argentina venezuela colombia australia europe
    asia africa washington moscow london paris berlin rome madrid brussels geneva vienna lisbon ankara istanbul
    damascus aleppo baghdad tehran riyadh cairo beijing tokyo kiev kyiv crimea donbas iowa ohio florida texas
    california nevada virginia pennsylvania michigan wisconsin minnesota illinois indiana missouri kansas nebraska
    oklahoma arkansas louisiana mississippi alabama tennessee kentucky maryland delaware connecticut massachusetts
    vermont maine hampshire jersey york carolina dakota montana wyoming idaho utah arizona colorado oregon alaska
    hawaii chicago boston philadelphia detroit cleveland cincinnati columbus miami orlando tampa atlanta dallas
    houston austin phoenix denver seattle portland francisco angeles vegas diego manhattan brooklyn queens harlem
    benghazi flint orleans baltimore charleston milwaukee louis moines manchester nashua concord democrat republican
    gop twitter facebook youtube google reuters ap cnn msnbc nbc abc cbs fox bbc npr politico breitbart nato isis
    isil daesh eu un u.n u.n. fbi cia nsa irs epa nra aclu naacp dnc rnc nypd sputnik tass sana rt christian muslim
    jewish american russian british french german syrian israeli iranian chinese japanese mexican western eastern
    arab european islamic super internet congress senate house capitol pentagon kremlin god jesus christmas
    iowans""".split()
)
#: Adjectives, not names.
NATIONALITIES = frozenset(
    """american russian british french german syrian israeli iranian chinese japanese mexican western eastern arab
    european islamic democratic republican christian muslim jewish soviet ukrainian turkish indian canadian
    australian korean african asian latino hispanic catholic evangelical""".split()
)
#: Nouns for a person by office or calling. "The Russian minister" is somebody named before; "a spokesman" need not be.
ROLES = frozenset(
    """minister president senator governor congressman congresswoman representative spokesman spokeswoman spokesperson
    secretary chairman chairwoman chair mayor ambassador diplomat envoy official officer leader director professor
    analyst expert adviser advisor aide manager strategist pollster consultant lawyer attorney judge justice
    prosecutor sheriff general colonel captain commander admiral king queen prince princess pope bishop pastor
    priest reverend rabbi imam doctor scientist researcher economist author writer journalist reporter editor
    columnist host anchor actor actress singer comedian businessman businesswoman billionaire mogul developer tycoon
    magnate candidate nominee frontrunner front-runner contender hopeful democrat republican libertarian socialist
    conservative liberal lawmaker legislator politician premier chancellor speaker chief head boss owner founder
    executive ceo investor banker trader student teacher principal mother father son daughter wife husband brother
    sister widow woman man girl boy teenager victim suspect defendant witness neighbor resident voter supporter
    activist organizer protester volunteer worker farmer veteran soldier player coach star fan celebrity mom dad fm
    pm insider source operative donor treasurer commissioner superintendent physician nurse counsel veep rival
    opponent statesman moderator correspondent newsman dictator strongman autocrat militant rebel cleric
    monarch""".split()
)
#: Which offices a general word for a person takes in: "the diplomat" is the foreign minister or the special
#: representative.
ROLE_KINDS: dict[str, frozenset[str]] = {
    "diplomat": frozenset(
        "minister ambassador envoy representative secretary fm spokesperson spokeswoman spokesman".split()
    ),
    "fm": frozenset("minister foreign".split()),
    "minister": frozenset("minister fm premier".split()),
    "official": frozenset(
        "secretary minister director spokesman spokeswoman deputy official commissioner representative".split()
    ),
    "spokesperson": frozenset("spokesman spokeswoman spokesperson".split()),
    "spokeswoman": frozenset("spokesperson spokeswoman".split()),
    "spokesman": frozenset("spokesperson spokesman".split()),
    "lawmaker": frozenset("senator sen congressman congresswoman representative rep lawmaker".split()),
    "legislator": frozenset("senator sen congressman congresswoman representative rep".split()),
    "senator": frozenset("senator sen".split()),
    "congressman": frozenset("congressman representative rep".split()),
    "congresswoman": frozenset("congresswoman representative rep".split()),
    "governor": frozenset("governor gov".split()),
    "president": frozenset("president".split()),
    "premier": frozenset("minister premier pm prime".split()),
    "pm": frozenset("prime premier pm".split()),
    "general": frozenset("general gen".split()),
    "professor": frozenset("professor prof".split()),
    "candidate": frozenset("candidate nominee sen gov senator governor frontrunner front-runner hopeful".split()),
    "nominee": frozenset("candidate nominee".split()),
    "politician": frozenset("sen gov senator governor minister president candidate rep congressman".split()),
    "expert": frozenset("professor analyst expert director fellow economist".split()),
    "leader": frozenset("leader president minister chancellor premier speaker".split()),
}
#: News agencies, papers and channels that are told things and quoted after: "told Sputnik".
OUTLETS = frozenset(
    """reuters ap afp tass sputnik interfax sana rt cnn msnbc nbc abc cbs npr bbc fox politico breitbart bloomberg
    times post journal today news herald tribune guardian telegraph mail magazine radio tv television network press
    hill wsj axios vox buzzfeed huffpost slate atlantic yorker newsweek time examiner star globe register sun
    chronicle observer independent itar-tass ria novosti xinhua dpa ansa upi irna jazeera arabiya euronews deutsche
    sky wsj nyt gazette courier tribune weekly daily agency""".split()
)
QUOTING_VERBS = frozenset("quote quotes quoted quoting cite cites cited citing".split())
ABBREVIATIONS = frozenset(
    """mr mrs ms dr sen rep gov gen col lt sgt capt cpl maj adm cmdr prof st jr sr inc corp co ltd vs no jan feb mar
    apr aug sept sep oct nov dec calif fla mass penn pa va md wis minn mich ill conn rev hon ariz colo del ga ind
    kan ky la mo mont neb nev okla ore tenn tex vt wash wyo ala ark dept est messrs mt ft pres sens reps govs atty
    asst assoc bros univ""".split()
)
CLAUSE_BOUNDARIES = frozenset(
    "and but while who which because although though if when as or what how whom where".split()
)
CONTRACTIONS = ("'s", "'d", "'ll", "'ve", "'re", "'m")
APPOSITION_OPENERS = (
    ARTICLES
    | PREPOSITIONS
    | POSSESSIVES
    | RELATIVE_PRONOUNS
    | frozenset(
        """whose one now then also asked speaking himself herself who's formerly currently once too though however
        meanwhile""".split()
    )
)
FINITE_AUXILIARIES = (AUXILIARIES | frozenset("has have had does do did".split())) - {"not", "never", "n't"}
CLAUSE_CONNECTORS = frozenset("and but while when where because that though although as after before with".split())
OFFICES = ROLES | {"fm", "pm", "lady"}
ADVERBIAL_OPENERS = frozenset(
    """asked according earlier later elsewhere meanwhile monday tuesday wednesday thursday friday saturday sunday
    last""".split()
)
#: A politician's party and state: "R-Ky.", "D-Calif.".
PARTY_PREFIXES = ("r-", "d-", "i-")
QUESTION_WORDS = frozenset("how what why whether who whom which where when if".split())
#: Words that bring somebody to mind without a name.
ANAPHORIC_WORDS = (
    MASCULINE_PRONOUNS
    | FEMININE_PRONOUNS
    | {"the", "it"}
    | {f"{p}'{end}" for p in ("he", "she", "it") for end in ("s", "d", "ll", "ve")}
)
TRAILING_ATTRIBUTION_WORDS = frozenset("said says say told added reported wrote noted according".split())
#: What somebody says, as a noun.
SAYING_NOUNS = frozenset(
    """statement claim claims comment comments remark remarks assertion suggestion description promise pledge call vow
    warning argument accusation declaration admission insistence belief view question answer response reply tweet
    tweets letter email message speech refrain slogan mantra words word line motto contention complaint criticism
    prediction testimony""".split()
)
SHORT_FORENAMES = {
    "bill": "william",
    "bob": "robert",
    "rob": "robert",
    "jim": "james",
    "mike": "michael",
    "dick": "richard",
    "rick": "richard",
    "tom": "thomas",
    "joe": "joseph",
    "ted": "edward",
    "ed": "edward",
    "tony": "anthony",
    "chuck": "charles",
    "jack": "john",
    "harry": "henry",
    "hank": "henry",
    "bernie": "bernard",
    "liz": "elizabeth",
    "beth": "elizabeth",
    "kate": "katherine",
    "debbie": "deborah",
    "sergei": "sergey",
    "dmitri": "dmitry",
}
INDEFINITE_PRONOUNS = frozenset("another one others some many several most both".split())
CONVERSATIONAL_WORDS = frozenset(
    """i we you he she they i'm we're it's that's don't my our your me us you're i've we've can't won't he's they're
    not""".split()
)
SUBORDINATORS = frozenset("while although though when after before as because since if".split())
#: Verbs with a hearer between them and what is said.
ADDRESSING_VERBS = frozenset(
    """told telling tell tells asked asking ask asks assured assuring warned warning reminded reminding informed urged
    urging promised advised convinced persuaded notified begged ordered instructed""".split()
)
INANIMATE_NOUNS = frozenset(
    """campaign company report study paper newspaper group committee agency government party department website
    statement""".split()
)
#: Nouns that speak or hold speakers, though verbs have the same form.
NOUN_HOMOGRAPHS = frozenset("press school ruling filing finding posting".split())
TIME_NOUNS = frozenset(
    """later ago earlier week weeks month months day days year years morning night afternoon evening weekend time then
    now hours minutes""".split()
)
CATENATIVE_WORDS = frozenset(
    "went goes going continued used seemed appeared came proceeded managed tried began had has on wants wanted".split()
)
