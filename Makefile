# `make start` serves the product on http://127.0.0.1:8000; `make test` checks all of it. Everything else is in manage.py.
.PHONY: start test

start:
	@python3 manage.py start

test:
	@python3 -m tests
