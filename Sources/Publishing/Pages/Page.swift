import Domain

/// A page of the web application and of the static site: values in, html, JSON and CSV out.
///
/// A page holds only what its viewer may see; what is internal or personal is left out where the page
/// is made, not hidden by its template.
public protocol Page: Sendable {
  /// The file of its template in `Templates`, without the ending.
  static var template: String { get }
  var title: Phrase { get }
  /// The entry of the navigation that it belongs to.
  var tab: Tab { get }
  /// True where ECharts is needed.
  var hasCharts: Bool { get }
  /// True where Leaflet is needed.
  var hasMap: Bool { get }
  /// Its forms that something can be typed into.
  var places: [FormPlace] { get }
  /// What the template shows, by name. Texts are escaped by `{{name}}`.
  func context(_ frame: Frame) -> [String: Any]
  /// The same for machines; nil for pages that are forms.
  func data(_ frame: Frame) -> JSONValue?
  /// The main table as RFC 4180 with a byte order mark; nil where there is none.
  func csv(_ frame: Frame) -> [UInt8]?
}

extension Page {
  public var hasCharts: Bool { false }
  public var hasMap: Bool { false }
  public var places: [FormPlace] { [] }
  public func data(_ frame: Frame) -> JSONValue? { nil }
  public func csv(_ frame: Frame) -> [UInt8]? { nil }
}

/// What the bars around a page need to know of it.
public struct PageShell: Sendable {
  public var title: Phrase
  public var tab: Tab
  public var hasCharts: Bool
  public var hasMap: Bool

  public init(_ page: any Page) {
    title = page.title
    tab = page.tab
    hasCharts = page.hasCharts
    hasMap = page.hasMap
  }
}

/// Entries of the navigation, in its order.
public enum Tab: String, Sendable, CaseIterable {
  case overview, commitments, reports, registries, data, releases, objections
  case unit, office, system
  /// No entry: signing in, faults.
  case none

  var name: Phrase {
    switch self {
    case .overview: Phrase("总览", "Overview")
    case .commitments: Phrase("承诺", "Commitments")
    case .reports: Phrase("报告", "Reports")
    case .registries: Phrase("台账", "Registries")
    case .data: Phrase("数据", "Data")
    case .releases: Phrase("发布", "Releases")
    case .objections: Phrase("异议", "Objections")
    case .unit: Phrase("单位工作台", "Unit desk")
    case .office: Phrase("督查工作台", "Office desk")
    case .system: Phrase("系统", "System")
    case .none: Phrase("", "")
    }
  }

  public var path: String { self == .overview ? "/" : "/" + rawValue }

  /// Entries that everybody sees.
  public static var open: [Tab] { allCases.filter { $0.isShown(to: .everyone) } }

  func isShown(to caller: Caller) -> Bool {
    switch self {
    case .overview, .commitments, .reports, .registries, .data, .releases, .objections: true
    case .unit: caller.may(.file)
    case .office: caller.may(.supervise)
    case .system: caller.may(.readTrail)
    case .none: false
    }
  }
}
