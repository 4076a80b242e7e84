# Everything that is done with this repository. `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

TARGET := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)
SERVER := $(TARGET)/debug/vestibule
CARGO_DENY_VERSION := 0.20.2
GOLDEN := $(CURDIR)/../shared/golden

# The black-box tests find the server here.
export VESTIBULE_BIN = $(SERVER)

.PHONY: help run build test fmt fmt-check lint deny unit server blackbox golden client clients crash browser bench

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 14

run: ## Build everything and serve on http://localhost:9000
	cargo run --release --locked -p vestibule-server -- serve

build: ## Build the release binary, target/release/vestibule
	cargo build --release --locked -p vestibule-server

test: fmt-check lint deny unit blackbox golden contract browser clients ## Run everything below that tests
	@echo "make test: everything passed; what was skipped is said above"

fmt: ## Format the code
	cargo fmt --all

fmt-check: ## Is the code formatted?
	cargo fmt --all --check

lint: ## Clippy, warnings are errors
	cargo clippy --workspace --all-targets --locked -- -D warnings

deny: ## Licences, sources and advisories of the dependencies
	@command -v cargo-deny >/dev/null || cargo install cargo-deny --locked --version $(CARGO_DENY_VERSION)
	cargo deny -L error check --hide-inclusion-graph licenses bans sources
	@if cargo deny fetch db >/dev/null 2>&1; then cargo deny --offline check advisories; \
	else echo "deny: SKIPPED advisories: the advisory database cannot be reached from here"; fi

unit: ## Tests inside the crates
	tests/postgres.sh bash -c 'cargo test --workspace --exclude vestibule-tests --locked --no-fail-fast -- $${VESTIBULE_TEST_POSTGRES:+--include-ignored}'

# The same packages as for the unit tests, so that no dependency is built twice with other features.
server:
	cargo build --workspace --exclude vestibule-tests --bins --locked

blackbox: server ## Tests over HTTP on SQLite and PostgreSQL, the official client and the crash tests among them
	tests/postgres.sh bash -c 'cargo test -p vestibule-tests --locked --no-fail-fast -- $${VESTIBULE_TEST_POSTGRES:+--include-ignored} --skip recorded_exchanges'

golden: server ## The exchanges recorded from the reference system, when ../shared/golden is there
	@if [ -d "$(GOLDEN)" ]; then \
		tests/postgres.sh bash -c 'all=$${VESTIBULE_TEST_POSTGRES:+recorded}; cargo test -p vestibule-tests --locked --test golden -- --ignored $${all:-on_sqlite}'; \
	else echo "golden: SKIPPED: the recorded exchanges are not at $(GOLDEN)"; fi

client: server ## Only the official Rust client
	tests/postgres.sh bash -c 'cargo test -p vestibule-tests --locked --test client -- $${VESTIBULE_TEST_POSTGRES:+--include-ignored}'

contract: server ## What we declare against the contract, when ../shared is there
	tests/contract.sh

clients: server ## Every collection with the official clients in Python and TypeScript
	tests/clients/run.sh

crash: server ## Only the crash tests
	tests/postgres.sh bash -c 'cargo test -p vestibule-tests --locked --test crash -- $${VESTIBULE_TEST_POSTGRES:+--include-ignored}'

browser: server ## The journey in headless Chromium, with JavaScript on and off
	tests/browser/run.sh

bench: build ## Measure against the limits
	cargo run --release --locked -p vestibule-bench
