# The verbs of the workshop. `make` without a word lists them.
PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp
ON_SERVERS := tests/test_cases.py tests/laws tests/inspect tests/pull tests/run tests/sample tests/trace tests/prove tests/rehearsal tests/cli/test_pull.py tests/cli/test_drift.py

.DEFAULT_GOAL := help
.PHONY: help demo test majors corpus check goldens docs format facts bench lock clean

help:            ## list the verbs
	@sed -n 's/^\([a-z]*\): .*## /\1: /p' $(MAKEFILE_LIST) | awk -F': ' '{printf "make %-8s %s\n", $$1, $$2}'

$(STAMP): requirements.lock pyproject.toml
	@if command -v uv >/dev/null 2>&1 && [ -z "$$FLUXC_NO_UV" ]; then \
	  uv venv -q --clear --python $(PY) $(VENV) && \
	  uv pip sync -q --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock && \
	  uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
	  $(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "fluxc needs Python 3.11 or newer: make PY=python3.12 …"; exit 1; }; \
	  $(PY) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv module is missing: apt-get install python3-venv (or install uv)"; exit 1; }; \
	  rm -rf $(VENV) && $(PY) -m venv $(VENV) && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@$(BIN)/python -m compileall -q compiler   # where PYTHONDONTWRITEBYTECODE is set, each start would compile it anew
	@touch $@

demo: $(STAMP)   ## set everything up and run the main job on the embedded PostgreSQL
	@$(BIN)/fluxc up --yes
	@$(BIN)/python docs/demo.py

test: $(STAMP)   ## everything that guards the project
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy
	@$(BIN)/pyright
	@$(BIN)/fluxc build --check
	@$(BIN)/fluxc lint --quiet --strict
	@$(BIN)/fluxc prove --quiet
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup

majors: $(STAMP) ## the tests that need a server, on servers of other versions: SERVERS="DIR …", each a bin directory
	@for server in $(SERVERS); do \
	  echo "$$server"; \
	  FLUXC_PG_HOME=$$(dirname $$server) $(BIN)/python -m pytest -q -n 2 --dist loadgroup $(ON_SERVERS) || exit 1; \
	done

corpus: $(STAMP) ## take schemas and cases of other projects through fluxc, and tell the score by kind
	@FLUXC_CORPUS=1 $(BIN)/python -m pytest -q -n 2 tests/corpus

check: $(STAMP)  ## the quick part of `make test`: no tests
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy
	@$(BIN)/pyright

goldens: $(STAMP) ## write the goldens, docs/rules and docs/breaking anew; read the difference as product
	@$(BIN)/python -m pytest -q tests/test_cases.py tests/test_explain.py tests/lint/test_pages.py tests/breaking/test_pages.py --snapshot-update -W default

docs: $(STAMP)   ## write docs/reference.md and the JSON Schema from the declarations of the language
	@$(BIN)/python docs/generate.py

format: $(STAMP) ## lay the code out
	@$(BIN)/ruff check -q --fix .
	@$(BIN)/ruff format -q .

facts: $(STAMP)  ## measure servers anew for the shipped table of casts: SERVERS="DIR …", each a bin directory
	@$(BIN)/python -m tests.facts.write $(SERVERS)
	@$(BIN)/ruff format -q compiler/fluxc/plan/cast_table.py

bench: $(STAMP)  ## speed and memory against floors and peers of the same run
	@$(BIN)/python benchmarks/bench.py

lock: requirements.in ## resolve requirements.in (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements.in -o requirements.lock

clean:           ## delete what can be made again
	@[ ! -x $(BIN)/fluxc ] || $(BIN)/fluxc dev reset --yes
	rm -rf $(VENV) .fluxc .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
