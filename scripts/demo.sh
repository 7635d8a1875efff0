#!/usr/bin/env bash
# Builds Duban, reads the example plan, judges the made-up district, and serves it to a browser.
#
# DUBAN_PORT  the port, 8080 when not set
# DUBAN_SERVE "no" ends before the server
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
scripts/assets.sh || echo "demo: the pages' scripts could not be fetched; charts show their tables." >&2
echo "building (the first time takes a few minutes) …" >&2
duban="$(scripts/build.sh)"

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

[ "${DUBAN_SERVE:-yes}" = no ] && exit 0

office=out/demo-office.ledger
rm -f "$office" "$office"-wal "$office"-shm
echo "making the district as it stood on the morning of 2023-12-05, with accounts …" >&2
"$duban" demo --until 2023-12-04 --accounts --ledger "$office" >/dev/null
cat <<END

示例帐号 demo accounts（密码 password: duban-demo-2023）
  ducha    督查室 supervision office        admin     系统管理员 administrator
  keji1    科技局填报员 clerk               keji      科技局负责人 head
  zhujian1 住建局填报员 clerk               zhujian   住建局负责人 head
  quzhang  区领导，只读 reader              不登录即公众 without signing in: the public
END
exec "$duban" serve --clock 2023-12-05 --port "${DUBAN_PORT:-8080}" --assets vendor --ledger "$office"
