import Domain
import Hummingbird
import NIOCore
import Operations
import Publishing

/// Answers that are kept, and under what.
extension Dispatcher {
  /// What is ready for everybody without an account; nil where nothing is. It takes no thread while
  /// it is known that the ledger has not changed, else a short look on a lane of its own.
  func ready(
    _ route: Route, _ address: Address?, _ head: RequestHead, api: Bool
  ) async throws -> Response? {
    guard let address, !api, !head.isPersonal, route.isKept || route.isKeptFile else { return nil }
    if route.isKept, let mark = office.recentMark {
      return kept.whole[wholeKey(address, head, mark)].map { head.html($0) }
    }
    return try await lanes.ready.run {
      // What is wrong with the ledger is told by whoever makes the answer.
      if route.isKeptFile { return try? keptFile(address, head) }
      guard let mark = try? office.publicMark() else { return nil }
      return kept.whole[wholeKey(address, head, mark)].map { head.html($0) }
    }
  }

  /// A page whose body may be kept.
  func page(_ route: Route, _ ask: Ask, _ head: RequestHead) throws -> Response {
    let key = KeptPages.Key(
      address: ask.address, asOf: ask.asOf, sight: sight(ask))
    let frame = self.frame(ask, head)
    if let page = kept.bodies[key] {
      return whole(renderer.html(body: page.body, page.shell, frame), ask, head, key)
    }
    let reply = try route.run(ask)
    guard case .page(let page, 200, _) = reply else {
      return try write(reply, route, ask, head, api: false)
    }
    let shell = PageShell(page)
    let body = renderer.body(page, frame)
    kept.bodies[key] = .init(body: body, shell: shell)
    return whole(renderer.html(body: body, shell, frame), ask, head, key)
  }

  private func sight(_ ask: Ask) -> KeptPages.Sight {
    KeptPages.Sight(
      role: ask.caller.account?.role, unit: ask.caller.account?.unit, sequence: ask.view.mark)
  }

  /// A page that is kept with its bars too where everybody gets the same.
  private func whole(
    _ html: [UInt8], _ ask: Ask, _ head: RequestHead, _ key: KeptPages.Key
  ) -> Response {
    let buffer = ByteBuffer(bytes: html)
    if ask.caller.isPublic, !head.isPersonal {
      kept.whole[wholeKey(ask.address, head, key.sight.sequence)] = buffer
    }
    return head.html(buffer)
  }

  /// Under what a page without anything of its visitor's is kept.
  private func wholeKey(
    _ address: Address, _ head: RequestHead, _ sequence: Int
  ) -> KeptPages.WholeKey {
    let asOf = head.pairs?.last { $0.name == "as-of" }.map(\.value)
    return KeptPages.WholeKey(
      address: address, asOf: asOf.flatMap { $0.isEmpty ? nil : $0 }, today: office.today,
      sequence: sequence)
  }

  /// A file that takes long to make: for everybody without an account made once for each release.
  func file(_ route: Route, _ ask: Ask, _ head: RequestHead) throws -> Response {
    guard ask.caller.isPublic, let key = try fileKey(ask.address, ask.asOf) else {
      return try write(route.run(ask), route, ask, head, api: false)
    }
    if let file = kept.files[key] { return head.file(file.file, file.bytes) }
    switch try whole(route.run(ask)) {
    case .file(var file):
      let bytes = ByteBuffer(bytes: file.bytes)
      file.bytes = []
      kept.files[key] = .init(file: file, bytes: bytes)
      return head.file(file, bytes)
    case let reply: return try write(reply, route, ask, head, api: false)
    }
  }

  private func keptFile(_ address: Address, _ head: RequestHead) throws -> Response? {
    let asOf = head.pairs?.last { $0.name == "as-of" }.map(\.value) ?? ""
    guard let last = try office.lastDay(for: .everyone),
      let day = asOf.isEmpty ? last : Day(asOf), day <= last,
      let key = try fileKey(address, day), let file = kept.files[key]
    else { return nil }
    return head.file(file.file, file.bytes)
  }

  /// Nil before anything was released.
  private func fileKey(_ address: Address, _ day: Day) throws -> KeptPages.FileKey? {
    guard let release = try? office.view(asOf: day, by: .everyone).release else { return nil }
    return KeptPages.FileKey(
      address: address, asOf: day, month: release.month, known: release.known)
  }

  /// A file in pieces is put together where it is small enough to be kept.
  private func whole(_ reply: Reply) throws -> Reply {
    guard case .stream(var file, let next) = reply else { return reply }
    var (pieces, size) = ([[UInt8]](), 0)
    while let piece = try next() {
      pieces.append(piece)
      size += piece.count
      guard size <= kept.files.largest else { return .stream(file, next: after(pieces, next)) }
    }
    file.bytes = Array(pieces.joined())
    return .file(file)
  }

  /// The pieces that are there, then the others.
  private func after(
    _ pieces: [[UInt8]], _ next: @escaping @Sendable () throws -> [UInt8]?
  ) -> @Sendable () throws -> [UInt8]? {
    let rest = Pieces(pieces)
    return { try rest.take() ?? next() }
  }
}
