"""Pages for tests: one small article, with what a case adds to its head, its headline and its body."""

FIRST = (
    "<p>The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter, after a long "
    "evening of argument in the town hall that left nobody happy.</p>"
)
SAID = (
    "<p>\u201cThe boat stays where it is, and that is the end of it,\u201d said Ida Solberg, the mayor, when the vote "
    "was over and the hall had emptied.</p>"
)
LAST = (
    "<p>The ferry has crossed the sound four times a day since 1951, and the council pays about half of what it costs "
    "to run it, a sum that grows each year.</p>"
)
BODY = FIRST + SAID + LAST
TITLE = "Brackmere keeps its ferry for another winter"


def build_page(head: str = "", body: str = BODY, *, before: str = "", title: str = TITLE, language: str = "en") -> str:
    """Build a page with one article."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{before}{body}</article></body></html>"
    )
