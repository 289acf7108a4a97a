import Cells
import Entra
import Execution
import Journal
import Remediation
import Screens
import Synchronization
import Testing

@testable import Walk

@Suite("The way back after a deletion", .timeLimit(.minutes(10))) struct WayBackTests {
  private func arrived(
    in situation: String, makeHands: @escaping HandsMaker = Trainee.ownHands
  ) async -> Trainee {
    let trainee = Trainee(makeHands: makeHands)
    for words in ["Practise", situation, "Begin", "The admin gets in"] {
      await trainee.choose(words)
    }
    return trainee
  }

  /// From the findings, over a sign-in without a prompt, to the typed stop.
  private func stopped(_ trainee: Trainee) async {
    await trainee.choose("Consent again")
    await trainee.choose("Sign in and tick")
    await trainee.carryOut()
    await trainee.choose("The admin signs in, ticks")
    while trainee.opened?.unsettled.isEmpty == false { await trainee.hear() }
    await trainee.settle()
    await trainee.choose("Consent again")
    await trainee.choose("None of the others")
    trainee.type("the customer's admin is not at hand")
    trainee.press(.enter)
    await trainee.choose("Remove and re-add")
    await trainee.choose("Nexetic Backup")
  }

  private func delete(_ trainee: Trainee) async {
    trainee.type(trainee.opened?.phrase ?? "")
    trainee.press(.tab)
    await trainee.choose("Delete and")
  }

  private func evidence(_ trainee: Trainee) throws -> [String] {
    let entries = try trainee.session.running?.runner.journal.entries() ?? []
    return entries.compactMap { entry -> String? in
      if case .evidence(let text) = entry.content { text.safe } else { nil }
    }
  }

  @Test("is shown with the phrase, and is gone to where somebody has to consent") func covered()
    async throws
  {
    let trainee = await arrived(in: "default")
    await stopped(trainee)
    #expect(trainee.text.contains("With the same phrase"), "\(trainee.text)")
    #expect(trainee.text.contains("3 groups: up to"), "\(trainee.text)")
    await delete(trainee)
    #expect(trainee.opened?.prompt == .route, "\(trainee.text)")
    #expect(trainee.opened?.loss.outstanding == .grants)
    #expect(trainee.opened?.facts.isAssignmentRequired == true)
    #expect(trainee.session.view.notice == "Done: 15 of 15 put back.")
    #expect(
      trainee.session.running?.runner.achievements.acts == [.replace, .readd, .require, .assign])
    let said = try evidence(trainee).filter { $0.contains("The phrase was typed for this, too") }
    #expect(said.count == 1)
  }

  @Test("is asked for step by step once it was stopped") func stoppedOnce() async {
    let box = StoppingOnce()
    let trainee = await arrived(in: "default") { client, journal, profile, person in
      box.hands(Trainee.ownHands(client, journal, profile, person))
    }
    await stopped(trainee)
    await delete(trainee)
    #expect(trainee.session.running?.setback?.isCancelled == true, "\(trainee.text)")
    await trainee.choose("Do it again")
    #expect(trainee.opened?.prompt == .identification, "\(trainee.text)")
    await trainee.choose("Nexetic Backup")
    #expect(trainee.opened?.prompt == .confirmation(.assign))
    #expect(trainee.opened?.unsettled.isEmpty == true)
  }

  @Test("of one that was added again, empty and open to all, shuts it, then swaps it back")
  func readdedEmpty() async {
    let trainee = await arrived(in: "readded-empty")
    let first = trainee.session.page.menu?.choices.prefix(2).map(\.title)
    #expect(
      first == ["Put \"Assignment required\" back", "Swap back to the deleted application"])
    #expect(trainee.opened?.refusal(of: .chosen(.reconsent)) == .guarded(.requirementPutBack))
    await trainee.choose("Put")
    await trainee.carryOut()
    #expect(trainee.opened?.facts.isAssignmentRequired == true, "\(trainee.text)")
    await trainee.choose("Swap back")
    await trainee.choose("Nexetic Backup")
    #expect(trainee.text.contains("deleted on"), "\(trainee.text)")
    await delete(trainee)
    #expect(trainee.opened?.facts.object == .present, "\(trainee.text)")
    #expect(trainee.opened?.loss.isOutstanding == false)
    #expect(trainee.opened?.prompt == .verification)
  }
}

/// Makes hands that are stopped the first time they require assignment.
private final class StoppingOnce: Sendable {
  private let hasStopped = Mutex(false)

  func hands(_ hands: any Hands) -> any Hands { Stopping(hands: hands, box: self) }

  fileprivate var isFirst: Bool {
    hasStopped.withLock { has in
      defer { has = true }
      return !has
    }
  }

  private struct Stopping: Hands {
    let hands: any Hands
    let box: StoppingOnce

    func perform(
      _ work: Work, telling: @escaping @Sendable (WorkProgress) -> Void
    ) async -> WorkResult {
      if case .carryOut(let command) = work, command.order == .requireAssignment, box.isFirst {
        return .stopped(.cancelled)
      }
      return await hands.perform(work, telling: telling)
    }
  }
}
