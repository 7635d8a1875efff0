import Domain
import Operations
import Publishing

extension Routes {
  /// 总览、承诺、数据、发布
  static let accounts: [Route] = [
    .page("/") { ask in
      .page(try ShowOverview(ask.view).run())
    },
    .page("/commitments", query: filters) { ask in
      .page(try ShowCommitments(ask.view).run(ask.filter))
    },
    .page("/commitments/:id") { ask in
      .page(try ShowCommitmentPage(ask.view).run(ask.part("id")))
    },
    .page("/search", query: filters) { ask in
      .page(try ShowCommitments(ask.view).run(ask.filter))
    },
    .page("/data") { ask in
      .page(try ShowSeries(ask.view).list())
    },
    .page("/data/:series") { ask in
      .page(try ShowSeries(ask.view).run(ask.part("series")))
    },
    .page("/circles") { ask in
      .page(try ShowCircle(ask.view).list())
    },
    .page("/circles/:id", query: ["add", "goal", "sites"], lane: .exports) { ask in
      .page(try ShowCircle(ask.view).one(ask.part("id"), seeking: ask.wish))
    },
    .page("/releases") { ask in .page(try ShowReleases(ask.latest()).list()) },
    .page("/releases/:month") { ask in
      .page(try ShowReleases(ask.latest()).run(ask.part("month")))
    },
  ]

  private static let filters: [QueryName] = ["q", "state", "theme", "unit", "kind"]
}

extension Ask {
  /// Nil where no number of sites is given.
  fileprivate var wish: SitingForm.Wish? {
    asked("add").flatMap { Int($0) }.map {
      SitingForm.Wish(count: $0, isMedian: asked("goal") == "median", registry: asked("sites"))
    }
  }

  /// Values that are none of the choices are as if they were not given.
  fileprivate var filter: CommitmentsPage.Filter {
    .init(
      words: asked("q").map { String($0.prefix(200)) },
      state: asked("state").flatMap(Judgement.State.init), theme: asked("theme"),
      unit: asked("unit"), kind: asked("kind").flatMap(Commitment.Kind.init))
  }
}
