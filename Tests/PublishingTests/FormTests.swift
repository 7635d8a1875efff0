import Domain
import Testing

@testable import Publishing

/// What was typed stands in its field again, whatever the field is, and in no other form.
@Suite struct FormTests {
  private static let shared = Result { try PageRenderer() }
  private let renderer: PageRenderer

  init() throws { renderer = try Self.shared.get() }

  /// A page that is one field.
  private struct OneField: Page {
    static let template = "field"
    var title: Phrase { Phrase("", "") }
    var tab: Tab { .none }
    var field: FormField
    var standing: [String: String]
    var places: [FormPlace] { [FormPlace("/a/中")] }

    func context(_ frame: Frame) -> [String: Any] {
      field.context(frame.form(places[0], standing: standing), frame)
    }
  }

  private func frame(_ typed: FormValues?, _ language: Language = .chinese) -> Frame {
    var frame = Frame(
      language: language, asOf: Day(number: 0), today: Day(number: 0), links: .served())
    frame.typed = typed
    return frame
  }

  private func typed(
    _ fields: KeyValuePairs<String, String>, at path: String = "/a/中"
  ) -> FormValues {
    FormValues(typed: fields.map { ($0.key, $0.value) }, sentTo: path)
  }

  private func html(
    _ control: FormField.Control, _ typed: FormValues?, standing: String = ""
  ) -> String {
    renderer.body(
      OneField(field: FormField("a", "L", control), standing: ["a": standing]), frame(typed))
  }

  @Test func aLine() {
    #expect(html(.line, nil, standing: "old").contains(#"value="old""#))
    let again = html(.line, typed(["a": "1\"<&'"]), standing: "old")
    #expect(again.contains(#"value="1&quot;&lt;&amp;&#39;""#) && !again.contains("old"))
    #expect(html(.day, typed(["a": "2023-12-01"])).contains(#"value="2023-12-01""#))
    #expect(html(.line, typed([:]), standing: "old").contains(#"value="old""#))
  }

  /// Browsers drop a line break at the beginning of a text area.
  @Test func aTextArea() {
    #expect(html(.area(rows: 2), typed(["a": "\n1 <2"]), standing: "x").contains(">\n\n1 &lt;2</"))
    #expect(html(.area(rows: 2), typed(["a": "1\n"])).contains(">1\n</"))
  }

  @Test func aChoice() {
    let select = FormField.Control.select([.init("", "-"), .init("甲"), .init("b", "乙")])
    #expect(html(select, nil, standing: "甲").contains(#"value="甲" selected"#))
    let again = html(select, typed(["a": "b"]), standing: "甲")
    #expect(again.contains(#"value="b" selected"#) && !again.contains(#"value="甲" selected"#))
    #expect(html(select, typed(["a": "丙"])).contains(#"<option value="丙" selected>"#))
  }

  /// A browser sends nothing for a box that is not ticked.
  @Test func aBox() {
    #expect(html(.check, nil, standing: "yes").contains("checked"))
    #expect(html(.check, typed(["a": "yes"])).contains("checked"))
    #expect(!html(.check, typed([:]), standing: "yes").contains("checked"))
    let boxes = typed(["id": "P1", "id": "P2"])
    #expect(
      boxes.isTicked("id", "P2", usually: false) && !boxes.isTicked("id", "P3", usually: true))
    #expect(FormValues().isTicked("id", "P3", usually: true))
  }

  @Test func aPasswordIsNeverShown() {
    #expect(!html(.password, typed(["a": "secret"]), standing: "secret").contains("secret"))
  }

  /// What is wrong stands at the field, is named by it, and is led to from the page's head.
  @Test func whatIsWrong() {
    var values = typed(["a": "x"])
    values.problems = [FormProblem("a", "不对", "wrong"), FormProblem("a", "太长", "long")]
    let field = html(.line, values)
    #expect(field.contains(#"<span class="wrong" id="w-a">不对；太长</span>"#))
    #expect(field.contains(#"aria-invalid="true" aria-describedby="w-a""#))
    values.problems.append(FormProblem("", "整体", "whole"))
    let head = renderer.body(page(), frame(values, .english))
    #expect(head.contains("3 things to correct") && head.contains(##"<a href="#f-a">wrong</a>"##))
    #expect(head.contains("<li>whole</li>"))
  }

  /// Two forms of one address for two units, and one that only searches.
  private func page() -> SystemListPage {
    var page = SystemListPage(Phrase("页", "page"))
    page.forms = [
      SystemForm(
        Phrase("甲", "A"), action: "/a/中", fields: [.init("a", Phrase("栏", "field"))],
        hidden: [("basis", "9")], button: Phrase("送", "send")),
      SystemForm(
        Phrase("乙", "B"), action: "/b", fields: [.init("b", Phrase("栏", "field"), "standing")],
        button: Phrase("送", "send")),
    ]
    return page
  }

  @Test func onlyTheFormThatWasSent() {
    let body = renderer.body(page(), frame(typed(["b": "typed", "basis": "7"], at: "/b")))
    #expect(body.contains(#"name="b" value="typed""#) && !body.contains("standing"))
    #expect(body.contains(#"name="basis" value="9""#))
    let place = FormPlace("/a/中", ["reason"], marks: ["unit": "乙"])
    #expect(place.fits(typed(["unit": "乙", "reason": "r"])) && place.fits(typed(["reason": "r"])))
    #expect(!place.fits(typed(["unit": "甲", "reason": "r"])) && !place.fits(FormValues()))
  }

  /// So that what others do meanwhile is noticed; once that is shown, the form goes on from it.
  @Test func theBasisIsTheOldOne() {
    var values = typed(["a": "x", "basis": "7"])
    #expect(renderer.body(page(), frame(values)).contains(#"name="basis" value="7""#))
    values.isStale = true
    #expect(renderer.body(page(), frame(values)).contains(#"name="basis" value="9""#))
  }

  @Test func whatHasNoPlaceIsShown() {
    let values = typed(["basis": "1", "progress": "<b>", "do": "save", "a": "kept", "c": " "])
    let body = renderer.body(page(), frame(values, .english))
    #expect(body.hasPrefix("<div class=\"notice\"><p>What you had typed"))
    #expect(body.contains("<blockquote class=\"quote\">&lt;b&gt;</blockquote>"))
    #expect(!body.contains("save") && body.split(separator: "<blockquote").count == 2)
    #expect(!renderer.body(page(), frame(typed(["a": "x"]))).contains("blockquote"))
    #expect(renderer.body(page(), frame(typed(["a": "x"], at: "/gone"))).contains("blockquote"))
  }
}
