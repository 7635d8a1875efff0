/// The system that longitudes and latitudes are written in.
public enum Datum: String, Sendable, CaseIterable, Codable {
  /// What satellites and OpenStreetMap use; CGCS2000 is the same to within centimetres.
  case wgs84 = "WGS-84"
  /// What Chinese maps for the public must use (高德, 腾讯): shifted by 100 to 700 m inside China.
  case gcj02 = "GCJ-02"
  /// GCJ-02 shifted once more by 百度.
  case bd09 = "BD-09"

  /// Its name without regard to case and dash: `gcj02`.
  public init?(named name: String) {
    func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    guard let datum = Self.allCases.first(where: { plain($0.rawValue) == plain(name) }) else {
      return nil
    }
    self = datum
  }
}
