#!/usr/bin/env bash
# Measures promise against claim over a folder of reports, and a corpus of 3,000 reports.
set -euo pipefail
cd "$(dirname "$0")/.."

reports=${1:-../shared/corpus}
if [ ! -d "$reports" ]; then
  echo "bench: $reports is not here; give a folder of reports: Benchmarks/compare.sh FOLDER" >&2
  exit 1
fi
scripts/setup.sh build
exec python3 Benchmarks/compare.py "$(scripts/build.sh)" "$reports"
