import Domain
import Operations
import Publishing

extension Routes {
  /// 导入台账和数据
  static let imports: [Route] =
    importing("/registries/:name") { .registry($0.part("name")) }
    + importing("/data") { _ in .figures }

  private static func importing(
    _ path: String, _ target: @escaping @Sendable (Ask) -> ImportTable.Target
  ) -> [Route] {
    [
      .get(path + "/import", .keepEvidence) { ask in
        .page(try ImportTable(ask.office).form(target(ask), by: ask.caller))
      },
      .post(path + "/import", .keepEvidence, limit: Route.uploads, lane: .work) { ask in
        let file = ask.form.files.first { $0.field == "table" && !$0.bytes.isEmpty }
        return try ask.answering {
          let id = try ImportTable(ask.office).start(
            target(ask), file.map { ($0.name, $0.bytes) }, ask.form.values, by: ask.caller)
          return .redirect(address(ask) + "/" + id)
        } again: {
          try ImportTable(ask.office).form(target(ask), by: ask.caller)
        }
      },
      .page(path + "/import/:id", .keepEvidence, isKept: false, lane: .work) { ask in
        .page(try ImportTable(ask.office).preview(target(ask), ask.part("id"), by: ask.caller))
      },
      .post(path + "/import/:id", .keepEvidence, lane: .work) { ask in
        let importing = ImportTable(ask.office)
        return try ask.answering {
          try importing.run(
            target(ask), ask.part("id"), basis: basis(ask),
            missing: ask.form.values["missing"].flatMap(MissingChoice.init) ?? .keep,
            why: ask.form.values["why"], by: ask.caller)
          return .redirect(home(target(ask)), done: .imported)
        } again: {
          try importing.preview(target(ask), ask.part("id"), isStale: true, by: ask.caller)
        }
      },
      .post(path + "/import/:id/remove", .keepEvidence) { ask in
        try ImportTable(ask.office).remove(target(ask), ask.part("id"), by: ask.caller)
        return .redirect(home(target(ask)), done: .removed)
      },
      back(path + "/import/:id/remove", .keepEvidence),
    ]
  }

  private static func home(_ target: ImportTable.Target) -> String {
    switch target {
    case .registry(let name): "/registries/" + Links.encoded(name)
    case .figures: "/data"
    }
  }

  private static func address(_ ask: Ask) -> String { Links.encoded(ask.path, keeping: "/") }
}
