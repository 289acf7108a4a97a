import Entra
import Foundation
import Journal
import Remediation
import Testing
import Wording

@Suite("A case's journal") struct CaseJournalTests {
  let scratch = Scratch()

  @Test("makes the same case again, where it was left")
  func replays() throws {
    let (_, opened) = try Sample.fill(try JournalStore(in: scratch.folder))
    let replayed = try JournalStore(in: scratch.folder).journal(number: 1).replay()
    #expect(replayed.opened == opened)
    #expect(replayed.opened.unsettled.map(\.order) == [.assignPrincipals(2)])
    #expect(replayed.particulars[.customer]?.safe == "Contoso")
    #expect(replayed.place == "act/assign.2")
    #expect(replayed.stop == nil)
  }

  @Test("gives back every entry as it was appended, in order")
  func entries() throws {
    let store = try JournalStore.inMemory()
    let journal = try store.begin(Sample.opened, at: Sample.noon)
    let contents: [JournalEntry.Content] = [
      .input(.reported(.other)), .note("a\u{0}b \u{1B}[2J \u{202E}"),
      .particular(.person(3), "Ünal"), .particular(.waiverReason([.grants, .owners]), "r"),
      .place("consent/link"), .paste("AADSTS50105"), .exported, .setAside(from: 900),
    ]
    for content in contents { try journal.append(content, at: Sample.noon) }
    let entries = try journal.entries()
    #expect(entries.map(\.content) == contents)
    #expect(entries.map(\.sequence) == Array(1...contents.count))
    #expect(try journal.entries(after: 2, limit: 3).map(\.content) == Array(contents[2..<5]))
    #expect(try journal.verify() == .intact(head: try journal.head()))
  }

  @Test("is in the list of cases with what it waits for, and since when")
  func summary() throws {
    let store = try JournalStore(in: scratch.folder)
    let (_, opened) = try Sample.fill(store)
    let summary = try #require(try store.summaries().first)
    #expect(summary.customer?.safe == "Contoso")
    #expect(summary.ticket?.safe == "T-1042")
    #expect(summary.phase == .assigning)
    #expect(summary.prompt == opened.prompt)
    #expect(summary.since == Sample.noon + 7 * 60_000)
    #expect(summary.closing == nil)
    #expect(summary.place == "act/assign.2")
  }

  @Test("stops where today's rules refuse an entry, says why, and asks on from there")
  func refused() throws {
    let store = try JournalStore.inMemory()
    let (journal, opened) = try Sample.fill(store)
    let bad = Input.answered(.phrase(240), .phrase("delete 240 contoso.example"))
    let stop = try journal.append(.input(bad), at: Sample.noon).sequence
    try journal.append(.input(.outcome(CommandID(input: 7, index: 0), .done)), at: Sample.noon)
    let replayed = try journal.replay()
    #expect(replayed.opened == opened)
    #expect(replayed.stop?.at == stop)
    #expect(replayed.stop?.reason == .refused(bad, because: .guarded(.answerNamesPrompt)))

    try journal.append(.setAside(from: stop), at: Sample.noon)
    #expect(try journal.replay().stop == nil)
    #expect(try journal.replay().opened == opened)
    try journal.append(.input(.outcome(CommandID(input: 7, index: 0), .done)), at: Sample.noon)
    #expect(try journal.replay().opened.unsettled.isEmpty)
  }

  @Test("keeps of a paste what is worth keeping, and says that it was cut")
  func cutsPastes() throws {
    let long = String(repeating: "ä", count: Limit.pasteBytes)
    guard case .paste(let text, true) = JournalEntry.Content.paste(long) else {
      Issue.record("not cut")
      return
    }
    #expect(text.safe == String(repeating: "ä", count: Limit.pasteBytes / 2))
    let store = try JournalStore.inMemory()
    let journal = try store.begin(Sample.opened, at: Sample.noon)
    try journal.append(.paste(long), at: Sample.noon)
    #expect(throws: JournalError.self) { try journal.append(.note(long + long), at: Sample.noon) }
    #expect(try journal.entries().count == 1)
  }

  @Test("appends all of several entries or none")
  func allOrNone() throws {
    let store = try JournalStore.inMemory()
    let journal = try store.begin(Sample.opened, at: Sample.noon)
    let long = String(repeating: "n", count: Limit.entryBytes)
    #expect(throws: JournalError.self) {
      try journal.append([.note("first"), .note(long)], at: Sample.noon)
    }
    #expect(try journal.entries().isEmpty)
  }
}
