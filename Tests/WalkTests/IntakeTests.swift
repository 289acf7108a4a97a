import Cells
import Execution
import Journal
import Remediation
import Screens
import Testing

@testable import Walk

@Suite("A long list that somebody gives") struct IntakeTests {
  private static let count = 5_000
  private static let long = (1...count).map { "person\($0)@contoso.example" }
    .joined(separator: "\n")

  /// Somebody who is asked who is to be assigned.
  private func trainee() -> Trainee {
    let trainee = Trainee()
    for line in ["New case", "3", "Yes, consent", "Assign users", "W1 ac9c819f843e"] {
      _ = trainee.session.take(line: line)
    }
    return trainee
  }

  private func give(_ text: String, to trainee: Trainee) {
    trainee.press(.paste(text))
    trainee.press(.enter)
  }

  @Test("is read beside the keys, and waits until what lies over the screen is closed")
  func read() async {
    let trainee = trainee()
    give(Self.long, to: trainee)
    #expect(trainee.text.contains("Reading what you gave"))
    trainee.press(.character("?"))
    while trainee.session.running?.takingIn?.result == nil { await trainee.hear() }
    #expect(trainee.text.contains("Help: Reading what you gave"))
    #expect(trainee.opened?.listed == 0)
    trainee.press(.escape)
    #expect(trainee.session.view.notice == "5,000 entries on the list.")
    #expect(trainee.opened?.listed == Self.count)
  }

  @Test("is stopped at once, and what was pasted is there again")
  func stopped() async throws {
    let trainee = trainee()
    give(Self.long, to: trainee)
    trainee.press(.escape)
    #expect(trainee.session.running?.takingIn == nil)
    #expect(trainee.session.view.pasted == Self.long)
    #expect(trainee.session.view.problems == trainee.session.words.lines(.stopped))
    #expect(trainee.opened?.listed == 0)
    trainee.press(.enter)
    await trainee.settle()
    #expect(trainee.opened?.listed == Self.count)
    let lists = try trainee.session.running?.runner.ledger.lists() ?? []
    #expect(lists.filter(\.isComplete).map(\.count) == [Self.count])
  }

  @Test("is not taken when its case was left meanwhile")
  func left() async {
    let trainee = trainee()
    give(Self.long, to: trainee)
    trainee.session.goHome()
    trainee.session.open(1)
    #expect(trainee.opened?.listed == 0)
    #expect(trainee.opened?.prompt == .list)
    give("anna@contoso.example", to: trainee)
    #expect(trainee.opened?.listed == 1)
  }

  @Test("is refused with all its faults, and stays where it was pasted")
  func faulty() async {
    let trainee = trainee()
    let text = Self.long.replacing("contoso.example\n", with: "\n")
    give(text, to: trainee)
    #expect(trainee.session.running?.takingIn != nil)
    await trainee.settle()
    #expect(trainee.session.view.problems.first?.hasPrefix("Line 1, column 1: ") == true)
    #expect(trainee.session.view.problems.last?.contains("more.") == true)
    #expect(trainee.session.view.pasted == text)
    #expect(trainee.opened?.listed == 0)
  }
}
