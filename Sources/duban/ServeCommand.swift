import ArgumentParser
import Domain
import Foundation
import Operations
import Storage
import Web

/// `duban serve`: the web application of a ledger.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "启动网站。 Serves a ledger to browsers.")

  @Option(help: "监听的地址；默认只有本机能访问。 Address to listen on; this machine only by default.")
  var host = "127.0.0.1"

  @Option(help: "端口；0 为任意空闲端口。 Port; 0 takes a free one.")
  var port = 8080

  @Option(help: "第三方脚本所在的文件夹。 Folder of third-party scripts.")
  var assets: String?

  @Flag(help: "经反向代理以 https 提供，Cookie 只走 https。 Cookies over https only.")
  var behindTLS = false

  @Option(help: "示例区专用：从这一天开始计时。 For the made-up district: time starts on this day.")
  var clock: Day?

  @Option(help: "发催办邮件用的 sendmail 程序。 The sendmail program that mails reminders.")
  var sendmail: String?

  @Option(help: "各单位邮箱：每行“单位<Tab>邮箱”。 Addresses of units: a line each, name, tab, address.")
  var addresses: String?

  @Option(help: "一个文件夹的报告，在“承诺对账”里对照。 A folder of reports to set against each other.")
  var reports: String?

  @OptionGroup var ledger: LedgerArguments

  func validate() throws {
    if (sendmail == nil) != (addresses == nil) {
      throw ValidationError(
        "--sendmail 和 --addresses 要一起用 / use --sendmail and --addresses together")
    }
  }

  private func mail() throws -> SendMail? {
    guard let sendmail, let addresses else { return nil }
    guard let list = try? String(contentsOfFile: addresses, encoding: .utf8) else {
      throw ValidationError("打不开 \(addresses) / cannot open \(addresses)")
    }
    return SendMail(program: sendmail, list: list)
  }

  func run() async throws {
    let store = try opened()
    let office = Office(
      store, access: store, clock: try officeClock(store), comparisons: try await compared(),
      watch: ledger.watch(store))
    var settings = ServerSettings(
      host: host, port: port, isBehindTLS: behindTLS, assets: assets)
    settings.mail = try mail()
    let server = try WebServer(office, settings: settings)
    if !settings.isLoopback { warn() }
    let language = ledger.lang
    try await server.run { port in
      let address = "http://\(host):\(port)/"
      let text =
        language == .chinese ? "督办已启动 \(address)（Ctrl-C 停止）" : "Serving \(address) (Ctrl-C stops)"
      FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
  }

  private func compared() async throws -> Comparisons {
    guard let reports else { return Comparisons() }
    let (comparisons, failures) = try await Comparisons.reading(reports)
    for fault in failures { Screen.tell(fault, ledger.lang) }
    return comparisons
  }

  private func opened() throws -> SQLiteLedger {
    var store: SQLiteLedger?
    try ledger.telling {
      let opened = try ledger.open()
      try ledger.watch(opened).check()
      store = opened
    }
    guard let store else { throw ExitCode.failedIO }
    return store
  }

  /// A real ledger has the real time.
  private func officeClock(_ store: SQLiteLedger) throws -> OfficeClock {
    guard let clock else { return .real }
    guard try LedgerBooks(store).books.synthetic != nil else {
      throw ValidationError("--clock 只用于示例区 / --clock is for the made-up district only")
    }
    return .starting(
      at: Instant(milliseconds: Instant(startOf: clock).milliseconds + 9 * 3_600_000))
  }

  private func warn() {
    let text =
      ledger.lang == .chinese
      ? "注意：本服务器对其他机器开放（\(host)）；请放在带证书的反向代理之后。"
      : "Note: other machines can reach this server (\(host)); put it behind a proxy with a certificate."
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
