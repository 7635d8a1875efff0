"""Times imports and judging against the sqlite3 shell; prints a table. See README.md."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time

DAY, PAST = "2024-12-31", "2023-11-30"
REGISTRY = "市场主体"


def timed(command, rounds, before=None, **options):
    """Fastest of some runs of a command, in seconds, and its most memory in MB."""
    best, memory = None, 0
    for _ in range(rounds):
        if before:
            before()
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
        _, status, usage = os.wait4(process.pid, 0)
        spent = time.perf_counter() - start
        if status != 0:
            sys.exit(f"failed: {' '.join(command)}")
        best = spent if best is None else min(best, spent)
        memory = max(memory, usage.ru_maxrss / 1024)
    return best, memory


def removed(path):
    def remove():
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(path + ending):
                os.remove(path + ending)

    return remove


def imports(duban, csv, folder, rows):
    """The same CSV into sqlite3's own table and into a registry of a new ledger."""
    database, ledger = folder + "/peer.db", folder + "/import.ledger"
    peer, _ = timed(
        ["sqlite3", database, ".mode csv", f".import {csv} t"], 5, removed(database))

    def fresh():
        removed(ledger)()
        subprocess.run([duban, "pack", "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)

    ours, memory = timed(
        [duban, "registry", "import", REGISTRY, csv, "--issuer", "b", "--date", "2023-01-05",
         "--ledger", ledger], 5, fresh)
    again, _ = timed(
        [duban, "registry", "import", REGISTRY, csv, "--issuer", "b", "--date", "2023-01-05",
         "--ledger", ledger], 3)
    return [
        (f"`.import` of {rows:,} rows", f"{peer:.2f} s", ""),
        (f"`duban registry import` of the same", f"{ours:.2f} s = {ours / peer:.1f} ×", "≤ 4 ×"),
        ("the same file again (nothing changes)", f"{again:.2f} s", ""),
        ("its peak memory", f"{memory:.0f} MB", "< 200 MB"),
    ]


def shell(ledger, sql, day):
    """Seconds that the sqlite3 shell takes for the file once more, when all is warm."""
    head = f".parameter init\n.parameter set :day \"'{day}'\"\n"

    def run(times):
        start = time.perf_counter()
        subprocess.run(
            ["sqlite3", "-readonly", ledger], input=(head + sql * times).encode(), check=True,
            stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    once = min(run(1) for _ in range(5))
    return (min(run(11) for _ in range(3)) - once) / 10


def judging(bench, ledger, sql):
    plain, whole = sql
    now = json.loads(subprocess.check_output([bench, ledger, DAY]))
    past = json.loads(subprocess.check_output([bench, ledger, PAST, PAST]))
    hand, full = shell(ledger, plain, DAY) * 1000, shell(ledger, whole, DAY) * 1000
    return [
        ("aggregates by hand, counts and sums alone", f"{hand:.0f} ms", ""),
        ("aggregates by hand, with what is left out", f"{full:.0f} ms", ""),
        (f"judging all {now['commitments']} rows, warm",
         f"{now['warm']:.0f} ms = {now['warm'] / full:.2f} × ({now['warm'] / hand:.2f} × the counts)",
         "≤ 1.3 ×"),
        ("the same by two workers", f"{now['two']:.0f} ms", "150 ms"),
        ("the same, first time", f"{now['cold']:.0f} ms", ""),
        ("opening the books", f"{now['books']:.0f} ms", ""),
        (f"judging {PAST} by what was known then, warm",
         f"{past['warm']:.0f} ms = {past['warm'] / now['warm']:.2f} × of now", "≤ 2 ×"),
        ("peak memory", f"{max(now['memory'], past['memory']) / 1024:.0f} MB", "< 200 MB"),
    ]


def main():
    duban, bench, sql, scale = sys.argv[1:]
    text = open(sql, encoding="utf-8").read()
    plain = text.split("-- What is left out")[0]
    with tempfile.TemporaryDirectory() as folder:
        ledger = folder + "/demo.ledger"
        spent, memory = timed([duban, "demo", "--scale", scale, "--ledger", ledger], 1)
        csv = folder + "/" + REGISTRY + ".csv"
        subprocess.run(
            [duban, "registry", "show", REGISTRY, "--limit", str(126_000 * int(scale)), "--format",
             "csv", "--out", csv, "--ledger", ledger], check=True)
        rows = sum(1 for _ in open(csv, "rb")) - 1
        checked, _ = timed([duban, "verify", "--ledger", ledger], 1)
        table = [
            ("`duban demo`", f"{spent:.1f} s, {memory:.0f} MB", ""),
            ("`duban verify` of it", f"{checked:.1f} s", ""),
        ]
        table += imports(duban, csv, folder, rows) + judging(bench, ledger, (plain, text))
    print(f"scale {scale}, {os.cpu_count()} processors\n\n| measured | result | aim |\n| --- | --- | --- |")
    for row in table:
        print("| " + " | ".join(row) + " |")


main()
