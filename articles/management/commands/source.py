"""Follow feeds and news sitemaps.

``python manage.py source add https://www.theprovince.example/`` finds the feed of a site and follows it; ``--opml
FILE`` follows all feeds of a list that a feed reader has written. ``source list`` says what is followed, ``source
export`` writes it as OPML, and ``source remove`` stops following one. The worker asks the sources and fetches what they
list.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from lxml import etree

from articles.management.require_migrations import require_migrations
from articles.models import Source
from articles.services.sources import SourceError, add_source

MAX_OPML_BYTES = 5_000_000


class Command(BaseCommand):
    help = "Follow feeds and news sitemaps: add, list, export, remove."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        add = verbs.add_parser("add", help="follow a feed, a news sitemap, or the feed that a page names")
        add.add_argument("addresses", nargs="*", metavar="URL")
        add.add_argument("--opml", type=Path, metavar="FILE", help="follow the feeds that this OPML file lists")
        add.add_argument("--words", default="", help="take only articles with one of these words")
        add.add_argument("--language", default="", help="take only articles in this language, for example en")
        verbs.add_parser("list", help="say what is followed, what failed, and when each is asked next")
        verbs.add_parser("export", help="write what is followed as OPML")
        remove = verbs.add_parser("remove", help="stop following a source; its articles stay")
        remove.add_argument("addresses", nargs="+", metavar="URL")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrations()
        getattr(self, f"{options['verb']}_sources")(options)

    def add_sources(self, options: dict[str, Any]) -> None:
        """Follow the addresses of the command line and of the OPML file; name those that cannot be followed."""
        addresses = [*options["addresses"], *(read_opml(options["opml"]) if options["opml"] else [])]
        if not addresses:
            raise CommandError("Give an address, or --opml with a file.")
        failed = 0
        for address in addresses:
            try:
                source = add_source(address, words=options["words"], language=options["language"])
            except SourceError as problem:
                failed += 1
                self.stderr.write(f"{address}\n    {problem}")
            else:
                self.stdout.write(f"{source.address}  {source.title}".rstrip())
        if failed:
            raise CommandError(f"{failed} of {len(addresses)} could not be followed (reasons above).")

    def list_sources(self, options: dict[str, Any]) -> None:
        """Print a line for each source, and below it why it failed."""
        for source in Source.objects.all():
            due = source.next_poll.strftime("%Y-%m-%d %H:%M") if source.next_poll else "not asked"
            self.stdout.write(
                f"{source.get_state_display():10}  next {due:16}  {source.address}  {source.title}".rstrip()
            )
            if source.problem:
                self.stdout.write(f"    {source.problem}")

    def export_sources(self, options: dict[str, Any]) -> None:
        """Print the sources as OPML."""
        self.stdout.write(render_opml(list(Source.objects.all())))

    def remove_sources(self, options: dict[str, Any]) -> None:
        """Delete the sources of these addresses, with what they listed."""
        missing = [each for each in options["addresses"] if not Source.objects.filter(address=each).delete()[0]]
        if missing:
            raise CommandError(f"There is no source with the address {missing[0]}; `source list` has them all.")


def read_opml(path: Path) -> list[str]:
    """Return the addresses of the feeds in an OPML file; raise CommandError where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        body = path.read_bytes()[:MAX_OPML_BYTES]
        root = etree.fromstring(body, parser)
    except (OSError, etree.XMLSyntaxError) as problem:
        raise CommandError(f"{path} cannot be read as OPML: {problem}") from None
    found = [outline.get("xmlUrl") for outline in root.iter("outline") if outline.get("xmlUrl")]
    if not found:
        raise CommandError(f"{path} lists no feeds: it needs <outline xmlUrl=...> elements.")
    return list(dict.fromkeys(filter(None, found)))


def render_opml(sources: list[Source]) -> str:
    """Render sources as an OPML 2.0 document."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Sources of Quote provenance"
    body = etree.SubElement(root, "body")
    for source in sources:
        etree.SubElement(body, "outline", type="rss", text=source.title or source.address, xmlUrl=source.address)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return declaration + etree.tostring(root, pretty_print=True, encoding="unicode").rstrip()
