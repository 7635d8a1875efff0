"""Pictures of the demo district's pages. See screenshots.sh."""
import html
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from site_of_demo import Person, Site, make_ledger  # noqa: E402

OUT = ROOT / "out" / "screenshots"
BOOK = ROOT / "docs" / "手册" / "图"

# name, who looks (None: the public), address
PAGES = [
    ("总览", None, "/"), ("承诺", None, "/commitments"), ("承诺-P16", None, "/commitments/P16"),
    ("查承诺", None, "/search?q=30分钟就医圈"), ("报告", None, "/reports"),
    ("台账", None, "/registries"), ("台账-市场主体", None, "/registries/市场主体"),
    ("台账-人才", None, "/registries/人才"), ("台账-招商-按阶段", None, "/registries/招商项目/stages"),
    ("产业链", None, "/chains"), ("楼宇", None, "/buildings"), ("数据", None, "/data"),
    ("数据-生产总值", None, "/data/地区生产总值"), ("发布", None, "/releases"),
    ("发布-10月", None, "/releases/2023-10"), ("可达性", None, "/circles"),
    ("可达性-30分钟就医圈", None, "/circles/P40"), ("异议", None, "/objections"),
    ("提出异议", None, "/commitments/P14/object"), ("登录", None, "/login"),
    ("单位工作台", "keji1", "/unit"), ("填报", "keji1", "/unit/filings/P16/2023-11"),
    ("单位-办结", "keji", "/unit/closing/P16"), ("督查工作台", "ducha", "/office"),
    ("月度发布", "ducha", "/office/release"), ("办结销号", "ducha", "/office/closing"),
    ("通报", "ducha", "/office/bulletin"), ("季度表", "ducha", "/office/quarterly"),
    ("催办", "ducha", "/office/reminders"), ("督办单", "ducha", "/office/notices"),
    ("交办事项", "ducha", "/office/matters"), ("录入交办事项", "ducha", "/office/matters/new"),
    ("异议答复", "ducha", "/office/objections"), ("采纳报告", "ducha", "/reports/new"),
    ("编辑承诺", "ducha", "/commitments/P16/edit"), ("计划", "ducha", "/office/plan"),
    ("导入台账", "ducha", "/registries/高新技术企业/import"), ("导入数据", "ducha", "/data/import"),
    ("我的帐号", "keji1", "/account"), ("系统", "admin", "/system"),
    ("操作记录", "admin", "/system/trail"), ("角色", "admin", "/system/roles"),
    ("规则", "admin", "/system/rules"), ("单位", "admin", "/system/units"),
    ("帐号", "admin", "/system/accounts"), ("令牌", "admin", "/system/tokens"),
    ("设置", "admin", "/system/settings"),
]

# Of these the handbook shows the upper part.
IN_BOOK = [
    "总览", "承诺-P16", "查承诺", "采纳报告", "计划", "导入台账", "单位工作台", "填报", "督查工作台", "催办",
    "通报", "季度表", "月度发布", "办结销号", "提出异议", "异议", "系统",
]
SIZES = {"desktop": (1280, 860), "phone": (390, 844)}


def take(browser, site, language, size):
    """Gives the names of the pages that were wider than their screen."""
    width, height = SIZES[size]
    people, wide = {}, []
    for name, login, path in PAGES:
        if login not in people:
            people[login] = Person(browser, site, login, width=width, height=height)
        page = people[login].page
        mark = "&" if "?" in path else "?"
        page.goto(f"{path}{mark}lang={language}")
        page.wait_for_timeout(150)
        page.screenshot(path=OUT / language / size / f"{name}.png", full_page=True)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    for person in people.values():
        person.context.close()
    return wide


def put_into_book():
    BOOK.mkdir(parents=True, exist_ok=True)
    for name in IN_BOOK:
        image = Image.open(OUT / "zh" / "desktop" / f"{name}.png").convert("RGB")
        upper = image.crop((0, 0, image.width, min(image.height, 900)))
        small = upper.resize((900, upper.height * 900 // upper.width), Image.LANCZOS)
        small.quantize(48).save(BOOK / f"{name}.png", optimize=True)


def index():
    rows = "".join(
        f"<h2>{html.escape(name)}</h2>" + "".join(
            f'<a href="{lang}/{size}/{name}.png"><img src="{lang}/{size}/{name}.png" '
            f'alt="{html.escape(name)} {lang} {size}" height="360"></a> '
            for lang in ("zh", "en") for size in SIZES)
        for name, _, _ in PAGES)
    (OUT / "index.html").write_text(f"<!doctype html><meta charset=utf-8><title>督办</title>{rows}", encoding="utf-8")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        site = Site(program, make_ledger(program, folder), folder)
        for language in ("zh", "en"):
            for size in SIZES:
                (OUT / language / size).mkdir(parents=True, exist_ok=True)
                wide = take(browser, site, language, size)
                print(f"{language} {size}: {len(PAGES)} pages" + (f", too wide: {wide}" if wide else ""))
        site.stop()
        browser.close()
    put_into_book()
    index()
    print(f"{OUT / 'index.html'}")


main()
