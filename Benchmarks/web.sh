#!/usr/bin/env bash
# Measures the web application on the demo district, server and load on one machine: pages under 32
# connections, a registry page beside Datasette, and deadline day with a server that is killed.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
scripts/setup.sh bench
echo "building …" >&2
duban="$(scripts/build.sh)"
scripts/venv.sh .venv-web Benchmarks/peers/web-requirements.txt

python3 Benchmarks/web.py "$duban" .venv-web/bin/datasette
exec python3 Benchmarks/deadline.py "$duban"
