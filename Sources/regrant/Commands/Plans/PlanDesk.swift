import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Walk
import Wording

/// Where plans are made and applied: one tenant, one case, and Regrant's own hands.
struct PlanDesk {
  let plan: PlanFile
  private let opened: Connection
  private let person: UserPrincipalName?

  init(_ plan: PlanFile, _ connection: ConnectionOptions, noInput: Bool) throws(Failure) {
    self.plan = plan
    var person: UserPrincipalName?
    if let user = plan.user {
      guard let name = UserPrincipalName(user) else {
        throw Failure(.usage, "\(Failure.name(user)) is no user principal name.")
      }
      person = name
    }
    self.person = person
    var wishes = ConnectionWishes()
    wishes.noInput = noInput
    opened = try connection.open(wishes)
  }

  private static var profile: ApplicationProfile { .nexeticBackup }
  private var mode: Mode { opened.tenant == nil ? .connect : .train }

  func close() {
    let opened = opened
    // Closing fails in no way that anybody could act upon.
    try? Finished.waiting { () async throws(Failure) in await opened.close() }
  }

  /// The plan, completed by what a reading tells; nothing is changed.
  func draft() throws(Failure) -> PlanFile {
    let runner: CaseRunner
    do throws(JournalError) { runner = try begin(in: try JournalStore.inMemory()) } catch {
      throw Failure(error)
    }
    var walk = PlanWalk(plan, in: runner, saying: nil, isDraft: true)
    let hands = hands(of: runner)
    var changes: [String] = []
    drafting: do throws(PlanWalk.Stop) {
      while true {
        switch try walk.next() {
        case .work(.carryOut(let command)), .work(.watch(let command)):
          changes = Self.changes(by: command.order, plan)
          break drafting
        case .work(let work): try perform(work, by: hands, for: runner)
        case .pause, .closed: throw .open(runner.opened.prompt)
        }
      }
    } catch {
      guard case .phrase = error else { throw Failure(error, of: nil, in: runner.opened) }
      changes = Self.replacing(runner.opened.snapshot)
    }
    return completed(runner, changes)
  }

  private func completed(_ runner: CaseRunner, _ changes: [String]) -> PlanFile {
    var made = plan
    made.changes = changes
    if let reading = runner.reading {
      (made.tenant, made.tenantName) = (reading.tenant, reading.tenantName.safe)
      (made.domain, made.object) = (reading.domain, reading.application?.id)
      made.counts.assignments = reading.assigned?.principals
      made.counts.groups = reading.assigned?.groups
    }
    if runner.opened.listed > 0 { made.counts.listed = runner.opened.listed }
    if plan.option == .replace {
      made.confirmation = runner.opened.phrase
      made.counts.digest = runner.opened.snapshot?.digest
    }
    return made
  }

  /// Carries the plan out, or goes on where it stopped; how the case stands then.
  func apply(saying phrase: String?) throws(Failure) -> (number: Int, closing: Closing) {
    let runner = try taken()
    let number = runner.journal.number
    var walk = PlanWalk(plan, in: runner, saying: phrase, isDraft: false)
    let hands = hands(of: runner)
    do throws(PlanWalk.Stop) {
      while true {
        switch try walk.next() {
        case .work(let work): try perform(work, by: hands, for: runner)
        case .pause(let seconds): Self.pause(seconds)
        case .closed(let closing): return (number, closing)
        }
      }
    } catch { throw Failure(error, of: number, in: runner.opened) }
  }

  private func perform(
    _ work: Work, by hands: TenantHands, for runner: CaseRunner
  ) throws(PlanWalk.Stop) {
    let result: WorkResult
    do throws(Failure) {
      result = try Finished.waiting { () async throws(Failure) in
        await hands.perform(work, telling: { _ in })
      }
    } catch { result = .stopped(.cancelled) }
    do throws(Hindrance) { try runner.take(result) } catch { throw .hindered(error) }
  }

  private static func pause(_ seconds: Int) {
    StandardStream.complain(["The deletion has not settled yet; trying again in \(seconds) s."])
    Thread.sleep(forTimeInterval: Double(seconds))
  }

  /// The plan's case: begun now, or taken up where it was left.
  private func taken() throws(Failure) -> CaseRunner {
    let store = try Composition.openJournal()
    do throws(JournalError) {
      let known = try store.summaries().first { $0.id == caseID }
      guard let known else { return try begin(in: store) }
      return try CaseRunner(
        opening: known.number, in: store, as: Self.profile, now: { Composition.now })
    } catch { throw Failure(error) }
  }

  private var caseID: CaseID { CaseID(bits: plan.caseID.bits) }

  private func begin(in store: JournalStore) throws(JournalError) -> CaseRunner {
    try CaseRunner(
      beginning: Case(id: caseID, mode: mode, profile: Self.profile), in: store,
      now: { Composition.now })
  }

  private func hands(of runner: CaseRunner) -> TenantHands {
    TenantHands(
      opened.client, for: runner.journal, of: Self.profile, person: person,
      now: { Composition.now })
  }

  private static func changes(by order: Order, _ plan: PlanFile) -> [String] {
    let first = Words().name(of: order)
    let isAlso = plan.option == .assign && plan.consent != nil && !order.name.hasPrefix("consent")
    return [first] + (isAlso ? ["consent for the organization, where it is missing"] : [])
  }

  private static func replacing(_ snapshot: Snapshot?) -> [String] {
    guard let snapshot else { return [] }
    let words = Words()
    return [
      words.name(of: .deleteServicePrincipal(snapshot: snapshot.id)),
      words.lossSentence(for: snapshot),
      words.name(of: .addServicePrincipal),
    ] + (snapshot.isAssignmentRequired ? [words.name(of: .requireAssignment)] : []) + [
      "consent for the organization",
      "put back \(snapshot.assignments) assignments, \(snapshot.permissions) application "
        + "permissions, \(snapshot.owners) owners and \(snapshot.properties) properties",
    ]
  }
}

extension Failure {
  /// Why a plan stopped: the machine's own words, and what would satisfy it.
  init(_ stop: PlanWalk.Stop, of number: Int?, in opened: Case) {
    let words = Words()
    let later = number.map { ["Go on with: regrant --case \($0)"] } ?? []
    switch stop {
    case .hindered(.unremembered(let error)): self.init(error)
    case .hindered(let hindrance): self.init(.somethingOpen, lines: [words.line(hindrance)] + later)
    case .list(let failure): self.init(.badData, lines: words.lines(failure))
    case .phrase(let phrase):
      self.init(
        .somethingOpen,
        lines: ["Nothing is deleted until this is said: \(phrase)", "Say it with --confirm."])
    case .changed(let what):
      self.init(.badData, lines: [what, "Nothing was changed by it. Make the plan anew."])
    case .hitch(let hitch):
      let trouble = words.trouble(with: hitch)
      let code: ExitCode = hitch == .cancelled ? .interrupted : .tryAgain
      self.init(code, lines: [trouble.happened, trouble.meaning, trouble.next])
    case .open(.act):
      let shut = opened.facts.findings.filter { $0.judgement != .open && $0.gate.isOurs }
      self.init(
        .somethingOpen,
        lines: ["What is left is for somebody to decide:"]
          + shut.map { "- " + words.line(for: $0, in: opened.facts) } + later)
    case .open(let prompt):
      self.init(
        .somethingOpen, lines: ["This is for somebody to say: \(words.title(of: prompt))."] + later)
    }
  }
}
