import ArgumentParser
import Journal

/// Cases checked for damage, and for edits that did not rebuild the chain.
struct CaseVerifyCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check cases for damage and edits; exit code 1 when one is found.",
    discussion: """
      regrant cases verify
      regrant cases verify 3
      """)

  @Argument(help: "The cases' numbers; all of them without.")
  var numbers: [CaseNumber] = []

  @Option(help: "The form of the result.")
  var format = PlainFormat.text

  mutating func perform() throws -> ExitCode {
    let checked = try check()
    switch format {
    case .text:
      if checked.isEmpty { StandardStream.complain(["There are no cases."]) }
      try StandardStream.write(lines: checked.map(\.line))
    case .json: try StandardStream.write(JSONOutput.text(CheckedCase.File(cases: checked)))
    }
    return checked.allSatisfy(\.isIntact) ? .done : .somethingOpen
  }

  private func check() throws -> [CheckedCase] {
    do {
      guard let store = try Composition.openJournalIfAny() else {
        if !numbers.isEmpty { throw JournalError.noSuchCase }
        return []
      }
      try store.checkFile()
      let numbers = numbers.isEmpty ? try store.summaries().map(\.number) : numbers.map(\.value)
      return try numbers.map { number in
        CheckedCase(number, try store.journal(number: number).verify())
      }
    } catch let error as JournalError {
      guard case .damaged = error else { throw Failure(error) }
      // The file as a whole is broken: that is what was asked.
      throw Failure(.somethingOpen, lines: Failure(error).lines)
    } catch let failure as Failure where failure.code == .badData {
      throw Failure(.somethingOpen, lines: failure.lines)
    }
  }
}

/// A case and what its verification said.
struct CheckedCase: Encodable {
  let number: Int
  let verdict: String
  let head: String?
  let entry: Int?
  let list: Int?

  /// The result as one object.
  struct File: Encodable { let cases: [CheckedCase] }

  init(_ number: Int, _ verdict: CaseJournal.Verdict) {
    self.number = number
    switch verdict {
    case .intact(let head): (self.verdict, self.head, entry, list) = ("intact", head, nil, nil)
    case .broken(let entry): (self.verdict, head, self.entry, list) = ("broken", nil, entry, nil)
    case .alteredList(let list):
      (self.verdict, head, entry, self.list) = ("altered list", nil, nil, list)
    }
  }

  var isIntact: Bool { head != nil }

  var line: String {
    if let head { return "Case \(number): intact, head \(head)" }
    if let list { return "Case \(number): list \(list) is not as it was written" }
    return "Case \(number): damaged or edited, from entry \(entry ?? 1) on"
  }
}
