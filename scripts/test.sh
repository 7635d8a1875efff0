#!/usr/bin/env bash
# Runs every test: Swift's, then the browser's where a browser can be had.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
scripts/setup.sh solvers || echo "test: no solver could be had; siting is not held to the proven best." >&2
[ -d ../shared ] || echo "test: ../shared is not here; tests that read real reports will be skipped." >&2
swift build --build-tests -debug-info-format none
swift test --skip-build -debug-info-format none

browser=Tests/Browser
if [ ! -f "$browser/requirements.txt" ]; then
  echo "test: there is no $browser here; the browser test is skipped." >&2
  exit 0
fi
if ! scripts/setup.sh browser; then
  echo "test: no browser could be had; the browser test is SKIPPED." >&2
  exit 0
fi
scripts/assets.sh || echo "test: the pages' scripts could not be fetched; charts are not tested." >&2
scripts/venv.sh .venv "$browser/requirements.txt"
DUBAN="$(swift build --show-bin-path)/duban" .venv/bin/python -m pytest -q "$browser"
