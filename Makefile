# `make demo` and `make test` need only Python 3.11 or newer (with venv) and make.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin

# Tests wait for browsers, editors, engines and readers of documents: one more than there are processors.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

.PHONY: axe docs vsix site demo demo-bulk bench-bulk test test-quick lowest lock lint types hostile coverage fuzz mutants sampled-mutants sampled-mutmut bench readers wheel-test clean

demo: .venv/installed
	@$(BIN)/claimcheck status
	@echo; $(BIN)/claimcheck list --status conflicting
	@echo; echo "next, one claim whole:  $(BIN)/claimcheck show email-sent-in-error"
	@echo "     a tour of your own: $(BIN)/claimcheck init --tour build/tour"
	@echo "     what else there is: $(BIN)/claimcheck --help"

# Two thousand quotations in two hundred documents, made up; some of them do not stand: status 1.
demo-bulk: .venv/bulk
	$(BIN)/python benchmarks/tables.py build/bulk --documents 200 --quotes 2000
	$(BIN)/claimcheck bulk verify --quotes build/bulk/quotes.parquet \
		--documents build/bulk/documents.parquet --out build/bulk/verdicts.parquet || test $$? -eq 1
	$(BIN)/claimcheck bulk locate --quotes build/bulk/quotes.parquet \
		--documents build/bulk/documents.parquet --out build/bulk/located.jsonl || test $$? -eq 1

# The reader's pages of this repository's own dossier, in build/site.
site: .venv/site
	mkdir -p build
	$(BIN)/claimcheck report build/site --title "TikTok and Amazon, July 2020"

# The documentation as a site, in build/docs; a page that cannot be made, or a link to no page, fails.
docs:
	test -x build/docs-tools/bin/sphinx-build || { $(PYTHON) -m venv build/docs-tools \
		&& build/docs-tools/bin/python -m pip install --quiet 'furo>=2025.9' 'myst-parser>=4' 'Sphinx>=8.1'; }
	build/docs-tools/bin/sphinx-build --quiet --fail-on-warning --builder html docs build/docs

# What tests look at pages with; they say so where it is not there.
AXE_VERSION := 4.14.1
axe: build/axe/package/axe.min.js
build/axe/package/axe.min.js:
	mkdir -p build/axe
	-command -v npm >/dev/null && cd build/axe && npm pack --silent axe-core@$(AXE_VERSION) >/dev/null \
		&& tar xzf axe-core-$(AXE_VERSION).tgz

# The extension for VS Code, as build/claimcheck.vsix.
vsix:
	mkdir -p build && cp -r editors/vscode build/
	cd build/vscode && npm install --silent --no-fund --no-audit \
		&& npm run --silent package -- --out ../claimcheck.vsix

# The same examples at every run (docs/decisions/testing.md). -rs tells why a test was skipped: no
# browser, no Java, no engine.
test: lint types axe
	PYTHONHASHSEED=0 $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --hypothesis-profile ci -rs

# While you write: all but the hostile inputs and what drives other programs; a quarter of the
# examples, and other ones at every run.
test-quick: .venv/dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --hypothesis-profile quick \
		--ignore tests/hostile -m 'not (hostile or other_programs)'

# The same with the lowest versions that pyproject.toml allows. uv asks the index of UV_INDEX_URL.
lowest:
	test -d build/lowest || $(PYTHON) -m venv build/lowest
	build/lowest/bin/python -m pip install --quiet uv
	build/lowest/bin/uv pip compile --quiet --upgrade --resolution lowest-direct --extra dev \
		--python-version 3.11 --output-file build/lowest.txt pyproject.toml
	build/lowest/bin/python -m pip install --quiet --requirement build/lowest.txt
	build/lowest/bin/python -m pip install --quiet --no-deps --editable .
	build/lowest/bin/python -m pytest -n auto --ignore tests/hostile

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: .venv/dev
	$(BIN)/mypy

# What the GitHub action installs: what reading documents again takes, for every system, by hashes.
lock:
	test -d build/lock || $(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	echo 'hatchling>=1.26' >build/backend.in
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links \
		--extra bulk --extra html --extra pdf-check --extra stamp --extra warc \
		--output-file build/lock.txt pyproject.toml build/backend.in
	{ head -2 integrations/requirements.txt; cat build/lock.txt; } >build/requirements.txt
	mv build/requirements.txt integrations/requirements.txt

# The figures of docs/threats.md, each by one of the next four.
hostile: .venv/dev
	$(BIN)/python tests/hostile/figures.py
	$(BIN)/python tests/hostile/figures.py --kills 25

coverage: .venv/dev
	$(BIN)/python -m coverage run -m pytest
	$(BIN)/python -m coverage report

# atheris has wheels for few versions of Python, and mutmut wants a copy of everything: each has an
# environment of its own.
TARGETS ?= load anchor edit json readers
SECONDS ?= 150
fuzz:
	test -d build/fuzz || $(PYTHON) -m venv build/fuzz
	build/fuzz/bin/python -m pip install --quiet --editable '.[all]' atheris
	for target in $(TARGETS); do mkdir -p build/fuzz/$$target && build/fuzz/bin/python fuzz/run.py \
		$$target -max_total_time=$(SECONDS) -max_len=4096 -timeout=10 -print_final_stats=1 \
		build/fuzz/$$target fuzz/regressions/$$target 2>&1 | tail -n 12 || exit 1; done

# MUTANTS holds names, or patterns of names, such as claimcheck.anchor.cuts.*
MUTANTS ?= claimcheck.assessment.status.* claimcheck.dossier.strict_yaml.*
mutants:
	test -d build/mutants || $(PYTHON) -m venv build/mutants
	build/mutants/bin/python -m pip install --quiet --editable '.[dev]' mutmut
	build/mutants/bin/mutmut run --max-children 2 $(foreach name,$(MUTANTS),"$(name)")

# SAMPLE of those mutants of anchoring, drawn by SEED: a quarter of an hour.
sampled-mutmut: SAMPLE = 500
sampled-mutmut:
	$(MAKE) mutants MUTANTS='claimcheck.anchor.length.*'
	cd fuzz && ../build/mutants/bin/python mutmut_sample.py --sample $(SAMPLE) --seed $(SEED)

# A sample of what mutmut cannot change, since its tests start processes: SAMPLE mutants of each module
# of a GROUP, in a copy of what is committed: dossier (with system and the entry point), gate, anchor,
# documents (what fetches and extracts). Half an hour and more each.
GROUP ?= dossier
SAMPLE ?= 6
SEED ?= 1
sampled-mutants:
	rm -rf build/sampled && git clone --quiet . build/sampled
	$(PYTHON) -m venv build/sampled/.venv
	build/sampled/.venv/bin/python -m pip install --quiet --editable 'build/sampled[dev]'
	build/sampled/.venv/bin/python build/sampled/fuzz/mutants.py --group $(GROUP) \
		--sample $(SAMPLE) --seed $(SEED)

# Some ten minutes. Peers of whole commands are measured where they are installed:
# .venv/bin/pip install -e '.[bench]', or BENCH='--peers DIR'.
bench: .venv/dev
	$(BIN)/python benchmarks/quotes.py
	$(BIN)/python benchmarks/check.py $(BENCH)

# Bulk jobs beside a loop, engines and rapidfuzz: half an hour. BULK='--growth 0' leaves out the largest.
bench-bulk: .venv/dev
	$(BIN)/python benchmarks/bulk.py $(BULK)

# What readers make of documents that lie on this machine, such as SETS='--pdf DIR --html DIR'. Nothing
# is fetched.
SETS ?= --pdf build/sets/pdf
readers: .venv/dev
	$(BIN)/python benchmarks/readers.py $(SETS)

# Builds the wheel, installs it alone, and runs the suite where src/ is not to be found; tests of the
# repository itself (its map, its pages, its history) stay behind.
wheel-test: .venv/dev
	rm -rf build/wheel && mkdir -p build/wheel
	$(BIN)/python -m build --wheel --outdir build/wheel . >/dev/null
	$(PYTHON) -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip install --quiet "$$(ls build/wheel/*.whl)[dev]"
	cp -r tests fuzz articles claims seeds docs benchmarks integrations editors README.md CONTRIBUTING.md \
		CHANGELOG.md pyproject.toml action.yml server.json .pre-commit-hooks.yaml build/wheel/
	cd build/wheel && venv/bin/python -m pytest -n $(WORKERS) --dist worksteal --hypothesis-profile ci \
		--ignore tests/pages \
		--deselect tests/system/test_git.py::test_this_repositorys_own_commits_can_be_read

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "claimcheck needs Python 3.11 or newer; none was found" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/bulk: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[bulk]'
	@touch $@ .venv/installed

.venv/site: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[report]'
	@touch $@ .venv/installed

# EXTRAS=dev,spark,ray adds the engines that bulk jobs are tried on, half a gigabyte.
EXTRAS ?= dev
.venv/dev: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[$(EXTRAS)]'
	@touch $@ .venv/installed .venv/site .venv/bulk

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
