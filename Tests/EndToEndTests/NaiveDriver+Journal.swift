import Foundation
import PseudoTerminal
import Testing

extension NaiveDriver {
  /// What a command prints about the story's cases.
  func output(of arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: try Self.program())
    process.arguments = arguments
    process.environment = ["XDG_STATE_HOME": folder.path, "LC_ALL": "C.UTF-8"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  /// What is kept of a case, a line for each entry of its journal.
  func journal(of number: Int) throws -> [String] {
    let sheet = try JSONSerialization.jsonObject(
      with: Data(output(of: ["cases", "show", "\(number)", "--format", "json"]).utf8))
    let entries = (sheet as? [String: Any])?["journal"] as? [[String: Any]]
    return try #require(entries).compactMap { $0["text"] as? String }
  }

  /// What was ordered in a case: each order is the confirmation of an act.
  func orders(in number: Int) throws -> [String] {
    try journal(of: number).filter { $0.hasPrefix("Confirmed: ") }
  }

  /// The numbers of all cases.
  func cases() throws -> [Int] {
    let list = try JSONSerialization.jsonObject(
      with: Data(output(of: ["cases", "list", "--format", "json"]).utf8))
    let cases = (list as? [String: Any])?["cases"] as? [[String: Any]]
    return try #require(cases).compactMap { $0["number"] as? Int }
  }
}
