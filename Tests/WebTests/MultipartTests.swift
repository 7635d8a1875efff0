import Testing

@testable import Web

/// Forms with files, as browsers and others send them.
@Suite struct MultipartTests {
  @Test func fieldsAndFilesAsABrowserSendsThem() throws {
    let body = """
      --X\r\nContent-Disposition: form-data; name="进展"\r\n\r\n第一行\r\n第二行\r
      --X\r\nContent-Disposition: form-data; name="proof"; filename="C:\\表\\验收%22单%22.pdf"\r
      Content-Type: application/pdf\r\n\r\n%PDF-\u{0}\r\n-XY\r
      --X\r\nContent-Disposition: form-data; name="none"; filename=""\r
      Content-Type: application/octet-stream\r\n\r\n\r\n--X--\r\n
      """
    let form = try found(
      Multipart.form(Array(body.utf8), type: #"Multipart/Form-Data; charset=utf-8; boundary="X""#))
    #expect(form.fields.map(\.name) == ["进展"] && form["进展"] == "第一行\r\n第二行")
    #expect(form.files.map(\.name) == [#"验收"单".pdf"#] && form.files.first?.field == "proof")
    #expect(form.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "%PDF-\0\r\n-XY")
  }

  @Test(arguments: [
    "", "--X", "--X\r\n", "--X--x", "--X\r\n\r\n\r\n--X--",
    "--X\r\nContent-Disposition: form-data\r\n\r\na\r\n--X--",
    "--X\r\nContent-Disposition: form-data; name=\"a\r\n\r\na\r\n--X--",
    "--X\r\nContent-Disposition: attachment; name=a\r\n\r\na\r\n--X--",
    "--X\r\nContent-Disposition: form-data; name=a\r\n\r\na\r\n--X",
    "--X\r\nContent-Disposition: form-data; name=a\r\n\r\na\u{0}\r\n--X--",
    "--X\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\na\r\n--X--",
    "--Xa\r\nContent-Disposition: form-data; name=a\r\n\r\na\r\n--X--",
  ])
  func malformedBodiesAreRefused(_ body: String) {
    let form = Multipart.form(Array(body.utf8), type: "multipart/form-data; boundary=X")
    #expect(form == nil || form?.fields.isEmpty == true && form?.files.isEmpty == true)
    #expect(body == "--X--x" || form == nil)
  }

  @Test func aBoundaryIsNeeded() {
    for type in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; b"]
    {
      #expect(Multipart.form(Array("--\r\n".utf8), type: type) == nil)
    }
    let long = String(repeating: "b", count: 71)
    #expect(Multipart.form(Array("--\(long)--".utf8), type: "m/f; boundary=\(long)") == nil)
  }

  /// Whatever goes in comes out, byte for byte; cut anywhere before its end it is refused.
  @Test(arguments: 0..<60) func randomForms(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let boundary = String(
      (0..<Int.random(in: 1...70, using: &random)).map { _ in
        Array("abcXYZ019'+_-./=?").randomElement(using: &random) ?? "a"
      })
    let parts = (0..<Int.random(in: 1...12, using: &random)).map { number in
      Part(number: number, isFile: .random(using: &random), &random, avoiding: boundary)
    }
    var body: [UInt8] = []
    for part in parts { body += part.bytes(boundary) }
    body += Array("--\(boundary)--".utf8)
    let type = "multipart/form-data; boundary=\"\(boundary)\""
    let form = try found(Multipart.form(body, type: type))
    #expect(form.files.map(\.bytes) == parts.filter(\.isFile).map(\.content))
    #expect(form.fields.map { Array($0.value.utf8) } == parts.filter { !$0.isFile }.map(\.content))
    for _ in 0..<20 {
      let cut = Int.random(in: 0..<body.count, using: &random)
      #expect(Multipart.form(Array(body[..<cut]), type: type) == nil)
      var broken = body
      broken[cut] = .random(in: .min ... .max, using: &random)
      _ = Multipart.form(broken, type: type)
    }
  }

  @Test func tooManyPartsAreRefused() {
    func body(_ count: Int, _ more: String) -> [UInt8] {
      let part = "--X\r\nContent-Disposition: form-data; name=a\(more)\r\n\r\na\r\n"
      return Array((String(repeating: part, count: count) + "--X--").utf8)
    }
    let type = "multipart/form-data; boundary=X"
    #expect(Multipart.form(body(200, ""), type: type)?.fields.count == 200)
    #expect(Multipart.form(body(201, ""), type: type) == nil)
    #expect(Multipart.form(body(20, "; filename=f"), type: type)?.files.count == 20)
    #expect(Multipart.form(body(21, "; filename=f"), type: type) == nil)
  }

  private struct Part {
    var number: Int
    var isFile: Bool
    var content: [UInt8]

    init(number: Int, isFile: Bool, _ random: inout Seeded, avoiding boundary: String) {
      self.number = number
      self.isFile = isFile
      let pieces: [[UInt8]] = [
        [0x0D, 0x0A], [0x2D, 0x2D], [0x0D], Array("中文".utf8), Array("a=b&c".utf8),
        isFile ? [0, 0xFF] : [0x20],
      ]
      let all = (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      // The one thing that content cannot hold is the boundary itself.
      let text = String(decoding: all, as: UTF8.self)
      content = text.contains("--" + boundary) ? [] : all
    }

    func bytes(_ boundary: String) -> [UInt8] {
      let file = isFile ? "; filename=\"f\(number).bin\"\r\nContent-Type: x/y" : ""
      let head =
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"n\(number)\"\(file)\r\n\r\n"
      return Array(head.utf8) + content + [0x0D, 0x0A]
    }
  }
}

/// Numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
