import Entra
import Execution
import Journal
import Remediation
import Screens
import Wording

/// A running case together with what its screens show beside it.
final class OpenCase {
  let runner: CaseRunner
  private(set) var particulars: [Particular: ForeignText]
  private(set) var report: [String] = []
  /// What the list or snapshot at hand holds, read once after each change.
  private var held = Held()
  /// The tenant that is reached; nil in guide mode.
  var reached: Reached?
  /// Whether somebody chose to go on without it.
  var goesByHand = false
  /// What works in it.
  var hands: (any Hands)?
  /// For whom they judge the gates; nil: for everybody.
  var handsPerson: UserPrincipalName?
  /// Whether a phrase was typed, here and now, for all that its page showed to come after a deletion,
  /// and nothing has gone otherwise since.
  var isCovered = false
  /// Work that the person asked for.
  var wished: Work?
  /// What the hands do now.
  var underWay: Undertaking?
  /// How far they are.
  var doing: Doing?
  /// A list or an output that is being read.
  var takingIn: TakingIn?
  /// What a search has found.
  var finds = Finds()
  /// What was read of the tenant.
  var reading: TenantReading?
  /// How often the user tried to sign in, and was kept out.
  var triesInVain = 0
  /// How many people assigned groups hold, as far as read.
  private var groupSizes: [ObjectID: Int] = [:]
  private var measured: Set<ObjectID> = []
  /// Whether groups are being looked into.
  private(set) var isMeasuring = false
  private var stopped: (at: Int, why: Setback)?
  private var byHandAt: Int?

  init(_ runner: CaseRunner) {
    self.runner = runner
    particulars = runner.replayed?.particulars ?? [:]
    held.update(from: runner, groupSizes)
  }

  var number: Int { runner.journal.number }

  /// Whose access the case is about, where somebody was named by the name they sign in with.
  var person: UserPrincipalName? {
    particulars[.person(0)].flatMap { UserPrincipalName($0.safe) }
  }

  /// Why the last piece of work stopped; gone with the next answer.
  var setback: Setback? {
    get { stopped.flatMap { $0.at == runner.opened.count ? $0.why : nil } }
    set { stopped = newValue.map { (runner.opened.count, $0) } }
  }

  /// Whether the admin does this step in the portal; gone with the next answer.
  var isByHand: Bool {
    get { byHandAt == runner.opened.count }
    set { byHandAt = newValue ? runner.opened.count : nil }
  }

  /// Takes in what came of the hands' work.
  func take(_ result: WorkResult) throws(Hindrance) {
    defer {
      held.update(from: runner, groupSizes)
      report = []
    }
    if case .diagnosed(let diagnosis) = result {
      reading = TenantReading(
        diagnosis, snapshot: held.grants, of: runner.opened.profile,
        Words(runner.opened.profile))
    }
    try runner.take(result)
  }

  /// The groups at hand that nobody has looked into yet; they are looked into from now on.
  func groupsToMeasure() -> [ObjectID] {
    guard !isMeasuring else { return [] }
    let groups = held.groups.filter { !measured.contains($0) }.prefix(Self.mostMeasured)
    measured.formUnion(groups)
    isMeasuring = !groups.isEmpty
    return Array(groups)
  }

  /// Takes in how many people groups hold.
  func take(_ sizes: [ObjectID: Int]) {
    groupSizes.merge(sizes) { $1 }
    isMeasuring = false
    held.update(from: runner, groupSizes)
  }

  /// More groups at a time are not looked into, twenty a request.
  private static let mostMeasured = 40

  /// The step the case was left on, if nothing was said since.
  var step: Int {
    guard let place = runner.replayed?.place else { return 0 }
    let parts = place.split(separator: "/")
    guard parts.count == 3, parts[0] == "step", Int(parts[1]) == runner.opened.count else {
      return 0
    }
    return max(0, Int(parts[2]) ?? 0)
  }

  /// Keeps which step is on the screen, and of which state.
  func keep(step: Int) throws(Hindrance) {
    try runner.remember(.place("step/\(runner.opened.count)/\(step)"))
  }

  /// Says one thing for the journal.
  func say(
    _ saying: Saying, from source: JournalEntry.Source = .person
  ) throws(Hindrance) {
    switch saying {
    case .input(let input):
      let shown = Words(runner.opened.profile).wayBack(in: runner.opened)
      try runner.submit(input, from: source)
      if case .answered(.phrase, .phrase) = input, hands != nil {
        isCovered = true
        if let shown {
          try runner.remember(
            .evidence(["The phrase was typed for this, too: \(shown)"]), from: .program)
        }
      }
      held.update(from: runner, groupSizes)
      finds = Finds()
    case .note(let text): try runner.remember(.note(text))
    case .paste(let text): try runner.remember(.paste(text))
    case .particular(let particular, let text):
      try runner.remember(.particular(particular, text))
      particulars[particular] = ForeignText(text)
    }
    report = []
  }

  /// Takes a list or an output in at once, and what it tells of the application.
  func take(_ given: Given) throws(IntakeFailure) -> Taken {
    switch given {
    case .intake(let intake): return try take(intake.read())
    case .counts(let counts): return try took(runner.attestSnapshot(counts))
    }
  }

  /// Takes in what was read of a list or an output.
  func take(_ draft: Draft) throws(IntakeFailure) -> Taken {
    held.expect(draft)
    return try took(runner.take(draft))
  }

  private func took(_ taken: Taken) throws(IntakeFailure) -> Taken {
    if let object = taken.object {
      let particular = runner.opened.objectParticular
      do throws(Hindrance) { try say(.particular(particular, object.description)) } catch {
        throw .hindered(error)
      }
    }
    held.update(from: runner, groupSizes)
    report = []
    return taken
  }

  /// What can be taken in beside answers.
  enum Given {
    /// Who is to be assigned, or what a command printed.
    case intake(Intake)
    /// What the admin read out.
    case counts(ReadOutCounts)
  }

  /// Makes the report, to be shown until something changes.
  func makeReport() throws(JournalError) {
    let words = Words(runner.opened.profile)
    let made = try Report(on: runner.journal, in: words, now: runner.now())
    report = made.plainText.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  /// The case as its screens get it.
  func opened(at milliseconds: Int) -> Opened {
    var opened = Opened(runner.opened, now: Moment(milliseconds: milliseconds))
    opened.number = number
    opened.particulars = particulars
    opened.since = Moment(milliseconds: runner.since)
    if runner.opened.facts.object.isRestorable {
      opened.deletedAt = runner.deletedAt.map(Moment.init(milliseconds:))
    }
    opened.command = runner.command
    opened.commandParticulars = commandParticulars
    opened.readCommands = Self.readCommands(runner.opened.profile)
    (opened.listed, opened.names, opened.groupSizes) = (held.lines, held.names, held.sizes)
    opened.report = report
    opened.done = runner.achievements.acts
    opened.isSaved = runner.journal.store.isSaved
    (opened.reach, opened.goesByHand) = (reach, goesByHand)
    opened.takingIn = takingIn?.doing
    return opened
  }

  private var commandParticulars: WriteCommand.Particulars {
    var needed = WriteCommand.Particulars()
    needed.entries = held.entries
    needed.grants = held.grants
    if runner.opened.facts.object == .deleted, runner.opened.loss.snapshot != nil {
      needed.deleted = particulars[.objectID].flatMap { ObjectID($0.safe) }
    }
    return needed
  }

  private static func readCommands(
    _ profile: ApplicationProfile
  ) -> [WriteCommand.Shell: [String]] {
    let commands = ReadCommands(app: profile.appID)
    return [
      .powerShell: commands.preparation(in: .powerShell) + commands.lines(in: .powerShell),
      .azureCLI: commands.preparation(in: .azureCLI) + commands.lines(in: .azureCLI),
    ]
  }
}

extension Moment {
  /// The moment of a time as journals keep it.
  init(milliseconds: Int) { self.init(seconds: milliseconds / 1000) }
}
