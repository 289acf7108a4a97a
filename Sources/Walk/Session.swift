import Cells
import Entra
import Execution
import Journal
import Remediation
import Screens
import Training
import Wording

/// What only the one who owns screen or lines can do.
enum Effect: Sendable, Hashable {
  case copy(String)
  case plain(String)
  case suspend
  case redraw
  case mouse
  case leave
}

/// Where the person is, how it looks, and everything that screens may ask for.
///
/// It knows no terminal: ``Loop`` and ``LinearSession`` show its page and bring keys and lines.
final class Session {
  var view = View() { didSet { made = nil } }
  private(set) var room: Room { didSet { made = nil } }
  let surroundings: Surroundings
  let words: Words
  var store: JournalStore?
  /// The case one is in.
  private(set) var running: OpenCase?
  private var home: Home
  /// What tasks post.
  let mailbox: Mailbox
  /// How one signs in to a customer's tenant.
  lazy var door = surroundings.door()
  /// On the way into a tenant.
  var arrival: Arrival?
  var arrivalTask: Task<Void, Never>?
  /// The tenant signed in to last.
  var reached: Reached?
  /// The practice tenants of this sitting, by case.
  private var practices: [Int: Reached] = [:]
  /// Arrivals, undertakings and searches are counted, so that news of an earlier one is told apart.
  var arrivals = 0
  var undertakings = 0
  var searches = 0
  /// How many people do something in a browser of the practice tenant.
  var browsing = 0
  var searchTask: Task<Void, Never>?
  /// When the tenant is to be searched.
  var searchDue: ContinuousClock.Instant?
  /// The face of room and view, until one of them changes.
  private var made: Desk?

  /// Home, before anything was read.
  ///
  /// `wake` is called from any task when something was posted.
  init(_ surroundings: Surroundings, wake: @escaping @Sendable () -> Void = {}) {
    self.surroundings = surroundings
    mailbox = Mailbox(wake: wake)
    words = Words(surroundings.profile)
    home = Home(
      cases: nil, now: Moment(milliseconds: surroundings.now()), profile: surroundings.profile)
    room = .home(home)
  }

  /// The face of the program as it is now; made once for each state, however often it is asked for.
  var desk: Desk {
    if let made { return made }
    let desk = Desk(room, view)
    made = desk
    return desk
  }

  /// What to show.
  var page: Page { desk.page }

  /// What tells one question from another: keys typed for one must not answer the next.
  struct Place: Hashable {
    let number: Int?
    let prompt: Prompt?
    let isStop: Bool
    let errand: Errand?
    let setback: Setback?
    let arrival: Arrival.Stage?
  }

  /// Which question is on the screen.
  func place(of page: Page) -> Place {
    Place(
      number: running?.number, prompt: running?.runner.opened.prompt, isStop: page.isStop,
      errand: running?.takingIn?.doing.task ?? running?.doing?.task, setback: running?.setback,
      arrival: arrival?.stage)
  }

  /// Opens the journal and reads what home shows, then the case that was asked for.
  ///
  /// Where it can't be opened, the walk goes on in memory, and home says so.
  func start(with number: Int? = nil) {
    var failure: JournalError?
    do throws(JournalError) {
      if let folder = surroundings.folder {
        store = try JournalStore(in: folder)
      } else {
        failure = .readOnly(path: "~")
      }
    } catch { failure = error }
    if let failure { goOnUnsaved(because: failure) }
    goHome()
    if let number { open(number) }
  }

  private func goOnUnsaved(because failure: JournalError) {
    home.trouble = words.trouble(with: words.mishap(failure))
    view.problems = failure.walkSentences
    do throws(JournalError) { store = try JournalStore.inMemory() } catch {
      view.problems.append(words.line(error))
    }
  }

  /// Leaves the case, which is kept if anything was said in it, and reads the list of cases anew.
  func goHome() {
    let empty = emptyCase
    leaveCase()
    cancelArrival()
    home.cases = []
    if let store {
      do throws(JournalError) {
        if let empty { try store.delete(empty) }
        try store.expire(now: surroundings.now())
        home.cases = try store.summaries(unfinishedOnly: true).map(line)
      } catch { view.notice = words.line(error) }
    }
    refresh()
  }

  /// The case one is in, as long as nothing was said in it.
  private var emptyCase: CaseID? {
    guard let runner = running?.runner, runner.opened.count == 0 else { return nil }
    do throws(JournalError) {
      return try runner.journal.entries(limit: 1).isEmpty ? runner.opened.id : nil
    } catch { return nil }
  }

  /// Leaves the case, which is kept; what is under way in it is stopped.
  func leaveCase() {
    running?.dropWork()
    searchTask?.cancel()
    searchDue = nil
    running = nil
  }

  private func line(_ summary: CaseSummary) -> CaseLine {
    CaseLine(
      number: summary.number,
      name: summary.customer ?? summary.domain.map { ForeignText($0.text) },
      waitsFor: words.waitsFor(summary.phase), since: Moment(milliseconds: summary.since))
  }

  /// Begins a case, with the symptom if it is known.
  func begin(_ symptom: Symptom?, mode: Mode = .guide) {
    guard let store else { return }
    leaveCase()
    arrival = nil
    let opened = Case(id: surroundings.newCaseID(), mode: mode, profile: surroundings.profile)
    do throws(JournalError) {
      running = OpenCase(
        try CaseRunner(beginning: opened, in: store, now: surroundings.now))
    } catch {
      view.notice = words.line(error)
      return
    }
    view = View()
    if let symptom { say([.input(.reported(symptom))]) }
    refresh()
  }

  /// Opens an unfinished case where it was left.
  func open(_ number: Int) {
    guard let store else { return }
    do throws(JournalError) {
      let runner = try CaseRunner(
        opening: number, in: store, as: surroundings.profile, now: surroundings.now)
      leaveCase()
      let opened = OpenCase(runner)
      running = opened
      closeRestoreWindow()
      view = View(step: opened.step)
      if let stop = runner.replayed?.stop { view.notice = words.line(stop) }
    } catch { view.notice = words.line(error) }
    if let reached = practices[number] { giveHands(in: reached) }
    refresh()
  }

  /// From now on the case's commands are performed in the tenant.
  func giveHands(in reached: Reached) {
    guard let running else { return }
    running.reached = reached
    if reached.practice != nil { practices[running.number] = reached }
    do throws(Hindrance) {
      try running.say(.particular(.tenantID, reached.card.id.description))
      try running.say(.particular(.tenantName, reached.card.name.safe))
      if let site = reached.site, site != .cloud(.global) || running.particulars[.site] != nil {
        try running.say(.particular(.site, site.description))
      }
      if let person = surroundings.person, running.person == nil {
        try running.say(.particular(.person(0), person.text))
      }
    } catch { view.notice = words.line(error) }
    makeHands(for: running, in: reached)
    attend()
    refresh()
  }

  /// Says things in order; the first that is refused ends it, and is told.
  ///
  /// - Returns: whether all were taken.
  @discardableResult
  func say(_ sayings: [Saying], from source: JournalEntry.Source = .person) -> Bool {
    guard let running else { return false }
    var isAnswered = false
    let step = isTakenUp(sayings) ? running.step : 0
    do throws(Hindrance) {
      for saying in sayings {
        try running.say(saying, from: source)
        if case .input = saying { isAnswered = true }
      }
    } catch {
      // What was taken before has brought another question.
      if isAnswered { view = View() }
      view.notice = words.line(error)
      return false
    }
    if isAnswered { view = View(step: step) }
    followPerson()
    return true
  }

  /// Whether an interrupted command goes on, at the step it was left on.
  private func isTakenUp(_ sayings: [Saying]) -> Bool {
    sayings.contains { if case .input(.resumed) = $0 { true } else { false } }
  }

  /// Says that the 30 days are over, when they are: then restoring is no longer offered.
  private func closeRestoreWindow() {
    guard let runner = running?.runner, let deletedAt = runner.deletedAt,
      runner.opened.facts.object.isRestorable,
      Moment(milliseconds: deletedAt).endOfRestoreWindow
        <= Moment(milliseconds: surroundings.now())
    else { return }
    say([.input(.observed(.restoreWindowClosed))], from: .program)
  }

  /// Takes in what may have changed: the time, and the case.
  func refresh() {
    let now = surroundings.now()
    home.now = Moment(milliseconds: now)
    if let running {
      room = .walk(running.opened(at: now))
    } else if var arrival {
      arrival.now = Moment(milliseconds: now)
      room = .arriving(arrival)
    } else {
      room = .home(home)
    }
  }

  /// Ends it: what to say on the ordinary screen after leaving.
  func end() -> [String] {
    if emptyCase != nil { goHome() }
    guard let running else { return [] }
    let opened = running.runner.opened
    guard opened.closing == nil else { return ["Case \(running.number) is closed."] }
    let waits = words.waitsFor(opened.phase)
    guard running.runner.journal.store.isSaved else {
      return ["This case could not be saved, and is gone: \(waits)."]
    }
    return [
      "Case \(running.number) is kept: \(waits).",
      "Go on with: regrant --case \(running.number)",
    ]
  }

  /// Whether the case one is in is unfinished.
  var isSomethingOpen: Bool { running.map { $0.runner.opened.closing == nil } ?? false }
}
