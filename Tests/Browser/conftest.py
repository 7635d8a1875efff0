"""A page made by duban, open in the machine's own Chromium.

DUBAN_PAGE   a page that is there already, or
DUBAN        the program (default: the newest build), which makes one from
DUBAN_REPORT a report (default: the first text under Examples/)
CHROMIUM     the browser (default: /usr/bin/chromium)
"""
import os
import pathlib
import subprocess

import pytest
from site_of_demo import Person, Site, make_ledger
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program():
    if "DUBAN" in os.environ:
        return os.environ["DUBAN"]
    builds = [p for p in (ROOT / ".build/release/duban", ROOT / ".build/debug/duban") if p.exists()]
    if not builds:
        pytest.skip("no built duban: run `swift build` or set DUBAN or DUBAN_PAGE")
    return str(max(builds, key=lambda p: p.stat().st_mtime))


def report():
    if "DUBAN_REPORT" in os.environ:
        return os.environ["DUBAN_REPORT"]
    texts = sorted((ROOT / "Examples").rglob("*.txt"))
    if not texts:
        pytest.skip("no example report: set DUBAN_REPORT or DUBAN_PAGE")
    return str(texts[0])


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    if "DUBAN_PAGE" in os.environ:
        return pathlib.Path(os.environ["DUBAN_PAGE"]).resolve().as_uri()
    out = tmp_path_factory.mktemp("page") / "page.html"
    subprocess.run([program(), "read", report(), "--format", "html", "--out", str(out)], check=True)
    return out.as_uri()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, address):
    """Opens the page at a size; fails the test where the page complains or asks the network."""
    contexts, complaints = [], []

    def open_at(width=1360, height=860, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: complaints.append(request.url)
                if not request.url.startswith(("file:", "data:")) else None)
        page.goto(address)
        if options.get("java_script_enabled", True):
            for box in page.locator("input[name=kind]:not(:checked)").element_handles():
                box.evaluate("box => box.click()")
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory):
    if "DUBAN_DEMO" in os.environ:
        return pathlib.Path(os.environ["DUBAN_DEMO"])
    return make_ledger(program(), tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def site(demo_ledger, tmp_path_factory):
    """One that is only looked at."""
    site = Site(program(), demo_ledger, tmp_path_factory.mktemp("site"))
    yield site
    site.stop()


@pytest.fixture(scope="module")
def office(demo_ledger, tmp_path_factory):
    """One of the module's own, in which things are done."""
    site = Site(program(), demo_ledger, tmp_path_factory.mktemp("office"))
    yield site
    site.stop()


@pytest.fixture
def person(browser):
    """Makes people; at the end no page of theirs may have complained."""
    people = []

    def make(site, login=None, **options):
        people.append(Person(browser, site, login, **options))
        return people[-1]

    yield make
    for one in people:
        one.close()
