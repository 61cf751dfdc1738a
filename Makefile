# make demo and make test each do all the set-up they need, on a machine with Python, pip and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Compiled by all processors together, once everything is there; what cannot be is when it is used.
PACKAGES := $(PIP) install --quiet --no-compile --no-deps --require-hashes -r
COMPILE := $(BIN)/python -m compileall -q -j 0 $(VENV)/lib

.PHONY: demo screens chat test check bench statements pages mutation format clean lock asks levels

demo: $(VENV)/run.stamp
	@$(BIN)/fes demo

chat: $(VENV)/run.stamp
	@$(BIN)/fes chat

test: $(VENV)/dev.stamp check
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -n auto
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench

# The vectors of the plain-language statements, after any of them changed.
statements: $(VENV)/dev.stamp
	$(BIN)/python -m index.search

# What tells the topics of conversation apart, after any way of asking changed.
asks: $(VENV)/dev.stamp
	$(BIN)/python -m assistant.chat.topics

# What tells the levels of a factor apart, after any composed sentence changed.
levels: $(VENV)/dev.stamp
	$(BIN)/python -m assistant.suggest

# The pages of the documentation that are written from the data, after a standard or a rule changed.
pages: $(VENV)/dev.stamp
	$(BIN)/fes standards table > docs/standards.new && mv docs/standards.new docs/standards.md
	(sed '/^| Rule |/,$$d' docs/procedure.md && \
	  $(BIN)/python -c 'from core.law.rules import table; print(table(), end="")') > docs/procedure.new \
	  && mv docs/procedure.new docs/procedure.md

# How many small faults planted in the law the tests notice, by group. All of them take hours;
# make mutation SHARE=5 plants one in twenty of each group's, always the same ones, in some ten
# minutes on two free processors. GROUPS="grading whatif" measures those groups only.
SHARE ?= 100
mutation: $(VENV)/mutation.stamp
	$(BIN)/python tests/mutation/run.py $(GROUPS) --share $(SHARE)

# The pictures of the application in README and docs, taken from it as it runs.
screens: $(VENV)/run.stamp
	$(BIN)/python -m assistant.tui.pictures docs/screens

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The versions and hashes in use; needs uv on the PATH and a package registry.
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet
lock:
	$(LOCK) pyproject.toml --extra build -o requirements.txt
	$(LOCK) pyproject.toml --extra build --extra dev -c requirements.txt -o requirements-dev.txt
	$(LOCK) pyproject.toml --extra build --extra dev --extra mutation -c requirements-dev.txt -o requirements-mutation.txt

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "fes needs Python 3.11 or later; name one with: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing fes into $(VENV) (about a minute the first time)"
	$(PACKAGES) requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	-@$(COMPILE) assistant core index
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	$(PACKAGES) requirements-dev.txt
	-@$(COMPILE)
	@touch $@

$(VENV)/mutation.stamp: requirements-mutation.txt $(VENV)/dev.stamp
	$(PACKAGES) requirements-mutation.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
