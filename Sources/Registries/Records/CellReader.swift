import Domain

/// Reads single cells of a table by the forms of its columns.
struct CellReader {
  let table: Table
  let forms: [CellForm]

  /// Whether a row holds nothing but white space.
  func isBlank(_ row: Int, _ span: Span<UInt8>) -> Bool {
    for index in table.rows[row].cells {
      let cell = table.cells[index]
      if cell.kind.isBroken || !cell.isEmpty && !span.trimmed(cell.range).isEmpty { return false }
    }
    return true
  }

  /// The value of a cell; `none` when it is empty or has a problem.
  func value(
    _ row: Int, _ index: Int, _ span: Span<UInt8>, _ problems: inout ProblemList
  ) -> FieldValue {
    let form = forms[index]
    guard let column = form.column else { return .none }
    let cell = table.cell(row, column)
    // Merged ranges are reported once, as a whole.
    if cell.kind == .merged { return .none }
    if cell.kind.isBroken {
      problems.add(problem(cell.kind == .error ? .error : .formula, row, index))
      return .none
    }
    let range = span.trimmed(cell.range)
    if range.isEmpty {
      if form.isRequired, !isMerged(row, column) { problems.add(problem(.empty, row, index)) }
      return .none
    }
    switch value(span, range, form.kind, cell.kind) {
    case .value(let value): return value
    case .flaw(let flaw):
      problems.add(problem(flaw, row, index))
      return .none
    }
  }

  private func value(
    _ span: Span<UInt8>, _ range: Range<Int>, _ kind: CellForm.Kind, _ cell: Table.Kind
  ) -> Taken<FieldValue> {
    switch kind {
    case .text, .reference: return text(span, range)
    case .code: return code(span, range, cell) { _ in nil }
    case .credit: return code(span, range, cell) { CreditCode.flaw($0).map { .creditCode($0) } }
    case .division:
      return code(span, range, cell) { DivisionCode.flaw($0).map { .divisionCode($0) } }
    case .choice(let choices, let names): return choice(span, range, choices, names)
    case .day:
      switch DateCell.read(span, range) {
      case .value(let day): return .value(.day(day))
      case .flaw(let flaw): return .flaw(flaw)
      }
    case .number(let number):
      switch number.read(span, range) {
      case .value(let value): return .value(.number(value))
      case .flaw(let flaw): return .flaw(flaw)
      }
    }
  }

  private func text(_ span: Span<UInt8>, _ range: Range<Int>) -> Taken<FieldValue> {
    if span.hasControl(range) { return .flaw(.controlCharacter) }
    return .value(.text(String(decoding: table.text[range], as: UTF8.self)))
  }

  /// A code in narrow capitals.
  private func code(
    _ span: Span<UInt8>, _ range: Range<Int>, _ cell: Table.Kind,
    _ flaw: (ArraySlice<UInt8>) -> Problem.Kind?
  ) -> Taken<FieldValue> {
    if isPlain(span, range) {
      if let flaw = flaw(table.text[range]) { return .flaw(rounded(flaw, cell, range.count)) }
      return .value(.text(String(decoding: table.text[range], as: UTF8.self)))
    }
    let bytes = span.narrow(range).filter { $0 != 0x20 }
      .map { (0x61...0x7A).contains($0) ? $0 - 32 : $0 }
    if let flaw = flaw(bytes[...]) { return .flaw(rounded(flaw, cell, bytes.count)) }
    if bytes.span.hasControl(0..<bytes.count) { return .flaw(.controlCharacter) }
    return .value(.text(String(decoding: bytes, as: UTF8.self)))
  }

  /// Whether all are digits and capitals.
  private func isPlain(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = span[index]
      guard byte >= 0x30, byte <= 0x39 || (byte >= 0x41 && byte <= 0x5A) else { return false }
    }
    return true
  }

  /// What really went wrong with a long code in a number's cell.
  private func rounded(_ flaw: Problem.Kind, _ cell: Table.Kind, _ count: Int) -> Problem.Kind {
    guard cell == .number, count > 15, case .creditCode = flaw else { return flaw }
    return .creditCode(.number)
  }

  private func choice(
    _ span: Span<UInt8>, _ range: Range<Int>, _ choices: [(bytes: [UInt8], value: FieldValue)],
    _ names: [String]
  ) -> Taken<FieldValue> {
    for choice in choices where equal(span, range, choice.bytes) { return .value(choice.value) }
    let folded = Heading.folded(String(decoding: table.text[range], as: UTF8.self))
    for name in names where Heading.folded(name) == folded { return .value(.text(name)) }
    return .flaw(.choice(names))
  }

  private func equal(_ span: Span<UInt8>, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard range.count == bytes.count else { return false }
    for (offset, byte) in bytes.enumerated() where span[range.lowerBound + offset] != byte {
      return false
    }
    return true
  }

  private func isMerged(_ row: Int, _ column: Int) -> Bool {
    let number = Int(table.rows[row].number)
    return table.merges.contains {
      $0.rows.contains(number) && $0.columns.contains(column + 1)
    }
  }

  /// A problem of a cell, with its place and words.
  func problem(_ kind: Problem.Kind, _ row: Int, _ index: Int) -> Problem {
    let form = forms[index]
    let number = Int(table.rows[row].number)
    guard let column = form.column else {
      return Problem(kind, row: number, column: form.heading)
    }
    let cell = table.cell(row, column)
    let isShown = !form.isPersonal && !cell.isEmpty
    return Problem(
      kind, row: number, column: form.heading,
      address: Table.address(row: number, column: column),
      text: isShown ? String(decoding: table.text[cell.range].prefix(256), as: UTF8.self) : nil)
  }
}

extension Table.Kind {
  /// Whether it has no value that could be taken.
  var isBroken: Bool { self == .error || self == .formula }
}
