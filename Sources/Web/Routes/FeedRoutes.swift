import Domain
import Operations
import Publishing

extension Routes {
  /// 变化订阅
  static let feed: [Route] = [
    .get("/feed.atom", .readPublic) { ask in
      let day = try ask.office.lastDay(for: .everyone) ?? Day(number: 0)
      let feed = try ShowChanges(ask.office).run(ask.language, asOf: day)
      return .file(
        FileReply(bytes: feed.bytes(.served), type: "application/atom+xml; charset=utf-8"))
    }
  ]
}
