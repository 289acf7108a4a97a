import ArgumentParser
import Entra
import Foundation
import Wording

/// What an error text comes to: which gate, what to do first, what not to do.
struct ExplainCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what an error text means: which gate is shut, and what to do first.",
    discussion: """
      regrant explain AADSTS50105
      regrant explain "Need admin approval"
      regrant explain - < mail.txt
      regrant explain --format json 65001

      Takes an error page, a code, an address from the browser or a customer's mail. Without TEXT, \
      or with -, it is read from standard input, at most 10 MB.
      """)

  @Argument(help: "The text; - reads standard input.")
  var text: [String] = []

  @Option(help: "The form of the answer.")
  var format = Format.text

  @Flag(help: "Never wait for somebody to type.")
  var noInput = false

  mutating func perform() throws -> ExitCode {
    let recognition = Recognition(try given())
    let words = Words()
    let explanation = words.explanation(of: recognition)
    let isRecognised =
      !explanation.readings.isEmpty || explanation.application != nil
      || !recognition.answers.isEmpty || recognition.portal != nil
    switch format {
    case .json:
      try StandardStream.write(
        JSONOutput.text(ExplanationFile(explanation, Escalation(recognition))))
    case .text where isRecognised:
      try StandardStream.write(lines: words.lines(for: explanation))
    case .markdown where isRecognised:
      try StandardStream.write(lines: words.markdown(for: explanation))
    case .text, .markdown: break
    }
    guard isRecognised else { throw Self.nothingRecognised(words) }
    return .done
  }

  private static func nothingRecognised(_ words: Words) -> Failure {
    Failure(
      .badData, words.nothingRecognised,
      "What can be read: AADSTS codes and their sentences, \"Need admin approval\" and the other "
        + "consent pages, sign-in and portal addresses, application IDs.",
      "Pages in other languages are told by their codes and IDs.")
  }

  private func given() throws -> ForeignText {
    if !text.isEmpty, text != ["-"] { return try Self.checked(text.joined(separator: " ")) }
    if text.isEmpty, StandardStream.isTerminal(STDIN_FILENO) {
      guard StandardStream.canAsk, !noInput else {
        throw Failure(.usage, "TEXT is missing: give it as an argument, or pipe it in.")
      }
      StandardStream.complain(["Paste the text, then press Return and Ctrl-D."])
    }
    guard
      let data = try StandardStream.read(STDIN_FILENO, atMost: Recognition.maximumBytes)
    else { throw Failure(.badData, .tooLarge(megabytes: Recognition.maximumBytes >> 20)) }
    return try Self.checked(Self.decoded(data))
  }

  private static func checked(_ text: String) throws -> ForeignText {
    guard text.utf8.count <= Recognition.maximumBytes else {
      throw Failure(.badData, .tooLarge(megabytes: Recognition.maximumBytes >> 20))
    }
    guard text.contains(where: { !$0.isWhitespace }) else { throw Failure(.badData, .empty) }
    return ForeignText(text)
  }

  /// UTF-8 with what is broken replaced, or UTF-16 that says so, as PowerShell writes it.
  private static func decoded(_ data: Data) -> String {
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]),
      let text = String(data: data, encoding: .utf16)
    {
      return text
    }
    return String(decoding: data, as: UTF8.self)
  }
}
