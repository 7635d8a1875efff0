import Domain
import HTTPTypes
import Hummingbird
import Operations
import Publishing
import Synchronization

/// What somebody gets who is turned away because too much is asked for at once: it takes neither a
/// thread nor the ledger, and says so in both languages.
extension RequestHead {
  /// - Parameter seconds: after which to try again.
  func turnedAway(_ fault: any Fault, after seconds: Int, isData: Bool) -> Response {
    var response = isData ? json(data(fault), status: 503) : html(page(fault), status: 503)
    response.headers[.retryAfter] = String(seconds)
    return response
  }

  private func data(_ fault: any Fault) -> JSONValue {
    .object([
      ("code", .text(fault.code.rawValue)), ("message", .text(fault.sentence(language))),
    ])
  }

  private func page(_ fault: any Fault) -> [UInt8] {
    let (chinese, english) = (fault.sentence(.chinese), fault.sentence(.english))
    return Array(
      """
      <!doctype html>
      <html lang="zh-CN"><head><meta charset="utf-8"><title>\(chinese)</title>
      <link rel="stylesheet" href="/static/site.css"></head>
      <body><main><h1>\(chinese)</h1><p lang="en">\(english)</p>
      <p class="quiet">\(fault.code.rawValue)</p></main></body></html>

      """.utf8)
  }
}

extension Dispatcher {
  /// Does the work; where there is no room for it, says so.
  func orBusy(
    _ head: RequestHead, api: Bool, _ work: () async throws -> Response
  ) async throws -> Response {
    do {
      return try await work()
    } catch let fault as WorkFault {
      guard case .busy(let seconds) = fault else { throw fault }
      return head.turnedAway(fault, after: seconds, isData: api)
    }
  }

  /// A large file in pieces. It keeps its place until the last piece, so that there are never more
  /// of them than their lane takes.
  func stream(
    _ file: FileReply, _ head: RequestHead, _ next: @escaping @Sendable () throws -> [UInt8]?
  ) throws -> Response {
    let lane = lanes.streams
    let place = try lane.place()
    return head.stream(file) {
      defer { withExtendedLifetime(place) {} }
      return try await lane.more(next)
    }
  }
}

/// Pieces that are waiting to be taken, first to last.
final class Pieces: Sendable {
  private let left: Mutex<[[UInt8]]>

  init(_ pieces: [[UInt8]]) { left = Mutex(pieces.reversed()) }

  func take() -> [UInt8]? { left.withLock { $0.popLast() } }
}
