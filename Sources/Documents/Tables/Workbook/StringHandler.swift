/// The strings that a workbook's cells share. A string longer than a cell may be is cut one byte
/// behind the limit, so that the cell that uses it can be named.
final class StringHandler: MarkupHandler {
  private(set) var text: [UInt8] = []
  private(set) var ranges: [Range<Int>] = []
  private var start = 0
  private var isText = false
  private var isReading = false

  func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    if name == "t" {
      isText = !isReading
    } else if name == "si" {
      start = text.count
    } else if name == "rPh" {
      isReading = true
    }
  }

  func end(_ name: MarkupName) {
    if name == "t" {
      isText = false
    } else if name == "si" {
      ranges.append(start..<text.count)
    } else if name == "rPh" {
      isReading = false
    }
  }

  func words(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isText else { return }
    text += bytes.prefix(TableReader.cellLimit + 1 - (text.count - start))
  }
}
