# One command each on a fresh Debian with Python 3.11: `make run`, `make test`. `make help` lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run serve test check bench soak pictures contracts types lock clean

BIN := .venv/bin
UV := .make/uv/bin/uv
# Each process of ours loads 2000 modules: where Python may not write, compiling them each time doubles its start.
COMPILED := $(BIN)/python -m compileall -q src/yiwang
TESTERS ?= 2
POINTS ?= 200
# A process has neighbouring tests and takes over others' when it is done; Python may keep what it compiled.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n $(TESTERS) --dist worksteal -q
STORES := $$(grep -rl 'mark\.store' tests --include='test_*.py')
WEB_SOURCES := $(shell find web -type f -not -path '*/node_modules/*' -not -name '*.log' 2>/dev/null)

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .make/run .make/web ## start a platform with a made-up district that lives, on http://localhost:8000
	@$(COMPILED)
	$(BIN)/yiwang demo run

serve: .make/run .make/web ## start an empty platform to work with for real
	@$(COMPILED)
	$(BIN)/yiwang serve

test: .make/dev .make/web .make/system ## run all tests, the store's once more on PostgreSQL 15, and the web's
	@$(COMPILED)
	$(PYTEST)
	@if [ -x /usr/lib/postgresql/15/bin/postgres ]; then \
		echo 'On PostgreSQL 15:'; \
		$(PYTEST) -m store --postgres 15 $(STORES); \
	elif [ "$$CI" = true ]; then echo 'PostgreSQL 15 is missing, and nothing is skipped here.' >&2; exit 1; \
	else echo 'Skipped: the store tests on PostgreSQL 15, which is not installed.' >&2; fi
	scripts/node.sh npm test

check: .make/dev .make/node ## lint, types, contracts, links, locks; Python and web
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy contracts
	$(BIN)/lint-imports
	$(BIN)/python -m contracts
	scripts/node.sh npm run check

bench: .make/run ## measure the life of cases over HTTP, as one JSON object
	$(BIN)/yiwang bench cases --json

soak: .make/soak ## kill -9 a replay at 200 seeded points (POINTS=20: fewer) and see that nothing is lost or doubled
	YIWANG_EXAMPLES=40 $(BIN)/pytest -q tests/app/test_schemathesis.py
	YIWANG_SOAK_POINTS=$(POINTS) $(BIN)/pytest -q -m soak -s

pictures: .make/dev .make/web .make/system ## take the pictures of docs/images anew, in a real browser
	$(BIN)/python scripts/pictures.py

contracts: .make/dev ## write .importlinter anew from contracts/rooms.txt and the folders
	$(BIN)/python -m contracts.generate

lock: .make/uv/done ## write the locks anew (UPGRADE=--upgrade takes the newest versions)
	scripts/lock.sh

clean: ## remove what make has built; the platform's data is not touched
	rm -rf .make .venv web/node_modules src/yiwang/app/static .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# Stamps: what is done is not done again until what it depends on changes.
.make/uv/done: requirements-uv.txt scripts/uv.sh
	scripts/uv.sh
	@touch $@

.make/run: requirements.txt pyproject.toml .make/uv/done
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes \
		--requirement requirements.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

.make/dev: requirements-dev.txt pyproject.toml .make/uv/done
	$(UV) pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements-dev.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@ .make/run

.make/soak: requirements-soak.txt .make/dev
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements-soak.txt
	@touch $@

.make/node: web/package-lock.json scripts/node.sh .make/uv/done
	scripts/node.sh npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.make/web: $(WEB_SOURCES) .make/node
	scripts/node.sh npm run build
	@touch $@

.make/system: scripts/apt.sh
	@scripts/apt.sh /usr/bin/chromium chromium
	@scripts/apt.sh /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
	@scripts/apt.sh /usr/lib/postgresql/15/bin/postgres postgresql-15
	@scripts/apt.sh /usr/sbin/mosquitto mosquitto
	@mkdir -p .make && touch $@
