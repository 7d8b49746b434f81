# Needs Python 3.11 or newer, git and make; everything else is fetched into .venv by the first command.
# Another interpreter: make test PYTHON=python3.12

.DEFAULT_GOAL := help
.PHONY: help check test test-papers bench format environment

PY := .venv/bin/python

# What the caller's shell has set up for other projects must not reach this one.
unexport PYTHONPATH PYTHONHOME

help:  ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile

check: environment  ## Check the records in data/ against the law
	@$(PY) -m cdrp_cli check

test: environment  ## Run linters, types, the architecture contract and every test
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m pytest --cov

test-papers: environment  ## Look at papers with a browser, an office and checkers; says what it needs installed
	@sh .ci/paper-tools
	$(PY) -m pytest tests/papers

bench: environment  ## Time a cold check against an empty Python start
	$(PY) benchmarks/bench.py

format: environment  ## Lay the code out as the linter wants it
	$(PY) -m ruff check --fix-only
	$(PY) -m ruff format

environment:
	@sh .ci/environment
