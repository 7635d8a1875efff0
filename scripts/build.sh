#!/usr/bin/env bash
# Builds duban for use, shows what it compiles, and prints the program's path.
#
# Without debug information, which is more than half of the program and of little use to anybody who
# does not step through it; functions keep their names, so that a crash still says where it was.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --configuration release --product duban -debug-info-format none >&2
echo "$(swift build --configuration release --show-bin-path)/duban"
