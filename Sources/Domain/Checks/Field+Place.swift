extension Field {
  /// Whether it says where something is: a field of places, or text that is named so (选址, 地址).
  public var isPlace: Bool {
    switch kind {
    case .place: true
    case .text: ["地址", "选址", "坐落", "地点", "所在地", "位置"].contains { name.hasSuffix($0) }
    case .code, .date, .number, .choice, .stages, .reference, .personal: false
    }
  }
}
