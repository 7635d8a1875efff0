"""The published site, opened from a disk: no server, no network."""
import json
import pathlib
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import ROOT, program


@pytest.fixture(scope="module")
def published(demo_ledger, tmp_path_factory):
    folder = tmp_path_factory.mktemp("published") / "site"
    vendor = ["--assets", str(ROOT / "vendor")] if (ROOT / "vendor").is_dir() else []
    subprocess.run(
        [program(), "publish", "--ledger", str(demo_ledger), "--out", str(folder), *vendor],
        check=True, stdout=subprocess.DEVNULL)
    return folder


@pytest.fixture
def reader(browser, published):
    """Opens files of the site; at the end none may have complained or asked elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: complaints.append(request.url)
            if not request.url.startswith(("file:", "data:")) else None)

    def go(path):
        page.goto((published / path).as_uri())
        return page

    yield go
    context.close()
    assert complaints == []


def test_from_the_overview_to_the_sentence_and_back(reader):
    page = reader("index.html")
    page.click("nav.rail >> text=承诺")
    page.click("main >> text=新增高新技术企业")
    assert "力争新增高新技术企业52家" in page.inner_text("main")
    page.click(".quote a, blockquote a, main >> text=政府工作报告")
    assert "/reports/" in page.url
    page.click("main a[href*='commitments/P16.html'] >> nth=0")
    assert page.url.endswith("commitments/P16.html")
    page.click(".who a[hreflang=en]")
    assert page.url.endswith("en/commitments/P16.html")
    assert page.locator("html").get_attribute("lang") == "en"


def test_tables_are_beside_their_pages(reader, published):
    page = reader("registries/市场主体.html")
    address = page.locator("main a", has_text="CSV").first.get_attribute("href")
    assert address and (published / "registries" / "市场主体.csv").exists()
    lines = (published / "registries" / "市场主体.csv").read_bytes().count(b"\r\n")
    assert lines > 100_000
    # Of a registry about persons there are counts and nothing else.
    assert not (published / "registries" / "人才").exists()


def test_the_map_needs_no_server(reader, published):
    page = reader("commitments/P40.html")
    page.click(".tools >> text=地图")
    page.wait_for_url("**/circles/P40.html", wait_until="load")
    if page.evaluate("typeof L === 'undefined'"):
        pytest.skip("Leaflet was not fetched")
    assert page.locator(".circle-live canvas").count() == 1
    before = page.inner_text("output")
    page.focus("#circle-minutes")
    page.keyboard.press("ArrowLeft")
    assert before.startswith("30 分钟") and page.inner_text("output").startswith("29 分钟")
    # Of those who are left out everybody sees sums by squares, and no point of the registry.
    gaps = page.locator(".circle-still circle.gap title").all_text_contents()
    assert len(gaps) > 10 and all(gap.endswith("人未覆盖") and "：" not in gap for gap in gaps)
    features = json.loads((published / "circles" / "P40.json").read_text())["map"]["features"]
    roles = {feature["properties"]["role"] for feature in features}
    assert roles == {"facility", "cell", "road"}
    cells = [f["properties"] for f in features if f["properties"]["role"] == "cell"]
    assert all(set(cell) == {"role", "people", "within_minutes"} and cell["people"] >= 10 for cell in cells)


@pytest.mark.parametrize("path", ["index.html", "commitments/P16.html", "en/releases/2023-10.html", "registries/人才.html", "circles/P40.html"])
def test_no_accessibility_faults(browser, published, path):
    context = browser.new_context()
    page = context.new_page()
    page.goto((published / path).as_uri())
    found = Axe().run(page)
    context.close()
    assert found.violations_count == 0, found.generate_report()


def test_sums(published):
    subprocess.run(["sha256sum", "--check", "--quiet", "manifest.txt"], cwd=published, check=True)
