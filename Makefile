# Everything a developer does, each a word. `make demo` and `make test` set up what they need.
#   make demo DEMO_ARGS=--no-serve      make test TEST_ARGS="-k excerpts"

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
DEMO_ARGS ?=
TEST_ARGS ?= -n 2
DATA ?= $(or $(ONRECORD_TEST_DATA),../shared/data)

.PHONY: setup demo test lint types bench docs golden accuracy lock clean

setup: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	rm -rf .venv
	$(PYTHON) -m venv .venv || { rm -rf .venv; echo "error: no virtual environment: install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: setup
	@$(BIN)/onrecord demo $(DEMO_ARGS)

test: setup
	$(BIN)/python -m pytest $(TEST_ARGS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

# The pages are plain Markdown; what is checked is that they are whole and that their examples run.
docs: setup
	$(BIN)/python -m pytest -q tests/test_docs.py

bench: setup
	$(BIN)/python benchmarks/names.py $(DATA)
	$(BIN)/python benchmarks/load.py $(DATA)/people $(DATA)/twfy $(DATA)/historic
	$(BIN)/python benchmarks/excerpts.py $(DATA)/twfy/debates $(DATA)/people
	$(BIN)/python benchmarks/pack.py
	$(BIN)/python benchmarks/verify.py $(DATA)/twfy/debates --count 20000 --checked 1000
	$(BIN)/python benchmarks/search.py $(DATA)/twfy/debates --count 50000 --grown-from 5000 --fts 20000
	$(BIN)/python benchmarks/web.py $(DATA)/twfy/debates $(DATA)/people

# Who said it, with the ids taken away, against the committed table; ACCURACY_ARGS=--write commits a new one.
accuracy: setup
	$(BIN)/python benchmarks/accuracy.py $(DATA) $(ACCURACY_ARGS)
	$(BIN)/python benchmarks/offices.py $(DATA)

# The pages that a reader of the specimen sees, made again: read the difference before committing it.
golden: setup
	$(BIN)/python -m tests.golden.make

# Write the newest versions that pyproject.toml allows into the lock.
lock:
	rm -rf .lock-venv
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/python -m pip install --quiet --disable-pip-version-check "hatchling>=1.27,<2" editables ".[test]"
	{ echo "# Exact versions for development and tests. Made by: make lock"; \
	  .lock-venv/bin/python -m pip freeze --disable-pip-version-check --exclude onrecord; } > requirements.lock
	rm -rf .lock-venv

clean:
	rm -rf .venv .lock-venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
