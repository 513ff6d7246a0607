"""A child that parses web archives, and takes for ever over every record of an address with "film" in it."""

import time
from typing import Any

from articles.importers.formats import web_archives
from articles.importers.formats.child import handle_request
from articles.importers.sandbox import serve

read_entry = web_archives._read_entry


def read_slowly(entry: Any, wanted: Any) -> Any:
    while "film" in (entry.rec_headers.get_header("WARC-Target-URI") or ""):
        time.sleep(1)
    return read_entry(entry, wanted)


if __name__ == "__main__":
    web_archives._read_entry = read_slowly
    serve(handle_request)
