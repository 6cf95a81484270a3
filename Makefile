# The two commands: make demo, make test.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-postgresql check setup lock installs release benchmarks torture torture-minute screenshots house reader notebooks clean
.DEFAULT_GOAL := demo

demo: setup  ## set up, then run the bundled case from documents to an opened dossier
	@$(BIN)/habeas demo

test: setup check  ## set up, check, and run every test
	@echo "Running the tests."
	@$(BIN)/python -m pytest -n 2 --dist worksteal

test-postgresql: setup  ## run the tests of the desk and its store on a PostgreSQL of their own
	@echo "Running the tests of the desk on PostgreSQL."
	@.ci/with-postgresql $(BIN)/python -m pytest -n 2 --dist worksteal tests/desk

check: setup  ## the linter, the arrows of the house, and the type checker
	@echo "Checking style, imports and types."
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check .
	@$(BIN)/lint-imports --no-cache >.venv/imports.txt || { cat .venv/imports.txt; exit 1; }
	@$(BIN)/mypy --no-error-summary

setup: .venv/.ready  ## an environment in .venv with the pinned packages

.venv/.ready: requirements.lock pyproject.toml
	@echo "Setting up .venv with the packages pinned in requirements.lock (a minute or two, once)."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

lock:  ## pin the newest packages that pyproject.toml allows (needs uv)
	@uv pip compile pyproject.toml --extra all --extra dev --universal --generate-hashes --no-emit-index-url \
	  --no-header --quiet --python-version 3.11 -o requirements.lock

installs: setup  ## the package as others install it, with the newest and the lowest versions
	@.ci/installs newest lowest

release: setup  ## all of a release but the upload, in dist/; RELEASE_KEY=FILE signs its checksums
	@.ci/release

benchmarks: setup  ## time every engine beside its peers and write benchmarks/RESULTS.md (long)
	@cd benchmarks && for engine in extraction model_reader reconciliation estimation linkage; do ../$(BIN)/python $$engine.py; done

reader: setup  ## fit the offline reader's weights on the shared articles and say how well it reads
	@cd benchmarks && ../$(BIN)/python reader_fit.py

torture: setup  ## kills, spoiled files, everybody at once; writes benchmarks/RESULTS.md (hours)
	@.ci/with-postgresql $(BIN)/python -m torture --write

torture-minute: setup  ## a minute's worth of it, as make test runs it
	@$(BIN)/python -m torture --minute

screenshots: setup  ## take the pictures of the manual anew (needs Debian's chromium)
	@$(BIN)/python docs/pictures.py && $(BIN)/python docs/desk_pictures.py

notebooks: setup  ## run the notebooks of the manual and write them with what they show
	@$(BIN)/python docs/notebooks.py

house: setup  ## draw the rooms and the imports between them anew, for CONTRIBUTING
	@$(BIN)/python docs/house.py

clean:
	@rm -rf .venv habeas-demo
