"""The two child processes that parse what comes from outside, each started when it is first needed."""

from typing import Self

from articles.importers.html import PARSER_MODULE
from articles.importers.sandbox import SandboxProcess

FORMATS_MODULE = "articles.importers.formats.child"


class Parsers:
    """The parser of HTML pages and the one of every other format."""

    def __init__(self) -> None:
        self.html = SandboxProcess(PARSER_MODULE)
        self.formats = SandboxProcess(FORMATS_MODULE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.html.close()
        self.formats.close()
