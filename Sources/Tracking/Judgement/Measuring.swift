import Domain

/// Takes measures: asks the store for the leaves and combines them exactly.
struct Measuring {
  var books: Books
  var evidence: any EvidenceStore
  var travel: (any TravelTimes)?
  /// Whether what was removed and altered is asked for.
  var tracing = false

  var units: MeasureUnits {
    MeasureUnits(registries: books.registries, series: books.series)
  }
  var words: MeasureWords {
    MeasureWords(registries: books.registries, series: books.series)
  }

  /// The value of a measure in its own unit. Milestones and parts are judged, not measured.
  func take(_ measure: Measure, _ frame: Frame) throws -> Measured {
    switch measure {
    case .reported(let reported): try take(reported, frame)
    case .count(let count): try take(count, frame)
    case .stock, .sum: try leaf(measure, question(measure, frame), frame)
    case .ratio(let ratio): try take(ratio, frame)
    case .growth(let inner): try growth(inner, frame)
    case .coverage(let coverage): try take(coverage, frame)
    case .milestones, .all: Measured(unit: "项", missing: Phrase("按部分研判", "judged by its parts"))
    }
  }

  /// The question behind a leaf.
  func question(_ measure: Measure, _ frame: Frame) -> Question? {
    switch measure {
    case .count(let count):
      Question(
        registry: count.registry, window: .dated(column: count.dated, in: frame.window),
        conditions: count.where ?? [], distinct: count.distinct ?? [],
        firstOnly: count.newness == .first, renewed: count.renewed ?? [],
        without: count.without ?? [], claimed: count.claimed, scope: frame.scope)
    case .stock(let stock):
      Question(
        registry: stock.registry, aggregate: stock.field.map { .sum($0) } ?? .count,
        window: .valid(from: stock.from, until: stock.until, on: frame.day),
        conditions: stock.where ?? [], distinct: stock.distinct ?? [],
        without: stock.without ?? [], scope: frame.scope)
    case .sum(let sum):
      Question(
        registry: sum.registry, aggregate: .sum(sum.field),
        window: .dated(column: sum.dated, in: frame.window), conditions: sum.where ?? [],
        without: sum.without ?? [], claimed: sum.claimed, scope: frame.scope)
    case .reported, .ratio, .growth, .coverage, .milestones, .all: nil
    }
  }

  /// What a measure asks of registries, denominators and the base of a growth included.
  func questions(_ measure: Measure, _ frame: Frame) -> [Question] {
    switch measure {
    case .count, .stock, .sum: [question(measure, frame)].compactMap { $0 }
    case .ratio(let ratio): questions(ratio.of, frame) + questions(ratio.to, frame)
    case .growth(let inner): questions(inner, frame) + questions(inner, frame.yearBefore)
    case .all(let parts): parts.flatMap { questions($0.measure, frame) }
    case .coverage(let coverage): recorded(coverage, frame)
    case .reported, .milestones: []
    }
  }

  /// The records that a coverage is judged by.
  private func recorded(_ coverage: Measure.Coverage, _ frame: Frame) -> [Question] {
    guard let records = coverage.records else { return [] }
    return [
      Question(
        registry: records.registry, window: .dated(column: records.dated, in: frame.window),
        conditions: records.where ?? [], scope: frame.scope)
    ]
  }

  private func leaf(_ measure: Measure, _ question: Question?, _ frame: Frame) throws -> Measured {
    guard let question else { return Measured(unit: "") }
    let answer = try evidence.answer(question)
    let unit = units.unit(measure)
    if answer == Answer(), try isEmpty(question.registry, frame) {
      var measured = Measured(
        unit: unit,
        missing: Phrase(
          "台账「\(question.registry)」还没有记录", "the registry \(question.registry) has no records yet"))
      try trace(question, frame, into: &measured)
      return measured
    }
    let phrase = words.phrase(measure, in: frame.window, on: frame.day)
    var measured = Measured(
      value: answer.total, unit: unit, grades: answer.grades,
      leftOut: LeftOut.merged(answer.leftOut),
      lines: [
        Phrase(
          "\(phrase.chinese)：\(amount(answer.total, unit, beside: frame.beside))\(grades(answer).chinese)",
          "\(phrase.english): \(amount(answer.total, unit, beside: frame.beside))\(grades(answer).english)"
        )
      ])
    try trace(question, frame, into: &measured)
    return measured
  }

  /// Nothing counted out of nothing kept is no zero.
  private func isEmpty(_ registry: String, _ frame: Frame) throws -> Bool {
    let lastDay = Day(number: 2_932_896)
    let all = Question(
      registry: registry, window: .valid(from: nil, until: nil, on: lastDay),
      scope: .init(asOf: lastDay, known: frame.known, proof: .selfReported))
    return try evidence.answer(all).records == 0
  }

  private func grades(_ answer: Answer) -> Phrase {
    let parts = Grade.allCases.reversed().compactMap { grade in
      answer.grades[grade].map { Phrase("\(grade.chinese) \($0)", "\($0) \(grade.english)") }
    }
    guard !parts.isEmpty else { return Phrase("", "") }
    return Phrase(
      "（佐证：\(parts.map(\.chinese).joined(separator: "、"))）",
      " (sources: \(parts.map(\.english).joined(separator: "; ")))")
  }

  /// Net is those who came less those who left; gross names the net beside it where it is known who
  /// left.
  private func take(_ count: Measure.Count, _ frame: Frame) throws -> Measured {
    guard count.newness == .net || count.newness == .gross, let ended = count.ended else {
      return try leaf(.count(count), question(.count(count), frame), frame)
    }
    let isNet = count.newness == .net
    var came = try leaf(
      .count(count), question(.count(count), frame), isNet ? frame.inner : frame)
    var leaving = count
    (leaving.dated, leaving.newness, leaving.ended, leaving.claimed) = (ended, nil, nil, nil)
    let gone = try leaf(.count(leaving), question(.count(leaving), frame), frame.inner)
    let gross = came.value
    if isNet {
      came.explain(by: gone)
      came.value = nil
    }
    guard let gross, let left = gone.value else { return came }
    let rest = gross - left
    if isNet { came.value = rest } else { came.lines += gone.lines }
    let beside = isNet ? Phrase("", "") : Phrase("（另列，不作判定）", " (beside it; not judged)")
    let sum = "\(gross.short) − \(left.short) = \(rest.shown(beside: frame.beside))"
    came.lines.append(Phrase("净增\(beside.chinese)：\(sum)", "net\(beside.english): \(sum)"))
    return came
  }

  private func take(_ ratio: Measure.Ratio, _ frame: Frame) throws -> Measured {
    let top = try take(ratio.of, frame.inner)
    let bottom = try take(ratio.to, frame.inner)
    let unit = ratio.unit ?? "%"
    var result = top
    result.explain(by: bottom)
    (result.unit, result.value) = (unit, nil)
    guard let above = top.value, let below = bottom.value else { return result }
    guard let scale = ratioFactor(unit, top.unit, bottom.unit) else {
      result.missing = Ruling.apart("\(top.unit)/\(bottom.unit)", unit)
      return result
    }
    guard let quotient = above * scale / below else {
      result.missing = Phrase("分母为零，没有比值", "the denominator is zero")
      return result
    }
    result.value = quotient
    let text =
      "\(amount(above, top.unit)) ÷ \(amount(below, bottom.unit)) = "
      + amount(quotient, unit, beside: frame.beside)
    result.lines.append(Phrase(text, text))
    return result
  }

  /// 100 for a share; for a compound unit (元/平方米) what brings both sides to its units; nil where
  /// they do not convert.
  private func ratioFactor(_ unit: String, _ top: String, _ bottom: String) -> Exact? {
    if unit == "%" { return UnitScale.factor(from: top, to: bottom).map { $0 * 100 } }
    let parts = unit.split(separator: "/").map(String.init)
    // A unit of its own (倍, 人): sides of one kind are brought together, others taken as they are.
    guard parts.count == 2 else { return UnitScale.factor(from: top, to: bottom) ?? 1 }
    guard let above = UnitScale.factor(from: top, to: parts[0]),
      let below = UnitScale.factor(from: bottom, to: parts[1])
    else { return nil }
    return above / below
  }

  /// A measure of the days gone by against the same days one year before, in percent.
  private func growth(_ inner: Measure, _ frame: Frame) throws -> Measured {
    var now = try take(inner, frame.inner)
    let before = try take(inner, frame.yearBefore)
    let value = now.value
    now.explain(by: before)
    (now.unit, now.value) = ("%", nil)
    guard let current = value, let base = before.value, let quotient = current / base else {
      now.missing = Phrase("上年同期为零或没有数据", "nothing in the same days of the year before")
      return now
    }
    let growth = (quotient - Exact(1)) * Exact(100)
    now.value = growth
    let text =
      "\(current.short) ÷ \(base.short) − 1 = \(growth.shown(beside: frame.beside)) %"
    now.lines.append(Phrase(text, text))
    return now
  }
}
