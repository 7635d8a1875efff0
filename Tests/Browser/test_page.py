"""The report and its list find each other, by mouse, keyboard, finger and on paper."""
import pytest
from axe_playwright_python.sync_playwright import Axe

DESKTOP = {"width": 1360, "height": 860}
PHONE = {"width": 390, "height": 844, "has_touch": True}


def focused(page):
    return page.evaluate("document.activeElement.closest('li')?.id || document.activeElement.dataset.ids || ''")


def picked(page):
    return page.evaluate("document.querySelector('li.on')?.id ?? null")


def in_view(page, selector):
    return page.evaluate(
        """selector => {
          const box = document.querySelector(selector).getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight && box.height > 0;
        }""", selector)


def visible_items(page):
    return page.evaluate("[...document.querySelectorAll('#list li')].filter(i => i.offsetParent !== null).map(i => i.id)")


def test_page_has_marks_and_entries(open_page):
    page = open_page()
    assert page.locator(".mark").count() > 0
    assert page.locator("#list li").count() > 0


def test_counts_of_kinds_add_up(open_page):
    page = open_page()
    kinds = page.locator("input[name=kind]")
    total = 0
    for index in range(kinds.count()):
        kind = kinds.nth(index).get_attribute("value")
        own = page.locator(f'#list li[data-kind="{kind}"]').count()
        assert page.locator("fieldset label").nth(index).inner_text().split()[-1] == str(own)
        total += own
    assert total == page.locator("#list li").count()
    assert str(total) in page.locator(".shown").inner_text()


def test_click_in_the_text_finds_the_entry(open_page):
    page = open_page()
    mark = page.locator(".mark.quantity").last
    ids = mark.get_attribute("data-ids").split()
    mark.click()
    assert picked(page) == ids[0]
    assert focused(page) == ids[0]
    assert in_view(page, f"#{ids[0]} .entry")


def test_click_again_gives_the_next_of_several(open_page):
    page = open_page()
    for mark in page.locator(".mark").all():
        ids = mark.get_attribute("data-ids").split()
        if len(ids) > 1:
            for expected in ids + ids[:1]:
                mark.click()
                assert picked(page) == expected
            return
    pytest.skip("no place with several statements in this report")


def test_click_in_the_list_finds_the_words(open_page):
    page = open_page()
    entry = page.locator("#list .entry").last
    entry.click()
    identifier = picked(page)
    assert identifier in focused(page).split()
    assert in_view(page, ".mark.on")
    assert page.locator(f'[aria-current="true"]').count() == 1


def test_every_entry_has_words_that_are_marked(open_page):
    page = open_page()
    lonely = page.evaluate(
        """[...document.querySelectorAll('#list li')].map(i => i.id).filter(id =>
             ![...document.querySelectorAll('.mark')].some(m => m.dataset.ids.split(' ').includes(id)))""")
    assert lonely == []


def test_filter_by_kind(open_page):
    page = open_page()
    before = visible_items(page)
    page.locator("input[name=kind][value=task]").uncheck()
    left = visible_items(page)
    tasks = page.locator('#list li[data-kind="task"]').count()
    assert len(left) == len(before) - tasks
    assert page.locator(".shown").inner_text().find(str(len(left))) >= 0
    for box in page.locator("input[name=kind]").all():
        box.uncheck()
    assert visible_items(page) == []
    assert page.locator(".none").is_visible()
    assert page.locator(".mark:not(.off)").count() == 0


def test_filter_by_section(open_page):
    page = open_page()
    options = page.locator("select[name=section] option").evaluate_all("all => all.map(o => o.value)")
    if len(options) < 2:
        pytest.skip("no sections in this report")
    seen = 0
    for option in options[1:]:
        page.locator("select[name=section]").select_option(option)
        items = visible_items(page)
        assert items
        sections = page.locator(f"#{items[0]}").get_attribute("data-sections").split()
        assert option in sections
        seen += 1
    page.locator("select[name=section]").select_option("")
    assert len(visible_items(page)) == page.locator("#list li").count()
    assert seen == len(options) - 1


def test_keyboard_alone(open_page):
    page = open_page()
    items = visible_items(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.entry')"):
            break
    assert focused(page) == items[0]
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert picked(page) == items[min(1, len(items) - 1)]
    page.keyboard.press("k")
    assert focused(page) == items[0]
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert items[0] in focused(page).split()
    assert page.evaluate("document.activeElement.matches('.mark')")
    page.keyboard.press("End")
    assert picked(page) == items[-1]
    page.keyboard.press("Escape")
    assert focused(page) == items[-1]


def test_each_side_is_one_stop_of_the_tab_key(open_page):
    page = open_page()
    assert page.locator('.mark[tabindex="0"]').count() <= 1
    assert page.locator('.entry[tabindex="0"]').count() == 1


def test_phone_list_opens_over_the_text(open_page):
    page = open_page(**PHONE)
    assert not page.locator("#list").is_visible()
    page.locator(".open").tap()
    assert page.locator("#list").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#list").is_visible()
    page.locator(".mark").first.tap()
    assert page.locator("#list").is_visible()
    page.locator("li.on .entry").tap()
    assert not page.locator("#list").is_visible()
    assert in_view(page, ".mark.on")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]


def test_small_targets_on_a_phone_are_large_enough(open_page):
    page = open_page(**PHONE)
    page.locator(".open").tap()
    for selector in (".entry", ".filters select", "fieldset label", ".close"):
        assert page.locator(selector).first.bounding_box()["height"] >= 44


def test_printed_page_has_the_list_behind_the_text(open_page, tmp_path):
    page = open_page()
    page.emulate_media(media="print")
    text = page.locator("main").bounding_box()
    listing = page.locator("#list").bounding_box()
    assert listing["y"] >= text["y"] + text["height"]
    assert not page.locator("fieldset").is_visible()
    assert page.locator("#list li").first.is_visible()


def test_works_without_script(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator("#list li").first.is_visible()
    page.locator("#list .entry").first.click()
    assert page.url.split("#")[1].startswith("m-")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("state", ["fresh", "picked"])
def test_axe_finds_nothing_serious(open_page, scheme, size, state):
    page = open_page(color_scheme=scheme, reduced_motion="reduce", **size)
    if state == "picked":
        page.locator(".mark").first.click()
    results = Axe().run(page)
    serious = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in results.response["violations"]
               if v["impact"] in ("serious", "critical")]
    assert serious == []
