import ArgumentParser
import Domain
import Foundation
import Operations
import Storage

/// `duban publish`: what the public sees, as files for any web server.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "把公开账目写成静态网站。 Writes the public accounts as a static site.",
    discussion: """
      只写最近一次发布的内容；查询和提出异议需要服务器。同一账本写两次，字节相同。 Shows the last release; searching \
      and objecting need the server. The same ledger gives the same bytes.
      """)

  @Option(help: "写到哪个文件夹；以前由它写出的会被整个替换。 The folder; one that it wrote before is replaced whole.")
  var out: String

  @Option(help: "第三方脚本所在的文件夹；没有就不画图，表仍在。 Folder of third-party scripts; without it no charts.")
  var assets: String?

  @Flag(help: "原有网站载有这个账本里没有的记账，仍要替换。 Replace a site that rests on another chain.")
  var replaceOtherChain = false

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling {
      let store = try ledger.openChecked()
      let publish = PublishSite(try office(store), assets: assets)
      var summary = PublishSite.Summary()
      try ProgressLine(ledger.lang).through {
        summary = try publish.run(
          to: out, replacingOtherChain: replaceOtherChain, progress: $0)
      }
      print(
        ledger.lang == .chinese
          ? "\(summary.pages) 页、\(summary.files) 个文件、\(summary.bytes / 1_000_000) MB，已写入 \(out)"
          : "\(summary.pages) pages, \(summary.files) files, \(summary.bytes / 1_000_000) MB: \(out)"
      )
    }
  }

  /// Its time is that of the last entry, so that nothing depends on when the site is written.
  private func office(_ store: SQLiteLedger) throws -> Office {
    let head = try store.head().sequence
    let last = try store.entries(after: head - 1, through: head).first?.time
    return Office(
      store, access: store, clock: last.map { .standing(at: $0) } ?? .real)
  }
}
