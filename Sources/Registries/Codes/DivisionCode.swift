/// 行政区划代码, GB/T 2260-2007: six digits, of which the first two name the province.
public enum DivisionCode {
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
    53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
  ]

  /// Why the code is not one; nil when it is.
  public static func flaw(_ code: some Collection<UInt8>) -> CodeFlaw? {
    if let position = code.enumerated().first(where: { !(0x30...0x39).contains($0.element) }) {
      return .character(position.offset + 1)
    }
    guard code.count == 6 else { return .length(code.count, expected: 6) }
    let first = code.prefix(2).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return provinces.contains(first) ? nil : .province
  }
}
