# Duban (督办). `make help` lists what can be made.
SECONDS ?= 60
SWIFT_FILES = Package.swift Plugins Sources Tests Benchmarks/Package.swift Benchmarks/Sources \
  Fuzz/Package.swift Fuzz/Sources

.PHONY: help demo test setup score bench screenshots fuzz format lint clean
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1	\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

demo: ## build, read the example plan, make the demo district and judge it
	@scripts/demo.sh

test: ## build and run every test
	@scripts/test.sh

setup: ## install the Debian packages that the build needs, if any is missing
	@scripts/setup.sh build

score: ## compare what is read with the gold standard in ../shared, in one table
	@scripts/score.sh

bench: ## measure speed and memory, beside the tools that a user would reach for
	@Benchmarks/run.sh && Benchmarks/compare.sh && Benchmarks/maps.sh && Benchmarks/accounts.sh && Benchmarks/web.sh

screenshots: ## picture every page, in both languages, on desktop and phone, and those of the handbook
	@scripts/screenshots.sh

fuzz: ## fuzz documents and reading; SECONDS=600 for ten minutes
	@scripts/fuzz.sh $(SECONDS)

format: ## format the Swift sources in place
	@swift format format --in-place --parallel --recursive $(SWIFT_FILES)

lint: ## check the format of the Swift sources
	@swift format lint --strict --parallel --recursive $(SWIFT_FILES)

clean: ## remove everything that was built, measured or written to out/
	@rm -rf .build .build-* out .venv .venv-*
