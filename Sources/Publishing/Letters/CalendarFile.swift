import Domain

/// A calendar of days (RFC 5545). Days are China's and have no hour, so no time zone is needed.
public struct CalendarFile: Sendable {
  public var name: String
  public var events: [Event]

  public init(name: String, events: [Event]) {
    self.name = name
    self.events = events
  }

  /// Something that falls on a day.
  public struct Event: Sendable, Equatable {
    /// Lasting and unlike any other's: calendars know an event again by it.
    public var id: String
    public var day: Day
    public var title: String
    public var text: String
    /// When it was last changed.
    public var changed: Instant
    /// How often it was changed.
    public var version: Int

    public init(
      id: String, day: Day, title: String, text: String = "", changed: Instant, version: Int = 0
    ) {
      self.id = id
      self.day = day
      self.title = title
      self.text = text
      self.changed = changed
      self.version = version
    }
  }

  /// UTF-8, lines ended by CRLF and folded at 75 octets.
  public var bytes: [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//duban//calendar//ZH", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(name), "X-WR-TIMEZONE:Asia/Shanghai",
      "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    lines += events.flatMap(Self.lines)
    lines.append("END:VCALENDAR")
    return lines.flatMap(Self.folded)
  }

  private static func lines(_ event: Event) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:" + escaped(event.id), "DTSTAMP:" + stamp(event.changed),
      "SEQUENCE:\(event.version)", "DTSTART;VALUE=DATE:" + compact(event.day),
      "DTEND;VALUE=DATE:" + compact(event.day.adding(days: 1)),
      "SUMMARY:" + escaped(event.title),
    ]
    if !event.text.isEmpty { lines.append("DESCRIPTION:" + escaped(event.text)) }
    return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private static func compact(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// UTC, to the second.
  private static func stamp(_ moment: Instant) -> String {
    let utc = Instant(milliseconds: moment.milliseconds - 8 * 3_600_000)
    let seconds = (utc.milliseconds - Instant(startOf: utc.day).milliseconds) / 1000
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    return compact(utc.day) + "T" + parts.joined() + "Z"
  }

  /// Backslash, semicolon, comma and line breaks are escaped; other control characters go.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n", "\r": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line of at most 75 octets, and its further lines after a space; no character is cut.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let octets = Array(String(scalar).utf8)
      if length + octets.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += octets
      length += octets.count
    }
    return bytes + [0x0D, 0x0A]
  }
}
