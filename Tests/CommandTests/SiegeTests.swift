import Foundation
import Programs
import Synchronization
import Testing

/// A server that is asked for what takes for ever.
@Suite(
  "A server under siege", .serialized,
  .enabled(
    if: Program.find("pdftotext") != nil, "skipped: pdftotext (poppler-utils) is not installed"))
struct SiegeTests {
  @Test("while files are read that never end, everybody else is answered")
  func endlessFiles() throws {
    let server = try Server()
    defer { server.stop() }
    let office = try server.visitor(signedIn: true)
    let statuses = Mutex<[Int]>([])
    for _ in 0..<4 {
      Thread.detachNewThread {
        let status = (try? office.upload(EndlessPDF.bytes, to: "/reports/new"))?.status ?? -1
        statuses.withLock { $0.append(status) }
      }
    }
    #expect(
      EndlessPDF.soon { !EndlessPDF.processes(of: server.id, named: "pdftotext").isEmpty })
    let visitor = try server.visitor()
    var slowest = Duration.zero
    for round in 0..<100 {
      let start = ContinuousClock.now
      #expect(try visitor.get(round % 2 == 0 ? "/healthz" : "/").status == 200)
      slowest = max(slowest, ContinuousClock.now - start)
    }
    #expect(slowest < .seconds(10), "\(slowest)")
    // They would end by themselves after their minute.
    #expect(
      EndlessPDF.soon {
        for id in EndlessPDF.processes(of: server.id, named: "pdftotext") { kill(id, SIGKILL) }
        return statuses.withLock { $0.count } == 4
      })
    #expect(statuses.withLock { $0 } == [422, 422, 422, 422])
    #expect(EndlessPDF.soon { EndlessPDF.processes(of: server.id).isEmpty })
  }
}

/// `duban serve` on a ledger of its own, with somebody who may adopt a report.
private final class Server {
  let id: Int32
  private let port: UInt16
  private let process = Process()
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let ledger = folder.path + "/l.ledger"
    let added = try Command.run(
      ["account", "add", "ducha", "--name", "督查室", "--role", "supervisor", "--ledger", ledger],
      input: Visitor.password + "\n")
    #expect(added.status == 0, "\(added.errors)")
    let output = Pipe()
    process.executableURL = Command.binary
    process.arguments = ["serve", "--port", "0", "--ledger", ledger]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    id = process.processIdentifier
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let digits = said.split(separator: "127.0.0.1:").last?.prefix { $0.isNumber } ?? ""
    port = UInt16(digits) ?? 0
    #expect(port > 0, "\(said)")
  }

  func visitor(signedIn: Bool = false) throws -> Visitor {
    try Visitor(port: port, signedIn: signedIn)
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}

/// Asks as a browser does, on the thread that it is called on.
private struct Visitor: Sendable {
  static let password = "correct horse battery"

  private let port: UInt16
  private var cookies: [String: String] = [:]

  struct Answer {
    var status: Int
    var head: String
    var body: String
  }

  init(port: UInt16, signedIn: Bool) throws {
    self.port = port
    guard signedIn else { return }
    let page = try get("/login")
    learn(page)
    let fields = "csrf=\(csrf(page))&login=ducha&password=correct+horse+battery"
    learn(
      try send(
        "POST", "/login", type: "application/x-www-form-urlencoded", Array(fields.utf8)))
    #expect(cookies["duban"] != nil)
  }

  func get(_ path: String) throws -> Answer { try send("GET", path) }

  func upload(_ bytes: [UInt8], to path: String) throws -> Answer {
    let token = csrf(try get(path))
    let (line, part) = ("\r\n", "--part\r\nContent-Disposition: form-data; name=")
    let head =
      part + "\"csrf\"" + line + line + token + line
      + part + "\"report\"; filename=\"r.pdf\"" + line + "Content-Type: application/pdf" + line
    return try send(
      "POST", path, type: "multipart/form-data; boundary=part",
      Array((head + line).utf8) + bytes + Array("\r\n--part--\r\n".utf8))
  }

  private func csrf(_ page: Answer) -> Substring {
    page.body.split(separator: "name=\"csrf\" value=\"", maxSplits: 1).last?
      .prefix { $0 != "\"" } ?? ""
  }

  private mutating func learn(_ answer: Answer) {
    for line in answer.head.split(separator: "\r\n") {
      guard line.lowercased().hasPrefix("set-cookie: ") else { continue }
      let pair = line.dropFirst(12).prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
    }
  }

  private func send(
    _ method: String, _ path: String, type: String = "", _ body: [UInt8] = []
  ) throws -> Answer {
    let cookie = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1", "Connection: close"]
    if !cookie.isEmpty { lines.append("Cookie: " + cookie) }
    if !type.isEmpty { lines += ["Content-Type: " + type, "Content-Length: \(body.count)"] }
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    let text = String(decoding: try exchange(Array(head.utf8) + body), as: UTF8.self)
    let halves = text.split(separator: "\r\n\r\n", maxSplits: 1)
    let status = halves.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return Answer(
      status: status, head: String(halves.first ?? ""), body: String(halves.dropFirst().last ?? ""))
  }

  private func exchange(_ bytes: [UInt8]) throws -> [UInt8] {
    let end = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(end) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw CocoaError(.fileReadUnknown) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
      guard count > 0 else { throw CocoaError(.fileWriteUnknown) }
      sent += count
    }
    var (answer, piece) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    while case let count = read(end, &piece, piece.count), count > 0 { answer += piece[..<count] }
    return answer
  }
}
