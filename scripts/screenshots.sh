#!/usr/bin/env bash
# Takes a picture of every page of the demo district, in both languages, on a desktop and a phone, into
# out/screenshots; and the pictures of the handbook into docs/手册/图.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
scripts/setup.sh browser
scripts/assets.sh
scripts/venv.sh .venv Tests/Browser/requirements.txt
swift build --product duban --quiet
exec .venv/bin/python scripts/screenshots.py "$(swift build --show-bin-path)/duban" "$@"
