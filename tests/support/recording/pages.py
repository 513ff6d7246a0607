"""What a recording asks for without changing anything: every page, the same in other ways, and what is not there."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product
from typing import Any
from urllib.parse import quote, urlencode

from django.db import connection

from tests.support.recording.recorder import HOST, Recorder, in_order, shape_of

A_SHAPE = 6  # addresses of one shape that are followed, beside those that are asked for anyway
A_SHAPE_OF_THE_ADMIN = 2
VARIED = 1  # address of each shape that is asked for in other ways too
LINEAGES_IN_FULL = 5  # with all their forms and ways to compare; the others have three of the forms each
PAIRS = 3  # of printings, of each lineage
FORMS = (
    "csv", "jsonl", "jsonld", "annotations.jsonld", "tei.xml", "bib", "ris", "csl.json", "wiki", "txt", "atom", "png",
)  # fmt: skip
START = (
    "/", "/altered", "/newest", "/quotations.csv", "/quotations.json", "/altered.csv", "/newest.json", "/d/", "/d.csv",
    "/d.json", "/o/", "/o.csv", "/o.json", "/s/", "/s.csv", "/s.json", "/about", "/about/", "/check", "/search",
    "/feed.atom", "/sitemap.xml", "/robots.txt", "/healthz", "/api/v1/", "/api/v1/openapi.json", "/oembed",
)  # fmt: skip
SEARCHES = (
    "q=convoy", "q=the+United+States", 'q="Islamic State"', 'q="colossal mistake"&sort=newest', "q=treaty&least=3",
    "q=treaty&kind=name_swap", "q=dam&since=2015-10&until=2016-03", "q=ferry&language=en", "q=Лавров", "q=zzzz",
    "q=", "q=%00", "q=<script>", "speaker=sergey-lavrov", "speaker=nobody-of-that-name", "outlet=sana",
    "outlet=no-such-outlet", "q=convoy&sort=nonsense&least=x&since=2015-99", "q=convoy&after=nonsense", "sort=printed",
)  # fmt: skip
NOT_THERE = (
    "/nothing-here", "/favicon.ico", "/q/", "/q/0000000000", "/q/0000000000/slug", "/q/0000000000.json", "/q/x",
    "/q/0000000000.nothing", "/q/0000000000/1..2", "/q/0000000000/r1", "/q/0000000000/history",
    "/q/0000000000/suggest", "/q/0000000000/share", "/q/0000000000.png", "/embed/0000000000", "/a/0", "/a/0/slug",
    "/a/99999999999999999999", "/a/x", "/o/no-such-outlet", "/o/no-such-outlet.csv", "/o/no-such-outlet.atom",
    "/o/sana..no-such-outlet", "/o/sana/changes/nonsense", "/s/nobody", "/s/nobody.json", "/s/nobody/in-other-words",
    "/d/2015-13-01", "/d/2015-1-1", "/d/2015-02-30", "/d/9999-12-31", "/d/2015-11-17.xml", "/d/1999-01-01",
    "/sitemap-nothing-1.xml", "/sitemap-lineages-99.xml", "/sitemap-lineages-0.xml", "/?after=nonsense", "/?after=%00",
    "/o/?after=nonsense", "/s/?after=nonsense", "/d/?after=nonsense", "/oembed?url=", "/oembed?url=http://other.example/",
    "/oembed?url=x&format=xml", "/oembed?url=http://[", "/api/v1/nothing", "/api/v1/lineages?limit=0",
    "/api/v1/lineages?limit=101", "/api/v1/quotes?limit=x", "/api/v1/articles?after=nonsense",
    "/api/v1/lineages/0000000000", "/api/v1/quotes/0", "/api/v1/quotes/99999999999999999999", "/api/v1/articles/0",
    "/api/v1/outlets/no-such-outlet", "/api/v1/speakers/nobody", "/api/v1/quotes?speaker=nobody",
    "/api/v1/quotes?outlet=no-such-outlet", "/api/v1/check", "/api/v1/check?q=%00", "/api/v1/search?speaker=nobody",
    "/api/v1/search", "/admin", "/admin/nothing/", "/admin/articles/ruling/review/0..1/",
    "/admin/articles/ruling/review/lineage/0000000000/", "/admin/articles/ruling/review/quote/0/",
)  # fmt: skip
DESK = "/admin/articles/ruling/review/"
LANES = ("uncertain", "origin", "conflicts", "audit", "second", "gold", "suggestions", "nonsense", "")


def record_pages(recorder: Recorder) -> None:
    """Record all that can be read."""
    lineages = ask_of_lineages(recorder)
    ask_of_articles(recorder)
    ask_of_names(recorder)
    ask_for_words(recorder)
    ask_of_lists(recorder)
    follow(recorder, START, most=A_SHAPE)
    for address in NOT_THERE:
        recorder.ask(address)
    ask_otherwise(recorder)
    ask_at_the_desk(recorder, lineages)


def rows(question: str, *values: str) -> list[tuple[Any, ...]]:
    """Read rows of the database, whose tables keep their names."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())


def column(question: str, *values: str) -> list[str]:
    """Read the first column of rows, as text."""
    return [str(row[0]) for row in rows(question, *values)]


# --- what is stored -----------------------------------------------------------------------------------------------


def ask_of_lineages(recorder: Recorder) -> list[str]:
    """Ask for every code, standing or not; returns the codes of the lineages that are asked for in full."""
    printed: dict[str, list[str]] = {}
    question = (
        "SELECT l.code, p.quote_id FROM articles_printing p JOIN articles_lineage l ON l.id = p.lineage_id "
        "ORDER BY l.code, p.quote_id"
    )
    for code, number in rows(question):
        printed.setdefault(str(code), []).append(str(number))
    many = [code for code in in_order(printed) if len(printed[code]) > 2]
    in_full = many[:LINEAGES_IN_FULL]
    for place, code in enumerate(sorted(printed)):
        found = recorder.ask(f"/q/{code}").location
        recorder.ask(found)
        every = len(FORMS) if code in in_full else 2
        for form in ("json", *(FORMS[(place + step) % len(FORMS)] for step in range(every))):
            recorder.ask(f"/q/{code}.{form}")
        ask_of_pairs(recorder, code, printed[code], every=code in in_full)
        if code in in_full:
            ask_in_full(recorder, found, code, printed[code])
    lost = column("SELECT code FROM articles_code WHERE code NOT IN (SELECT code FROM articles_lineage) ORDER BY code")
    for place, code in enumerate(lost):
        ask_of_lost_code(recorder, code, printed, place)
    ask_of_revisions(recorder)
    return in_full


def ask_of_pairs(recorder: Recorder, code: str, printed: Sequence[str], *, every: bool) -> None:
    """Ask for a sample of two printings of a lineage, of some in every manner."""
    pairs = in_order([f"{one}..{other}" for one, other in product(printed, printed) if one != other])
    for place, pair in enumerate(pair for pair, _ in zip(pairs, range(PAIRS), strict=False)):
        address = f"/q/{code}/{pair}"
        recorder.ask(address)
        if place == 0:
            recorder.ask(address, headers={"HX-Request": "true"})
        if every:
            recorder.ask(f"{address}.png")
            for manner in ("?view=one", "?typography=off", "?view=one&typography=off", "?view=nonsense"):
                recorder.ask(address + manner)
                recorder.ask(address + manner, headers={"HX-Request": "true"})


def ask_in_full(recorder: Recorder, address: str, code: str, printed: Sequence[str]) -> None:
    """Ask for everything else that a lineage has."""
    first, last = printed[0], printed[-1]
    asked = [
        f"{address}?a={first}&b={last}", f"{address}?a={first}", f"{address}?a={first}&b=0", f"{address}?a=x&b=y",
        f"{address}?base={last}", f"{address}?base=0", f"{address}?wording=A", f"{address}?wording=B&base={last}",
        f"{address}?wording=all", f"{address}?wording=all&from=1", f"{address}?wording=nonsense&from=x",
        f"/q/{code}/{first}..{first}", f"/q/{code}/{first}..0", f"/q/{code}/00{first}..{last}/",
    ]  # fmt: skip
    for each in [address, *asked]:
        recorder.ask(each, headers={"HX-Request": "true"})
    recorder.ask(address, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    misspelt = [code.lower(), f"{code[:5]}-{code[5:]}", code.replace("1", "I").replace("0", "o")]
    asked += [f"/q/{each}" for each in misspelt] + [f"/q/{code}/", f"{address}/", f"/q/{code}/Wrong-slug"]
    asked += [f"/q/{misspelt[0]}.json", f"/q/{misspelt[1]}/{first}..{last}?view=one", f"/q/{misspelt[0]}/history"]
    asked += [f"/q/{code}/share", f"/q/{code}/suggest", f"/q/{code}/suggest?thanks=1", f"/embed/{code}"]
    asked += [f"/api/v1/lineages/{code}", f"/api/v1/lineages/{code.lower()}", f"/q/{code}/history?from=1&to=1"]
    pages = [f"http://{HOST}{address}", f"http://{HOST}/q/{code}.json", f"http://{HOST}/q/{code}/{first}..{last}"]
    for page, size in product(
        pages, ({}, {"maxwidth": "300", "maxheight": "200"}, {"maxwidth": "x", "format": "json"})
    ):
        asked.append(f"/oembed?{urlencode({'url': page} | size)}")
    for each in asked:
        recorder.ask(each)


def ask_of_lost_code(recorder: Recorder, code: str, printed: Mapping[str, Sequence[str]], place: int) -> None:
    """Ask for a code that gave way or was withdrawn: 301 or 410. Beside its page two of its other addresses."""
    forms = [
        f"/q/{code}{form}" for form in (".json", ".png", "/share", "/suggest", "/slug", "/1..2", "/r1", "/history")
    ]
    forms += [f"/embed/{code}", f"/api/v1/lineages/{code}", f"/oembed?url=http://{HOST}/q/{code}"]
    gone = not column("SELECT code FROM articles_code WHERE lineage_id IS NOT NULL AND code = %s", code)
    for address in [f"/q/{code}", *(forms if gone else (forms[(2 * place + step) % len(forms)] for step in (0, 1)))]:
        recorder.ask(address)
    home = column(
        "SELECT l.code FROM articles_code c JOIN articles_lineage l ON l.id = c.lineage_id WHERE c.code = %s", code
    )
    if home:
        one, other = printed[home[0]][0], printed[home[0]][-1]
        recorder.ask(f"/q/{code}/{one}..{other}")


def ask_of_revisions(recorder: Recorder) -> None:
    """Ask for the newest revision of each code, also as data, for some older ones, and for what has changed between."""
    newest = rows("SELECT code_id, max(number) FROM articles_revision GROUP BY code_id ORDER BY code_id")
    for place, (code, number) in enumerate(newest):
        recorder.ask(f"/q/{code}/r{number}")
        recorder.ask(f"/q/{code}/r{number}.json")
        recorder.ask(f"/q/{code}/history")
        if number > 1 and place % 2:
            recorder.ask(f"/q/{code}/r{number - 1}")
            recorder.ask(f"/q/{code}/since/1")
            recorder.ask(f"/q/{code}/since/1", headers={"HX-Request": "true"})
            recorder.ask(f"/q/{code}/history/{number - 1}..{number}")


def ask_of_articles(recorder: Recorder) -> None:
    """Ask for every article, and some of the quotations one by one."""
    for number in column("SELECT id FROM articles_article ORDER BY id"):
        address = recorder.ask(f"/a/{number}").location
        recorder.ask(address)
        recorder.ask(f"/api/v1/articles/{number}")
        if int(number) % 10 == 1:
            recorder.ask(f"{address}/in-other-words")
            recorder.ask(f"/a/{number}/Wrong-slug")
    for number in in_order(column("SELECT id FROM articles_quote WHERE id % 40 = 1")):
        recorder.ask(f"/api/v1/quotes/{number}")


def ask_of_names(recorder: Recorder) -> None:
    """Ask for every outlet and speaker, those that were merged into another included."""
    outlets = column("SELECT slug FROM articles_outlet ORDER BY slug")
    for slug in map(quote, outlets):
        for address in (f"/o/{slug}", f"/o/{slug}/", f"/o/{slug}.csv", f"/o/{slug}.json", f"/o/{slug}.atom"):
            recorder.ask(address)
        for address in (f"/o/{slug}/first", f"/o/{slug}/crediting", f"/api/v1/outlets/{slug}"):
            recorder.ask(address)
    for slug in map(quote, column("SELECT slug FROM articles_speaker ORDER BY slug")):
        for address in (
            f"/s/{slug}",
            f"/s/{slug}.csv",
            f"/s/{slug}.json",
            f"/s/{slug}.atom",
            f"/s/{slug}/in-other-words",
        ):
            recorder.ask(address)
        recorder.ask(f"/api/v1/speakers/{slug}")
    for one, other in zip(outlets[::4], outlets[1::4], strict=False):
        recorder.ask(f"/o/{quote(one)}..{quote(other)}")


def ask_for_words(recorder: Recorder) -> None:
    """Ask whether words were printed, and which quotations have some."""
    for asked in SEARCHES:
        for address in (f"/search?{asked}", f"/search.csv?{asked}", f"/search.json?{asked}", f"/search.atom?{asked}"):
            recorder.ask(address)
        recorder.ask(f"/search?{asked}", headers={"HX-Request": "true"})
        recorder.ask(f"/api/v1/search?{asked}")
    texts = column("SELECT text FROM articles_quote WHERE length(text) > 60 AND id % 97 = 5 ORDER BY id")
    words = [
        text
        for whole in texts
        for text in (whole, whole.replace(" not ", " ").replace("the ", "a "), " ".join(whole.split()[3:12]))
    ]
    words += ["convoy", "two words", "", "nobody ever said anything of this kind about gardening in spring", "x" * 4100]
    words += [f"\u201c{texts[0]}\u201d and \u201c{texts[1]}\u201d, they said.", "цены на нефть снова выросли вчера"]
    for text in words:
        recorder.ask(f"/check?{urlencode({'q': text})}")
        recorder.ask(f"/api/v1/check?{urlencode({'q': text})}")


def ask_of_lists(recorder: Recorder) -> None:
    """Go through the lists of the API from the first page to the last."""
    for start in (
        "lineages?limit=100",
        "quotes?limit=100",
        "articles?limit=50",
        "outlets?limit=10",
        "speakers?limit=5",
    ):
        address = f"/api/v1/{start}"
        while address:
            answer = recorder.ask(address)
            address = answer.here(answer.headers.get("Link", "").partition(">")[0][1:])


# --- what pages lead to -------------------------------------------------------------------------------------------


def follow(recorder: Recorder, addresses: Iterable[str], *, most: int, by: str = "", within: str = "/") -> None:
    """Ask for addresses and for those that they lead to, at most so many of one shape."""
    seen = set(addresses)
    counted: Counter[str] = Counter()
    asked = sorted(seen)
    while asked:
        found: set[str] = set()
        for address in asked:
            answer = recorder.ask(address, by=by)
            found |= {link for link in answer.links() if link.startswith(within)}
            for fragment in in_order({answer.here(each) for each in answer.page.fragments} - {""}):
                if counted[f"hx {shape_of(fragment)}"] < most:
                    counted[f"hx {shape_of(fragment)}"] += 1
                    recorder.ask(fragment, by=by, headers={"HX-Request": "true"})
        asked = chosen(found - seen, counted, most)
        seen |= set(asked)


def chosen(addresses: Collection[str], counted: "Counter[str]", most: int) -> list[str]:
    """Choose the addresses of shapes that were not asked for often enough yet."""
    taken = []
    for address in in_order(addresses):
        shape = shape_of(address)
        if counted[shape] < most:
            counted[shape] += 1
            taken.append(address)
    return sorted(taken)


# --- the same in other ways ---------------------------------------------------------------------------------------


def ask_otherwise(recorder: Recorder) -> None:
    """Ask for some addresses of each shape in every way that a browser or a program may."""
    shapes: dict[str, list[str]] = {}
    for address in in_order({name.split(" ")[0] for name in recorder.answers}):
        shapes.setdefault(shape_of(address), []).append(address)
    for _, addresses in sorted(shapes.items()):
        for address in addresses[:VARIED]:
            ask_in_every_way(recorder, address)


def ask_in_every_way(recorder: Recorder, address: str) -> None:
    """Ask for the fragment, the headers alone, what is allowed, what is new; and for an address that is misspelt."""
    family = "variations"
    path, mark, query = address.partition("?")
    answer = recorder.ask(address, headers={"Accept-Encoding": "gzip"}, family=family)
    etag = answer.headers.get("ETag")
    if etag:
        seen = recorder.client().get(address, headers={"If-None-Match": etag}, SERVER_NAME=HOST)
        body = f"to its own ETag: {seen.status_code} with {len(seen.content)} bytes"
        recorder.keep(f"{address} GET If-None-Match", seen.status_code, dict(seen.items()), body, family)
    recorder.ask(address, headers={"HX-Request": "true"}, family=family)
    for method in ("HEAD", "OPTIONS"):
        recorder.ask(address, method, family=family)
    if not path.endswith(("/check", "/suggest")):
        recorder.ask(address, "POST", form=[], family=family)
    other = path.rstrip("/") if path.endswith("/") and path != "/" else f"{path}/"
    recorder.ask(f"{other}{mark}{query}", family=family)
    recorder.ask(f"{address}{'&' if query else '?'}after=nonsense&limit=1&x=1", family=family)


# --- curators -----------------------------------------------------------------------------------------------------


def ask_at_the_desk(recorder: Recorder, lineages: Sequence[str]) -> None:
    """Ask for the desk and the admin as those who may enter, as those who may not, and for pages as one logged in."""
    for by, lane in product(("curator", "senior", "admin"), LANES):
        recorder.ask(f"{DESK}?lane={lane}", by=by)
        recorder.ask(f"{DESK}?lane={lane}", by=by, headers={"HX-Request": "true"})
    done = column("SELECT id FROM articles_batch WHERE id % 9 = 1 ORDER BY id")
    asked = [f"{DESK}?lane=uncertain&done={number}" for number in done]
    asked += [f"{DESK}lineage/{code}/" for code in lineages]
    asked += [f"{DESK}quote/{number}/" for number in column("SELECT id FROM articles_quote WHERE id % 97 = 5")]
    asked += [f"{DESK}{a}..{b}/" for a, b in rows("SELECT a_id, b_id FROM articles_match WHERE id % 211 = 7")]
    asked += [f"{DESK}{a}..{b}/" for a, b in rows("SELECT a_id, b_id FROM articles_ruling WHERE id % 97 = 7")]
    asked += [f"{DESK}{name}/" for name in ("statistics", "help", "decide", "preferences", "undo/1", "agree/1")]
    for address in asked:
        recorder.ask(address, by="curator")
    for address in [*asked[:3], *asked[-6:]]:
        recorder.ask(address)
    follow(recorder, [DESK], most=A_SHAPE_OF_THE_ADMIN, by="curator", within=DESK)
    follow(recorder, ["/admin/"], most=A_SHAPE_OF_THE_ADMIN, by="admin", within="/admin/")
    admin = [name.split(" ")[0] for name in recorder.answers if name.startswith("/admin/") and " by admin" in name]
    for place, address in enumerate({shape_of(address): address for address in in_order(admin)}.values()):
        recorder.ask(address, by="" if place % 4 == 0 else "curator")
    for code in lineages:
        recorder.ask(recorder.ask(f"/q/{code}", by="curator").location, by="curator")
    for address in ("/", "/o/", "/s/", "/d/", "/search?q=convoy", "/check", "/about/", "/healthz"):
        recorder.ask(address, by="curator")
