#!/usr/bin/env bash
# Builds Duban, reads the example plan, and says where its page and its task table are.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
echo "building (the first time takes a minute or two) …" >&2
swift build --configuration release --product duban --quiet
duban="$(swift build --configuration release --show-bin-path)/duban"

plan=Examples/shizhong-2023/plan.txt
page=out/shizhong-2023.html
tasks=out/shizhong-2023-tasks.xlsx
mkdir -p out
"$duban" read "$plan"
"$duban" read "$plan" --format html --out "$page"
"$duban" read "$plan" --tasks --format xlsx --out "$tasks"

echo
echo "报告页 page        $PWD/$page"
echo "任务表 task table  $PWD/$tasks"
