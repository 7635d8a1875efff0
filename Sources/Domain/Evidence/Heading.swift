/// The name of a column, folded so that ways of writing it compare equal: without spaces, line
/// breaks and the star of required columns, narrow letters and brackets, small letters, one dash.
public struct Heading: Sendable, Hashable {
  /// All of it: `面积(平方米)`.
  public let whole: String
  /// Without what stands in brackets at its end: `面积`; the whole when nothing else is there.
  public let bare: String
  /// What stands in those brackets: `平方米`, also for `(单位:平方米)`.
  public let bracket: String?

  /// Folds a name; what stands in brackets at its end is kept apart as well.
  public init(_ text: some StringProtocol) {
    whole = Heading.folded(text)
    guard whole.utf8.last == UInt8(ascii: ")"), let open = whole.lastIndex(of: "("),
      open > whole.startIndex
    else {
      (bare, bracket) = (whole, nil)
      return
    }
    bare = String(whole[..<open])
    let inner = whole[whole.index(after: open)...].dropLast()
    bracket = String(inner.hasPrefix("单位:") ? inner.dropFirst(3) : inner)
  }

  /// Letters, digits and marks of full width made narrow, capitals small, white space and stars
  /// left out, every dash and wave a `-`.
  public static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F, 0xA0, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x3000, 0xFEFF, 0x2A,
        0xFF0A:
        continue
      case 0x2010...0x2015, 0x2212, 0x223C, 0x301C, 0xFF0D, 0xFF5E, 0x7E: result.append("-")
      default: result.append(small(narrow(scalar)))
      }
    }
    return String(result)
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5D).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x41...0x5A).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value + 32) ?? scalar
  }
}
