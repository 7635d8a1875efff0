"""Travel times in the browser: the map with its slider, the tables without script, the one page."""
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import program
from site_of_demo import Site

PATHS = ["/circles", "/circles/P40"]


@pytest.fixture(scope="module")
def served(demo_ledger, tmp_path_factory):
    site = Site(program(), demo_ledger, tmp_path_factory.mktemp("circles"))
    yield site
    site.stop()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_faults(served, person, path, language, scheme):
    page = person(served, color_scheme=scheme).go(f"{path}?lang={language}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_small_screen(served, person, path):
    page = person(served, width=320, height=640).go(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_from_the_promise_to_its_map_without_script(served, person):
    someone = person(served, java_script_enabled=False)
    someone.go("/commitments/P40")
    someone.page.click(".tools >> text=地图")
    assert someone.page.locator("svg.circle-map path.road").count() > 1
    assert someone.page.locator("table.circle-table").count() >= 3
    assert "步行 30 分钟" in someone.page.inner_text("main")


def test_the_slider_says_how_many_reach_it_in_fewer_minutes(served, person):
    someone = person(served)
    page = someone.go("/circles/P40")
    if page.evaluate("typeof L === 'undefined'"):
        pytest.skip("Leaflet was not fetched")
    assert page.locator(".circle-live canvas").count() == 1
    whole = page.inner_text("output")
    page.focus("#circle-minutes")
    for _ in range(15):
        page.keyboard.press("ArrowLeft")
    part = page.inner_text("output")
    assert whole.startswith("30 分钟") and part.startswith("15 分钟")
    share = lambda text: float(text.split("：")[1].split("%")[0])
    assert 0 < share(part) < share(whole)
    # The table says the same.
    row = page.locator("table.circle-table tr", has_text="15 分钟以内").first.inner_text()
    assert f"{share(part)}" in row


def test_one_page_from_the_command_line(browser, tmp_path):
    (tmp_path / "roads.csv").write_text("类别,线形\nresidential,117 36.6; 117.01 36.6; 117.01 36.61\n")
    (tmp_path / "people.csv").write_text("编号,街道,人口,经度,纬度\n<b>,东&西,100,117.01,36.6\n乙,,5,117.01,36.61\n")
    (tmp_path / "places.csv").write_text("编号,名称,经度,纬度\n1,<script>alert(1)</script>,117,36.6\n")
    out = tmp_path / "circle.html"
    subprocess.run(
        [program(), "circle", str(tmp_path / "places.csv"), "--network", str(tmp_path / "roads.csv"), "--population",
         str(tmp_path / "people.csv"), "--minutes", "15", "--format", "html", "--out", str(out)], check=True)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(out.as_uri())
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    assert page.locator("main script").count() == 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()


def test_no_point_where_people_live_is_public(served, person):
    for path in ["/circles/P40", "/commitments/P40", "/api/v1/circles/P40", "/api/v1/circles/P40?format=csv"]:
        text = person(served, java_script_enabled=False).page.request.get(served.url + path).text()
        assert "WG0" not in text, path


def test_those_inside_see_who_is_left_out_point_by_point(served, person):
    page = person(served, "ducha").go("/circles/P40")
    titles = page.locator(".circle-still circle.gap title").all_text_contents()
    assert titles and all("：" in title for title in titles)


def test_those_inside_ask_where_the_next_ones_should_stand(served, person):
    someone = person(served, "ducha")
    page = someone.go("/circles/P40")
    page.fill("input[name=add]", "2")
    page.select_option("select[name=sites]", "医疗机构")
    page.click("text=选址")
    assert "贪心" in page.inner_text("[role=status]")
    rows = page.locator("table.circle-table").first.locator("tbody tr")
    assert rows.count() == 2
    # Clinics that are there could be raised to hospitals; the hospitals themselves are no candidates.
    named = [row.split("\t")[0] for row in rows.all_inner_texts()]
    signs = page.locator(".circle-still .facility title").all_text_contents()
    assert all(name not in signs for name in named) and len(signs) == 9
    covered = [int(row.split("\t")[1].replace(",", "")) for row in rows.all_inner_texts()]
    assert 356_929 < covered[0] <= covered[1]
    assert page.locator(".circle-still .site").count() == 2
    assert page.input_value("select[name=sites]") == "医疗机构" and page.input_value("input[name=add]") == "2"
    # The same for machines, and what cannot be chosen from is said.
    data = page.request.get(served.url + page.locator(".tools >> text=JSON").get_attribute("href")).json()
    assert [site["name"] for site in data["siting"]["sites"]] == named
    page.goto("/circles/P40?add=1&sites=老旧小区")
    assert "没有可作候选的" in page.inner_text("[role=status]")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_nobody_else_asks_for_sites(served, person):
    page = person(served).go("/circles/P40?add=2&sites=医疗机构")
    assert page.locator("form.filters").count() == 0 and page.locator(".circle-still .site").count() == 0
