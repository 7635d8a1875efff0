#!/usr/bin/env bash
# Measures the accounts on the demo district, beside the sqlite3 shell, and prints one table.
#
#   accounts.sh [SCALE]     1 when not told; 10 for a district ten times as large
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
scripts/setup.sh bench
echo "building …" >&2
bench=(--package-path Benchmarks --scratch-path .build-bench --configuration release)
duban="$(scripts/build.sh)"
swift build "${bench[@]}" --product bench-accounts

exec python3 Benchmarks/accounts.py \
  "$duban" \
  "$(swift build "${bench[@]}" --show-bin-path)/bench-accounts" \
  Benchmarks/judge.sql "${1:-1}"
