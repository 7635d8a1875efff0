#!/usr/bin/env python3
"""Prints how well `duban` reads the reports that have a gold standard, and how well it sets promises
against claims.

  score.py DUBAN SHARED

A value below its floor carries a `*`. Exit status 1 when there is one.
"""
import pathlib
import subprocess
import sys
import tempfile

FLOORS = {"quantity_f1": 0.97, "statement_f1": 0.92, "full_f1": 0.86, "task_f1": 0.78, "vague_accuracy": 0.85}
# Floors of promise against claim; reports of districts tell work in prose.
PAIR_FLOORS = {
    "provinces": {"claim_accuracy": 0.90, "verdict_accuracy": 0.85},
    "district": {"claim_accuracy": 0.80, "verdict_accuracy": 0.72},
}
PAIR_COLUMNS = ("gold", "promise_recall", "claim_accuracy", "verdict_accuracy", "accused", "accused_rightly")
PAIR_HEADS = ("gold", "promises", "claim", "verdict", "accused", "rightly")
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


def measure_pairs(duban, shared, gold, out):
    """One file of pairs: accuracies, and how many promises are called missed or silent, and rightly."""
    scored = subprocess.run(
        [sys.executable, shared / "tools" / "score.py", "pairs", gold, out],
        stdout=subprocess.PIPE, check=True, text=True)
    lines = scored.stdout.splitlines()
    values = dict(pair.split("=") for pair in lines[-1].split())
    accused = right = 0
    for line in lines[:-1]:
        wanted, rest = line.split("gold", 1)[1].split("read", 1)
        read, count = rest.rsplit(":", 1)
        if read.strip() in ("missed", "silent"):
            accused += int(count)
            right += int(count) if wanted.strip() == read.strip() else 0
    values["accused"] = str(accused)
    values["accused_rightly"] = f"{right / accused:.4f}" if accused else ""
    return values


def reports(shared, gold):
    """The reports behind a file of pairs: two of one place, or the whole folder."""
    *place, earlier, later = gold.name.removesuffix(".pairs.jsonl").split("-")
    files = [shared / "corpus" / f"{'-'.join(place)}-{year}.txt" for year in (earlier, later)]
    return files if all(file.exists() for file in files) else [shared / "corpus"]


def pairs(duban, shared):
    """Every file of pairs; those of many places from one run over the folder of reports."""
    rows = []
    for gold in sorted((shared / "gold").glob("*.pairs.jsonl")):
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
            command = [duban, "reconcile", *reports(shared, gold), "--format", "jsonl"]
            subprocess.run(command, stdout=out, check=True)
            values = measure_pairs(duban, shared, gold, out.name)
        floors = PAIR_FLOORS[gold.name.split("-")[0]]
        rows.append(
            (gold.name.removesuffix(".jsonl"), [cell(c, values.get(c), floors) for c in PAIR_COLUMNS]))
    for name, floors in PAIR_FLOORS.items():
        rows.append((f"floor, {name}", [str(floors.get(c, "")) for c in PAIR_COLUMNS]))
    return rows


def cell(name, value, floors=FLOORS):
    if value is None:
        return ""
    return f"{value}*" if name in floors and float(value) < floors[name] else value


def table(rows, heads):
    width = max(len(name) for name, _ in rows)
    print(" " * width, *(f"{head:>10}" for head in heads))
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
    table(rows, HEADS)
    print()
    matched = pairs(duban, shared)
    table(matched, PAIR_HEADS)
    return any(text.endswith("*") for _, cells in rows + matched for text in cells)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"score: {' '.join(map(str, failed.cmd))} ended with status {failed.returncode}")
