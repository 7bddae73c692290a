# Everything a newcomer needs: `make demo`, then `make test`. `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

.DEFAULT_GOAL := help
.PHONY: help install demo test smoke coverage soak lock sbom audit check tools bench pictures clean
.PHONY: wheel single-file docs

help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

install: $(INSTALLED) ## Install joinedup and all it needs into .venv

$(INSTALLED): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "joinedup needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(INSTALLED) ## Build the bundled graph, show its answers, write the explorer page
	$(BIN)/joinedup demo

tools: ## Install what the tests use: RDF readers, Java, Chromium, Node packages (Debian)
	@tests/install-tools

test: $(INSTALLED) tools ## Run all tests
	$(BIN)/python -m pytest -n auto

smoke: $(INSTALLED) tools ## Try the other supported versions of Python
	tests/smoke-on-python 3.12
	tests/smoke-on-python 3.13

coverage: $(INSTALLED) tools ## Run all tests and say which share of the code they reach
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

soak: $(INSTALLED) ## Try what should never go wrong, many times over (about 20 minutes)
	$(BIN)/python -m tests.soak

lock: $(INSTALLED) ## Renew requirements.lock, with the hash of every file that may be installed
	$(BIN)/python -m pip install --quiet --group lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --quiet \
		--custom-compile-command 'make lock' --output-file requirements.lock

wheel: $(INSTALLED) ## Write var/joinedup-VERSION-py3-none-any.whl, to install anywhere
	$(BIN)/python -m hatchling build -t wheel -d var

single-file: $(INSTALLED) ## Write var/joinedup.pyz, which runs without installing on a computer like this one
	@mkdir -p var
	$(BIN)/python -m distribution.single_file var/joinedup.pyz

sbom: $(INSTALLED) ## Write var/joinedup.cdx.json: what an installed joinedup consists of (CycloneDX)
	@mkdir -p var
	$(BIN)/python -m pip install --quiet --group lock
	$(BIN)/uv pip compile pyproject.toml --all-extras --constraints requirements.lock \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
		--quiet --output-file var/runtime.lock
	$(PYTHON) -m venv --clear var/runtime
	var/runtime/bin/python -m pip install --quiet --require-hashes --requirement var/runtime.lock
	$(BIN)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml \
		--validate --output-file var/joinedup.cdx.json var/runtime/bin/python

audit: $(INSTALLED) ## Ask the advisory database of PyPI about every package of the lock (network)
	@$(BIN)/python -m pip install --quiet --group audit && \
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --requirement requirements.lock || \
	{ echo "The audit found advisories, or could not ask for them. It needs a network: without one, nothing is known of any package." >&2; exit 1; }

docs: $(INSTALLED) ## Write the documentation as a site to var/site; open index.html there
	$(BIN)/mkdocs build --quiet --strict --site-dir var/site

check: $(INSTALLED) ## Check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(INSTALLED) ## Measure builds, store, names and pages, beside plain rdflib, spaCy and pyvis
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python -m benchmarks

pictures: $(INSTALLED) tools ## Photograph the explorer for the documentation
	$(BIN)/python -m tests.visualisations.browser.pictures docs/pictures

clean: ## Remove what the other targets made, but for the graph in joinedup-store
	rm -rf .venv .venv-* var .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
