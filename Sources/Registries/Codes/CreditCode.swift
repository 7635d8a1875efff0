/// 统一社会信用代码, GB 32100-2015: 17 characters and a check character.
public enum CreditCode {
  /// The 31 characters in the order of their values; I, O, S, V and Z are not among them.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// Values of the bytes 0...127; 255 for those that have none.
  private static let values: [UInt8] = (0..<128).map { byte in
    alphabet.firstIndex(of: byte).map { UInt8($0) } ?? 255
  }
  /// 3^(i-1) mod 31.
  private static let weights = (0..<17).reduce(into: [1]) { list, _ in
    list.append(list[list.count - 1] * 3 % 31)
  }

  /// Why the code is not one; nil when it is. Capitals are expected.
  public static func flaw(_ code: some Collection<UInt8>) -> CodeFlaw? {
    guard code.count == 18 else { return .length(code.count, expected: 18) }
    var (sum, position, last) = (0, 0, 0)
    for byte in code {
      let value = byte < 128 ? Int(values[Int(byte)]) : 255
      let isDivision = (2..<8).contains(position)
      guard value < 31, !isDivision || value < 10 else { return .character(position + 1) }
      if position < 17 { sum += value * weights[position] } else { last = value }
      position += 1
    }
    let check = (31 - sum % 31) % 31
    return last == check ? nil : .check(String(UnicodeScalar(alphabet[check])))
  }

  /// The code of 17 characters with its check character; nil when they cannot begin a code.
  public static func completed(_ start: String) -> String? {
    guard start.utf8.count == 17 else { return nil }
    switch flaw(Array((start + "0").utf8)) {
    case nil: return start + "0"
    case .check(let character): return start + character
    default: return nil
    }
  }
}
