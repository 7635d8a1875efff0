"""A new report becomes accounts: read, looked through, adopted, bound to evidence, assigned."""
REPORT = """2024年示例市示例区政府工作报告

各位代表：

一、2024年主要目标
地区生产总值增长5.5%以上，一般公共预算收入增长4%。

二、2024年重点工作
（一）做强创新动能。新增高新技术企业60家，新建省级重点实验室2家。
（二）改善民生。新建停车场3处，新增停车泊位1200个。
"""


def proposal(page, title):
    return page.locator(f"fieldset.proposal:has(legend:has-text('{title}'))").first


def submit(person, text):
    person.page.click(f"main button:has-text('{text}') >> nth=0")


def test_a_report_is_adopted_bound_and_assigned(office, person):
    ducha = person(office, "ducha")
    page = ducha.go("/reports/new")
    page.fill("#f-text", REPORT)
    submit(ducha, "读这份报告")
    assert page.locator("fieldset.proposal").count() >= 4
    dropped = proposal(page, "重点实验室")
    dropped.locator("input[value=no]").check()
    # Nothing is adopted while a reason is missing, and what was typed stays.
    submit(ducha, "采纳")
    assert page.locator(".problems").count() == 1
    dropped = proposal(page, "重点实验室")
    assert dropped.locator("input[value=no]").is_checked()
    dropped.locator(".why input, .why textarea").first.fill("由市里统一下达，区里不单独立账。")
    number = proposal(page, "停车场").get_attribute("id").removeprefix("p-")
    submit(ducha, "采纳")
    assert "已采纳入账" in ducha.text

    # From the sentence to the commitment, and back.
    page.click(f"main a:has-text('{number}') >> nth=0")
    ducha.go(f"/commitments/{number}")
    assert "新建停车场3处" in ducha.text
    page.click(".quote a, blockquote a >> nth=0")
    assert "/reports/" in page.url

    # It gets steps that documents prove, and a unit that leads.
    ducha.go(f"/commitments/{number}/edit")
    page.check("input[name=measure-kind][value=milestones]")
    page.fill("[name=m1-title]", "三处停车场竣工")
    page.fill("[name=m1-proof]", "竣工验收备案表")
    page.select_option("#f-lead", "科技局")
    page.locator("main form.planform button.primary").last.click()
    if page.locator("section.preview").count():
        page.locator("section.preview button.primary").click()
    assert "已保存" in ducha.text or "竣工验收备案表" in ducha.go(f"/commitments/{number}").inner_text("main")

    clerk = person(office, "keji1")
    clerk.go("/unit")
    assert "停车场" in clerk.text
    submit(clerk, "签收")
    assert "已签收" in clerk.text
