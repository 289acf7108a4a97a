import Testing

@testable import Wording

@Suite("Times, numbers and plurals")
struct FormattingTests {
  /// A calendar that walks day by day, against the closed formula, over 400 years.
  @Test func everyDayOfAnEraIsRight() {
    var (year, month, day) = (1970, 1, 1)
    for number in 0..<146_097 {
      let civil = Moment.civil(fromDays: number)
      guard civil == (year, month, day) else {
        Issue.record("day \(number): \(civil), not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      if day > Self.days(of: month, in: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  private static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  @Test(arguments: [
    (0, "1970-01-01 00:00 UTC"), (-1, "1969-12-31 23:59 UTC"),
    (951_827_696, "2000-02-29 12:34 UTC"), (1_795_529_100, "2026-11-24 14:05 UTC"),
  ])
  func momentsAreISO(_ seconds: Int, _ text: String) {
    #expect(Moment(seconds: seconds).description == text)
  }

  @Test func theRestoreWindowIsThirtyDays() {
    let deleted = Moment(seconds: 1_795_529_100)
    #expect(deleted.endOfRestoreWindow.description == "2026-12-24 14:05 UTC")
    #expect(deleted.clock == "14:05:00")
  }

  @Test(arguments: [
    (-5, "0 s"), (59, "59 s"), (60, "1 min"), (89, "1 min"), (90, "2 min"), (3600, "1 h"),
    (86_400, "24 h"), (172_800, "2 days"), (2_592_000, "30 days"),
  ])
  func spansHaveOneUnit(_ seconds: Int, _ text: String) {
    #expect(Span(seconds: seconds).description == text)
  }

  @Test func spansReadAsPeopleSayThem() {
    #expect(Span(seconds: 240).estimate == "about 4 min")
    #expect(Span(seconds: 7200).since == "for 2 h")
    #expect(Span(seconds: 5).since == "just now")
    #expect(Span(seconds: 7200).ago == "2 h ago")
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (4310, "4,310"), (1_234_567, "1,234,567"),
    (-1000, "-1,000"),
  ])
  func numbersAreGrouped(_ number: Int, _ text: String) {
    #expect(Quantity.grouped(number) == text)
  }

  @Test func pluralsGoThroughOneFunction() {
    #expect(Quantity.counted(0, "assignment") == "no assignments")
    #expect(Quantity.counted(1, "assignment") == "1 assignment")
    #expect(Quantity.counted(1240, "entry", plural: "entries") == "1,240 entries")
    #expect(Quantity.listed(["a"]) == "a")
    #expect(Quantity.listed(["a", "b", "c"], by: "or") == "a, b or c")
    #expect(Quantity.listed([]) == "")
  }
}
