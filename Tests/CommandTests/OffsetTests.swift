import Domain
import Testing

struct OffsetTests {
  @Test func everyScalarLeadsBackToItsByte() {
    let text = Array(String(repeating: "汉a𠀀é\n", count: 400).utf8)
    let index = ScalarIndex(text)
    var scalar = 0
    for byte in text.indices where text[byte] & 0xC0 != 0x80 {
      #expect(index.byte(ofScalar: scalar, count: text.count) == byte)
      scalar += 1
    }
    #expect(index.byte(ofScalar: scalar, count: text.count) == nil)
    #expect(index.byte(ofScalar: -1, count: text.count) == nil)
  }

  @Test func aMendedPlaceIsReadInItsCopy() {
    var report = Report(name: "a", text: Array("40##余个|40余个".utf8), sourceCount: 11)
    let tail = 11
    report.origin = [Piece(start: tail, source: 0), Piece(start: tail + 2, source: 4)]
    #expect(report.reading(ofSource: 1) == tail + 1)
    #expect(report.reading(ofSource: 4) == tail + 2)
    #expect(report.source(ofByte: report.reading(ofSource: 4)) == 4)
    #expect(report.reading(ofSource: 3) == 3)
  }
}
