import BigInt

/// Small numbers by 128 bits, and what does not fit by as many as it needs.
extension Exact: Comparable {
  /// Compares the very values; nothing is rounded.
  public static func < (a: Exact, b: Exact) -> Bool {
    if case .small(let p, let q) = a.form, case .small(let r, let s) = b.form {
      if q == s { return p < r }
      if let left = product(p, s), let right = product(r, q) { return left < right }
    }
    let (a, b) = (a.parts, b.parts)
    return a.top * b.bottom < b.top * a.bottom
  }

  /// The number with its sign turned.
  public static prefix func - (a: Exact) -> Exact {
    switch a.form {
    case .small(let top, let bottom): Exact(form: .small(-top, bottom))
    case .large(let top, let bottom): Exact(form: .large(-top, bottom))
    }
  }

  /// The exact difference.
  public static func - (a: Exact, b: Exact) -> Exact { a + -b }

  /// The exact sum.
  public static func + (a: Exact, b: Exact) -> Exact {
    if case .small(let p, let q) = a.form, case .small(let r, let s) = b.form,
      let sum = smallSum(p, q, r, s)
    {
      return sum
    }
    let (a, b) = (a.parts, b.parts)
    return Exact(reducing: a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
  }

  /// The exact product.
  public static func * (a: Exact, b: Exact) -> Exact {
    if case .small(let p, let q) = a.form, case .small(let r, let s) = b.form,
      let top = product(p, r), let bottom = product(q, s), let small = Exact(small: top, bottom)
    {
      return small
    }
    let (a, b) = (a.parts, b.parts)
    return Exact(reducing: a.top * b.top, a.bottom * b.bottom)
  }

  /// Nil when `b` is zero.
  public static func / (a: Exact, b: Exact) -> Exact? {
    guard b.signum != 0 else { return nil }
    if case .small(let top, let bottom) = b.form, let inverse = Exact(small: bottom, top) {
      return a * inverse
    }
    return a * Exact(reducing: b.parts.bottom, b.parts.top)
  }

  /// One part of so many equal ones; of none, the whole.
  public static func part(of count: Int) -> Exact {
    Exact(form: .small(1, Int128(max(1, count))))
  }

  private init(form: Form) { self.form = form }

  private static func smallSum(_ p: Int128, _ q: Int128, _ r: Int128, _ s: Int128) -> Exact? {
    if q == s {
      let (sum, overflows) = p.addingReportingOverflow(r)
      return overflows ? nil : Exact(small: sum, q)
    }
    guard let left = product(p, s), let right = product(r, q), let bottom = product(q, s) else {
      return nil
    }
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? nil : Exact(small: sum, bottom)
  }

  private static func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (product, overflows) = a.multipliedReportingOverflow(by: b)
    return overflows ? nil : product
  }
}
