import Domain

extension Measuring {
  /// The share of people who reach a facility in time, on the roads that were declared; where there
  /// are records of what really happened, their share, with that of the model beside it.
  func take(_ coverage: Measure.Coverage, _ frame: Frame) throws -> Measured {
    guard let recorded = coverage.recorded, let records = coverage.records else {
      return try modelled(coverage, frame)
    }
    var measured = try take(recorded, frame)
    measured.lines.insert(
      Phrase("实际记录（\(records.interval)）：", "as recorded (\(records.interval)):"), at: 0)
    let model = try modelled(coverage, frame)
    let share = model.value.map { "\($0.short) %" }
    measured.lines.append(
      Phrase(
        "模型（路网×人口，不作结论）：\(share ?? model.missing?.chinese ?? "")",
        "model (roads × people, beside it only): \(share ?? model.missing?.english ?? "")"))
    measured.lines += model.lines
    return measured
  }

  private func modelled(_ coverage: Measure.Coverage, _ frame: Frame) throws -> Measured {
    let gatherer = CoverageGatherer(books: books, evidence: evidence)
    guard let travel else { return missing("没有接入路网", "no road network is connected") }
    guard let terms = coverage.terms else {
      return missing("没有「\(coverage.mode)」这种出行方式", "\(coverage.mode) is no means of travel")
    }
    guard let network = books.network(coverage.network, known: frame.known) else {
      return missing("尚未登记路网", "no road network has been declared yet")
    }
    let (facilities, answer) = try gatherer.facilities(coverage, frame)
    let (people, populated) = try gatherer.people(coverage, frame)
    var measured = Measured(unit: "%")
    measured.grades = answer.grades.merging(populated.grades, uniquingKeysWith: +)
    try trace(coverage, frame, gatherer, into: &measured)
    measured.leftOut = LeftOut.merged(answer.leftOut)
    measured.lines = [
      terms.phrase,
      Phrase("路网：\(network.name)（\(network.source)）", "roads: \(network.name) (\(network.source))"),
    ]
    guard !facilities.places.isEmpty, !people.places.isEmpty else {
      measured.missing = gatherer.missing(facilities, people, coverage)
      return measured
    }
    do {
      let circle = try travel.circle(
        TravelQuestion(
          network: network, terms: terms, datum: coverage.datum, facilities: facilities.places,
          people: people.places))
      measured.tell(circle, facilities, people, beside: frame.beside)
    } catch let fault as any Fault {
      measured.missing = Phrase(fault.sentence(.chinese), fault.sentence(.english))
    }
    return measured
  }

  /// Where facilities and people were moved, removed, or counted anew.
  private func trace(
    _ coverage: Measure.Coverage, _ frame: Frame, _ gatherer: CoverageGatherer,
    into measured: inout Measured
  ) throws {
    let open = gatherer.openFacilities(coverage, frame)
    let all = gatherer.population(coverage, frame)
    try trace(open, frame, watching: gatherer.places(of: open.registry), into: &measured)
    let people = books.registries[all.registry].flatMap(coverage.peopleColumn)
    try trace(
      all, frame, watching: gatherer.places(of: all.registry) + [people].compactMap { $0 },
      into: &measured)
  }

  private func missing(_ chinese: String, _ english: String) -> Measured {
    Measured(unit: "%", missing: Phrase(chinese, english))
  }
}

extension Measured {
  /// People within the limit over all of them, points without coordinates among those left out.
  fileprivate mutating func tell(
    _ circle: Circle, _ facilities: CoverageGatherer.Found, _ people: CoverageGatherer.Found,
    beside: [Exact]
  ) {
    guard let within = circle.coverage.within.last, let covered = Self.exact(within),
      let total = Self.exact(circle.coverage.total + people.withoutPoint),
      let pointless = Self.exact(people.withoutPoint)
    else {
      missing = Phrase("人口数超出可计范围", "there are more people than can be counted")
      return
    }
    guard let share = covered * 100 / total else {
      missing = Phrase("人口合计为零", "nobody lives anywhere")
      return
    }
    value = share
    let percent = share.shown(beside: beside)
    lines.append(
      Phrase(
        "可达 \(covered.short) 人 ÷ 共 \(total.short) 人 = \(percent) %（\(facilities.places.count) 处设施，\(people.places.count) 个人口点）",
        "\(covered.short) people ÷ \(total.short) = \(percent) % (\(facilities.places.count) facilities, \(people.places.count) points with people)"
      ))
    if facilities.pointless > 0 || people.pointless > 0 {
      lines.append(
        Phrase(
          "没有坐标：\(facilities.pointless) 处设施未计入；\(people.pointless) 个人口点（\(pointless.short) 人）按未覆盖计",
          "without coordinates: \(facilities.pointless) facilities do not count; \(people.pointless) points (\(pointless.short) people) count as left out"
        ))
    }
    lines += [circle.lostHomes].compactMap { $0 } + circle.problems.prefix(10)
  }

  /// A number of people, to a thousandth; nil beyond what a machine word holds.
  private static func exact(_ people: Double) -> Exact? {
    Int(exactly: (people * 1000).rounded()).map { Exact($0, digits: 3) }
  }
}

/// Reads the points of a coverage's registries.
public struct CoverageGatherer {
  let books: Books
  let evidence: any EvidenceStore

  /// Takes both as they are.
  public init(books: Books, evidence: any EvidenceStore) {
    self.books = books
    self.evidence = evidence
  }

  /// Records as places, and those that have no point.
  public struct Found {
    /// Records with a point.
    public var places: [Place] = []
    /// How many have none.
    public var pointless = 0
    /// People of records without a point.
    public var withoutPoint = 0.0
  }

  /// The facilities and people of a coverage on a day, with the network, as a question; nil where
  /// the ledger lacks one of them.
  public func question(
    _ coverage: Measure.Coverage, of commitment: Commitment, asOf day: Day, known: Int, seen: Day
  ) throws -> TravelQuestion? {
    let frame = Frame(commitment, asOf: day, known: known, seen: seen)
    guard let terms = coverage.terms,
      let network = books.network(coverage.network, known: known)
    else { return nil }
    let facilities = try facilities(coverage, frame).0.places
    let people = try people(coverage, frame).0.places
    guard !facilities.isEmpty, !people.isEmpty else { return nil }
    return TravelQuestion(
      network: network, terms: terms, datum: coverage.datum, facilities: facilities, people: people)
  }

  /// The records of a registry that have a point, as candidates for sites; of the coverage's own
  /// facilities those that are open, of whatever level.
  public func candidates(
    of registry: String, _ coverage: Measure.Coverage, for commitment: Commitment, asOf day: Day,
    known: Int, seen: Day
  ) throws -> [Place] {
    let frame = Frame(commitment, asOf: day, known: known, seen: seen)
    let isOwn = registry == coverage.facilities
    let question = Question(
      registry: registry,
      window: .valid(
        from: isOwn ? coverage.from : nil, until: isOwn ? coverage.until : nil, on: frame.day),
      scope: frame.scope)
    return try found(question, people: { _ in nil }, isPeople: false).places
  }

  /// The facilities that are open.
  func openFacilities(_ coverage: Measure.Coverage, _ frame: Frame) -> Question {
    Question(
      registry: coverage.facilities,
      window: .valid(from: coverage.from, until: coverage.until, on: frame.day),
      conditions: coverage.where ?? [], scope: frame.scope)
  }

  /// Wherever people live.
  func population(_ coverage: Measure.Coverage, _ frame: Frame) -> Question {
    Question(
      registry: coverage.population, window: .valid(from: nil, until: nil, on: frame.day),
      scope: frame.scope)
  }

  /// The columns that tell where a record of a registry lies.
  func places(of name: String) -> [String] {
    guard let registry = books.registries[name] else { return [] }
    return registry.columns.filter { column in
      registry.fields[column.field].kind == .place
        || (PlaceColumns.longitudes + PlaceColumns.latitudes).contains(column.name)
    }.map(\.name)
  }

  func facilities(_ coverage: Measure.Coverage, _ frame: Frame) throws -> (Found, Answer) {
    let question = openFacilities(coverage, frame)
    return (
      try found(question, people: { _ in nil }, isPeople: false), try evidence.answer(question)
    )
  }

  func people(_ coverage: Measure.Coverage, _ frame: Frame) throws -> (Found, Answer) {
    let question = population(coverage, frame)
    return (
      try found(question, people: coverage.peopleColumn, isPeople: true),
      try evidence.answer(question)
    )
  }

  private func found(
    _ question: Question, people: (Registry) -> String?, isPeople: Bool
  ) throws -> Found {
    guard let registry = books.registries[question.registry] else { return Found() }
    let columns = PointColumns(registry, people: people(registry))
    var found = Found()
    let page = 100_000
    var offset = 0
    while true {
      let records = try evidence.records(question, offset: offset, limit: page)
      for record in records { add(record, columns, isPeople, to: &found) }
      offset += page
      if records.count < page { return found }
    }
  }

  private func add(
    _ record: Record, _ columns: PointColumns, _ isPeople: Bool, to found: inout Found
  ) {
    let people = isPeople ? columns.people(record) : 1
    guard let point = columns.point(record) else {
      found.pointless += 1
      if isPeople { found.withoutPoint += people }
      return
    }
    found.places.append(
      Place(
        key: record.key, name: columns.name(record) ?? record.key, point: point, people: people,
        subdistrict: columns.subdistrict(record), capacity: columns.capacity(record)))
  }

  func missing(_ facilities: Found, _ people: Found, _ coverage: Measure.Coverage) -> Phrase {
    let (found, registry) =
      facilities.places.isEmpty
      ? (facilities, coverage.facilities) : (people, coverage.population)
    return found.pointless > 0
      ? Phrase(
        "台账「\(registry)」的 \(found.pointless) 条记录都没有坐标",
        "none of the \(found.pointless) records of \(registry) has coordinates")
      : Phrase("台账「\(registry)」还没有记录", "the registry \(registry) has no records yet")
  }
}

/// Which columns of a registry tell where a record is and how many live there.
private struct PointColumns {
  private let longitude: (index: Int, digits: Int)?
  private let latitude: (index: Int, digits: Int)?
  private let place: Int?
  private let people: (index: Int, digits: Int)?
  private let name: Int?
  private let subdistrict: Int?
  private let capacity: (index: Int, digits: Int)?

  init(_ registry: Registry, people: String?) {
    let columns = Array(registry.columns.enumerated())
    func number(_ names: [String]) -> (Int, Int)? {
      columns.first { $1.type == .number && names.contains($1.name) }.map { ($0, $1.digits) }
    }
    func text(_ names: [String]) -> Int? {
      columns.first { $1.type == .text && names.contains($1.name) }?.offset
    }
    longitude = number(PlaceColumns.longitudes)
    latitude = number(PlaceColumns.latitudes)
    place = columns.first { registry.fields[$1.field].kind == .place }?.offset
    self.people = people.flatMap { number([$0]) }
    name = text(PlaceColumns.names)
    subdistrict = text(PlaceColumns.subdistricts)
    capacity = number(PlaceColumns.capacities)
  }

  func point(_ record: Record) -> Coordinate? {
    if let x = value(record, longitude), let y = value(record, latitude) {
      return Coordinate(longitude: x, latitude: y)
    }
    return text(record, place).flatMap { Coordinate($0) }
  }

  func people(_ record: Record) -> Double { value(record, people) ?? 0 }
  func name(_ record: Record) -> String? { text(record, name) }
  func subdistrict(_ record: Record) -> String? { text(record, subdistrict) }
  func capacity(_ record: Record) -> Double? { value(record, capacity) }

  /// Exact in a double.
  private static let powers: [Double] = (0..<22).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }

  private func value(_ record: Record, _ column: (index: Int, digits: Int)?) -> Double? {
    guard let column, record.values.indices.contains(column.index),
      case .number(let number) = record.values[column.index]
    else { return nil }
    return column.digits == 0
      ? Double(number) : Double(number) / Self.powers[min(column.digits, Self.powers.count - 1)]
  }

  private func text(_ record: Record, _ index: Int?) -> String? {
    guard let index, record.values.indices.contains(index),
      case .text(let text) = record.values[index]
    else { return nil }
    return text
  }
}
