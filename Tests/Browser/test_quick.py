"""Tables answer without loading the whole page anew; without scripts they work all the same."""


def test_a_search_changes_table_and_address_and_goes_back(site, person):
    someone = person(site)
    page = someone.go("/registries/市场主体")
    page.evaluate("window.kept = 1")
    all_of_them = page.inner_text("[role=status] >> nth=0")
    page.type("#q-browse", "网络")
    page.wait_for_url("**q=**")
    assert page.inner_text("#found [role=status]") != all_of_them
    assert "q=" in page.url
    page.click("thead a >> nth=1")
    page.wait_for_selector("th[aria-sort=ascending]")
    assert "sort=" in page.url and "q=" in page.url
    page.select_option("#browse select >> nth=0", index=1)
    page.wait_for_url("**%3D**")
    # The same page all along, and its focus where it was.
    assert page.evaluate("window.kept") == 1
    assert "q=" in page.locator("#tools a").first.get_attribute("href")
    chosen = page.url
    page.go_back()
    page.wait_for_url(lambda url: url != chosen)
    assert "sort=" in page.url and "q=" in page.url
    page.go_back()
    page.wait_for_url(lambda url: "sort=" not in url)
    assert "q=" in page.url


def test_it_works_without_scripts(site, person):
    someone = person(site, java_script_enabled=False)
    page = someone.go("/registries/市场主体")
    page.fill("#q-browse", "网络")
    page.click("#browse button.primary")
    assert "q=" in page.url and "138,652" not in page.inner_text("#found [role=status]")
    page.click("nav.pages a[rel=next]")
    assert "page=2" in page.url and "q=" in page.url


def test_columns_are_chosen(site, person):
    page = person(site).go("/registries/市场主体?columns=名称&columns=街道")
    assert page.locator("#found thead th").count() == 2


def test_tables_are_taken_out_as_they_are_shown(site, person):
    page = person(site).go("/registries/市场主体?q=网络&columns=名称")
    csv = page.request.get(site.url + page.locator("#tools a", has_text="CSV").get_attribute("href"))
    lines = csv.text().lstrip("\ufeff").strip().split("\r\n")
    total = int("".join(c for c in page.inner_text("#found [role=status]").split("条")[0] if c.isdigit()))
    assert len(lines) == total + 1 and all("网络" in line for line in lines[1:])
    book = page.request.get(site.url + page.locator("#tools a", has_text="XLSX").get_attribute("href"))
    assert book.body()[:2] == b"PK"
