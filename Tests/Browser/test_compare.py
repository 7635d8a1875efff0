"""Promise against claim in the browser, and as the one page that the command line writes."""
import subprocess
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import program
from site_of_demo import Site

PLACES = {"吉林省": (5.5, 5.0), "辽宁省": (5.0, 3.7), "湖北省": (6.0, 5.5)}

EARLIER = """{place}政府工作报告（2024年）

一、2023年工作回顾

2023年，地区生产总值增长5%。

二、2024年工作安排

今年经济社会发展主要预期目标是：地区生产总值增长{target}%以上，城镇新增就业20万人，居民收入与经济增长同步。

（一）抓项目。开工建设青龙湾湿地公园，建成学校12所，不断优化营商环境。
"""

LATER = """{place}政府工作报告（2025年）

一、2024年工作回顾

2024年，地区生产总值增长{claim}%，城镇新增就业21.3万人，居民人均可支配收入增长5.4%。建成学校9所。

二、2025年工作安排

今年经济社会发展主要预期目标是：地区生产总值增长5%。

（一）抓项目。开工建设青龙湾湿地公园。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    for place, (target, claim) in PLACES.items():
        (folder / f"{place}-2024.txt").write_text(EARLIER.format(place=place, target=target))
        (folder / f"{place}-2025.txt").write_text(LATER.format(place=place, claim=claim))
    return folder


@pytest.fixture(scope="module")
def compared(demo_ledger, reports, tmp_path_factory):
    site = Site(program(), demo_ledger, tmp_path_factory.mktemp("compared"), "--reports", str(reports))
    yield site
    site.stop()


ONE = "/compare/" + urllib.parse.quote("吉林省-2024")


@pytest.mark.parametrize("path", ["/compare", ONE])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_faults(compared, person, path, language, scheme):
    page = person(compared, color_scheme=scheme).go(f"{path}?lang={language}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", ["/compare", ONE])
def test_nothing_is_wider_than_a_small_screen(compared, person, path):
    page = person(compared, width=320, height=640).go(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_from_the_reports_to_a_verdict_without_script(compared, person):
    someone = person(compared, java_script_enabled=False)
    someone.go("/reports")
    someone.page.click("text=承诺对账")
    someone.page.click("a:has-text('吉林省 2024 → 2025')")
    rows = someone.page.locator(".pairs > li")
    assert rows.count() > 3
    someone.page.click("label:has-text('未达')")
    seen = [row.inner_text() for row in rows.all() if row.is_visible()]
    assert seen and all("未达" in text for text in seen)
    assert any("地区生产总值增长5.5%以上" in text and "报告称5.0%" in text for text in seen)
    someone.page.click("label:has-text('原话又写进新安排')")
    seen = [row.inner_text() for row in rows.all() if row.is_visible()]
    assert seen and all("2024–2025" in text for text in seen)


def test_one_page_from_the_command_line(browser, reports, tmp_path):
    out = tmp_path / "all.html"
    subprocess.run([program(), "reconcile", str(reports), "--format", "html", "--out", str(out)], check=True)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(out.as_uri())
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    # A tile for each place, and its verdict in words for those who do not see it.
    assert page.locator("svg.tiles").first.get_attribute("aria-label").count("吉林 未达") == 1
    context.close()
