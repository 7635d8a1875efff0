import Domain

/// Addresses of pages, as a server's paths or as the relative files of a static site.
public struct Links: Sendable {
  private let form: Form
  private let language: Language
  /// Carried along in the query where it is not the default day.
  private let asOf: Day?

  private enum Form: Sendable {
    case served
    /// The file that links out, as its parts below the site's root.
    case site(from: [String])
  }

  /// Paths of a running server.
  ///
  /// - Parameter asOf: the day that links carry along; nil for the default day.
  public static func served(_ language: Language = .chinese, asOf: Day? = nil) -> Links {
    Links(form: .served, language: language, asOf: asOf)
  }

  /// Relative addresses of a static site, seen from the page at `path`.
  public static func site(_ language: Language = .chinese, from path: String) -> Links {
    let file = file(of: path, ending: "html", language)
    return Links(
      form: .site(from: file.split(separator: "/").map(String.init)), language: language,
      asOf: nil)
  }

  /// The address of a page.
  public func to(_ path: String, _ query: [(String, String)] = []) -> String {
    switch form {
    case .served: served(path, query, language)
    case .site: relative(Links.file(of: path, ending: "html", language))
    }
  }

  /// The same page in a language.
  public func to(_ path: String, _ query: [(String, String)] = [], in other: Language) -> String {
    switch form {
    case .served: served(path, query, other)
    case .site: relative(Links.file(of: path, ending: "html", other))
    }
  }

  /// A page's data for machines.
  public func json(_ path: String, _ query: [(String, String)] = []) -> String {
    switch form {
    case .served: served(Links.api(path), query, language)
    case .site: relative(Links.file(of: path, ending: "json", language))
    }
  }

  /// A page's main table.
  public func csv(_ path: String, _ query: [(String, String)] = []) -> String {
    switch form {
    case .served: served(Links.api(path), query + [("format", "csv")], language)
    case .site: relative(Links.file(of: path, ending: "csv", language))
    }
  }

  /// A file that goes with every page: `site.css`.
  public func asset(_ name: String) -> String {
    switch form {
    case .served: "/static/" + name
    case .site: relative("static/" + name)
    }
  }

  /// The feed of changes.
  public var feed: String { feed(language) }

  func feed(_ language: Language) -> String {
    switch form {
    case .served: served("/feed.atom", [], language)
    case .site: relative(Links.file(of: "/feed", ending: "atom", language))
    }
  }

  public var isServed: Bool { if case .served = form { true } else { false } }

  /// Where a page's data is served: `/api/v1/commitments/P16`; the overview is `/api/v1/overview`.
  public static func api(_ path: String) -> String {
    "/api/v1" + (path == "/" ? "/overview" : path)
  }

  /// The file of a page in a static site: `commitments/P16.html`, `en/index.html`.
  public static func file(of path: String, ending: String, _ language: Language) -> String {
    let name = path == "/" ? "index" : String(path.drop { $0 == "/" })
    return (language == .chinese ? "" : "en/") + name + "." + ending
  }

  private func served(_ path: String, _ query: [(String, String)], _ language: Language) -> String {
    var items = query
    if let asOf { items.append(("as-of", asOf.description)) }
    if language != .chinese { items.append(("lang", language.rawValue)) }
    let text = items.map { "\(Links.encoded($0.0))=\(Links.encoded($0.1))" }
    let address = Links.encoded(path, keeping: "/")
    return text.isEmpty ? address : address + "?" + text.joined(separator: "&")
  }

  private func relative(_ file: String) -> String {
    guard case .site(let from) = form else { return file }
    let to = file.split(separator: "/").map(String.init)
    var shared = 0
    while shared < from.count - 1, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    let up = Array(repeating: "..", count: from.count - 1 - shared)
    return Links.encoded((up + to[shared...]).joined(separator: "/"), keeping: "/")
  }

  /// Percent-encodes all but RFC 3986's unreserved characters.
  public static func encoded(_ text: String, keeping kept: String = "") -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      case _ where kept.utf8.contains(byte): bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
