import Domain

/// What the bars around a page show.
struct FrameContext {
  private let frame: Frame
  private let page: PageShell

  init(_ frame: Frame, _ page: PageShell) {
    self.frame = frame
    self.page = page
  }

  var values: [String: Any] {
    var values: [String: Any] = [
      "lang": frame("zh-CN", "en"), "title": page.title(frame.language),
      "place": frame.place ?? frame("地区未判明", "place not known"),
      "year": frame.year.map { frame("\($0)年", "\($0)") } ?? "",
      "as-of": frame.hasDay ? frame.asOf.description : "", "has-day": frame.hasDay,
      "today": frame.today.description,
      "path": frame.path, "home": frame.link("/"), "css": frame.links.asset("site.css"),
      "js": frame.links.asset("site.js"), "feed": frame.links.feed,
      "tabs": tabs, "served": frame.links.isServed, "csrf": frame.csrf,
      "kept": frame.query.map { ["name": $0.name, "value": $0.value] },
      "other-language": frame.links.to(
        frame.path, frame.query.map { ($0.name, $0.value) },
        in: frame.language == .chinese ? .english : .chinese),
      "search": frame.link("/search"), "sign-in": frame.link("/login", [("to", frame.path)]),
      "sign-out": "/logout", "password": frame.link("/account"),
      "is-english": frame.language == .english,
    ]
    if page.hasCharts, frame.hasVendorFiles {
      values["charts"] = frame.links.asset("vendor/echarts.min.js")
    }
    if page.hasMap, frame.hasVendorFiles {
      values["map-js"] = frame.links.asset("vendor/leaflet.js")
      values["map-css"] = frame.links.asset("vendor/leaflet.css")
    }
    if frame.links.isServed, frame.hasVendorFiles {
      values["htmx"] = frame.links.asset("vendor/htmx.min.js")
    }
    values["synthetic"] = frame.synthetic.map(frame.words.synthetic)
    values["notice"] = frame.notice.map { $0(frame.language) }
    values["account"] = frame.caller.account.map { $0.name }
    values["role"] = frame.caller.account.map { frame.words.role($0.role) }
    return values
  }

  /// Desks first: they are what somebody who is signed in came for.
  private var tabs: [[String: Any]] {
    let shown = Tab.allCases.filter { $0.isShown(to: frame.caller) }
    let desks: [Tab] = [.unit, .office, .system]
    let ordered = shown.filter(desks.contains) + shown.filter { !desks.contains($0) }
    return ordered.enumerated().map { place, tab in
      [
        "name": tab.name(frame.language), "href": frame.link(tab.path),
        "current": tab == page.tab, "extra": place >= Self.onPhones,
      ]
    }
  }

  /// Entries that a phone shows beside its menu of the others.
  private static let onPhones = 4
}

extension Words {
  func role(_ role: Role) -> String {
    switch role {
    case .administrator: self("管理员", "administrator")
    case .supervisor: self("督查", "supervisor")
    case .head: self("单位负责人", "unit head")
    case .clerk: self("单位填报员", "unit clerk")
    case .reader: self("只读", "reader")
    }
  }
}
