"""Read stored articles again, after the program was updated.

``python manage.py reread`` brings the speakers of stored quotations and paraphrases up to date, and how sure they are.
What curators corrected stays. Quotations keep their words, places and addresses. Each article is one transaction: if
the command is interrupted, what was read stays read, and ``--after`` goes on behind an article.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from articles.engine.text.phrases import count_phrase
from articles.management.require_migrations import require_migrations
from articles.models import Article
from articles.services.rereading import RereadResult, reread_article


class Command(BaseCommand):
    help = "Read stored articles again: who said their quotations, and how sure that is. Corrections stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--after", type=int, default=0, metavar="NUMBER", help="only articles behind the one with this number"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrations()
        numbers = list(Article.objects.filter(pk__gt=options["after"]).order_by("pk").values_list("pk", flat=True))
        result = RereadResult()
        for number in tqdm(numbers, unit=" articles", disable=None, leave=False):
            result += reread_article(Article.objects.get(pk=number))
        self.stdout.write(
            f"{count_phrase(len(numbers), 'article')} read again: {count_phrase(result.changed, 'quotation')} updated, "
            f"{result.other_speakers} with another speaker; {result.settled} set by curators stay."
        )
