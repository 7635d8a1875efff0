import Domain
import Operations
import Publishing

extension Routes {
  /// 台账的看法：按阶段、产业链、楼宇
  static let views: [Route] = [
    .page("/registries/:name/stages") { ask in
      .page(try ShowViews(ask.view).stages(ask.part("name")))
    },
    .page("/chains") { ask in
      .page(try ShowViews(ask.view).chains())
    },
    .page("/buildings") { ask in
      .page(try ShowViews(ask.view).buildings())
    },
  ]
}
