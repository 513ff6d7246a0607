"""What ought to come out of each small case, by its id; `test_cases` runs them.

The cases lie in the shared folder, each with its input and what is expected in words.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

BOAT = "The boat stays where it is, and that is the end of it"
FERRY_ADDRESS = "https://courier.example/ferry"
FERRY = {"title": "Brackmere keeps its ferry", "quotes": [BOAT], "speakers": [["Ida Solberg"]]}
MINUTE = "2026-11-03T18:05:00+00:00"
SOLBERG, STOLK, ORLUND, NOBODY = "Ida Solberg", "Gerrit Stolk", "Viktor Orlund", None


class Quoted(NamedTuple):
    """The words of a quotation, the names one of which it has to have (any name if none), and other fields."""

    words: str
    names: tuple[str | None, ...] = ()
    fields: Mapping[str, str] = MappingProxyType({})


def by(name: str | None, *quotations: str) -> list[Quoted]:
    """Return these quotations as one person's."""
    return [Quoted(words, (name,)) for words in quotations]


# ``manage.py extract``: every quotation of the text, in order.
EXTRACTED: dict[str, list[Quoted]] = {
    "missing-opening": by(
        "Olaf Brenn", "The ferry will run until the ice comes, and not a day longer,", "We shall see in the spring,"
    ),
    "odd-marks": by(SOLBERG, "shouldn‘t count on the old boat for ever"),
    "bullets-guillemet": by(SOLBERG, "The timetable stays as it is,"),
    "dash-attribution": by(
        STOLK,
        "As I said when she took the job, Ida knows every plank of that boat, and the town will gain by it.",
    ),
    "and-from": by(
        "Edda Rosenlund",
        "Ida brings with her years of work on the water and a steady hand in every meeting of this council.",
    ),
    "beat-attribution": [Quoted("The boat stays, whatever they say.", ("Solberg", SOLBERG, NOBODY))],
    "multi-para": by(
        SOLBERG,
        "What we watch is how fast the ice comes,",
        "Last year it came in a night.",
        "Until now we have been able to keep the channel open with one tug.",
        "I ask everyone to follow the timetable. I would not want to go back on it in the coming weeks.",
    ),
    "adjacent": by("Piet Vos", "short", "badly drawn up by people who never took the boat", "doomed"),
    "single-contractions": by(
        SOLBERG,
        "I don’t know what they’ll do without it,",
        "It’s the children’s boat, and we’re not giving it up.",
    ),
    "single-plural": by(
        SOLBERG,
        "The passengers’ lives come before the councillors’ budget,",
        "That is all I have to say about it.",
    ),
    "dialect": by(
        "Arn Tove",
        "Not much o’ the old crew left, I think; my mate, as was a knowin’ man, used to say, "
        "‘If I cross wi’out my pipe, I’m a landsman,’ and that was that,",
    ),
    "mismatched": [Quoted("a note of five words in the log that said d'accord and nothing else")],
    "nested-straight": [Quoted("He told me", (NOBODY, SOLBERG)), Quoted("the boat is done for", (NOBODY, SOLBERG))],
    "nested-single-straight": by(SOLBERG, "He called it the 'boat that will not die' and then he laughed,"),
    "all-caps": by(SOLBERG, "THE BOAT STAYS WHERE IT IS,"),
    "german-inward": by(
        SOLBERG, "Das Boot bleibt, wo es ist, und zwar den ganzen Winter", "Wir haben lange darüber beraten."
    ),
    "german-low9-english-close": by(
        SOLBERG, "Das Boot bleibt, wo es ist, und zwar den ganzen Winter", "Wir haben lange darüber beraten."
    ),
    "swedish": [Quoted("Båten blir kvar där den är hela vintern", (SOLBERG, NOBODY))],
    "french-insert": by(SOLBERG, "Le bateau reste où il est,", "et nous n'y reviendrons pas cet hiver."),
    "hebrew": [Quoted("הסירה נשארת במקומה כל החורף ואין מה להוסיף")],
    "arabic": [Quoted("القارب باق في مكانه طوال الشتاء ولن نعود إلى هذا الأمر")],
    "ocr-hyphen": by(
        SOLBERG,
        "The boat stays where it is, and I would ra-\nther row across myself than see it sold,",
    ),
    "live-timestamps": [
        *by(SOLBERG, "We have not decided yet,"),
        *by("Brenn", "It is decided: the boat stays,"),
    ],
    "transcript": [
        Quoted("How long will the boat run?", ("Brenn",), {"type": "turn"}),
        Quoted(
            "It will run until the ice comes, and then we shall see what the council can pay.",
            ("Solberg",),
            {"type": "turn"},
        ),
        Quoted("And after that?", ("Brenn",), {"type": "turn"}),
        Quoted(
            "After that nobody knows, and I would be lying if I told you that I did.", ("Solberg",), {"type": "turn"}
        ),
    ],
    "correction": by(SOLBERG, "The boat stays until spring,"),
    "paren-name": [*by(SOLBERG, f"{BOAT}."), *by(STOLK, "I would have sold it ten years ago.")],
    "according": by(STOLK, "a danger to everyone who steps on board"),
    "bracket-insert": by(SOLBERG, "[The boat] … will stay where it is [until spring],"),
    "backtick": by(SOLBERG, "The boat stays where it is all winter,"),
    "fullwidth": by(SOLBERG, "The boat stays where it is all winter,"),
    "inches-in-text": by(SOLBERG, "The boat stays where it is all winter,"),
    "list-of-speakers": [*by(SOLBERG, "The boat stays,"), *by(STOLK, "Not if I can help it, and I can.")],
    "age-place": by("Richard Wend", "I started work on that boat and I watched the council let it rot for years."),
    "name-title-org": [
        *by("Steve Menden", "We would run that boat at a profit within a year of taking it over."),
        *by("Thora Burch", "The council was warned in good time about the hull,"),
    ],
    "speaking-to-name": by("Solberg", "A lot of things were said in that room that nobody will ever admit to."),
    "she-org": [
        Quoted("I was working three jobs at the time, and had two little boys at home,", ("Jody Gelmer", NOBODY))
    ],
    "victim": by(NOBODY, "came up behind me and held me by the neck until I could not breathe"),
    "told-addressee": by(ORLUND, "The boat stays where it is for one more winter,"),
    "told-broadcaster": [
        Quoted("The boat stays where it is for one more winter,", (ORLUND,), {"occasion": "told the BBC"})
    ],
    "rights-watch": by("Human Rights Watch", "the only way out of the valley in the winter months"),
    "according-to-transcript": [
        Quoted("The boat stays where it is for one more winter,", ("Solberg",), {"credit": "a transcript"})
    ],
    "wrote-after-exclamation": by("Edda Rosenlund", "The boat stays where it is!"),
    "described-by": by("Orlund", "a long farewell to the sound"),
    "quoting-agency": [Quoted("sold to whoever pays for the hull", ("Orlund",), {"credit": "TASS"})],
    "document-speaks": [
        Quoted("has no means to pay for a second winter", (NOBODY,), {"speaker_text": "The bankruptcy filing"})
    ],
    "mail-sender": by("Saban", "I will not pay for a second winter,"),
    "hansard": [
        Quoted(
            "I ask the minister whether the boat stays where it is for one more winter.",
            (SOLBERG,),
            {"type": "turn"},
        ),
        Quoted("It stays, and I am grateful to the honourable member for asking.", (ORLUND,), {"type": "turn"}),
    ],
    "tweet": by(SOLBERG, f"{BOAT}."),
    "chinese": [Quoted("这条渡船今年冬天继续开\uff0c这是最后的决定。", ("李明", NOBODY))],
    "french-colon": [Quoted("Le bateau reste où il est, et c’est tout.", ("Claire Dumont", NOBODY))],
    "german-colon": by(SOLBERG, "Das Boot bleibt, wo es ist, und zwar den ganzen Winter."),
}
# ``manage.py extract`` says that the text is garbled.
WARNED = {"mojibake": "garbled"}

# ``manage.py read``, by its fields; "has" and "lacks" are words of the text, "quotes" the beginnings of all quotations,
# "speakers" the names that each may have.
READ: dict[str, dict[str, Any]] = {
    "reader-page.warc": FERRY | {"url": FERRY_ADDRESS, "outlet": "courier.example", "published": MINUTE},
    "reader-nitf.xml": FERRY | {"authors": ["Mara Voss"], "published": MINUTE},
    "reader-mail.eml": FERRY | {"title": "Press release", "outlet": "brackmere.example", "published": MINUTE},
    "reader-articles.jsonl": FERRY | {"url": FERRY_ADDRESS, "outlet": "courier.example", "precision": "day"},
    "reader-table.csv": FERRY | {"url": FERRY_ADDRESS, "outlet": "The Sound Courier", "precision": "day"},
    "reader-subs.srt": {"text": "MAYOR: The boat stays where it is. And that is the end of it.", "title": None},
    "ld-author-array": {
        "authors": ["Mara Voss", "Tom Elling"],
        "outlet": "The Sound Courier",
        "published": "2026-11-03T18:05:00+01:00",
    },
    "ld-graph": {"authors": ["Mara Voss"], "outlet": "The Sound Courier", "published": "2026-11-03T18:05:00+01:00"},
    "ld-several": {"authors": ["Mara Voss"], "published": MINUTE},
    "ld-linebreaks": {"authors": ["Mara Voss"], "published": MINUTE},
    "ld-trailing": {"authors": ["Mara Voss"], "published": MINUTE},
    "ld-micro": {"published": "2026-11-03T05:36:00"},
    "js-date": {"published": "2026-11-03T15:21:00+00:00", "precision": "minute"},
    "text-date": {"published_one_of": ["2026-11-03", "None"]},
    "text-date-en": {"published": "2026-11-03T16:05:00-05:00"},
    "text-date-byline": {"published": "2026-11-03T00:00:00", "precision": "day", "authors": ["Mara Voss"]},
    "url-vs-meta": {"published": MINUTE},
    "modified": {"published": "2026-11-03T00:00:00-07:00", "precision": "day"},
    "only-modified": {"precision": "about", "modified": "2026-11-09T12:40:00+01:00"},
    "ld-datecreated": {"published": "2026-11-03T15:42:00+00:00"},
    "related-authors": {"authors": ["Mara Voss"]},
    "caps-byline": {"authors": ["Mara Voss", "Tom Elling"]},
    "author-is-url": {"authors": []},
    "author-is-outlet": {"authors": []},
    "author-case-twice": {"authors": ["Mara Voss"]},
    "no-sitename": {"outlet": "theprovince.example", "outlet_host": "theprovince.example"},
    "sitename-slogan": {"outlet": "The Sound Courier", "title": "Brackmere keeps its ferry for another winter"},
    "title-h1": {"title": "Brackmere keeps its ferry for another winter", "outlet": "The Sound Courier"},
    "wayback": {
        "url": "https://courier.example/ferry",
        "archive_url": "https://web.archive.org/web/20261105120000/https://courier.example/ferry",
        "lacks": ["Wayback Machine"],
    },
    "amp": {"url": "https://courier.example/ferry", "has": [BOAT]},
    "shy-nbsp": {"quotes": ["The boat\u00adhouse stays"], "speakers": [[SOLBERG]]},
    "layout-table": {"quotes": ["and not a day longer, whatever Stolk", "The boat stays where it is"]},
    "div-paras": {"has": ["Never", "The council of", BOAT, "The ferry has crossed", "We go on as before"]},
    "paywall-ld": {"quotes": ["The boat stays", "Nobody will take it"], "lacks": ["Subscribe"]},
    "newsletter": {"quotes": [BOAT], "lacks": ["in your inbox"]},
    "comments": {"quotes": [BOAT], "published": MINUTE},
    "pullquote": {"quotes": [BOAT], "speakers": [[SOLBERG]]},
    "blockquote": {
        "quotes": ["The boat stays where it is, and I shall not sign anything that says otherwise"],
        "speakers": [[SOLBERG]],
    },
    "q-element": {"quotes": [BOAT], "speakers": [[SOLBERG]]},
    "quot-html": {
        "quotes": ["The boat stays where it is,", "That is the end of it for this winter"],
        "speakers": [[SOLBERG], [SOLBERG]],
    },
    "cp1252-undeclared": {"quotes": [BOAT]},
    "utf16": {"quotes": ["The boat stays"]},
    "br-paras": {"quotes": [BOAT], "speakers": [[SOLBERG]], "has": ["The council of", "The ferry has crossed"]},
    "video-caption": {"quotes": [BOAT]},
    "dateline": {"quotes": [BOAT], "speakers": [[SOLBERG]], "credits": [["Reuters"]]},
    "rtl-page": {"quotes": ["القارب باق في مكانه"]},
    "german-connector": {"quotes": ["das Boot bleibt, wo es ist"], "speakers": [[SOLBERG, NOBODY]]},
    "cookie-wall": {"lacks": ["847 partners"], "quotes": [BOAT]},
    "japanese-page": {"has": ["船はこの冬もそのままにします"]},
    "empty-inline": {"quotes": ["I went to the boat house for ten or fifteen minutes. I looked"]},
    "link-quote": {"quotes": ["most serious and direct danger to everyone who crosses", BOAT]},
    "split-body": {"quotes": [BOAT, "Nobody will take it from us"], "lacks": ["tides and weather"]},
    "second-longer": {"quotes": [BOAT], "lacks": ["Jon Bell"], "title": "Brackmere keeps its ferry for another winter"},
    "jinja-class": {"published": "2026-11-03T12:13:00+01:00"},
}
# Files of kinds that are not read: the reason names the kind.
REFUSED = {
    "single-page-app": "without JavaScript",
    "reader-feed.xml": "feed",
    "reader-urls.txt": "addresses",
}
# Files with several articles: of each its outlet, day, title, authors and the beginning of its quotation.
SEVERAL = {
    "lexis-two": [
        ("The Sound Courier", "2026-11-03", "Brackmere keeps its ferry", ["Mara Voss"], BOAT),
        ("The Vik Post", "2026-11-02", "Storm in Vik", ["Tom Elling"], "I have never seen such a sea"),
    ]
}
# Files that are of one outlet.
ONE_OUTLET = {"outlet-identity": ("The Sound Courier", "courier.example")}
# ``manage.py compare``: the highest severity of each pair, from and to.
COMPARED: dict[str, dict[int, tuple[int, int]]] = {
    "cmp-space": {1: (0, 1)},
    "cmp-typo": {1: (0, 1), 2: (0, 1), 3: (0, 1), 4: (4, 5)},
}
# ``manage.py link``: the quotations of each lineage.
LINKED: dict[str, list[list[int]]] = {
    "link-short": [[1], [2], [3], [4], [5]],
    "link-noise": [[1, 2, 3, 4, 5]],
    "link-de-short": [[1], [2], [3]],
}
