"""English words that tell names of works and shows from speech.

``the film "Spotlight"``, ``an account called "Hypo-Cruz"``, ``a shirt that reads "..."``: what stands beside the marks
says what is between them. `quotation_types` and `speaker_candidates` use the words.
"""

from articles.engine.extraction.languages.english import lexicon

BROADCASTERS = lexicon.OUTLETS | frozenset(
    "hbo showtime netflix cnbc cbs pbs channel mtv tlc espn univision telemundo siriusxm xm".split()
)
#: Things that bear words: "wore a campaign hat reading".
TEXT_BEARERS = frozenset(
    """sign signs hat hats shirt shirts t-shirt t-shirts banner banners poster posters placard placards button buttons
    sticker stickers note headline cover chyron billboard caption label plaque flag""".split()
)
#: "a book titled", "a group dubbed": after a noun the name of the thing follows, not anybody's words.
NAMING_PARTICIPLES = frozenset(
    "titled entitled headlined dubbed nicknamed billed termed named styled christened labeled".split()
)
TITLE_MINOR_WORDS = frozenset("of the and a an in on to for with at by from or vs as is".split())
DISTANCING_WORDS = frozenset(
    """so-called called known dubbed nicknamed termed labeled labelled named titled entitled word words term phrase
    slogan hashtag""".split()
)
#: Things with a title: the word before the opening mark, or one or two words before.
WORK_NOUNS = frozenset(
    """book novel film movie show program programme series song album documentary anthem play magazine column memoir
    essay article video ad ads podcast newsletter report paper poem painting single hit ballad sitcom drama comedy
    episode segment titled entitled headlined watching watch host hosts hosting hosted co-host anchor star starring
    starred musical opera broadcast chapter section blog website site exhibit exhibition game reality sketch
    miniseries cover bestseller thriller tour commentary op-ed pageant franchise sequel""".split()
)
#: "an account called", "a book titled": what follows is a name, if a noun stands before.
NAMING_VERBS = frozenset(
    """called titled entitled dubbed named nicknamed branded labeled labelled termed headlined captioned""".split()
)
#: "known as", "billed as".
KNOWN_AS_PARTICIPLES = frozenset({"known", "described", "billed"})
#: Programmes, films, books and songs that news articles name, and whose names are hardly ever anybody's words.
KNOWN_WORKS = frozenset(
    """60 minutes | 20/20 | 48 hours | the view | the today show | good morning america | this week | meet the
    press | face the nation | fox news sunday | state of the union | fox & friends | fox and friends | fox &
    friends sunday | morning joe | the rachel maddow show | all in with chris hayes | anderson cooper 360 |
    ac360 | the situation room | inside politics | the o'reilly factor | the kelly file | outnumbered | fox news
    at night | the ingraham angle | tucker carlson tonight | america's newsroom | mornings with maria | cavuto
    coast to coast | squawk box | mad money | closing bell | cbs this morning | cbs evening news | nbc nightly
    news | nightly news | world news tonight | nightline | pbs newshour | newshour | washington journal |
    washington week | the mclaughlin group | mtp daily | andrea mitchell reports | meet the press daily | with
    all due respect | politicsnation | am joy | the ed show | the daily show | the daily show with jon stewart |
    the daily show with trevor noah | the colbert report | the late show | the late show with stephen colbert |
    late show | the tonight show | tonight show | the tonight show starring jimmy fallon | jimmy kimmel live |
    jimmy kimmel live! | late night | late night with seth meyers | last week tonight | last week tonight with
    john oliver | real time | real time with bill maher | full frontal | full frontal with samantha bee |
    saturday night live | snl | the late late show | the nightly show | the ellen degeneres show | the oprah
    winfrey show | live! with kelly | the steve harvey show | the wendy williams show | the breakfast club | all
    things considered | morning edition | fresh air | weekend edition | the diane rehm show | wait wait ...
    don't tell me | this american life | newsnight | question time | the andrew marr show | hardtalk | woman's
    hour | the world at one | world at one | the world tonight | desert island discs | top gear | doctor who |
    eastenders | coronation street | strictly come dancing | the great british bake off | downton abbey |
    lateline | the insiders | vesti | vesti nedeli | vesti.doc | the apprentice | celebrity apprentice | the
    celebrity apprentice | american idol | dancing with the stars | the x factor | america's got talent |
    britain's got talent | the bachelor | the bachelorette | shark tank | duck dynasty | keeping up with the
    kardashians | the real housewives | the biggest loser | jeopardy | jeopardy! | wheel of fortune | the price
    is right | sesame street | the simpsons | south park | family guy | the west wing | house of cards | madam
    secretary | the good wife | game of thrones | the walking dead | breaking bad | mad men | the sopranos | law
    & order | law and order | grey's anatomy | modern family | the big bang theory | orange is the new black |
    stranger things | westworld | narcos | black mirror | seinfeld | m*a*s*h | star trek | the twilight zone |
    parks and recreation | 30 rock | portlandia | gilmore girls | prison break | black-ish | fresh off the boat
    | mr. robot | true detective | hamilton | the book of mormon | the lion king | les miserables | fiddler on
    the roof | the sound of music | west side story | the phantom of the opera | fun home | the producers | star
    wars | star wars: the force awakens | the force awakens | casablanca | the godfather | citizen kane | gone
    with the wind | the wizard of oz | jurassic park | jurassic world | the hunger games | the terminator |
    ghostbusters | back to the future | forrest gump | schindler's list | saving private ryan | the revenant |
    the big short | the martian | bridge of spies | american sniper | 12 years a slave | the birth of a nation |
    birth of a nation | zero dark thirty | the social network | mean girls | the princess bride | groundhog day
    | the hangover | borat | team america | dr. strangelove | wag the dog | the manchurian candidate | all the
    president's men | mr. smith goes to washington | captain america | iron man | the avengers | the dark knight
    | black panther | wonder woman | deadpool | zootopia | finding nemo | toy story | 13 hours | pulp fiction |
    taxi driver | scarface | the wolf of wall street | the exorcist | blade runner | top gun | moana | la la
    land | dunkirk | parasite | oppenheimer | the art of the deal | trump: the art of the deal | art of the deal
    | crippled america | hard choices | living history | it takes a village | dreams from my father | the
    audacity of hope | going rogue | to kill a mockingbird | go set a watchman | nineteen eighty-four | animal
    farm | the great gatsby | catch-22 | moby-dick | moby dick | huckleberry finn | uncle tom's cabin | atlas
    shrugged | the fountainhead | the communist manifesto | mein kampf | the satanic verses | the handmaid's
    tale | lord of the flies | green eggs and ham | the cat in the hat | the lord of the rings | the da vinci
    code | fifty shades of grey | fifty shades of gray | silent spring | war and peace | don quixote | romeo and
    juliet | hamlet | macbeth | king lear | julius caesar | richard iii | othello | the crucible | death of a
    salesman | waiting for godot | clinton cash | between the world and me | hillbilly elegy | the diary of anne
    frank | the star-spangled banner | star-spangled banner | god bless america | america the beautiful | god
    bless the usa | god save the queen | god save the king | amazing grace | hail to the chief | we shall
    overcome | this land is your land | born in the u.s.a. | born in the usa | bohemian rhapsody | we are the
    champions | you can't always get what you want | sympathy for the devil | fight song | eye of the tiger |
    rockin' in the free world | it's the end of the world as we know it | don't stop believin' | sweet home
    alabama | yankee doodle | silent night | jingle bells | white christmas | auld lang syne | la marseillaise |
    the internationale | new york, new york | hey jude | blowin' in the wind | the times they are a-changin' |
    like a rolling stone | billie jean | hotline bling | hotel california | stairway to heaven | smells like
    teen spirit | ode to joy | sweet caroline | nessun dorma | proud to be an american | takin' care of business
    | land of hope and dreams | the sidewalks of new york | mona lisa | guernica | the starry night | pokemon go
    | pok\u00e9mon go | grand theft auto | call of duty | minecraft | angry birds | candy crush | fortnite | trivial
    pursuit | cards against humanity""".replace("\n    ", " ").split(" | ")
)
