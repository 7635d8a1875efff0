import BigInt
import Testing

@testable import Domain

/// Arithmetic against fractions of big integers that are never reduced.
@Suite("Exact numbers of any size")
struct ExactPropertyTests {
  /// A fraction as plain as can be.
  private struct Plain {
    var top: BigInt
    var bottom: BigInt

    var exact: Exact { Exact(reducing: top, bottom) }
    func isSame(_ other: Exact) -> Bool {
      top * other.parts.bottom == other.parts.top * bottom
    }
  }

  private struct Random {
    var state: UInt64

    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }

    /// Sizes about the edges of 64 and 128 bits, and far beyond.
    mutating func whole() -> BigInt {
      let bits = [3, 12, 31, 62, 63, 64, 65, 126, 127, 128, 129, 200, 900][next(13)]
      let word = (0..<(bits / 16 + 1)).reduce(BigInt(0)) { sum, _ in sum << 16 + BigInt(next(65536))
      }
      let near = next(4) == 0 ? BigInt(1) << bits + BigInt(next(5) - 2) : word
      return next(2) == 0 ? near : -near
    }

    mutating func plain() -> Plain {
      let bottom = whole().magnitude
      return Plain(top: whole(), bottom: next(3) == 0 || bottom == 0 ? 1 : BigInt(bottom))
    }
  }

  @Test("sums, products, quotients and order are those of plain fractions", arguments: 1...40)
  func arithmetic(_ seed: UInt64) {
    var random = Random(state: seed)
    for _ in 0..<100 {
      let (a, b) = (random.plain(), random.plain())
      let (x, y) = (a.exact, b.exact)
      #expect(
        Plain(top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom).isSame(x + y))
      #expect(
        Plain(top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom).isSame(x - y))
      #expect(Plain(top: a.top * b.top, bottom: a.bottom * b.bottom).isSame(x * y))
      #expect((x < y) == (a.top * b.bottom < b.top * a.bottom))
      #expect((x == y) == (a.top * b.bottom == b.top * a.bottom))
      if b.top == 0 { #expect(x / y == nil) } else { #expect((x / y).map { $0 * y } == x) }
      #expect(x.signum == Int(a.top.signum()) && x.magnitude.signum >= 0)
      #expect((x + y) - y == x && -(-x) == x)
    }
  }

  @Test("equal numbers have one form, however they came to be", arguments: 1...20)
  func oneForm(_ seed: UInt64) {
    var random = Random(state: seed)
    for _ in 0..<100 {
      let (a, b) = (random.plain().exact, random.plain().exact)
      let back = a * b + b
      guard let quotient = (back - b) / b else { continue }
      #expect(quotient == a)
      #expect(Set([quotient, a]).count == 1)
    }
  }

  @Test("a text comes back as the number that it was written from", arguments: 1...20)
  func texts(_ seed: UInt64) throws {
    var random = Random(state: seed)
    for _ in 0..<100 {
      let number = random.plain().exact
      #expect(Exact(number.description) == number)
      let decimal = random.plain().exact.rounded(random.next(60))
      #expect(!decimal.description.contains("/"))
      #expect(try #require(Exact(decimal.description)) == decimal)
    }
  }

  @Test("rounding is to the nearest, half to even", arguments: 1...20)
  func rounding(_ seed: UInt64) throws {
    var random = Random(state: seed)
    for _ in 0..<60 {
      let (number, digits) = (random.plain().exact, random.next(30))
      let rounded = number.rounded(digits)
      #expect((rounded * Exact.tens(digits)).isWhole)
      let off = (rounded - number).magnitude * Exact.tens(digits) * 2
      #expect(off <= 1)
      let even = (rounded * Exact.tens(digits)) * Exact(5, digits: 1)
      if off == 1 { #expect(even.isWhole) }
      #expect(Exact(number.fixed(digits)) == rounded)
      #expect(number.floor <= number && number < number.floor + 1 && number.floor.isWhole)
      #expect(number.ceiling >= number && number.ceiling < number + 1)
    }
  }

  @Test("no digit of a long number is lost, and one that is too long is none")
  func digits() throws {
    let long = String(repeating: "1234567890", count: 20)
    let whole = try #require(Exact(long))
    #expect(whole.description == long && whole + 1 > whole)
    let small = try #require(Exact("-0." + long.dropLast() + "7"))
    #expect(small.description == "-0." + long.dropLast() + "7")
    #expect(Exact(String(repeating: "9", count: Exact.longest)) != nil)
    #expect(Exact(String(repeating: "9", count: Exact.longest + 1)) == nil)
    #expect(Exact(Int.min).magnitude.description == "9223372036854775808")
    #expect(Exact(.min, over: -1)?.description == "170141183460469231731687303715884105728")
    #expect(Exact(1, digits: 60).description == "0." + String(repeating: "0", count: 59) + "1")
  }

  @Test(
    "what is shown stands on its true side",
    arguments: [
      ("28.496", ["28.5"], "28.496"), ("28.5", ["28.5"], "28.5"), ("41", ["52"], "41"),
      ("28.499999", ["28.5", "31.5"], "28.499999"), ("31.5000001", ["28.5", "31.5"], "31.5000001"),
      ("1/3", ["1/3"], "0.33"), ("1/3", ["0.33"], "0.333"), ("2000/3", ["666.67"], "666.667"),
      ("0.00001", ["0"], "0.00001"), ("-0.001", ["0"], "-0.001"), ("5", [], "5"),
      ("12.50", [], "12.5"), ("12.345", [], "12.34"),
    ])
  func shown(_ number: String, _ others: [String], _ text: String) throws {
    let beside = try others.map { try #require(Exact($0)) }
    #expect(try #require(Exact(number)).shown(beside: beside) == text)
  }
}

@Suite("Bounds and tolerance")
struct FigureTests {
  private func verdict(
    _ promise: (String, Statement.Bound, Bool), _ claim: (String, Statement.Bound, Bool),
    _ relation: Statement.Relation = .count, unit: String = "家", indicator: String = "",
    _ direction: Indicator.Direction = .up
  ) throws -> PromisePair.Verdict {
    func figure(_ number: (String, Statement.Bound, Bool)) throws -> Figure {
      Figure(
        value: try #require(Exact(number.0)), bound: number.1, strict: number.2,
        isLevel: relation == .level,
        tolerance: .usual(relation, unit: unit, indicator: indicator))
    }
    return NumberVerdict(
      promise: try figure(promise), claim: try figure(claim), direction: direction
    ).verdict
  }

  @Test(
    "左右 is half a point on growth, changes and rates that are a state, 5 % of everything else",
    arguments: [
      (Statement.Relation.growth, "%", "地区生产总值", "points"),
      (.change, "个百分点", "占比", "points"), (.level, "%", "城镇调查失业率", "points"),
      (.level, "%", "居民消费价格涨幅", "points"), (.share, "%", "新能源汽车占比", "percent"),
      (.level, "%", "森林覆盖率", "percent"), (.level, "亿元", "税收", "percent"),
      (.count, "家", "企业", "percent"), (.share, "％", "入住率", "percent"),
    ])
  func tolerances(
    _ relation: Statement.Relation, _ unit: String, _ indicator: String, _ kind: String
  ) {
    let usual = Tolerance.usual(relation, unit: unit, indicator: indicator)
    #expect(usual.kind.rawValue == kind)
    #expect(usual.value == (kind == "points" ? Exact(5, digits: 1) : 5))
  }

  @Test("44 % keeps 占比45%左右 in both places that judge it; 42.74 % in neither")
  func shares() throws {
    let target = Target(value: 45, bound: .about, unit: "%")
    for (value, isKept) in [("44", true), ("42.75", true), ("42.74", false), ("47.26", false)] {
      let actual = try #require(Exact(value))
      let requirement = Requirement(target, factor: 1)
      #expect(requirement.interval.contains(actual) == isKept)
      let found = try verdict(
        ("45", .about, false), (value, .exact, false), .share, unit: "%", indicator: "占比", .steady)
      #expect((found == .kept) == isKept)
    }
  }

  @Test("以上 includes the number, 超过 and 余 do not, to the last digit")
  func strictness() throws {
    let almost = "99.9999999999999999999999999999999999999999"
    #expect(try verdict(("100", .atLeast, false), ("100", .exact, false)) == .kept)
    #expect(try verdict(("100", .atLeast, false), (almost, .exact, false)) == .missed)
    #expect(try verdict(("100", .atLeast, true), ("100", .exact, false)) == .missed)
    #expect(try verdict(("100", .about, true), ("100", .exact, false)) == .missed)
    #expect(try verdict(("100", .about, true), ("101", .exact, false)) == .kept)
    #expect(try verdict(("100", .atLeast, true), ("100", .atLeast, false)) == .notComparable)
    #expect(try verdict(("100", .atLeast, true), ("100", .atLeast, true)) == .kept)
    #expect(try verdict(("100", .atLeast, true), ("100", .atMost, false)) == .missed)
    #expect(try verdict(("100", .atLeast, false), ("100", .atMost, false)) == .notComparable)
  }

  @Test("an end that is small is no zero")
  func small() throws {
    let target = Target(value: try #require(Exact("0.00005")), bound: .atMost, unit: "%")
    let interval = Requirement(target, factor: 1).interval
    #expect(interval.contains(try #require(Exact("0.00005"))))
    #expect(!interval.contains(try #require(Exact("0.000051"))))
    #expect(interval.description == "<= 0.00005")
  }
}
