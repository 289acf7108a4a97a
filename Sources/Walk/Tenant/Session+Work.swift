import Cells
import Entra
import Execution
import Graph
import Journal
import Remediation
import Screens
import Wording

extension Session {
  /// Takes in what tasks have posted; true when something that was waited for has happened.
  @discardableResult
  func receive() -> Bool {
    var isNews = false
    for letter in mailbox.take() {
      switch letter {
      case .progress(let number, let progress):
        if running?.underWay?.number == number {
          running?.doing?.update(progress, words)
        } else if running?.takingIn?.number == number {
          running?.takingIn?.doing.update(progress, words)
        }
      case .result(let number, let result):
        guard running?.underWay?.number == number else { continue }
        isNews = true
        finish(result)
      case .read(let number, let result):
        guard running?.takingIn?.number == number else { continue }
        isNews = true
        running?.takingIn?.result = result
        finishTakingIn()
      case .arrival(let number, let news):
        guard number == arrivals, arrival != nil else { continue }
        isNews = true
        take(news)
      case .reckoned(let readAt, let outcome):
        guard running?.reading?.readAt == readAt else { continue }
        running?.reading?.isReckoning = false
        switch outcome {
        case .success(let outlooks): running?.reading?.outlooks = outlooks
        case .failure(let error):
          running?.reading?.notForeseen = words.trouble(with: error).happened
        }
      case .measured(let sizes):
        running?.take(sizes)
      case .found(let number, let finds):
        guard number == searches else { continue }
        running?.finds = finds
      case .seen(let number, let sight):
        browsing -= 1
        guard running?.underWay?.number ?? 0 == number else { continue }
        take(sight)
      }
    }
    attend()
    refresh()
    return isNews
  }

  /// The walk has ended: nothing goes on behind it.
  func stop() {
    running?.dropWork()
    arrivalTask?.cancel()
    searchTask?.cancel()
    mailbox.close()
  }

  /// Whether something is under way whose end is waited for.
  var isWorking: Bool {
    if let running {
      return running.doing != nil || running.takingIn != nil || running.finds.isSearching
        || running.reading?.isReckoning == true || running.isMeasuring || browsing > 0
    }
    return arrivalTask != nil
  }

  /// Whether what is under way rests on what a person does elsewhere.
  var mayTakeLong: Bool {
    if case .watching? = running?.doing?.task { return true }
    if case .signingIn(.some)? = arrival?.stage { return true }
    return false
  }

  /// How far the work is, in a line.
  var lineOfProgress: String? {
    guard let doing = running?.takingIn?.doing ?? running?.doing else { return nil }
    if let pause = doing.pause { return pause.because }
    return doing.total.map { "\(doing.done) of \($0)" }
  }

  /// Begins what the hands have to do now; what is no longer asked for is stopped.
  func attend() {
    measureGroups()
    guard let running, let hands = running.hands else { return }
    let wanted = running.work
    if let underWay = running.underWay {
      guard underWay.work != wanted else { return }
      running.dropWork()
    }
    guard let work = wanted, running.setback == nil else { return }
    undertakings += 1
    let number = undertakings
    let began = Moment(milliseconds: surroundings.now())
    running.doing = Doing(work.errand, since: began)
    if case .watch = work {
      running.doing?.until = Moment(seconds: began.seconds + Work.longestWatchSeconds)
    }
    let task = Task { [mailbox] in
      let result = await hands.perform(work) { mailbox.post(.progress(errand: number, $0)) }
      mailbox.post(.result(errand: number, result))
    }
    running.underWay = Undertaking(number: number, work: work, task: task)
  }

  /// Something about the work of the hands.
  func take(_ step: WorkStep) {
    guard let running else { return }
    if step == .stop, running.takingIn != nil { return stopTakingIn() }
    switch step {
    case .reckon: return reckon()
    case .again:
      running.goOn()
      if case .settlement = running.runner.opened.prompt { running.wished = .compare }
    case .readAgain:
      running.goOn()
      running.runner.readAgain()
      view = View()
    case .readBack:
      running.goOn()
      running.runner.readBack()
    case .withoutHands:
      running.goesByHand = true
      say([.note(words.goesByHandNote)])
    case .byHand:
      do throws(Hindrance) { try running.goOnByHand() } catch {
        view.notice = words.line(error)
        return
      }
    case .stop: stopWork()
    }
    view = View()
    attend()
  }

  /// Reckons who gets in now and by each option, once for each reading.
  private func reckon() {
    guard let running, let client = running.reached?.client, let reading = running.reading,
      let diagnosis = running.runner.reading, reading.outlooks == nil, !reading.isReckoning
    else { return }
    running.reading?.isReckoning = true
    running.reading?.notForeseen = nil
    let readAt = reading.readAt
    Task { [mailbox] in
      let outcome: Result<[Outlook], GraphError>
      do throws(GraphError) {
        outcome = .success(try await Foreseeing(client: client).outlooks(after: diagnosis))
      } catch { outcome = .failure(error) }
      mailbox.post(.reckoned(readAt: readAt, outcome))
    }
  }

  /// Counts the people in the groups of what is at hand, each group once.
  private func measureGroups() {
    guard let running, let client = running.reached?.client, running.underWay == nil else { return }
    let groups = running.groupsToMeasure()
    guard !groups.isEmpty else { return }
    Task { [mailbox] in
      var sizes: [ObjectID: Int] = [:]
      // What can't be counted stays unknown, and is said to be.
      if let shapes = try? await client.shapes(of: groups) {
        for (group, shape) in shapes {
          // Members that are groups bring nobody in.
          guard case .success(let members) = shape.members, case .success(let nested) = shape.nested
          else { continue }
          sizes[group] = members - nested.rows.count
        }
      }
      mailbox.post(.measured(sizes))
    }
  }

  /// Stops what is under way; a change that was sent is waited for.
  private func stopWork() {
    guard let running, let underWay = running.underWay else { return }
    underWay.task.cancel()
    guard !underWay.work.changesTenant else {
      running.doing?.isStopping = true
      return
    }
    running.dropWork()
    stopped(underWay.work, by: .cancelled)
  }

  /// The work came to nothing; what is said of it stays on the screen until it goes on.
  private func stopped(_ work: Work, by hitch: Hitch) {
    guard let running else { return }
    (running.wished, running.isCovered) = (nil, false)
    do throws(Hindrance) { try running.take(.stopped(hitch)) } catch {
      view.notice = words.line(error)
    }
    running.setback = Setback(
      work.errand, words.trouble(with: hitch), isCancelled: hitch == .cancelled,
      request: hitch.request)
  }

  private func finish(_ result: WorkResult) {
    guard let running, let work = running.underWay?.work else { return }
    running.underWay = nil
    running.doing = nil
    running.wished = nil
    let notice = view.notice
    view = View()
    view.notice = notice
    if case .stopped(let hitch) = result { return stopped(work, by: hitch) }
    do throws(Hindrance) { try running.take(result) } catch {
      running.setback = Setback(
        work.errand,
        Trouble(
          happened: words.line(error), meaning: "The case stands as before.",
          next: "Do it again, or answer by hand."))
      return
    }
    if let said = self.notice(of: result, after: work) { view.notice = said }
    goOn(after: result)
  }

  private func notice(of result: WorkResult, after work: Work) -> String? {
    switch result {
    case .diagnosed: nil
    case .snapshot(let snapshot):
      "Recorded, and read twice: \(Quantity.counted(snapshot.assignments, "assignment")), "
        + "\(Quantity.counted(snapshot.grants, "consent"))."
    case .ended(_, let outcome, _):
      if case .carryOut(let command) = work {
        words.end(of: command.order, outcome)
      } else {
        "\(words.name(of: outcome))."
      }
    case .compared(_, let entries, let missing):
      missing == 0
        ? "Everything is back: \(Quantity.counted(entries, "entry", plural: "entries"))."
        : "\(Quantity.grouped(entries - missing)) of \(Quantity.grouped(entries)) back, "
          + "\(Quantity.grouped(missing)) missing."
    case .counted(_, let entries):
      "Counted: \(Quantity.counted(entries, "entry", plural: "entries")) are there."
    case .stopped: nil
    }
  }
}

extension Hitch {
  /// The request by which it can be found.
  fileprivate var request: String? {
    switch self {
    case .graph(let error), .write(.unseen(let error)): error.requestID ?? error.clientRequestID
    case .write, .unremembered, .changedMeanwhile, .cancelled: nil
    }
  }
}
