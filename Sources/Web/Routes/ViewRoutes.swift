import Domain
import Operations
import Publishing

extension Routes {
  /// 台账的看法：按阶段、产业链、楼宇
  static let views: [Route] = [
    .page("/registries/:name/stages") { ask in
      .page(try ShowViews(ask.office).stages(ask.part("name"), asOf: ask.asOf, by: ask.caller))
    },
    .page("/chains") { ask in
      .page(try ShowViews(ask.office).chains(asOf: ask.asOf, by: ask.caller))
    },
    .page("/buildings") { ask in
      .page(try ShowViews(ask.office).buildings(asOf: ask.asOf, by: ask.caller))
    },
  ]
}
