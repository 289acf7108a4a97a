/// A point in time, written as `2026-11-24 14:05 UTC`.
public struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01 00:00 UTC.
  public let seconds: Int

  /// A moment by its seconds since 1970.
  public init(seconds: Int) { self.seconds = seconds }

  /// Orders by time.
  public static func < (one: Self, other: Self) -> Bool { one.seconds < other.seconds }

  /// How long Microsoft keeps a deleted application, in seconds: 30 days.
  public static let restoreWindowSeconds = 30 * Moment.secondsPerDay

  static let secondsPerDay = 86_400

  /// The day alone: `2026-11-24`.
  public var day: String {
    let (year, month, day) = Self.civil(fromDays: days)
    return "\(Self.padded(year, to: 4))-\(Self.padded(month))-\(Self.padded(day))"
  }

  /// The time of day, with seconds: `14:05:20`.
  public var clock: String {
    let rest = secondsOfDay
    return "\(Self.padded(rest / 3600)):\(Self.padded(rest / 60 % 60)):\(Self.padded(rest % 60))"
  }

  /// Day and time to the minute, with the zone.
  public var description: String { "\(day) \(clock.prefix(5)) UTC" }

  /// When a deletion at this moment can no longer be undone.
  public var endOfRestoreWindow: Moment { Moment(seconds: seconds + Self.restoreWindowSeconds) }

  private var days: Int {
    (seconds - secondsOfDay) / Self.secondsPerDay
  }

  private var secondsOfDay: Int {
    let rest = seconds % Self.secondsPerDay
    return rest < 0 ? rest + Self.secondsPerDay : rest
  }

  /// The proleptic Gregorian date of a day number; day 0 is 1970-01-01.
  ///
  /// Years begin in March, so that the leap day is a year's last: then the days before a month are
  /// a straight line, and 400 years an era of 146,097 days.
  static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let leapless = dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096
    let yearOfEra = leapless / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A length of time in words, one unit and rounded: `4 min`, `2 h`, `3 days`.
public struct Span: Sendable, Hashable, CustomStringConvertible {
  /// How many seconds.
  public let seconds: Int

  /// A span by its seconds; a negative one counts as none.
  public init(seconds: Int) { self.seconds = max(0, seconds) }

  /// The span from one moment to another.
  public init(from start: Moment, to end: Moment) {
    self.init(seconds: end.seconds - start.seconds)
  }

  /// The span in one unit.
  public var description: String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\((seconds + 30) / 60) min"
    case ..<(2 * Moment.secondsPerDay): "\((seconds + 1800) / 3600) h"
    default:
      Quantity.counted((seconds + Moment.secondsPerDay / 2) / Moment.secondsPerDay, "day")
    }
  }

  /// An estimate: `about 4 min`.
  public var estimate: String { seconds < 10 ? "a few seconds" : "about \(self)" }

  /// How long something has lasted: `for 2 h`.
  public var since: String { seconds < 60 ? "just now" : "for \(self)" }

  /// How long ago it was: `2 h ago`.
  public var ago: String { seconds < 60 ? "just now" : "\(self) ago" }
}
