"""Loads the web application of the demo district and prints tables. See README.md."""

import collections
import contextlib
import itertools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))

CONNECTIONS, SECONDS = 32, 10
CLIENTS = 50
REGISTRY = "市场主体"
PAGES = 2520


def quoted(text):
    return urllib.parse.quote(text)


@contextlib.contextmanager
def running(command, ready):
    """A server, from when it answers until it is told to stop."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(ready, timeout=60).read()
                break
            except OSError:
                time.sleep(0.05)
        else:
            sys.exit(f"did not start: {' '.join(command)}")
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def memory(process):
    """The most memory that a process has held so far, in MB."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


MILLISECONDS = {"us": 0.001, "ms": 1, "s": 1000}


def load(address, cookie=None, seconds=SECONDS, walk=None):
    """Requests a second, and the 50th and 99th hundredth of their times in ms.

    walk: path that ends in a number, the step between numbers, and how many there are; each request
    then asks for another page.
    """
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    if cookie:
        command += ["-H", f"Cookie: {cookie}"]
    if walk:
        command += ["-s", str(pathlib.Path(__file__).parent / "pages.lua")]
    command += [address] + (["--", *map(str, walk)] if walk else [])
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if re.search(r"Non-2xx|Socket errors", text):
        sys.exit(f"not every request was answered: {address}\n{text}")
    times = {}
    for share, value, unit in re.findall(r"(50|99)%\s+([\d.]+)(us|ms|s)", text):
        times[share] = float(value) * MILLISECONDS[unit]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), times["50"], times["99"]


def row(name, rate, half, most, wanted=""):
    print(f"| {name} | {rate:,.0f} | {half:.1f} | {most:.1f} | {wanted} |")


def pages(duban, datasette, ledger, folder):
    port, peer = 8391, 8392
    site = f"http://127.0.0.1:{port}"
    print(f"\n| {CONNECTIONS} connections, {SECONDS} s each | requests/s | 50 % ms | 99 % ms | wanted |")
    print("| --- | --: | --: | --: | --- |")
    serve = [duban, "serve", "--clock", "2023-12-05", "--port", str(port), "--ledger", ledger]
    with running(serve, site + "/healthz") as process:
        from web_client import Client
        cookie = Client(port).sign_in("quzhang").cookie
        paths = {
            "overview, public": ("/", None), "overview, signed in": ("/", cookie),
            "commitment P16, public": ("/commitments/P16", None),
            "commitment P16, signed in": ("/commitments/P16", cookie),
        }
        for name, (path, who) in paths.items():
            load(site + path, who, 2)
            row(name, *load(site + path, who), "99 % under 50 ms")
        table = f"/registries/{quoted(REGISTRY)}"
        load(site + table, None, 2)
        first = load(site + table)
        row(f"registry {REGISTRY}, the first page of 126,000 rows", *first)
        walk = (table + "?page=", 1, PAGES)
        ours = load(site, None, walk=walk)
        row("the same, another page each time", *ours)
        held = memory(process)
    peer_table = f"/ledger/{quoted('台账:' + REGISTRY)}"
    peer_page = f"http://127.0.0.1:{peer}{peer_table}?_size=50"
    database = str(pathlib.Path(folder) / "ledger.db")
    shutil.copy(ledger, database)
    with running([datasette, "serve", database, "--port", str(peer)], peer_page):
        load(peer_page, None, 2)
        peer_first = load(peer_page)
        row("the first page of the same table in Datasette", *peer_first)
        walk = (peer_table + "?_size=50&_next=", 50, PAGES)
        theirs = load(f"http://127.0.0.1:{peer}", None, walk=walk)
        row("the same, another page each time", *theirs)
    print(f"\nthe first page: {first[0] / peer_first[0]:.1f} times Datasette (wanted 5)")
    print(f"other pages: {ours[0] / theirs[0]:.1f} times Datasette's requests a second (wanted 5)")
    print(f"memory of the server: {held:.0f} MB (wanted under 300)")


def besieged(duban, ledger):
    """How long /healthz and a page take while 50 clients ask for workbooks of a large table."""
    port = 8393
    site = f"http://127.0.0.1:{port}"
    table = f"/registries/{quoted(REGISTRY)}/records.xlsx"
    serve = [duban, "serve", "--clock", "2023-12-05", "--port", str(port), "--ledger", ledger]
    print(f"\n| {CLIENTS} clients, {SECONDS} s each | workbooks | turned away | 50 % ms | 99 % ms | wanted |")
    print("| --- | --: | --: | --: | --: | --- |")
    for name, address in {
        "all ask for one workbook": lambda number: table,
        "each asks for another": lambda number: f"{table}?q={number}",
    }.items():
        with running(serve, site + "/healthz"):
            for path in ["/healthz", "/commitments/P16"]:
                answers, times = siege(port, address, path)
                half, most = times[len(times) // 2], times[len(times) * 99 // 100]
                print(f"| {path} while {name} | {answers[200]} | {answers[503]} "
                      f"| {half:.1f} | {most:.1f} | 99 % under 1000 ms |")


def siege(port, address, path):
    """What the besiegers got, by status, and the sorted times of somebody else in ms."""
    from web_client import Client
    answers, times = collections.Counter(), []
    end = time.monotonic() + SECONDS
    numbers = itertools.count()

    def besiege():
        client = Client(port)
        while time.monotonic() < end:
            status = client.request("GET", address(next(numbers)))[0].status
            answers[status] += 1
            if status == 503:
                time.sleep(0.1)

    besiegers = [threading.Thread(target=besiege, daemon=True) for _ in range(CLIENTS)]
    for besieger in besiegers:
        besieger.start()
    visitor = Client(port)
    while time.monotonic() < end:
        start = time.monotonic()
        answer, _ = visitor.request("GET", path)
        if answer.status != 200:
            sys.exit(f"{path} was answered with {answer.status}")
        times.append((time.monotonic() - start) * 1000)
        time.sleep(0.02)
    for besieger in besiegers:
        besieger.join()
    return answers, sorted(times)


def main():
    duban, datasette = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, "demo.ledger")
        subprocess.run(
            [duban, "demo", "--until", "2023-12-04", "--accounts", "--ledger", ledger],
            check=True, stdout=subprocess.DEVNULL)
        besieged(duban, ledger)
        pages(duban, datasette, ledger, folder)


main()
