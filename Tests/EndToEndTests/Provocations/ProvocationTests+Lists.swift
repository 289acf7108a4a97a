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

  /// How many are ticked, and how many people there are: "1 ticked; 14 to 25 of 25".
  private func counts(_ screen: Screen) -> (ticked: Int, all: Int)? {
    let row = screen.lines.first { $0.contains(" ticked; ") }
    let numbers = row?.split { !$0.isNumber }.compactMap { Int($0) } ?? []
    guard let ticked = numbers.first, let all = numbers.last, numbers.count > 1 else { return nil }
    return (ticked, all)
  }

  @Test("24: of a hundred thousand people those are found who are looked for, and counted right")
  func hugeTenant() throws {
    let driver = try NaiveDriver([
      "connect", "--simulate", "unassigned", "--size", "100000",
    ])
    let terminal = driver.terminal
    try driver.make([.choose("Begin"), .choose("Blocked unless specifically assigned")])
    try driver.make([.choose("Assign users"), .choose("1  Nexetic Backup")])
    try terminal.expect("Who is to be assigned?")
    try terminal.send("anna")
    try terminal.expect("the people found") {
      (self.counts($0)?.all ?? 0) > 12 && $0.shows("[anna")
    }
    driver.settle()
    let all = try #require(counts(terminal.screen)?.all)
    try driver.make([.press("\t"), .press("\u{1b}[F")])
    #expect(terminal.screen.shows("to \(all) of \(all)"), "\(terminal.screen.text)")
    try driver.make(.press(" "))
    for (columns, rows) in [(120, 40), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      try terminal.expect("the same list at \(columns)") {
        guard let counts = self.counts($0), $0.lines[rows - 1].hasSuffix(" help") else {
          return false
        }
        return counts.ticked == 1 && counts.all == all
      }
    }
  }
}
