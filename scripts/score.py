#!/usr/bin/env python3
"""Prints one table of how well `duban` reads the reports that have a gold standard.

  score.py DUBAN SHARED

A value below its floor carries a `*`. Exit status 1 when there is one.
"""
import pathlib
import subprocess
import sys
import tempfile

FLOORS = {"quantity_f1": 0.97, "statement_f1": 0.92, "full_f1": 0.86, "task_f1": 0.78, "vague_accuracy": 0.85}
COLUMNS = ("gold", "read", "quantity_f1", "statement_f1", "full_f1", "task_f1", "vague_accuracy")
HEADS = ("gold", "read", "quantity", "statement", "full", "task", "vague")


def measure(duban, shared, gold, kind):
    """One gold file's values by name, read from the last line of score.py."""
    stem = gold.name.removesuffix(".jsonl").removesuffix(".tasks")
    command = [duban, "read", shared / "corpus" / f"{stem}.txt", "--format", "jsonl"]
    command += ["--tasks"] if kind == "tasks" else []
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
        subprocess.run(command, stdout=out, check=True)
        scored = subprocess.run(
            [sys.executable, shared / "tools" / "score.py", kind, gold, out.name],
            stdout=subprocess.PIPE, check=True, text=True)
    return dict(pair.split("=") for pair in scored.stdout.splitlines()[-1].split())


def cell(name, value):
    if value is None:
        return ""
    return f"{value}*" if name in FLOORS and float(value) < FLOORS[name] else value


def table(rows):
    width = max(len(name) for name, _ in rows)
    print(" " * width, *(f"{head:>10}" for head in HEADS))
    for name, cells in rows:
        print(f"{name:{width}}", *(f"{text:>10}" for text in cells))


def main(duban, shared):
    shared = pathlib.Path(shared)
    rows = []
    for gold in sorted((shared / "gold").glob("*.jsonl")):
        if gold.name.endswith(".pairs.jsonl"):
            continue
        kind = "tasks" if gold.name.endswith(".tasks.jsonl") else "statements"
        values = measure(duban, shared, gold, kind)
        rows.append((gold.name.removesuffix(".jsonl"), [cell(c, values.get(c)) for c in COLUMNS]))
    rows.append(("floor", [str(FLOORS.get(c, "")) for c in COLUMNS]))
    table(rows)
    return any(text.endswith("*") for _, cells in rows for text in cells)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"score: {' '.join(map(str, failed.cmd))} ended with status {failed.returncode}")
