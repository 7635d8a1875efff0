"""Deadline day: 500 clerks sign in, open their form and file it with a proof of 200 kB, some twice and
some cut off midway; then the same again with the server killed in the middle. See README.md."""

import concurrent.futures
import hashlib
import http.client
import json
import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from web_client import Client, hidden, multipart  # noqa: E402

CLERKS, SECONDS, PROOF = 500, 80, 200_000
PASSWORD = "deadline-day-2023"
TWICE, CUT = 0.10, 0.06
PORT = 8393


class Server:
    """`duban serve` on the ledger; it can be killed and started again."""

    def __init__(self, duban, ledger):
        self.command = [
            duban, "serve", "--clock", "2023-12-05", "--port", str(PORT), "--behind-tls",
            "--ledger", ledger]
        self.most = 0

    def start(self):
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(400):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
                connection.request("GET", "/healthz")
                connection.getresponse().read()
                return self
            except OSError:
                time.sleep(0.05)
        sys.exit("the server did not start")

    def memory(self):
        """The most memory that it has held so far, in MB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        self.most = max(self.most, int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024)
        return self.most

    def kill(self):
        self.memory()
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.memory()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


class Clerk:
    """One clerk with one form to file."""

    def __init__(self, number, unit, form):
        self.login, self.unit, self.path = f"c{number:03}", unit, form
        self.address = f"10.9.{number // 250}.{number % 250 + 1}"
        self.random = random.Random(number)
        self.proof = b"%PDF-1.7\n" + self.random.randbytes(PROOF - 15) + b"%%EOF\n"
        self.sha = hashlib.sha256(self.proof).hexdigest()
        self.word = f"进展 {self.login}：" + "已完成本月任务。" * 20
        self.acknowledged = False
        self.client = None

    def headers(self):
        return {"X-Forwarded-For": self.address}

    def timed(self, times, name, method, path, body=None, kind=None):
        headers = self.headers()
        if kind:
            headers["Content-Type"] = kind
        start = time.perf_counter()
        answer, text = self.client.request(method, path, body, headers)
        times[name].append(time.perf_counter() - start)
        return answer.status, text

    def sign_in(self, times):
        self.client = Client(PORT)
        _, page = self.timed(times, "sign-in page", "GET", "/login")
        fields = {"csrf": hidden(page.decode())["csrf"], "login": self.login, "password": PASSWORD}
        status, _ = self.timed(
            times, "sign in", "POST", "/login", urllib.parse.urlencode(fields),
            "application/x-www-form-urlencoded")
        assert status == 303, (self.login, status)

    def file(self, times):
        """Opens the form and sends it, as a person would again after a broken connection."""
        status, page = self.timed(times, "form", "GET", self.path)
        assert status == 200, (self.path, status)
        found = re.findall(
            r'<input type="hidden" name="(form|basis|csrf)" value="([^"]*)"', page.decode())
        body, kind = multipart(
            {**dict(found), "progress": self.word, "next": "按计划推进。", "open": "yes"},
            [("files", f"{self.login}.pdf", self.proof)])
        kind_of_day = self.random.random()
        if kind_of_day < CUT:
            self.cut_off(body, kind)
        elif kind_of_day < CUT + TWICE:
            twin = threading.Thread(target=self.again, args=(times, body, kind))
            twin.start()
            self.send(times, body, kind)
            twin.join()
            return
        self.send(times, body, kind)

    def send(self, times, body, kind):
        status, text = self.timed(times, "filing", "POST", self.path, body, kind)
        if status != 303:
            raise SystemExit(f"{self.login} {self.path}: {status} {text[:2000].decode()}")
        self.acknowledged = True

    def again(self, times, body, kind):
        """The impatient second press of the button, on a connection of its own."""
        twin = Client(PORT)
        twin.cookies = self.client.cookies
        start = time.perf_counter()
        answer, _ = twin.request(
            "POST", self.path, body, {**self.headers(), "Content-Type": kind})
        times["filing"].append(time.perf_counter() - start)
        assert answer.status == 303, answer.status

    def cut_off(self, body, kind):
        """Half of the form, then the line goes dead."""
        with socket.create_connection(("127.0.0.1", PORT), timeout=30) as line:
            head = (
                f"POST {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {kind}\r\n"
                f"Content-Length: {len(body)}\r\nCookie: {self.client.cookie}\r\n\r\n")
            line.sendall(head.encode() + body[: len(body) // 2])

    def day(self, times):
        """Everything that a clerk does; once more from the form where the server went away."""
        for _ in range(60):
            try:
                if self.client is None or not self.client.cookies:
                    self.sign_in(times)
                if not self.acknowledged:
                    self.file(times)
                return
            except (OSError, http.client.HTTPException):
                time.sleep(0.5)
        raise SystemExit(f"{self.login} could not file")


def forms(duban, ledger, server):
    """Every form that some unit may file: its unit and its address."""
    looker = Client(PORT).sign_in("ducha")
    rows = json.loads(looker.get("/api/v1/commitments")[1])["commitments"]
    months = [f"2023-{month:02}" for month in range(1, 12)]
    wanted = [
        (unit, f"/unit/filings/{row['id']}/{month}")
        for month in reversed(months) for row in rows for unit in row["units"]
        if row["kind"] != "baseline" and row["deadline"] >= month
        and "/" not in row["id"]]
    units = sorted({unit for unit, _ in wanted})
    for number, unit in enumerate(units):
        account(duban, ledger, f"u{number:02}", unit)
    clerks = {unit: Client(PORT).sign_in(f"u{number:02}", PASSWORD) for number, unit in enumerate(units)}
    found = []
    for unit, path in wanted:
        status, page = clerks[unit].get(path)
        if status == 200 and 'name="basis" value="0"' in page:
            found.append((unit, path))
        if len(found) == 2 * CLERKS:
            break
    return found


def account(duban, ledger, login, unit):
    subprocess.run(
        [duban, "account", "add", login, "--name", f"填报员{login}", "--role", "clerk",
         "--unit", unit, "--ledger", ledger],
        input=PASSWORD + "\n", text=True, check=True, stdout=subprocess.DEVNULL)


def hundredth(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def run(clerks, server, kill_after=None):
    """All clerks over their day; gives the times by kind of request and the seconds it took."""
    times = {name: [] for name in ("sign-in page", "sign in", "form", "filing")}
    start = time.perf_counter()
    acknowledged = []

    def one(clerk):
        time.sleep(clerk.random.random() * SECONDS)
        clerk.day(times)

    with concurrent.futures.ThreadPoolExecutor(CLERKS) as pool:
        waiting = [pool.submit(one, clerk) for clerk in clerks]
        if kill_after is not None:
            while sum(clerk.acknowledged for clerk in clerks) < kill_after:
                time.sleep(0.01)
            server.kill()
            acknowledged = [clerk for clerk in clerks if clerk.acknowledged]
            server.start()
            looker = Client(PORT).sign_in("ducha")
            missing = [clerk.login for clerk in acknowledged if not versions(clerk, looker)]
            print(f"killed after {len(acknowledged)} acknowledged filings: "
                  f"{len(missing)} of them missing after the restart (wanted 0)")
            assert not missing, missing
        for one_of in waiting:
            one_of.result()
    return times, time.perf_counter() - start


def versions(clerk, looker):
    """What the office sees of a clerk's filing."""
    commitment, month = clerk.path.split("/")[3:]
    address = f"/api/v1/filings/{commitment}/{month}/{urllib.parse.quote(clerk.unit)}"
    status, text = looker.get(address)
    return json.loads(text)["versions"] if status == 200 else []


def check(clerks):
    """Nothing lost, nothing double, and every proof is the bytes that were sent."""
    looker = Client(PORT).sign_in("ducha")
    lost = double = wrong = 0
    for clerk in clerks:
        found = versions(clerk, looker)
        lost += not found
        double += len(found) > 1
        _, proof = looker.request("GET", f"/files/{clerk.sha}")
        wrong += hashlib.sha256(proof).hexdigest() != clerk.sha
    print(f"{len(clerks)} filings: {lost} lost, {double} double, {wrong} proofs that differ (wanted 0)")
    assert lost == double == wrong == 0


def table(times, seconds):
    print(f"\n{CLERKS} clerks in {seconds:.0f} s (wanted within 120)\n")
    print("| request | number | 50 % ms | 99 % ms | most ms |\n| --- | --: | --: | --: | --: |")
    for name, values in times.items():
        print(f"| {name} | {len(values)} | {hundredth(values, 0.5):.0f} "
              f"| {hundredth(values, 0.99):.0f} | {max(values) * 1000:.0f} |")


def main():
    duban = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, "demo.ledger")
        subprocess.run(
            [duban, "demo", "--until", "2023-12-04", "--accounts", "--ledger", ledger],
            check=True, stdout=subprocess.DEVNULL)
        server = Server(duban, ledger).start()
        found = forms(duban, ledger, server)
        random.Random(1).shuffle(found)
        # A few forms are left for those who ask: two days need twice as many forms as clerks.
        size = min(CLERKS, len(found) // 2)
        clerks = [Clerk(number, *found[number]) for number in range(2 * size)]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda clerk: account(duban, ledger, clerk.login, clerk.unit), clerks))
        first, second = clerks[:size], clerks[size:]
        times, seconds = run(first, server)
        table(times, seconds)
        check(first)
        print(f"memory of the server: {server.memory():.0f} MB (wanted under 300)\n")
        run(second, server, kill_after=size // 2)
        check(second)
        server.stop()
        subprocess.run([duban, "verify", "--ledger", ledger], check=True)


main()
