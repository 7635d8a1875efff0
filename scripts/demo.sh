#!/usr/bin/env bash
# Builds Duban, reads the example plan, and judges the made-up district.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
echo "building (the first time takes a few minutes) …" >&2
swift build --configuration release --product duban --quiet
duban="$(swift build --configuration release --show-bin-path)/duban"

plan=Examples/shizhong-2023/plan.txt
page=out/shizhong-2023.html
tasks=out/shizhong-2023-tasks.xlsx
ledger=out/demo.ledger
mkdir -p out
"$duban" read "$plan" --format html --out "$page"
"$duban" read "$plan" --tasks --format xlsx --out "$tasks"

rm -f "$ledger" "$ledger"-wal "$ledger"-shm
echo "making the demo district (126,000 market entities, two years of figures) …" >&2
"$duban" demo --ledger "$ledger"
"$duban" verify --ledger "$ledger"
"$duban" judge --as-of 2023-11-30 --format xlsx --out out/demo-2023-11.xlsx --ledger "$ledger"
"$duban" judge --as-of 2023-11-30 --ledger "$ledger"

cat <<END

报告页 page             $PWD/$page
任务表 task table       $PWD/$tasks
示例区账本 demo ledger  $PWD/$ledger
研判表 judged table     $PWD/out/demo-2023-11.xlsx
再看一项 look closer    $duban show P14 --as-of 2024-12-31 --records --ledger $ledger
END
