#!/usr/bin/env python3
"""Runs the tools that a user would reach for to find quantities in Chinese text.

  peers.py CORPUS [GOLD]

Prints one JSON object by tool: megabytes per second over the corpus, and, for each report with a
gold standard, the spans found (Unicode scalars, end exclusive). Runs in the environment that
setup.sh makes. Each report is given to a tool whole, which is faster for both than line by line.
"""
import contextlib
import io
import json
import pathlib
import sys
import time

with contextlib.redirect_stdout(io.StringIO()):  # jionlp greets on standard output
    import jionlp
    from recognizers_number import Culture, recognize_number, recognize_percentage

PASSES = 3


def recognizers(text):
    """Microsoft Recognizers-Text: numbers and percentages of Chinese."""
    for model in (recognize_number, recognize_percentage):
        for found in model(text, Culture.Chinese):
            yield found.start, found.end + 1


def jionlp_money(text):
    """jionlp: amounts of money, the only quantities that it finds in running text."""
    for found in jionlp.ner.extract_money(text):
        yield tuple(found["offset"])


TOOLS = {"recognizers": recognizers, "jionlp": jionlp_money}


def read(folder):
    """The folder's UTF-8 texts by name."""
    texts = {}
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        with contextlib.suppress(UnicodeDecodeError):
            texts[path.stem] = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    return texts


def throughput(tool, texts):
    """Megabytes a second, the best of a few passes over all texts."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = float("inf")
    for _ in range(PASSES):
        start = time.perf_counter()
        for text in texts:
            for _ in tool(text):
                pass
        best = min(best, time.perf_counter() - start)
    return size / best


def main(corpus, gold=None):
    texts = read(corpus)
    judged = [name for name in texts if gold and (pathlib.Path(gold) / f"{name}.jsonl").exists()]
    result = {
        name: {
            "mb_per_s": throughput(tool, texts.values()),
            "spans": {report: list(tool(texts[report])) for report in judged},
        }
        for name, tool in TOOLS.items()
    }
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
