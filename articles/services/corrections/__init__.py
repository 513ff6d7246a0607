"""Corrections by curators: speakers, outlets, quotations and articles that were read wrongly.

Two speakers are one person: "the Foreign Ministry" and "Russia's Foreign Ministry", or a name that one article
misspelt. `merge_speakers` brings their quotes and names together, and later articles find the right speaker by any of
the names. A slogan that stands on every page is marked as boilerplate, an article that its outlet took back is
withdrawn: their quotations leave their lineages, and a code without any printing left says so.

Each correction is one transaction that returns a `Decision`. `revert` undoes it, whatever was corrected since. Rulings
on printings are in `articles.services.curation`.
"""

from articles.services.corrections.articles import correct_date, withdraw
from articles.services.corrections.base import count_phrase_with_verb, get_quote_version
from articles.services.corrections.outlets import merge_outlets
from articles.services.corrections.quotes import correct_span, mark_boilerplate
from articles.services.corrections.speakers import change_speaker, merge_speakers
from articles.services.corrections.undo import revert

__all__ = [
    "change_speaker",
    "correct_date",
    "correct_span",
    "count_phrase_with_verb",
    "get_quote_version",
    "mark_boilerplate",
    "merge_outlets",
    "merge_speakers",
    "revert",
    "withdraw",
]
