/// Newlines and byte order marks.
enum Newlines {
  /// UTF-8 text with `\n` for `\r\n` and lone `\r`, and without a byte order mark at its start.
  static func normalized(_ text: [UInt8]) -> [UInt8] {
    let start = text.starts(0..<text.count, with: "\u{FEFF}") ? 3 : 0
    guard text.first(0x0D, in: 0..<text.count) != nil else {
      return start == 0 ? text : Array(text[start...])
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for index in start..<text.count {
      let byte = text[index]
      if byte == 0x0A, index > start, text[index - 1] == 0x0D { continue }
      result.append(byte == 0x0D ? 0x0A : byte)
    }
    return result
  }
}
