"""What people come to do, from end to end, in a real browser."""
import re


def submit(person, text):
    person.page.click(f"main button:has-text('{text}')")


def test_a_filing_goes_to_the_office_and_back_and_is_released(office, person, tmp_path):
    proof = tmp_path / "进展.txt"
    proof.write_text("机制已经印发，附件为文件全文。", encoding="utf-8")
    address = "/unit/filings/Q14/2023-11"

    clerk = person(office, "keji1")
    clerk.go("/unit")
    submit(clerk, "签收")
    clerk.go(address)
    clerk.page.fill("[name=progress]", "培育机制已印发执行。")
    clerk.page.fill("[name=next]", "开展第二批评审。")
    clerk.page.set_input_files("input[type=file]", str(proof))
    clerk.page.locator("main input[type=checkbox]").last.check()
    submit(clerk, "提交")
    assert "已提交" in clerk.text

    head = person(office, "keji")
    head.go(address)
    submit(head, "确认")
    assert "已确认" in head.text

    ducha = person(office, "ducha")
    ducha.go("/office/filings/Q14/2023-11")
    assert "培育机制已印发执行" in ducha.text
    ducha.page.click("main summary:has-text('退回') >> nth=0")
    ducha.page.fill("[name=reason] >> nth=0", "请写明印发的文号。")
    submit(ducha, "退回")

    clerk.go("/unit")
    assert "请写明印发的文号" in clerk.text
    clerk.go(address)
    clerk.page.fill("[name=progress]", "培育机制已印发执行（示科发〔2023〕18号）。")
    clerk.page.locator("main input[type=checkbox]").last.check()
    submit(clerk, "提交")
    assert "已提交" in clerk.text
    head.go(address)
    submit(head, "确认")
    ducha.go("/office/filings/Q14/2023-11")
    submit(ducha, "通过")
    assert "已通过" in ducha.text

    ducha.go("/office/release?month=2023-11")
    submit(ducha, "发布")
    public = person(office)
    public.go("/")
    assert "2023-11-30" in public.text
    public.go("/commitments/Q14")
    assert "示科发〔2023〕18号" in public.text


def test_a_citizen_finds_a_promise_objects_and_reads_the_answer(office, person):
    citizen = person(office, width=390, height=844)
    citizen.go("/")
    citizen.page.fill("#q", "力争新增高新技术企业52家")
    citizen.page.press("#q", "Enter")
    citizen.page.click("main table a >> nth=0")
    assert "P16" in citizen.page.title()
    assert "计入的记录" in citizen.text or "没有佐证" in citizen.text
    citizen.page.click("text=对这一项提出异议")
    citizen.page.fill("#f-text", "公示名单里还有三家没有列入。")
    submit(citizen, "提交异议")
    assert "已提交" in citizen.text and "异议回执" in citizen.text and "三家" in citizen.text
    receipt = citizen.page.url
    citizen.go("/objections")
    assert "三家" not in citizen.text

    ducha = person(office, "ducha")
    ducha.go("/office/objections")
    ducha.page.click("main table a >> nth=0")
    ducha.page.fill("#f-answer", "三家为重新认定，按口径不计入首次认定。")
    submit(ducha, "公开答复")

    citizen.page.goto(receipt)
    assert "按口径不计入首次认定" in citizen.text
    citizen.go("/objections")
    assert "按口径不计入首次认定" not in citizen.text


def test_sentence_and_commitment_lead_to_each_other(site, person):
    reader = person(site)
    reader.go("/commitments/P16")
    reader.page.click(".quote a >> nth=0")
    assert re.search(r"/reports/[0-9a-f]{64}.*#c-P16$", reader.page.url)
    reader.page.click("#c-P16 a[href*='/commitments/P16'], a[href*='/commitments/P16'] >> nth=0")
    assert "/commitments/P16" in reader.page.url
