#!/usr/bin/env bash
# Makes a Python virtual environment from a list of pinned packages, once: venv.sh FOLDER REQUIREMENTS
set -euo pipefail

folder=$1
requirements=$2
stamp="$folder/requirements.installed"

cmp -s "$requirements" "$stamp" && exit 0
echo "preparing $folder from $requirements …" >&2
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
cp "$requirements" "$stamp"
