"""Index terms for the filters of a search: speaker, outlet, language, month and year.

The search index (`articles.models.search_posting`) holds these terms beside the words of a quotation:
" outlet 3" for every quotation that RT printed, " month 2015-11" for every one of November 2015. Each begins with a
blank, which no word does.
"""


def build_speaker_term(pk: int | None) -> str:
    """Return the term of a speaker, or of quotations without one."""
    return f" speaker {pk or 0}"


def build_outlet_term(pk: int | None) -> str:
    """Return the term of an outlet, or of articles without one."""
    return f" outlet {pk or 0}"


def build_language_term(code: str) -> str:
    """Return the term of a language, whatever its region or script."""
    return f" language {get_main_language(code)}"


def get_main_language(code: str) -> str:
    """Return a language code without region or script.

    >>> get_main_language("pt-BR")
    'pt'
    """
    return code.partition("-")[0].casefold()


def build_month_term(year: int, month: int) -> str:
    """Return the term of a month, as in " month 2015-11"."""
    return f" month {year:04}-{month:02}"


def build_year_term(year: int) -> str:
    """Return the term of a year."""
    return f" year {year:04}"
