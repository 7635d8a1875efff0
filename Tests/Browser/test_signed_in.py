"""Pages of those who are signed in: no accessibility fault, nothing wider than a small screen."""
import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = {
    "keji1": ["/unit", "/unit/filings/P16/2023-11", "/unit/filings/Q14/2023-11", "/account"],
    "keji": ["/unit/closing/Q14", "/office/notices"],
    "ducha": [
        "/office", "/office/filings/Q14/2023-11", "/office/release", "/office/closing",
        "/office/bulletin", "/office/quarterly", "/office/reminders", "/office/matters",
        "/office/matters/new", "/office/objections", "/office/plan", "/office/units", "/reports/new",
        "/commitments/P16/edit", "/commitments/P16/merge", "/commitments/P16/split",
        "/commitments/P16/withdraw", "/registries/高新技术企业/import", "/data/import",
        "/registries/人才", "/commitments/P16"],
    "admin": [
        "/system", "/system/trail", "/system/roles", "/system/rules", "/system/units",
        "/system/accounts", "/system/accounts/keji", "/system/tokens", "/system/settings"],
    None: ["/registries/招商项目/stages", "/registries/征收户/stages", "/chains", "/buildings"],
}


@pytest.mark.parametrize("login", PAGES)
@pytest.mark.parametrize("language, scheme", [("zh", "light"), ("en", "dark")])
def test_no_accessibility_faults(site, person, login, language, scheme):
    someone = person(site, login, color_scheme=scheme)
    faults = []
    for path in PAGES[login]:
        answer = someone.page.goto(f"{path}?lang={language}")
        assert answer.status == 200, (path, answer.status)
        found = Axe().run(someone.page)
        if found.violations_count:
            faults.append(path + "\n" + found.generate_report())
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("login", PAGES)
def test_nothing_is_wider_than_a_small_screen(site, person, login):
    someone = person(site, login, width=320, height=640)
    wide = []
    for path in PAGES[login]:
        someone.go(path)
        if someone.page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []
