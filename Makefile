# Everything a person does here, by name. `make` alone lists it.
# All paths are relative, so that the checkout may lie anywhere, blanks in its path included.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test check fix eval bench docs knowledge

# The Python that makes .venv: the first of these that is 3.11, 3.12 or 3.13. `make setup PYTHON=/path/to/python3.12`
# takes another.
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	"$$each" -c '$(SUPPORTED)' 2>/dev/null && echo "$$each" && break; done)

PACKAGE := .venv/.package
TOOLS := .venv/.tools
RUN := .venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: $(TOOLS) ## Make .venv with reportedly and the tools of its developers
	@echo 'ready: .venv/bin/reportedly read PATH'

demo: $(PACKAGE) ## Read the bundled articles: print the ledger, write one HTML report
	@.venv/bin/reportedly demo

test: $(TOOLS) ## Run the tests; at least 90 % of src must be covered
	$(RUN) -m pytest --cov

check: $(TOOLS) ## Lint, types, direction of imports, knowledge, documentation
	@failed=; for each in '$(RUN) -m ruff check .' '$(RUN) -m mypy' '.venv/bin/lint-imports --no-logo' \
		'.venv/bin/reportedly knowledge check' '$(RUN) docs/tools/build.py --check' '$(RUN) docs/tools/check.py'; do \
		echo "$$each"; $$each || failed="$$failed; $$each"; \
	done; [ -z "$$failed" ] || { echo "failed: $${failed#; }" >&2; exit 1; }

fix: $(TOOLS) ## Mend what the linter can mend by itself
	$(RUN) -m ruff check --fix .

eval: $(PACKAGE) ## Measure the readers on the gold, and hold the figures to their floors
	.venv/bin/reportedly eval
	.venv/bin/reportedly eval --reader rules --floors evals/floors-rules.json

bench: $(PACKAGE) ## Measure time and memory
	$(RUN) benchmarks/run.py

docs: $(TOOLS) ## Make the generated pages anew, and the examples of output in the others
	$(RUN) docs/tools/build.py

knowledge: $(PACKAGE) ## Compile the knowledge files, so that they load without YAML
	$(RUN) -m reportedly.knowledge.compile

# A stamp is younger than pyproject.toml once everything that it asks for is installed.
$(PACKAGE): pyproject.toml
	@"$(PYTHON)" -c '$(SUPPORTED)' 2>/dev/null || { echo 'reportedly needs Python 3.11, 3.12 or 3.13;' \
		'name one: make setup PYTHON=/path/to/python3.11' >&2; exit 1; }
	@echo 'installing reportedly in .venv (once, and when pyproject.toml changes)'
	@"$(PYTHON)" -m venv .venv
	@$(RUN) -m pip install --quiet --upgrade 'pip>=25.1'
	@$(RUN) -m pip install --quiet --editable .
	@touch $@

$(TOOLS): $(PACKAGE)
	@echo 'installing the tools of developers in .venv'
	@$(RUN) -m pip install --quiet --group dev
	@touch $@
