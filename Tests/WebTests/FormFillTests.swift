import Domain
import Testing

@testable import Web

/// What was typed finds its field again in a page that was made anew.
@Suite struct FormFillTests {
  private func filled(
    _ body: String, _ typed: KeyValuePairs<String, String>, language: Language = .chinese
  ) -> String {
    var fill = FormFill(typed.map { ($0.key, $0.value) }, sentTo: "/a/b")
    return fill.fill("<h1>x</h1><form method=\"post\" action=\"/a/b\">\(body)</form>", language)
      .replacing("<h1>x</h1><form method=\"post\" action=\"/a/b\">", with: "…")
      .replacing("</form>", with: "")
  }

  @Test func fieldsOfOneLine() {
    #expect(
      filled(
        #"<input type="text" name="a" value="old" maxlength="3"><input type="date" name="b">"#,
        ["a": "1\"<&'", "b": "2023-12-01"])
        == #"…<input type="text" name="a" value="1&quot;&lt;&amp;&#39;" maxlength="3">"#
        + #"<input type="date" name="b" value="2023-12-01">"#)
  }

  @Test func severalFieldsOfOneNameInTheirOrder() {
    #expect(
      filled(#"<input name="a"><input name="a">"#, ["a": "1", "a": "2"])
        == #"…<input name="a" value="1"><input name="a" value="2">"#)
  }

  @Test(arguments: ["", "alt &lt;b&gt;"]) func textAreas(_ old: String) {
    #expect(
      filled("<textarea name=\"t\">\(old)</textarea><p>y</p>", ["t": "\n1 <2"])
        == "…<textarea name=\"t\">\n\n1 &lt;2</textarea><p>y</p>")
    #expect(
      filled("<textarea name=\"t\">\(old)</textarea>", [:])
        == "…<textarea name=\"t\">\(old)</textarea>")
  }

  @Test func choices() {
    #expect(
      filled(
        #"<select name="s"><option value="">-</option><option selected>甲</option>"#
          + #"<option value="b">乙</option></select>"#, ["s": "b"])
        == #"…<select name="s"><option value="">-</option><option>甲</option>"#
        + #"<option value="b" selected>乙</option></select>"#)
    #expect(
      filled(#"<select name="s"><option>甲</option></select>"#, ["s": "甲"])
        == #"…<select name="s"><option selected>甲</option></select>"#)
  }

  @Test func boxes() {
    let one = #"<input type="checkbox" name="c" value="1""#
    let two = #"<input type="checkbox" name="c" value="2""#
    #expect(filled("\(one) checked>\(two)>", ["c": "2"]) == "…\(one)>\(two) checked>")
    let yes = #"<input type="radio" name="r" value="yes""#
    let no = #"<input type="radio" name="r" value="no""#
    #expect(filled("\(yes)>\(no) checked>", ["r": "yes"]) == "…\(yes) checked>\(no)>")
    #expect(filled("\(yes)>\(no) checked>", [:]) == "…\(yes)>\(no) checked>")
  }

  @Test func secretsAndTokensStay() {
    let body = #"<input type="hidden" name="csrf" value="new"><input type="password" name="p">"#
    #expect(filled(body, ["csrf": "old"]) == "…" + body)
  }

  @Test func theBasisIsTheOldOne() {
    #expect(
      filled(#"<input type="hidden" name="basis" value="9">"#, ["basis": "7"])
        == #"…<input type="hidden" name="basis" value="7">"#)
  }

  @Test func onlyTheFormThatWasSent() {
    var fill = FormFill([("unit", "乙"), ("reason", "因为")], sentTo: "/a/%E4%B8%AD?x=1")
    let form = { (unit: String, action: String, reason: String) in
      "<form method=\"post\" action=\"\(action)\"><input type=\"hidden\" name=\"unit\" "
        + "value=\"\(unit)\"><textarea name=\"reason\">\(reason)</textarea></form>"
    }
    let head = "<details><p></p></details>"
    let page = { (open: String, reason: String) in
      head + form("甲", "/a/中", "") + form("乙", "/b", "")
        + "<details\(open)><summary>s</summary>" + form("乙", "/a/中", reason) + "</details>"
    }
    #expect(fill.fill(page("", ""), .chinese) == page(" open", "因为"))
  }

  @Test func whatHasNoPlaceIsShown() {
    let page = filled("", ["basis": "1", "progress": "<b>", "do": "save"], language: .english)
    #expect(page.hasPrefix("<div class=\"notice\"><p>What you had typed"))
    #expect(page.contains("<blockquote class=\"quote\">&lt;b&gt;</blockquote>"))
    #expect(!page.contains("save"))
  }
}
