"""Recordings of everything the site answers, to show that a change of its source changes no answer.

    python -m tests.support.recording make DB.sqlite3
    python -m tests.support.recording record DB.sqlite3 BEFORE
    ... change the source ...
    python -m tests.support.recording record DB.sqlite3 AFTER
    python -m tests.support.recording compare BEFORE AFTER --ignore-header ETag --ignore-space

`make` fills a new database (`corpus`). `record` works on a copy of it, migrated first, and writes one JSON Lines file
for each family of requests: every address that pages lead to, the same in other ways (`HX-Request`, `HEAD`, wrong
codes, ...), forms that are sent, and what commands print. `compare` prints each difference once, with the requests that
show it, and ends with 1 if there is any.

Nothing in a body is masked. Two recordings of one database with one source are equal to the byte, because the clock
stands still, the random numbers of `secrets` are drawn from a seed that is set anew for each request, sets have one
order, and the limit of requests to the API is lifted. Left out are the values of cookies; of what commands print,
measured seconds and the times of log lines.

`record` and `compare` know addresses, tables, commands and Django; they import nothing of the application.
"""
