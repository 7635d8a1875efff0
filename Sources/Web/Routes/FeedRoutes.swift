import Domain
import Operations
import Publishing

extension Routes {
  /// 变化订阅
  static let feed: [Route] = [
    .get("/feed.atom", .readPublic) { ask in
      let feed = ShowChanges(try ask.office.publicView()).run(ask.language)
      return .file(
        FileReply(bytes: feed.bytes(.served), type: "application/atom+xml; charset=utf-8"))
    }
  ]
}
