#!/usr/bin/env bash
# Makes the virtual environment with the tools that Duban is measured beside: setup.sh FOLDER
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
python3 -c 'import ensurepip' 2>/dev/null || {
  echo "peers: Python's venv is missing (Debian: apt-get install python3-venv)." >&2
  exit 1
}
exec "$here/../../scripts/venv.sh" "$1" "$here/requirements.txt"
