#!/usr/bin/env bash
# Measures reading, its memory, the whole command and the peers, in one run, and prints one table.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
scripts/setup.sh bench
echo "building …" >&2
bench=(--package-path Benchmarks --scratch-path .build-bench --configuration release)
duban="$(scripts/build.sh)"
swift build "${bench[@]}" --product bench-reading
Benchmarks/peers/setup.sh .venv-peers

exec python3 Benchmarks/table.py \
  "$duban" \
  "$(swift build "${bench[@]}" --show-bin-path)/bench-reading" \
  .venv-peers/bin/python ../shared Examples/shizhong-2023
