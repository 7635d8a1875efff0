import Domain
import Foundation

/// The features of a GeoJSON file (RFC 7946, 2016): properties as text, and points or lines.
struct GeoJSON {
  struct Feature {
    /// Counted from 1.
    var number: Int
    var properties: [String: String]
    /// One point; the middle of a polygon's outer ring.
    var point: Coordinate?
    /// The points of each line.
    var lines: [[Coordinate]]
  }

  var features: [Feature]

  /// - Throws: ``AccessibilityFault/notGeoJSON(file:reason:)`` for anything but a collection of
  ///   features with points, lines or polygons.
  init(_ bytes: [UInt8], file: String) throws(AccessibilityFault) {
    let collection: Collection
    do {
      collection = try JSONDecoder().decode(
        Collection.self, from: Data(Self.withoutMark(bytes)))
    } catch {
      throw .notGeoJSON(file: file, reason: Self.reason(error))
    }
    features = collection.features.enumerated().map { index, feature in
      let (point, lines) = feature.geometry?.shape ?? (nil, [])
      return Feature(
        number: index + 1, properties: (feature.properties ?? [:]).mapValues(\.text), point: point,
        lines: lines)
    }
  }

  /// Text that begins like an object of JSON.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    withoutMark(bytes).first { !($0 == 0x20 || (9...13).contains($0)) } == UInt8(ascii: "{")
  }

  /// The byte order mark of UTF-8, which some programs put in front, is left out.
  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  private static func reason(_ error: any Error) -> Phrase {
    let path: [any CodingKey] =
      switch error {
      case DecodingError.dataCorrupted(let context): context.codingPath
      case DecodingError.keyNotFound(let key, let context): context.codingPath + [key]
      case DecodingError.typeMismatch(_, let context): context.codingPath
      case DecodingError.valueNotFound(_, let context): context.codingPath
      default: []
      }
    guard !path.isEmpty else {
      return Phrase("不是完整的 JSON", "not whole JSON")
    }
    let place = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    return Phrase("「\(place)」处不对", "what stands at \(place) is not")
  }

  private struct Collection: Decodable {
    var features: [RawFeature]
  }

  private struct RawFeature: Decodable {
    var geometry: Geometry?
    var properties: [String: Scalar]?
  }

  /// A property as text; lists and objects are empty.
  private struct Scalar: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let string = try? container.decode(String.self) {
        text = string
      } else if let flag = try? container.decode(Bool.self) {
        text = flag ? "yes" : "no"
      } else if let whole = try? container.decode(Int.self) {
        text = String(whole)
      } else if let number = try? container.decode(Double.self) {
        text = String(number)
      } else {
        text = ""
      }
    }
  }

  private struct Geometry: Decodable {
    var shape: (Coordinate?, [[Coordinate]])

    enum Key: String, CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      switch try container.decode(String.self, forKey: .type) {
      case "Point":
        shape = (try Self.point(container.decode([Double].self, forKey: .coordinates), decoder), [])
      case "LineString":
        let line = try container.decode([[Double]].self, forKey: .coordinates)
        shape = (nil, [try line.map { try Self.point($0, decoder) }])
      case "MultiLineString":
        let lines = try container.decode([[[Double]]].self, forKey: .coordinates)
        shape = (nil, try lines.map { try $0.map { try Self.point($0, decoder) } })
      case "Polygon":
        let rings = try container.decode([[[Double]]].self, forKey: .coordinates)
        let ring = try (rings.first ?? []).map { try Self.point($0, decoder) }
        shape = (Self.middle(ring), [])
      case "MultiPolygon":
        let parts = try container.decode([[[[Double]]]].self, forKey: .coordinates)
        let ring = try (parts.first?.first ?? []).map { try Self.point($0, decoder) }
        shape = (Self.middle(ring), [])
      default: shape = (nil, [])
      }
    }

    private static func point(_ numbers: [Double], _ decoder: any Decoder) throws -> Coordinate {
      guard numbers.count >= 2 else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "two numbers"))
      }
      return Coordinate(longitude: numbers[0], latitude: numbers[1])
    }

    /// The mean of a ring's corners, its closing point left out.
    private static func middle(_ ring: [Coordinate]) -> Coordinate? {
      let corners = ring.count > 1 && ring.first == ring.last ? Array(ring.dropLast()) : ring
      guard !corners.isEmpty else { return nil }
      let count = Double(corners.count)
      return Coordinate(
        longitude: corners.reduce(0) { $0 + $1.longitude } / count,
        latitude: corners.reduce(0) { $0 + $1.latitude } / count)
    }
  }
}
