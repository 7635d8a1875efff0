#!/usr/bin/env bash
# Measures maps and travel times beside scipy, pandana and pyosmium on the same graphs, and checks
# that every node of both maps has the time that scipy finds.
set -euo pipefail
cd "$(dirname "$0")/.."

maps=${1:-../shared/maps}
if [ ! -d "$maps" ]; then
  echo "bench: $maps is not here; give a folder of .osm.pbf files: Benchmarks/maps.sh FOLDER" >&2
  exit 1
fi
scripts/setup.sh build
bench=(--package-path Benchmarks --scratch-path .build-bench --configuration release)
swift build "${bench[@]}" --product bench-maps
scripts/venv.sh .venv-maps Benchmarks/peers/map-requirements.txt
exec .venv-maps/bin/python Benchmarks/maps.py \
  "$(swift build "${bench[@]}" --show-bin-path)/bench-maps" "$maps"
