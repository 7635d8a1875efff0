import Domain

extension DemoDistrict {
  /// A registry's records as known on a day (the end of 2024 when nil), as CSV with the declared headers (`进度.签约` for a
  /// stage), in UTF-8 with LF; nil for a registry that is not declared or that the demo leaves empty.
  public func csv(of name: String, on day: Day? = nil) -> [UInt8]? {
    let day = day ?? Calendar.end
    let tables = tables.filter { $0.registry == name }
    guard let registry = registries[name], !tables.isEmpty else { return nil }
    let columns = registry.columns
    var bytes = Array(columns.map(\.name).joined(separator: ",").utf8) + [0x0A]
    for table in tables {
      let layout = Layout(registry, columns: table.columns)
      let isEvent = table.eventColumns
      for index in 0..<table.count {
        guard let first = table.changes(index, isEvent).min(), first <= day else { continue }
        append(layout.place(table.known(index, on: day, isEvent)).values, columns, to: &bytes)
      }
    }
    return bytes
  }

  private func append(
    _ values: [FieldValue], _ columns: [RegistryColumn], to bytes: inout [UInt8]
  ) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      if case .number(let number) = value, columns[index].digits > 0 {
        bytes += Exact(number, digits: columns[index].digits).fixed(columns[index].digits).utf8
      } else {
        bytes += value.plain.utf8
      }
    }
    bytes.append(0x0A)
  }
}
