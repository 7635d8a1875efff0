import Domain
import Foundation
import Hummingbird
import Operations
import Publishing

/// What those who run the server look at: whether it lives, and how it does.
extension Dispatcher {
  /// 200 while the ledger can be read, else 503. How many entries there are is told to this machine
  /// alone: to others it would say that something was entered before anything is released.
  func health(_ head: RequestHead) -> Response {
    do {
      let last = try office.store.head()
      let entries = head.isLocal ? [("entries", JSONValue.whole(last.sequence))] : []
      return head.json(.object([("status", .text("ok"))] + entries), status: 200)
    } catch {
      logger.error("healthz: \(error)")
      return head.json(.object([("status", .text("failed"))]), status: 503)
    }
  }

  /// Prometheus' text format 0.0.4; for this machine only unless the server was told otherwise.
  func metrics(_ head: RequestHead) -> Response {
    guard head.isLocal || settings.hasPublicMetrics else {
      return fault(WorkFault.notFound, head, status: 404, api: false)
    }
    return head.text(
      MetricsText(counters.all, lanes, office).text,
      type: "text/plain; version=0.0.4; charset=utf-8",
      status: 200)
  }
}

/// Counters, and the state of the work, as Prometheus reads them.
struct MetricsText {
  private(set) var text = ""

  init(
    _ counts: [(key: Counters.Key, count: Counters.Count)], _ lanes: Lanes, _ office: Office
  ) {
    requests(counts)
    durations(counts)
    self.lanes(lanes.all.map { ($0.name, $0.now) })
    guard let books = try? office.books() else { return }
    filings(books)
    gauge("duban_ledger_entries", "Entries of the ledger.", books.sequence)
    gauge("duban_ledger_bytes", "Bytes that the ledger takes up.", try? office.store.size())
    gauge("process_resident_memory_bytes", "Resident memory in bytes.", Self.residentBytes)
  }

  private mutating func requests(_ counts: [(key: Counters.Key, count: Counters.Count)]) {
    head("duban_http_requests_total", "counter", "Requests by route and status.")
    for (key, count) in counts {
      for (status, number) in count.byStatus.sorted(by: { $0.key < $1.key }) {
        line("duban_http_requests_total", labels(key) + [("status", String(status))], number)
      }
    }
  }

  private mutating func durations(_ counts: [(key: Counters.Key, count: Counters.Count)]) {
    let name = "duban_http_request_duration_seconds"
    head(name, "histogram", "Time until the answer was ready.")
    for (key, count) in counts {
      var sum = 0
      for (place, number) in count.byTime.enumerated() {
        sum += number
        let bound = place < Counters.bounds.count ? "\(Counters.bounds[place])" : "+Inf"
        line(name + "_bucket", labels(key) + [("le", bound)], sum)
      }
      line(name + "_sum", labels(key), count.seconds)
      line(name + "_count", labels(key), sum)
    }
  }

  private mutating func lanes(_ lanes: [(name: String, state: Lane.State)]) {
    head("duban_lane_requests", "gauge", "Requests that run or wait, by lane.")
    for (name, state) in lanes { line("duban_lane_requests", [("lane", name)], state.taken) }
    head("duban_lane_refused_total", "counter", "Requests that were turned away, by lane.")
    for (name, state) in lanes { line("duban_lane_refused_total", [("lane", name)], state.refused) }
  }

  private mutating func filings(_ books: Books) {
    head("duban_filings", "gauge", "Filings by their present state.")
    let states = books.filings.values.compactMap { $0.last?.value.state }
    for state in Filing.State.allCases {
      line("duban_filings", [("state", state.rawValue)], states.count { $0 == state })
    }
  }

  private mutating func gauge(_ name: String, _ help: String, _ value: Int?) {
    guard let value else { return }
    head(name, "gauge", help)
    line(name, [], value)
  }

  private func labels(_ key: Counters.Key) -> [(String, String)] {
    [("route", key.route), ("method", key.method)]
  }

  private mutating func head(_ name: String, _ kind: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
  }

  private mutating func line(_ name: String, _ labels: [(String, String)], _ value: some Numeric) {
    let list = labels.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
    text += name + (list.isEmpty ? "" : "{\(list)}") + " \(value)\n"
  }

  /// From the system's own account of the process; nil where it keeps none.
  private static var residentBytes: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return nil
    }
    let pages = status.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return pages.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
  }
}
