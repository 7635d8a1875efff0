#!/usr/bin/env bash
# Fuzzes documents and reading with libFuzzer and AddressSanitizer.
#
#   fuzz.sh [SECONDS] [libFuzzer options…]     60 seconds when not told
#   fuzz.sh FINDING                            runs one saved input again
#
# What it learns is kept in .build-fuzz/corpus; a finding is written to .build-fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build
scratch="$PWD/.build-fuzz"
fuzzer="$scratch/fuzz-reading"
mkdir -p "$scratch/corpus" "$scratch/findings"

# Every module is instrumented, so that the fuzzer sees which of its branches an input reaches.
flags=(--package-path Fuzz --scratch-path "$scratch/swiftpm" --configuration release)
swift build "${flags[@]}" --product fuzz-reading --quiet \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library -Xswiftc -use-ld=lld
cp "$(swift build "${flags[@]}" --show-bin-path)/fuzz-reading" "$fuzzer"

# Swift's runtime keeps its metadata for ever, which is no leak; its own backtraces would have
# AddressSanitizer report their helper's reads instead of the finding.
export SWIFT_BACKTRACE="enable=no"
export ASAN_OPTIONS="detect_leaks=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
if [ -f "${1:-}" ]; then exec "$fuzzer" "$1"; fi
seconds=${1:-60}
[ $# -gt 0 ] && shift

python3 Fuzz/seeds.py "$scratch/seeds" "$scratch/words.dict"
exec "$fuzzer" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 \
  -dict="$scratch/words.dict" -print_final_stats=1 -artifact_prefix="$scratch/findings/" "$@" \
  "$scratch/corpus" "$scratch/seeds"
