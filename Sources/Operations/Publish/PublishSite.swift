import Domain
import Foundation
import Publishing

/// Writes what the public sees as a folder of files that any web server can carry, and that opens
/// from a disk. The same releases give the same bytes; before the first one the site says so.
public struct PublishSite: Sendable {
  private let office: Office
  private let assets: String?

  /// - Parameter assets: folder of third-party scripts; nil writes pages without charts, and maps as
  ///   pictures.
  public init(_ office: Office, assets: String?) {
    self.office = office
    self.assets = assets
  }

  /// What was written.
  public struct Summary: Sendable, Equatable {
    /// Pages in both languages.
    public var pages = 0
    /// Files in all, pages included.
    public var files = 0
    /// Their bytes together.
    public var bytes = 0

    /// Takes every field as it is; nothing is checked.
    public init(pages: Int = 0, files: Int = 0, bytes: Int = 0) {
      self.pages = pages
      self.files = files
      self.bytes = bytes
    }
  }

  /// Makes all files, checks them, and only then puts the folder in its place.
  ///
  /// - Throws: ``OperationFault/foreignFolder(path:)`` for a folder that was not published,
  ///   ``OperationFault/brokenLink(file:address:)`` and ``OperationFault/notPublic(file:what:)``.
  ///   Nothing has changed then.
  ///
  /// - Parameter isReplacing: also a site that rests on an entry that this ledger does not have.
  public func run(
    to path: String, replacingOtherChain isReplacing: Bool = false,
    progress: Domain.Progress? = nil
  ) throws -> Summary {
    let folder = SiteFolder(path)
    try folder.check()
    if !isReplacing { try checkChain(folder) }
    var view = try office.publicView()
    view.today = view.books.releaseNotes.last?.time.day ?? view.today
    let files = try SiteFiles(view, assets: assets).all(progress)
    let facts = SiteFacts(view.books, view.release)
    let site = files + [("site.json", facts.bytes)]
    let secrets = try SiteSecrets(view)
    try SiteLinks(Set(site.map { $0.path })).check(site)
    try secrets.check(site)
    let manifest = self.manifest(site)
    try folder.write(site + [("manifest.txt", manifest)])
    return Summary(
      pages: site.count { $0.path.hasSuffix(".html") }, files: site.count + 1,
      bytes: site.reduce(manifest.count) { $0 + $1.bytes.count })
  }

  /// - Throws: ``AnchorFault/siteOfOtherChain(path:site:)`` where the site in its place rests on an
  ///   entry that this ledger does not have: a ledger put back, or another one.
  private func checkChain(_ folder: SiteFolder) throws {
    guard let site = folder.anchor else { return }
    do { _ = try CompareAnchor(office.store, key: nil).check(site) } catch is AnchorFault {
      throw AnchorFault.siteOfOtherChain(path: folder.path, site: site)
    }
  }

  /// As `sha256sum --check` reads it.
  private func manifest(_ files: [SiteFile]) -> [UInt8] {
    let lines = files.sorted { $0.path < $1.path }
      .map { office.store.sha256($0.bytes) + "  " + $0.path + "\n" }
    return Array(lines.joined().utf8)
  }
}

/// One file of a site: its path below the site's root.
typealias SiteFile = (path: String, bytes: [UInt8])
