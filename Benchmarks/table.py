#!/usr/bin/env python3
"""Runs every measurement and prints them as Markdown tables.

  table.py DUBAN BENCH PEERS_PYTHON SHARED EXAMPLE

Without SHARED (the real reports and their gold standard) it reads EXAMPLE, and says so.
"""
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
RUNS = 10


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def figures(*command):
    """The `name=value` lines that a command prints."""
    return {name: float(value) for name, value in (line.split("=") for line in run(*command).split())}


def whole_command(duban, corpus):
    """The fastest of some runs of `duban read CORPUS`, in seconds, and its exit status."""
    best, status = float("inf"), 0
    for _ in range(RUNS):
        start = time.perf_counter()
        status = subprocess.run(
            [duban, "read", corpus, "--format", "jsonl"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        best = min(best, time.perf_counter() - start)
    return best, status


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def gold_statements(folder):
    """Gold statements by report."""
    files = [f for f in sorted(folder.glob("*.jsonl")) if f.name.count(".") == 1]
    return {f.stem: lines(f.read_text(encoding="utf-8")) for f in files}


def duban_spans(duban, corpus, reports):
    spans = {}
    for name in reports:
        read = lines(run(duban, "read", corpus / f"{name}.txt", "--format", "jsonl"))
        spans[name] = [(row["start"], row["end"]) for row in read]
    return spans


def share(gold, spans, wanted=lambda row: True):
    """The share of wanted gold quantities that some span overlaps."""
    found = total = 0
    for name, rows in gold.items():
        for row in filter(wanted, rows):
            total += 1
            found += any(start < row["end"] and row["start"] < end for start, end in spans[name])
    return f"{found / total:.1%} ({found}/{total})" if total else "–"


def is_money(row):
    return row["unit"].endswith("元")


def table(heads, rows):
    print("| " + " | ".join(heads) + " |")
    print("|" + " --- |" * len(heads))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def print_reading(speed, memory, seconds, status):
    ended = "" if status == 0 else f" (exit status {status})"
    table(("measured", "result", "aim"), [
        ("documents only", f"{speed['documents_mb_per_s']:,.1f} MB/s", ""),
        ("documents and reading", f"{speed['reading_mb_per_s']:,.1f} MB/s", "≥ 60"),
        ("statements", f"{speed['statements_per_s']:,.0f} a second", ""),
        ("processors kept busy", f"{speed['threads_busy']:.2f}", "1"),
        ("peak memory, one long report",
         f"{memory['peak_mb']:,.0f} MB = {memory['peak_times_document']:.1f} × its {memory['document_mb']:.1f} MB", "< 30 ×"),
        (f"`duban read` over the folder, best of {RUNS}", f"{seconds:.3f} s{ended}", "≤ 0.3"),
    ])


def print_peers(speed, peers, gold, ours):
    names = {
        "recognizers": "Recognizers-Text 1.0.2a2, numbers and percentages",
        "jionlp": "jionlp 1.5.31, amounts of money",
    }
    own = speed["reading_mb_per_s"]

    def row(name, rate, spans):
        return (name, f"{rate:,.2f} MB/s", f"{own / rate:,.1f}", share(gold, spans), share(gold, spans, is_money))

    table(("reads the same text", "throughput", "Duban is faster by", "gold quantities found", "of those, money"),
          [row("Duban, bytes to statements", own, ours)]
          + [row(names[name], peer["mb_per_s"], peer["spans"]) for name, peer in peers.items()])


def main(duban, bench, peers_python, shared, example):
    shared = pathlib.Path(shared)
    corpus, gold_folder = shared / "corpus", shared / "gold"
    if not corpus.is_dir():
        print(f"bench: {shared} is not here; reading {example}, and no gold quantities are counted.", file=sys.stderr)
        corpus, gold_folder = pathlib.Path(example), pathlib.Path(os.devnull)

    speed = figures(bench, "speed", corpus)
    memory = figures(bench, "memory", corpus)
    seconds, status = whole_command(duban, corpus)
    print(f"{speed['megabytes']:.1f} MB in {speed['reports']:.0f} reports, on {os.cpu_count()} processors\n")
    print_reading(speed, memory, seconds, status)

    gold = gold_statements(gold_folder) if gold_folder.is_dir() else {}
    judged = [gold_folder] if gold else []
    peers = json.loads(run(peers_python, HERE / "peers" / "peers.py", corpus, *judged))
    print_peers(speed, peers, gold, duban_spans(duban, corpus, gold))


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except subprocess.CalledProcessError as failed:
        sys.exit(f"bench: {' '.join(map(str, failed.cmd))} ended with status {failed.returncode}")
