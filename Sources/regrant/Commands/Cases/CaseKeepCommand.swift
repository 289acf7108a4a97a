import ArgumentParser
import Journal
import Wording

/// How long closed cases stay.
struct CaseKeepCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep", abstract: "Say how long closed cases stay; without options, show it.",
    discussion: """
      regrant cases keep --days 90
      regrant cases keep --forever
      """)

  @Option(help: "Closed cases vanish after so many days.")
  var days: Int?

  @Flag(help: "Closed cases stay.")
  var forever = false

  func validate() throws {
    if let days, !(0...36_500).contains(days) {
      throw ValidationError("--days is between 0 and 36500.")
    }
    if days != nil, forever { throw ValidationError("Either --days or --forever.") }
  }

  mutating func perform() throws -> ExitCode {
    let (gone, kept) = try apply(in: try Composition.openJournal())
    if gone > 0 { StandardStream.complain(["Deleted: \(Quantity.counted(gone, "closed case"))."]) }
    let length = kept.map { "\(Quantity.counted($0, "day")) after their end" } ?? "for ever"
    try StandardStream.write(lines: ["Closed cases are kept \(length)."])
    return .done
  }

  private func apply(in store: JournalStore) throws(Failure) -> (gone: Int, days: Int?) {
    do throws(JournalError) {
      if days != nil || forever { try store.setRetention(days: days) }
      return (try store.expire(now: Composition.now), try store.retentionDays())
    } catch { throw Failure(error) }
  }
}
