extension Registry {
  /// Checks that hold of every registry with such fields, where it declares none of its own: dates
  /// that cannot come in another order, a part that cannot be more than its whole, a certificate's
  /// year, parts that come before their acceptance, what had ended before its event.
  ///
  /// They go by the names of fields (开工日期, 验收日期, 已租面积, 可租面积) and by references between
  /// registries; what could honestly be otherwise (签约 after 注册, 投用 before 验收) is not asked.
  ///
  /// - Parameter registries: all that the ledger has declared, by name.
  public func derivedChecks(among registries: [String: Registry] = [:]) -> [Check] {
    orders + speeds + wholes + rates + years + between(registries)
  }

  private func names(_ kind: Field.Kind) -> [String] {
    fields.filter { $0.kind == kind }.map(\.name)
  }

  /// The one field of a kind whose name has one of the words; nil for none, and for several.
  private func only(_ kind: Field.Kind, _ words: [String]) -> String? {
    let found = names(kind).filter { name in words.contains { name.contains($0) } }
    return found.count == 1 ? found[0] : nil
  }

  // MARK: Dates

  /// Steps of which none comes before the one before it; each a list of words for the same step.
  private static let courses: [[[String]]] = [
    [["受理"], ["派车", "出车"], ["到达", "到场"], ["送达", "到院"]],
    [["开工", "动工"], ["竣工", "完工"], ["验收"], ["交付", "移交"]],
    [["发证", "认定", "授牌"], ["取消", "撤销", "失效"]],
    [["开办", "成立", "设立", "开业", "入驻"], ["停办", "注销", "停业", "迁出", "退出"]],
    [["签订", "签约"], ["到账", "到位"]],
    [["申请", "申报"], ["批复", "批准", "获批"], ["发放", "拨付"]],
    [["受理", "接件"], ["办结", "办毕"]],
    [["开工", "动工"], ["投产"]],
  ]

  private var orders: [Check] {
    Self.courses.compactMap { course in
      let dates = course.compactMap { only(.date, $0) }
      guard dates.count > 1, Set(dates).count == dates.count else { return nil }
      return Check(
        name: dates.joined(separator: "、") + "先后倒置", english: "dates out of order",
        rule: .order(dates, days: nil))
    }
  }

  /// Nothing that is built is begun and accepted within a day.
  private var speeds: [Check] {
    guard let start = only(.date, ["开工", "动工"]),
      let end = only(.date, ["竣工"]) ?? only(.date, ["验收"])
    else { return [] }
    return [
      Check(
        name: "\(start)至\(end)过快", english: "begun and done within a day",
        rule: .order([start, end], days: 2))
    ]
  }

  // MARK: Numbers

  /// 已租面积 is no more than 可租面积: pairs of amounts of one unit whose names differ in their first
  /// letter alone.
  private var pairs: [(part: String, whole: String)] {
    let numbers = fields.filter { $0.kind == .number }
    return numbers.flatMap { part in
      numbers.compactMap { whole in
        guard part.name.hasPrefix("已"), ["可", "应", "总"].contains(whole.name.prefix(1)),
          part.name.dropFirst() == whole.name.dropFirst(),
          UnitScale.factor(from: part.unit ?? "", to: whole.unit ?? "") == Exact(1)
        else { return nil }
        return (part.name, whole.name)
      }
    }
  }

  private var wholes: [Check] {
    pairs.map { part, whole in
      Check(
        name: "\(part)超过\(whole)", english: "a part above its whole", rule: .rising([part, whole]))
    }
  }

  /// A rate beside the two amounts that it is made of.
  private var rates: [Check] {
    let rates = fields.filter { $0.kind == .number && $0.unit == "%" && $0.name.hasSuffix("率") }
    guard rates.count == 1, pairs.count == 1 else { return [] }
    return [
      Check(
        name: "\(rates[0].name)与数量不符", english: "a rate that does not follow",
        rule: .rate(.init(is: rates[0].name, of: pairs[0].part, to: pairs[0].whole)))
    ]
  }

  // MARK: Numbers of documents

  /// 认定文号 and 认定日期; 证书编号 and 发证日期.
  private var years: [Check] {
    names(.text).compactMap { name in
      guard let date = date(of: name) else { return nil }
      return Check(
        name: "\(name)年份", english: "year of the document",
        rule: .year(.init(of: name, on: date)))
    }
  }

  private func date(of number: String) -> String? {
    let dates = names(.date)
    for ending in ["文号", "编号", "证号", "号"] where number.hasSuffix(ending) {
      let stem = String(number.dropLast(ending.count))
      let names = ["日期", "时间"].map { stem + $0 }
      if !stem.isEmpty, let date = dates.first(where: names.contains) { return date }
    }
    return number.contains("证书")
      ? dates.first { date in ["发证", "颁证", "颁发"].contains { date.contains($0) } } : nil
  }

  // MARK: Between registries

  private func between(_ registries: [String: Registry]) -> [Check] {
    registries.values.sorted { $0.name < $1.name }.filter { $0.name != name }.flatMap { other in
      parts(of: other) + total(of: other) + alive(in: other)
    }
  }

  /// The only field by which another registry names this one.
  private func reference(from other: Registry) -> String? {
    let found = other.fields.filter { $0.kind == .reference && $0.registry == name }
    return found.count == 1 ? found[0].name : nil
  }

  /// Whether its records are returns, one for each period of a thing.
  private var isPeriodic: Bool {
    ["季报", "月报", "年报", "日报", "周报"].contains(where: name.contains)
      || key.contains { key in
        fields.contains {
          $0.name == key
            && ($0.kind == .date || ["季度", "月份", "年度", "报告期", "期别"].contains(where: key.contains))
        }
      }
  }

  private func parts(of other: Registry) -> [Check] {
    guard let by = reference(from: other), let on = only(.date, ["验收"]),
      let date = other.only(.date, ["完工", "竣工", "完成"])
    else { return [] }
    return [
      Check(
        name: "\(on)早于\(other.name)", english: "accepted before its parts",
        rule: .parts(.init(registry: other.name, by: by, date: date, on: on)))
    ]
  }

  /// 租赁面积 of those who are in a building, against its 可租面积. Where a record is of one day, month
  /// or quarter of a building, each tells the same area again: those are not added up.
  private func total(of other: Registry) -> [Check] {
    guard let by = reference(from: other), !other.isPeriodic,
      let whole = only(.number, ["可租面积"]) ?? only(.number, ["厂房面积", "建筑面积"]),
      let field = other.only(.number, ["租赁面积", "承租面积", "已租面积"])
    else { return [] }
    return [
      Check(
        name: "\(other.name)\(field)合计超过\(whole)", english: "let more than there is",
        rule: .total(
          .init(
            registry: other.name, by: by, field: field, from: other.only(.date, ["入驻", "起租"]),
            until: other.only(.date, ["迁出", "退租"]), atMost: whole)))
    ]
  }

  /// What this record names had ended before its event.
  private func alive(in other: Registry) -> [Check] {
    let own = fields.filter { $0.kind == .reference && $0.registry == other.name }
    guard own.count == 1, let until = other.only(.date, ["注销", "停办", "吊销"]),
      names(.date).count == 1, let on = names(.date).first
    else { return [] }
    return [
      Check(
        name: "\(on)晚于\(other.name)\(until)", english: "after its end",
        rule: .alive(.init(registry: other.name, by: own[0].name, until: until, on: on)))
    ]
  }
}
