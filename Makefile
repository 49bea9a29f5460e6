# Every target makes what it needs; `make help` tells what there is.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
# Tests in a browser or an office mostly wait: more at once than there may be processors.
WORKERS ?= 4
SIZES ?= 1000 10000 100000
APT := $(if $(filter 0,$(shell id -u)),,sudo )apt-get

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: $(READY) ## make .venv with the command platform-registry in it

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(APT) update && $(APT) install -y python3-venv; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

serve: $(READY) ## build the real site and serve it, again after every change
	$(BIN)/platform-registry serve

check: $(READY) ## check the editors' files
	$(BIN)/platform-registry check

build: $(READY) ## build the whole site into build/site
	$(BIN)/platform-registry build

test: lint types $(VENV)/programs ## lint, types and every test, in a browser and an office too
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile

$(VENV)/programs: $(READY) Makefile
	@(PATH="$$PATH:/usr/sbin"; \
	  for program in caddy chromium fc-list nginx openssl pdftotext soffice; do command -v $$program || exit 1; done; \
	  fc-list :lang=zh-cn | grep .) >/dev/null 2>&1 || { $(APT) update && $(APT) install -y --no-install-recommends \
	  caddy chromium fontconfig fonts-noto-cjk libreoffice-calc-nogui libreoffice-writer-nogui nginx-light openssl \
	  poppler-utils; }
	@touch $@

lint: $(READY) ## ruff, and its formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy, strict
	$(BIN)/mypy

golden: $(READY) ## write tests/golden and the messages of the handbook's examples anew, then show what differs
	$(BIN)/python -m pytest tests --update-golden -q -k golden
	$(BIN)/ruff check --quiet --fix generator/checks/examples && $(BIN)/ruff format --quiet generator/checks/examples
	git --no-pager diff --stat -- tests/golden generator/checks/examples

pictures: $(VENV)/programs ## make the pictures of the editors' guide anew
	$(BIN)/python -m tests.pictures

bench: $(READY) ## measure; SIZES="1000 10000" for other sizes
	$(BIN)/python -m benchmarks $(SIZES)

lock: $(READY) ## resolve the dependencies anew into requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock

clean: ## remove what was built
	rm -rf build .cache

.PHONY: help setup serve check build test lint types golden pictures bench lock clean
