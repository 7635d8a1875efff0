"""Tables come in by the browser: looked at, mended, looked at again, recorded."""
import pytest

HEAD = "证书编号,统一社会信用代码,名称,认定类型,发证日期,有效期至,技术领域\r\n"
GOOD = "GR202399100001,91370199100000040N,示例市霁知云生物有限公司,首次认定,2023-11-20,2026-11-20,电子信息\r\n"
SECOND = "GR202399100002,913701991000005504,示例市明石青汽车配件有限公司,首次认定,{day},2026-11-20,{field}\r\n"
THIRD = "GR202399100003,9137019910000106X{end},示例市嘉行映通信有限公司,首次认定,2023-11-21,2026-11-21,新材料\r\n"


def table(tmp_path, text, name="高企.csv"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8-sig")
    return str(file)


def upload(page, file, issuer="科技局", day="2023-12-01"):
    page.set_input_files("#f-table", file)
    page.fill("#f-issuer", issuer)
    page.fill("#f-date", day)
    page.select_option("#f-grade", "验收或第三方")
    page.click("main button.primary")


def test_two_bad_rows_are_mended_and_then_counted(office, person, tmp_path):
    someone = person(office, "ducha")
    page = someone.go("/registries/高新技术企业")
    page.click("main >> text=导入")
    bad = HEAD + GOOD + SECOND.format(day="2023-11-31", field="电子信息") + THIRD.format(end="9")
    upload(page, table(tmp_path, bad))
    assert "有 2 处问题" in someone.text
    rows = page.locator("main tbody tr").all_inner_texts()
    assert len(rows) == 2
    assert rows[0].split("\t")[:2] == ["3", "发证日期"] and "2023-11-31" in rows[0]
    assert rows[1].split("\t")[:2] == ["4", "统一社会信用代码"]
    assert page.locator("main button.primary").count() == 0
    page.click("main a.button")
    good = HEAD + GOOD + SECOND.format(day="2023-11-30", field="电子信息") + THIRD.format(end="R")
    upload(page, table(tmp_path, good))
    assert "新增 3 条，更新 0 条，未变 0 条" in someone.text
    assert "P16" in someone.text
    page.click("main button.primary")
    assert "已导入" in someone.text
    page.fill("#browse input[name=q]", "GR202399100003")
    page.click("#browse button.primary")
    page.wait_for_url("**q=GR2023**")
    assert "共 1 条" in someone.text
    someone.go("/commitments/P16")
    # These three had a certificate before, so they are records, but not among the new ones.
    assert "首次" in someone.text
    # The same again changes nothing; what the list does not hold is asked about.
    someone.go("/registries/高新技术企业/import")
    upload(page, table(tmp_path, good))
    assert "新增 0 条，更新 0 条，未变 3 条" in someone.text


def test_what_is_no_table_is_refused_and_what_was_typed_stays(office, person, tmp_path):
    someone = person(office, "ducha")
    page = someone.go("/registries/高新技术企业/import")
    file = tmp_path / "表.xlsx"
    file.write_bytes(b"\x89PNG\r\n\x1a\n0000")
    upload(page, str(file))
    assert page.locator(".problems").count() == 1
    assert page.input_value("#f-issuer") == "科技局"


def test_a_revision_shows_old_and_new_before_and_after(office, person, tmp_path):
    someone = person(office, "ducha")
    page = someone.go("/data/地区生产总值")
    before = someone.text
    assert "7.9" not in before
    page = someone.go("/data/import")
    page.select_option("#f-vintage", "修订")
    upload(page, table(tmp_path, "指标,时期,形式,数值\r\n地区生产总值,2023年1-9月,增长,7.9\r\n", "修订.csv"), "统计局")
    assert "更新 1 条" in someone.text
    row = page.locator("main tbody tr").first.inner_text()
    assert "地区生产总值" in row and "7.9" in row
    page.click("main button.primary")
    someone.go("/data/地区生产总值")
    assert "7.9" in someone.text and "修订" in someone.text
    someone.go("/commitments/T1")
    assert "7.9" in someone.text
    # What was released stays as it was, and the page of releases says that it would differ now.
    someone.go("/releases/2023-10")
    assert "T1" in someone.text
