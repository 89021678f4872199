# Two commands are enough: `make run` and `make test`. Each does all the set-up it needs.
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3.11)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PROVER_TESTS := proof_parts proof_traps proof_branches proof_words proof_guards proof_of_silence held_rolls former_states \
	changes known_by blocs_and_shifts alerts attacks inquiry inquiry_guards tongues_of_acts roll_calls_told \
	silence_over_imports refiled agreements digests_of_imports digest_topics newest said_again said_apart breaking
THINNED := languages attacks every_brief_is_proved roll_calls_told sentences_are_short agreements desk_questions mutants_acts inquiry \
	no_record_is_lost
LONG_ONES := any_cites or mutant or every_other_number or other_words or whatever_comes_later

# A machine may say that compiled modules are not to be kept: a thousand processes would each compile them anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check bench mutants knockouts cover crash zones lock format goldens docs clean

help: ## Show these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Dateline needs Python 3.11 or newer with venv: apt install python3.11 python3.11-venv, or say 'make PYTHON=/path/to/python ...'" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(READY) ## Start Dateline: the console, or Discord and Slack with tokens in .env
	@$(BIN)/dateline run

test: $(READY) ## Run every test suite
	@$(BIN)/python -m tests.run

check: $(READY) ## Format, lint, types, import contracts, records and docs
	@$(BIN)/ruff format --check --quiet . || { echo "Run 'make format'." >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports >.lint-imports.log 2>&1 || { cat .lint-imports.log >&2; exit 1; }
	@$(BIN)/dateline check
	@$(BIN)/python -m docs.build --check
	@echo "check: all green"

goldens: $(READY) ## Write the goldens anew; read the diff as prose
	@DATELINE_WRITE_GOLDENS=1 $(BIN)/python -m pytest -q -p no:cacheprovider tests/golden

crash: $(READY) ## Kill the process at every step and at random, count the posts (8 minutes)
	@$(BIN)/python -m tests.crash.long

zones: $(READY) ## Every zone of tzdata, every day of ten years, every awkward time (five minutes)
	@DATELINE_WHOLE=1 $(BIN)/python -m pytest -q -p no:cacheprovider -o timeout=1200 tests/bot/test_time_suite.py

mutants: $(READY) ## Make briefs false in every way we know, see each refused, write the table in docs/proof.md
	@$(BIN)/python -m tests.mutants_long
	@DATELINE_WHOLE=1 $(BIN)/python -m pytest -q -p no:cacheprovider -o timeout=1200 $(THINNED:%=tests/briefs/test_%.py)

knockouts: $(READY) ## Take each rule of the prover away by itself, and see a false text pass (ten minutes)
	@$(BIN)/python -m tests.knockouts

cover: $(READY) ## Count the branches of the prover that tests take; fail below the gate
	@$(BIN)/python -m coverage run -m pytest -q -p no:cacheprovider -p no:randomly -k "not ($(LONG_ONES))" tests/golden $(PROVER_TESTS:%=tests/briefs/test_%.py)
	@$(BIN)/python -m coverage report

bench: $(READY) ## Measure speed and size: figures and ratios, no verdict
	@$(BIN)/python -m bench

format: $(READY) ## Put the code into its format
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --fix --quiet .

lock: $(READY) ## Pin every dependency anew, with hashes and no index host
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --all-extras --no-header --no-annotate -o requirements.lock pyproject.toml build.in

clean: ## Remove the environment and caches, never your data
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
