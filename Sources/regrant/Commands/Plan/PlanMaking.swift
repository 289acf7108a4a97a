import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Wording

/// Makes a plan: the machine goes all the way to the first change, and stops there.
struct PlanMaking {
  let act: PlannedAct
  let options: PlanOptions
  let words = Words()

  /// Adds to the wishes what only the tenant can tell.
  typealias Preparation =
    @Sendable (GraphClient, Words, inout PlanWishes) async throws(Failure) -> Void

  init(_ act: PlannedAct, _ options: PlanOptions) { (self.act, self.options) = (act, options) }

  /// Reads, rehearses, writes the file and says what would happen.
  func make(
    _ wishes: PlanWishes, preparing: @escaping Preparation = { _, _, _ throws(Failure) in }
  ) throws -> ExitCode {
    var told = ConnectionWishes()
    told.noInput = options.noInput
    let connection = try options.connection.open(told)
    let (act, words) = (act, words)
    let plan = try Finished.waiting { () async throws(Failure) in
      let made: Result<PlanFile, Failure>
      do throws(Failure) {
        var wishes = wishes
        try await preparing(connection.client, words, &wishes)
        made = .success(try await Self.rehearse(act, wishes, through: connection.client, words))
      } catch { made = .failure(error) }
      await connection.close()
      return try made.get()
    }
    let bytes = Data(try JSONOutput.text(plan).utf8)
    let isFile = options.out != "-"
    try WrittenFile.write(
      isFile ? bytes : JSONOutput.spelledOut(bytes), to: options.out, replacing: options.force)
    guard isFile else { return .done }
    switch options.format {
    case .json:
      try StandardStream.write(String(decoding: JSONOutput.spelledOut(bytes), as: UTF8.self))
    case .text:
      try StandardStream.write(
        lines: PlanSheet(plan, words).lines + ["", "Written to \(Failure.name(options.out))."])
    }
    return .done
  }

  private static func rehearse(
    _ act: PlannedAct, _ wishes: PlanWishes, through client: GraphClient, _ words: Words
  ) async throws(Failure) -> PlanFile {
    let now: @Sendable () -> Int = { Composition.now }
    let runner: CaseRunner
    let run: PlanRun
    do throws(JournalError) {
      runner = try CaseRunner(
        beginning: Case(id: CaseID(bits: 0), mode: .connect, profile: words.profile),
        in: JournalStore.inMemory(), now: now)
      run = try PlanRun(rehearsing: act, wishes, by: runner, through: client, now: now)
    } catch { throw Failure(error) }
    let end = await run.walk()
    guard case .due = end, let basis = run.basis else {
      throw PlanFailure(end, in: runner.opened, words).failure
    }
    let steps = try await PlanSteps(act, wishes, basis, words).lines(through: client)
    return PlanFile(
      id: Composition.newCaseID(), madeAt: now(), act: act, wishes: wishes, basis: basis,
      confirmation: runner.opened.phrase, steps: steps)
  }
}

/// A plan for people.
struct PlanSheet {
  let plan: PlanFile
  let words: Words

  init(_ plan: PlanFile, _ words: Words) { (self.plan, self.words) = (plan, words) }

  var lines: [String] {
    let basis = plan.basis
    let tenant = [basis.tenantName.text.safe, basis.domain?.text, basis.tenantID.description]
    return [
      "Tenant: \(tenant.compactMap(\.self).joined(separator: ", "))",
      "Application: \(words.profile.name), object \(basis.objectID?.description ?? "none")",
      "", words.title(of: plan.act.act),
    ] + plan.steps.map { "  " + $0 }
      + (plan.confirmation.map { ["", "The phrase it asks for: \($0)"] } ?? [])
  }
}
