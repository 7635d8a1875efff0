"""Loads the web application of the demo district and prints tables. See README.md."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))

CONNECTIONS, SECONDS = 32, 10
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


def main():
    duban, datasette = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, "demo.ledger")
        subprocess.run(
            [duban, "demo", "--until", "2023-12-04", "--accounts", "--ledger", ledger],
            check=True, stdout=subprocess.DEVNULL)
        pages(duban, datasette, ledger, folder)


main()
