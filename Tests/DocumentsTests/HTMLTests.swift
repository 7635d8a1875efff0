import Domain
import Foundation
import Testing

@testable import Documents

@Suite("Web pages")
struct HTMLTests {
  private let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>网站标题</title>
    <style>p { color: red }</style><script>var a = "<p>脚本</p>";</script></head><body>
    <nav><a>首页</a></nav><div class="breadcrumb">当前位置：首页</div>
    <h1>云溪县政府工作报告</h1><p>各位代表：</p>
    <p>今年新增<b>就业</b>3万人，<br>新建学校2所。</p><p>&emsp;&emsp;增长&nbsp;5%&lt;6%。</p>
    <table><tr><th>指标</th><th>目标</th></tr><tr><td><p>新增<br>就业</p></td><td>3万人</td></tr></table>
    <div class="footer">版权所有</div></body></html>
    """

  @Test("blocks are lines, rows have tabs, menus and scripts are left out")
  func blocks() throws {
    let report = try read(page, name: "page.html")
    report.checkInvariants()
    #expect(
      report.passages.map { report.string($0.range) } == [
        "云溪县政府工作报告", "各位代表：", "今年新增就业3万人，新建学校2所。", "增长\u{A0}5%<6%。", "指标\t目标",
        "新增 就业\t3万人",
      ])
    #expect(report.place == "云溪县")
  }

  @Test("a page in GBK is read by its charset")
  func charset() throws {
    let text = page.replacingOccurrences(of: "utf-8", with: "gb2312")
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let bytes = [UInt8](try #require(text.data(using: encoding)))
    let report = try DocumentReader().read(bytes, name: "page.htm")
    #expect(report.words(.salutation) == ["各位代表："])
  }

  @Test("the bytes decide, not the extension")
  func extensions() throws {
    #expect(try read(page, name: "page.txt").words(.salutation) == ["各位代表："])
    #expect(DocumentFormat(Array("增长5%<6%".utf8), name: "a.txt") == .text)
  }

  @Test("10,000 nested tags", arguments: ["div", "b", "table", "span"])
  func nested(_ tag: String) throws {
    let open = String(repeating: "<\(tag)>", count: 10_000)
    let close = String(repeating: "</\(tag)>", count: 10_000)
    let page = "<html><body><p>各位代表：</p>\(open)今年增长5%。\(close)</body></html>"
    let report = try read(page, name: "deep.html")
    #expect(report.passages.count >= 1)
  }

  @Test("tags that never close, and half a tag at the end")
  func unclosed() throws {
    let report = try read("<html><body><p>各位代表：<p>今年增长5%。<div><span class=", name: "a.html")
    #expect(report.passages.map { report.string($0.range) } == ["各位代表：", "今年增长5%。"])
  }
}
