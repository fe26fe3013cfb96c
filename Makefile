# make run · make test · make bench: each sets up .venv first, once; again only when the requirements change.
PYTHON ?= python3
VENV ?= .venv
INPUT ?= corpus
DB ?= extracted/danvan.duckdb
SETS ?= $(wildcard ../shared/seeds) corpus/work corpus/test

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DANVAN := $(BIN)/danvan

.DEFAULT_GOAL := help
.PHONY: confidence help run test lint check unit scores train bench clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 16
	@echo
	@echo "  INPUT=$(INPUT)  DB=$(DB)  PYTHON=$(PYTHON)"

run: $(VENV)/.ready ## read INPUT into DB, print models per district and per commune, by year
	$(DANVAN) run $(INPUT) --db $(DB)
	@echo
	$(DANVAN) query models-per-district-year --db $(DB)
	$(DANVAN) query models-per-commune-year --db $(DB)

test: lint unit ## everything: lint, types, import rules, tests (every rule and check against its examples among them)

lint: $(VENV)/.ready-dev ## ruff, mypy --strict, import contracts
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(VENV)/.ready-dev ## every rule and every check of the audit against its own examples
	$(DANVAN) rules check
	$(DANVAN) audit --prove

unit: $(VENV)/.ready-dev ## the tests, on every core
	$(BIN)/pytest -n auto

scores: $(VENV)/.ready-dev ## the table of scores in README, of SETS (folders, or folder/pattern)
	@$(BIN)/python tests/scores.py $(foreach set,$(SETS),'$(set)')

train: $(VENV)/.ready-dev ## the tagger of names, anew, on corpus/work (pipeline/danvan/train/README.md)
	$(BIN)/python -m danvan.train corpus/work

confidence: $(VENV)/.ready-dev ## count anew how often records are right (rules/confidence.csv)
	$(BIN)/python tests/calibrate.py > extracted/confidence.csv
	mv extracted/confidence.csv rules/confidence.csv

bench: $(VENV)/.ready-dev ## speed, and texts that patterns could run away on
	@set -e; for script in tests/bench/*.py; do echo "== $$script"; $(BIN)/python $$script; done

clean: ## remove .venv, caches and what was extracted
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f extracted/*.duckdb extracted/*.duckdb.wal
	find pipeline rules tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "danvan needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml requirements.txt | $(BIN)/python
	$(PIP) install -r requirements.txt
	$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	$(PIP) install -r requirements-dev.txt
	@touch $@
