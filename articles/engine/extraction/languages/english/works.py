"""Which English words tell names of works, shows and things from speech?

``the film "Spotlight"``, ``an account called "Hypo-Cruz"``, ``a shirt that reads "..."``: what stands beside
the marks says what is between them.

Left to others: how the words are put to use (`kinds`, `claims`).
"""

from articles.engine.extraction.languages.english import words

BROADCASTERS = words.OUTLETS | frozenset(
    "hbo showtime netflix cnbc cbs pbs channel mtv tlc espn univision telemundo siriusxm xm".split()
)
#: What bears words: "wore a campaign hat reading".
CARRIERS = frozenset(
    """sign signs hat hats shirt shirts t-shirt t-shirts banner banners poster posters placard placards button buttons
    sticker stickers note headline cover chyron billboard caption label plaque flag""".split()
)
#: "a book titled", "a group dubbed": after a noun, the thing's name follows, not anybody's words.
NAMES_A_THING = frozenset(
    "titled entitled headlined dubbed nicknamed billed termed named styled christened labeled".split()
)
SMALL = frozenset("of the and a an in on to for with at by from or vs as is".split())
SO_CALLED = frozenset(
    """so-called called known dubbed nicknamed termed labeled labelled named titled entitled word words term phrase
    slogan hashtag""".split()
)
#: What has a title: the word before, or one or two words before, the opening mark.
WORKS = frozenset(
    """book novel film movie show program programme series song album documentary anthem play magazine column memoir
    essay article video ad ads podcast newsletter report paper poem painting single hit ballad sitcom drama comedy
    episode segment titled entitled headlined watching watch host hosts hosting hosted co-host anchor star starring
    starred musical opera broadcast chapter section blog website site exhibit exhibition game reality sketch
    miniseries cover bestseller thriller tour commentary op-ed pageant franchise sequel""".split()
)
