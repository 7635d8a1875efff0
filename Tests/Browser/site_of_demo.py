"""A demo district that is served, and people who use it in a browser."""
import os
import pathlib
import re
import shutil
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "duban-demo-2023"
TODAY = "2023-12-05"


def make_ledger(program, folder):
    """The demo district as it stands on the morning of TODAY, with an account of every role."""
    ledger = pathlib.Path(folder) / "demo.ledger"
    subprocess.run(
        [program, "demo", "--until", "2023-12-04", "--accounts", "--ledger", str(ledger)],
        check=True, stdout=subprocess.DEVNULL)
    return ledger


class Site:
    """`duban serve` on a copy of a ledger, on a free port."""

    def __init__(self, program, ledger, folder, *options):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.ledger = self.folder / "served.ledger"
        shutil.copy(ledger, self.ledger)
        self.start(*options)

    def start(self, *options):
        vendor = ["--assets", str(ROOT / "vendor")] if (ROOT / "vendor").is_dir() else []
        self.process = subprocess.Popen(
            [self.program, "serve", "--clock", TODAY, "--port", "0", "--ledger", str(self.ledger),
             *vendor, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.url = None
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                self.url = found[0]
                break
        assert self.url, "the server did not start"
        # What it says afterwards is read off, so that it never waits for a full pipe.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)

    def run(self, *command):
        """The command line on the same ledger."""
        return subprocess.run(
            [self.program, *command, "--ledger", str(self.ledger)], check=True,
            capture_output=True, text=True).stdout


class Person:
    """Somebody at a browser of their own; what the page complains of is remembered."""

    def __init__(self, browser, site, login=None, width=1280, height=860, **options):
        self.site = site
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, base_url=site.url, **options)
        self.page = self.context.new_page()
        self.complaints = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text)
                     if message.type == "error" and "status of 4" not in message.text else None)
        if login:
            self.sign_in(login)

    def sign_in(self, login, password=PASSWORD):
        self.go("/login")
        self.page.fill("#f-login", login)
        self.page.fill("#f-password", password)
        self.page.click("main button.primary")

    def go(self, path):
        self.page.goto(path)
        return self.page

    @property
    def text(self):
        return self.page.inner_text("main")

    def close(self):
        self.context.close()
        assert self.complaints == []
