"""The API against its own description, by a tool that looks for what the description does not say."""
import pathlib
import subprocess
import sys

from site_of_demo import PASSWORD


def try_all(site, *options):
    run = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "schemathesis"), "run",
         f"{site.url}/api/v1/openapi.json", "--url", site.url, "--max-examples", "5", "--seed", "1",
         "--no-color", *options], capture_output=True, text=True, timeout=300, cwd=site.folder)
    assert run.returncode == 0, run.stdout[-8000:]
    return run.stdout


def test_the_public_gets_what_is_described(site):
    assert "Tested: " in try_all(site)


def test_a_token_gets_what_is_described(office, person):
    someone = person(office, "admin")
    page = someone.go("/system/tokens")
    page.fill("#f-name", "取数")
    page.fill("#f-login", "ducha")
    page.click("main button.primary >> nth=0")
    token = page.inner_text("code.secret")
    assert token not in someone.go("/system/tokens").content()
    try_all(office, "-H", f"Authorization: Bearer {token}")


def test_a_token_only_reads(office, person):
    assert PASSWORD
    someone = person(office, "admin")
    page = someone.go("/system/tokens")
    page.fill("#f-name", "只读")
    page.fill("#f-login", "admin")
    page.click("main button.primary >> nth=0")
    token = page.inner_text("code.secret")
    answer = page.request.get(
        f"{office.url}/api/v1/system/accounts", headers={"Authorization": f"Bearer {token}"})
    assert answer.status == 403
