import HTTPTypes

/// How long Graph asks to be left alone.
///
/// - Source: RFC 9110, 10.2.3, and Graph, "Microsoft Graph throttling guidance", whose example is
///   fractional.
enum RetryAfter {
  /// The wait that an answer asks for, in any of its forms; `nil` if it asks for none.
  static func wait(in fields: HTTPFields) -> Duration? {
    guard let text = fields[.retryAfter] else { return nil }
    return wait(text, at: fields[.date])
  }

  /// Seconds, whole or fractional, or an HTTP date, which is compared with the answer's own date:
  /// this machine's clock may be wrong.
  static func wait(_ text: String, at date: String?) -> Duration? {
    let text = text.trimmed
    if !text.isEmpty, text.utf8.allSatisfy(isNumeric), let seconds = Double(text),
      seconds < secondsReadable
    {
      return .milliseconds(Int64((seconds * 1000).rounded(.up)))
    }
    guard let until = seconds(ofDate: text), let now = date.flatMap({ seconds(ofDate: $0) }) else {
      return nil
    }
    return .seconds(max(0, until - now))
  }

  /// A number of seconds beyond this is no wait.
  private static let secondsReadable = 1e9

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func seconds(ofDate text: String) -> Int? {
    let words = text.trimmed.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(words[2])), let year = Int(words[3]),
      (1970...9999).contains(year)
    else { return nil }
    let time = words[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]),
      (0...60).contains(time[2])
    else { return nil }
    let days = days(year: year, month: month + 1, day: day)
    return days * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
  }

  /// Days since 1970 in the Gregorian calendar, counted in years that begin in March.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
