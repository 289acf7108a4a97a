/// A time in the tenant, which stands still unless somebody moves it.
///
/// Counted in ticks of 100 ns since 1970, which is as fine as Graph writes times.
public struct Moment: Sendable, Hashable, Comparable {
  /// Ticks of 100 ns since 1970-01-01T00:00:00Z.
  public var ticks: Int64

  /// A moment by its ticks.
  public init(ticks: Int64) { self.ticks = ticks }

  /// A moment by its seconds since 1970.
  public init(secondsSince1970 seconds: Double) {
    ticks = Int64((seconds * 10_000_000).rounded())
  }

  /// Earlier is less.
  public static func < (one: Self, other: Self) -> Bool { one.ticks < other.ticks }

  /// As much later.
  public func adding(seconds: Double) -> Self {
    Self(ticks: ticks + Int64((seconds * 10_000_000).rounded()))
  }

  /// How many seconds lie between `other` and this.
  public func seconds(since other: Self) -> Double { Double(ticks - other.ticks) / 10_000_000 }

  /// Where a made-up tenant's history begins: 2026-03-02T09:00:00Z.
  public static let start = Moment(ticks: 1_772_442_000 * 10_000_000)
}

extension Moment {
  private struct Fields {
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    var fraction = 0
    var weekday = 0
  }

  private var fields: Fields {
    let perDay: Int64 = 86_400 * 10_000_000
    let day = Int((ticks - (ticks % perDay + perDay) % perDay) / perDay)
    let rest = Int((ticks % perDay + perDay) % perDay)
    // Days since 0000-03-01, in eras of 400 years.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let seconds = rest / 10_000_000
    return Fields(
      year: year + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
      day: ofYear - (153 * month + 2) / 5 + 1, hour: seconds / 3600, minute: seconds / 60 % 60,
      second: seconds % 60, fraction: rest % 10_000_000, weekday: ((day + 4) % 7 + 7) % 7)
  }

  /// As Graph writes it: `2026-03-02T09:15:41.9480566Z`, or without a fraction on the whole second.
  public var text: String {
    let fields = fields
    guard fields.fraction > 0 else { return secondsText + "Z" }
    return secondsText + "." + Self.digits(fields.fraction, 7) + "Z"
  }

  /// As an error's `innerError.date` has it: no fraction and no zone.
  var secondsText: String {
    let fields = fields
    return "\(Self.digits(fields.year, 4))-\(Self.digits(fields.month))-\(Self.digits(fields.day))T"
      + "\(Self.digits(fields.hour)):\(Self.digits(fields.minute)):\(Self.digits(fields.second))"
  }

  /// As HTTP's `Date` has it.
  var httpText: String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let fields = fields
    return "\(days[fields.weekday]), \(Self.digits(fields.day)) \(months[fields.month - 1]) "
      + "\(Self.digits(fields.year, 4)) \(Self.digits(fields.hour)):\(Self.digits(fields.minute)):"
      + "\(Self.digits(fields.second)) GMT"
  }

  private static func digits(_ number: Int, _ count: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
