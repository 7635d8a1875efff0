import Domain
import Foundation

/// Whether everything that the pages of a site point to is in it.
struct SiteLinks {
  private let files: Set<String>

  init(_ files: Set<String>) { self.files = files }

  /// - Throws: ``OperationFault/brokenLink(file:address:)`` for the first.
  func check(_ site: [SiteFile]) throws {
    for file in site where file.path.hasSuffix(".html") {
      let folder = file.path.split(separator: "/").dropLast().map(String.init)
      for address in Self.addresses(file.bytes) where !leads(address, from: folder) {
        throw OperationFault.brokenLink(file: file.path, address: address)
      }
    }
  }

  private func leads(_ address: String, from folder: [String]) -> Bool {
    let path = address.prefix { $0 != "#" && $0 != "?" }
    if path.isEmpty || ["https:", "http:", "data:", "mailto:"].contains(where: path.hasPrefix) {
      return true
    }
    guard !path.hasPrefix("/"), let plain = String(path).removingPercentEncoding else {
      return false
    }
    var parts = folder
    for part in plain.split(separator: "/") {
      if part == ".." {
        guard parts.popLast() != nil else { return false }
      } else {
        parts.append(String(part))
      }
    }
    return files.contains(parts.joined(separator: "/"))
  }

  /// What stands in `href="…"`, `src="…"` and `action="…"`, in the order of the page.
  static func addresses(_ html: [UInt8]) -> [String] {
    let pieces = html.split(separator: 0x22, omittingEmptySubsequences: false)
    return zip(pieces, pieces.dropFirst()).compactMap { before, inside in
      guard before.last == 0x3D,
        names.contains(where: { before.suffix($0.count).elementsEqual($0) })
      else { return nil }
      return String(decoding: inside, as: UTF8.self).replacing("&amp;", with: "&")
    }
  }

  private static let names = [" href=", " src=", " action="].map { Array($0.utf8) }
}
