import Foundation

/// Third-party files that pages may use, read once from the folder that the server was given.
enum VendorFiles {
  /// Nothing else in the folder is ever served.
  static let allowed: [(name: String, type: String)] = [
    ("echarts.min.js", "text/javascript; charset=utf-8"),
    ("htmx.min.js", "text/javascript; charset=utf-8"),
    ("leaflet.js", "text/javascript; charset=utf-8"),
    ("leaflet.css", "text/css; charset=utf-8"),
    ("layers.png", "image/png"), ("layers-2x.png", "image/png"),
    ("marker-icon.png", "image/png"), ("marker-icon-2x.png", "image/png"),
    ("marker-shadow.png", "image/png"),
  ]

  /// Seconds for which browsers keep them.
  private static let life = 30 * 86_400

  /// Where each is served, with its bytes. Leaflet's own stylesheet looks for its pictures in
  /// `images/`.
  static func all(in folder: String?) -> [(path: String, file: FileReply)] {
    guard let folder else { return [] }
    return allowed.flatMap { name, type -> [(path: String, file: FileReply)] in
      let isPicture = type == "image/png"
      let places = [folder + "/" + name] + (isPicture ? [folder + "/images/" + name] : [])
      guard let bytes = places.lazy.compactMap({ FileManager.default.contents(atPath: $0) }).first
      else { return [] }
      let file = FileReply(bytes: [UInt8](bytes), type: type, keeps: life)
      let path = "/static/vendor/"
      return [(path + name, file)] + (isPicture ? [(path + "images/" + name, file)] : [])
    }
  }
}
