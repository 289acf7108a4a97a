import Foundation
import PseudoTerminal
import Testing

@Suite("The same walk in plain lines") struct LinearTests {
  private func say(
    _ lines: [String], _ arguments: [String] = [], in folder: StateDirectory = StateDirectory()
  ) throws -> (lines: [String], bytes: Data, status: Int32) {
    try say(bytes: Data((lines.joined(separator: "\n") + "\n").utf8), arguments, in: folder)
  }

  private func say(
    bytes: Data, _ arguments: [String] = [], in folder: StateDirectory = StateDirectory()
  ) throws -> (lines: [String], bytes: Data, status: Int32) {
    let input = folder.path + "-input"
    try bytes.write(to: URL(filePath: input))
    defer { try? FileManager.default.removeItem(atPath: input) }
    let program = try #require(builtProgram(named: "regrant"))
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["--plain"] + arguments
    process.environment = ["XDG_STATE_HOME": folder.path, "LC_ALL": "C.UTF-8"]
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: said, as: UTF8.self)
    return (text.split(separator: "\n").map(String.init), said, process.terminationStatus)
  }

  static let close = ["An ordinary user signed in", "Nobody: signing in", "Resolved"]

  static let toTheWarning = [
    "New case", "AADSTS65001: consent is needed", "Correlation Id: none", ".",
    "No, assignment is not required", "Consent again", "Global Administrator", "Sign in and tick",
    "c", "It looks", "No prompt", "Yes, that is", "Consent again", "The admin-consent", "c", "1",
    "It still fails: need", "It still fails: waited", "Consent again", "A way can", "\"Grant admin",
    "greyed out", "b",
    "Remove and re", "W1 ac9c819f843e", "Paste what", Output.snapshot, ".", "A way can",
    "A grant through", "nobody may", "contoso.example",
  ]

  @Test("consents again (2A) to a closed case, from a transcript")
  func consentAgain() throws {
    let (lines, _, status) = try say(
      [
        "New case", "2", "No, assignment is not required", "Consent again", "Global Administrator",
        "Sign in and tick", "c", "1", "1",
      ] + Self.close)
    #expect(lines.contains("Chosen: Resolved"))
    #expect(status == 0, "\(lines.suffix(20))")
  }

  @Test("assigns users (Option 1) to a closed case, from a transcript")
  func assign() throws {
    let (lines, _, status) = try say(
      [
        "New case", "3", "Yes, consent", "Assign users", "W1 ac9c819f843e",
        "anna@contoso.example", "kim@contoso.example", ".", "c", "1", "1", "1", "1", "1", "1",
      ] + Self.close)
    #expect(lines.contains { $0.contains("2 entries on the list") }, "\(lines)")
    #expect(status == 0, "\(lines.suffix(20))")
  }

  @Test("removes and re-adds (2B) to a closed case, from a transcript")
  func replace() throws {
    let (lines, _, status) = try say(
      Self.toTheWarning + [
        "W5 delete 4 contoso.example", "W5 2", "1", "1", "1", "Add the application", "c", "1",
        "Put", "c", "1", "1", "1", "Consent again", "The admin-consent", "c", "1", "Assign",
        "W1 ac9c819f843e", "c", "1", "1", "Paste what", Output.afterwards, ".",
      ] + Self.close)
    #expect(lines.contains("Chosen: Delete and go on"))
    #expect(status == 0, "\(lines.suffix(40))")
  }

  @Test(
    "never deletes by anything that does not begin with the warning's number",
    arguments: [["2"], ["", "", "y", "Delete and go on"], ["delete 4 contoso.example", "2"]])
  func warning(_ typed: [String]) throws {
    let (lines, _, status) = try say(Self.toTheWarning + typed)
    #expect(lines.contains { $0.hasPrefix("STOP") })
    #expect(!lines.contains("Chosen: Delete and go on"))
    #expect(status == 1)
  }

  @Test("writes no escape sequence, whatever it is given")
  func hostile() throws {
    var bytes = Data("New case\n\u{1b}[2J\u{202e}evil\u{7}\n.\n".utf8)
    bytes.append(contentsOf: [0xff, 0xfe, 0x00, 0x0a])
    bytes.append(Data(repeating: UInt8(ascii: "x"), count: 3_000_000))
    bytes.append(Data("\n?\n".utf8))
    let (lines, said, _) = try say(bytes: bytes)
    #expect(said.allSatisfy { $0 >= 0x20 || $0 == 0x0a })
    #expect(!String(decoding: said, as: UTF8.self).unicodeScalars.contains("\u{202e}"))
    #expect(lines.contains { $0.contains("longer than 1 MB") })
  }

  @Test("keeps the case where the input ends, and says how to go on")
  func ended() throws {
    let folder = StateDirectory()
    let (lines, _, status) = try say(["New case", "2"], in: folder)
    #expect(status == 1)
    #expect(lines.last == "Go on with: regrant --case 1")
    let again = try say([], ["--case", "1"], in: folder)
    #expect(again.lines.contains { $0.contains("Assignment required?") })
  }
}
