"""The site as anybody finds it: signing in, languages, keyboard, small screens, no accessibility faults."""
import pytest
from axe_playwright_python.sync_playwright import Axe

PUBLIC = ["/", "/login", "/commitments", "/commitments/P16", "/commitments/P14/object", "/data",
          "/data/地区生产总值", "/releases", "/releases/2023-10", "/reports", "/registries",
          "/registries/市场主体", "/registries/人才", "/objections"]


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_faults(site, person, path, language, scheme):
    page = person(site, color_scheme=scheme).go(f"{path}?lang={language}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PUBLIC)
def test_nothing_is_wider_than_a_small_screen(site, person, path):
    page = person(site, width=320, height=640).go(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_signing_in_and_out(site, person):
    someone = person(site, "ducha")
    assert someone.page.locator(".who").inner_text().startswith("English")
    assert "督查室 李工" in someone.page.inner_text(".who")
    someone.page.click(".who button")
    assert "登录" in someone.page.inner_text(".who")


def test_languages_keep_the_page(site, person):
    someone = person(site)
    someone.go("/?as-of=2023-09-30")
    someone.page.click(".who a[hreflang=en]")
    assert "as-of=2023-09-30" in someone.page.url
    assert someone.page.locator("html").get_attribute("lang") == "en"
