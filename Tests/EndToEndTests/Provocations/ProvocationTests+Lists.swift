import Foundation
import PseudoTerminal
import Testing

extension ProvocationTests {
  /// Before the field that takes who is to be assigned.
  private func list() throws -> NaiveDriver {
    let driver = try home()
    try driver.make([
      .choose("New case"), .choose("Blocked unless specifically assigned"),
      .choose("Yes, consent"), .choose("Assign users"), .type("ac9c819f843e"),
    ])
    try driver.terminal.expect("Names, a file, or paste")
    return driver
  }

  /// A file with that many rows, each ended by `ending`.
  private func file(_ count: Int, for driver: NaiveDriver, ending: String = "\n") throws -> String {
    let path = driver.folder.path + "/people.csv"
    let rows = (1...count).map { "person\($0)@contoso.example" }
    try Data(rows.joined(separator: ending).utf8).write(to: URL(filePath: path))
    return path
  }

  @Test("24: a hundred thousand rows are read while every key is answered, and counted right")
  func hugeList() throws {
    let driver = try list()
    let terminal = driver.terminal
    try terminal.send(try file(100_000, for: driver) + "\r")
    // Enter was answered before the list was read, however long that takes.
    try terminal.expect("the screen of what is being read") { _ in
      String(decoding: terminal.received, as: UTF8.self).contains("Reading what you gave")
    }
    terminal.resize(columns: 120, rows: 24)
    try terminal.expect("the footer at 120") { $0.lines[23].contains("? help") }
    try terminal.expect("100,000 entries on the list.")
    for columns in [120, 80] {
      terminal.resize(columns: columns, rows: 24)
      try terminal.expect("the footer at \(columns)") { $0.lines[23].contains("? help") }
      try driver.make(.press("?"))
      try driver.make(.press("\u{1b}"))
    }
    try driver.make(.press("c"))
    #expect(try driver.orders(in: 1).count == 1)
  }

  @Test("24: every fault of a long list is counted, and nothing of it is taken")
  func faultyList() throws {
    let driver = try list()
    let path = try file(50_000, for: driver, ending: "@\n")
    try driver.terminal.send(path + "\r")
    try driver.terminal.expect("Nothing was taken.")
    #expect(driver.terminal.screen.shows("Line 1, column 1"))
    #expect(try driver.journal(of: 1).allSatisfy { !$0.contains("50,000") })
  }
}
