#!/usr/bin/env python3
"""Measures reconciling and the corpus: whole commands, release build, best of five.

  compare.py DUBAN REPORTS

REPORTS is a folder of reports, such as ../shared/corpus. The large corpora are its text files under
other names, 1,000 and 3,000 of them.
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time


def seconds(command, runs=5):
    """The quickest run, and the most memory that any took (MB)."""
    best = float("inf")
    for _ in range(runs):
        start = time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        best = min(best, time.monotonic() - start)
    return best, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def repeated(reports, folder, count):
    """`count` reports: those of the folder again and again under other names."""
    texts = sorted(p for p in reports.glob("*.txt") if "gb18030" not in p.name)
    for number in range(count):
        text = texts[number % len(texts)]
        shutil.copy(text, folder / f"{number // len(texts):03}-{text.name}")


def main(duban, reports):
    reports = pathlib.Path(reports)
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        for name in ("jsonl", "html"):
            time_, memory = seconds([duban, "reconcile", reports, "--format", name])
            rows.append((f"reconcile the folder, {name}", f"{time_:.2f} s", f"{memory:.0f} MB", "1 s"))
        for count in (1000, 3000):
            folder = scratch / str(count)
            folder.mkdir()
            repeated(reports, folder, count)
            corpus = scratch / f"{count}.sqlite"
            time_, memory = seconds([duban, "corpus", "build", folder, "--out", corpus], runs=1)
            rows.append((f"corpus of {count} reports", f"{time_:.1f} s", f"{memory:.0f} MB", "60 s, 500 MB"))
        for title, query in (
            ("one indicator of one place", ["--indicator", "地区生产总值", "--place", "山东"]),
            ("words inside sentences", ["--search", "产业链 招商", "--limit", "100"]),
            ("targets of growth", ["--question", "gdp-targets"]),
        ):
            time_, _ = seconds([duban, "corpus", "query", corpus, *query, "--format", "csv"])
            rows.append((f"query, {title}", f"{time_ * 1000:.0f} ms", "", "50 ms"))
    width = max(len(row[0]) for row in rows)
    for name, time_, memory, aim in rows:
        print(f"{name:{width}}  {time_:>9}  {memory:>8}  aim {aim}")
    print(f"{os.cpu_count()} processors")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
