# `make` alone lists what there is to do. Programs come from your own virtual environment where one is active, otherwise
# from .venv, which bin/install makes and fills.
BIN := "$(or $(VIRTUAL_ENV),.venv)/bin"
DJADE = find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2
ARGS :=

.PHONY: help install runtime development start test lint check format migrate shell

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

install: development ## Make .venv with all that running and developing the product needs

runtime:
	@bin/install requirements.txt

development:
	@bin/install requirements.txt requirements-dev.txt articles/spark/requirements.txt

start: runtime ## Fill an empty database with the demo corpus and serve it on http://127.0.0.1:8000 until Ctrl-C
	@$(BIN)/python manage.py start

migrate: runtime ## Bring the database up to date
	@$(BIN)/python manage.py migrate

shell: runtime ## Open a Python shell with the models imported
	@$(BIN)/python manage.py shell

test: development ## Check everything on SQLite and PostgreSQL, or run pytest on both with ARGS="tests/views -x"
	@$(BIN)/nox $(if $(ARGS),--session sqlite postgresql -- $(ARGS))

lint: development ## Check style and types of the source
	@$(BIN)/nox --tags lint

check: development ## Check that packages fit together, settings are right and migrations are made
	@$(BIN)/nox --tags check

format: development ## Put source and templates into the project's style
	@$(BIN)/ruff check --fix --exit-zero .
	@$(BIN)/ruff format .
	@$(DJADE) {} + || $(DJADE) --check {} +
