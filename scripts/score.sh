#!/usr/bin/env bash
# Reads every report that has a gold standard in ../shared and prints how well, in one table.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -f ../shared/tools/score.py ]; then
  echo "score: ../shared (the gold standard and its tool) is not here; there is nothing to score against." >&2
  exit 1
fi
scripts/setup.sh build
exec python3 scripts/score.py "$(scripts/build.sh)" ../shared
