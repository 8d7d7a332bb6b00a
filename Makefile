# The targets that people use: run, test, lint, bench, setup, clean.
# Each sets up by itself what is missing; the stamps make the second start immediate.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.ready-to-run
DEV_STAMP := $(VENV)/.ready-to-develop
INSTALL = $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check install \
	-qq --require-hashes --only-binary :all:

.PHONY: run test lint bench messages setup lock clean

# make run FILE=map.journey opens that map.
run: $(RUN_STAMP)
	@$(BIN)/journeyeditor $(if $(FILE),"$(FILE)")

# make test ARGS="tests/model -x" passes arguments to pytest.
test: $(DEV_STAMP)
	@sh .ci/isolated $(BIN)/python -m pytest -n auto --maxprocesses 8 --dist worksteal $(ARGS)

lint: $(DEV_STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(DEV_STAMP)
	@sh .ci/isolated $(BIN)/python -m tests.benchmarks $(ARGS)

# Gathers the messages of the program and brings the Spanish catalogue up to date.
messages: $(DEV_STAMP)
	@$(BIN)/python .ci/messages.py

setup: $(DEV_STAMP)

$(RUN_STAMP): requirements.lock .ci/link_project.py .ci/qt-libraries
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Journey Editor needs Python 3.11 or newer, and '$(PYTHON)' is not that: \
	install it, or name one, as in make PYTHON=python3.12." >&2; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || \
		{ echo "Journey Editor's set-up needs pip, and '$(PYTHON)' has none: \
	install it (on Debian: apt-get install python3-pip)." >&2; exit 1; }
	@echo "Setting up Journey Editor in $(VENV) (once; about half a minute)"
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	@$(INSTALL) -r requirements.lock
	@$(BIN)/python .ci/link_project.py
	@if sh .ci/qt-libraries $(BIN)/python; then touch $@; fi # else look again at the next start

$(DEV_STAMP): $(RUN_STAMP) .ci/requirements-dev.lock
	@echo "Adding the tools for tests and checks"
	@$(INSTALL) -r .ci/requirements-dev.lock
	@touch $@

# Renews both lock files from pyproject.toml (needs uv; UPGRADE=--upgrade takes newer versions).
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command 'make lock' $(UPGRADE)
lock:
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) --group dev -c requirements.lock -o .ci/requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
