# Two commands do everything on a fresh machine: `make book` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
ASSIGNMENT ?= all
COURSE ?= course
PART ?=
CONSTRAINTS ?= constraints.txt

.DEFAULT_GOAL := help
.PHONY: help book pdf zip lab browser server test release grade bench clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

# Made anew when the pinned versions change, so that nothing of an older set stays behind.
$(READY): constraints.txt requirements.txt pyproject.toml
	$(PYTHON) -m venv --clear .venv && $(BIN)/python -m pip install --disable-pip-version-check -r requirements.txt -c $(CONSTRAINTS)
	touch $(READY)

book: $(READY) ## build the book into _build/html, running every page
	$(BIN)/python -m linearbook.build

pdf: book ## the whole book as one PDF in _build, printed by Chromium
	$(BIN)/python -m linearbook.offline_copy pdf

zip: book ## the built book as one zip in _build, for reading offline
	$(BIN)/python -m linearbook.offline_copy zip

lab: $(READY) ## open JupyterLab on the exercises
	$(BIN)/python -m autograder lab

# The tests' browser is the system's; where it cannot be installed, its tests are skipped and say so.
browser:
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
	command -v $$name >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium || true; \
	else echo "NOT TESTED in a browser: install Chromium (sudo apt-get install chromium) or Chrome"; fi

# Likewise the server of the tests of a gradebook on PostgreSQL, which start one on their own port.
server:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql || true; \
	else echo "NOT TESTED on PostgreSQL: install it (sudo apt-get install postgresql)"; fi

# One thread each: two processes with two threads each on two cores wait for one another.
test: book browser server ## lint, build the book strictly, run all tests
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
# One process: kernels that two start at once may be given the same ports, and one of them dies.
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest --nbval solutions
# A file at a time, so that what its tests share is made once; in the order of their names, which has
# short ones at the end. (Marks of groups are ignored: pytest-xdist #1386.)
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

release: $(READY) ## generate exercises/ from solutions/
	$(BIN)/python -m autograder release

grade: $(READY) ## grade the class in course/ (a made-up one if there is none), with feedback
	$(BIN)/python -m autograder sample-class --course $(COURSE) && $(BIN)/python -m autograder grade $(ASSIGNMENT) --course $(COURSE)
	$(BIN)/python -m autograder feedback $(ASSIGNMENT) --course $(COURSE)

bench: $(READY) ## measure speed; PART=engine, grading, cluster, book, pages or flakiness measures one
	$(BIN)/python -m autograder.bench $(PART)

clean: ## remove what was built, not the virtual environment and not the course
	rm -rf _build .pytest_cache .ruff_cache
