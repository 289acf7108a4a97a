import Remediation
import Wording

extension Sheet {
  /// Work under way: how far, how fast, why it waits, and the way to stop it.
  static func working(_ doing: Doing, _ opened: Opened) -> Sheet {
    var sheet = Sheet(title: ScreenWords.title(of: doing.task, opened.words))
    sheet.blocks = [.lead(ScreenWords.lead(on: doing.task, opened.words)), .gap]
    if let total = doing.total, total > 0 {
      sheet.blocks.append(
        .progress(Progress(done: doing.done, of: total, doing.pace(at: opened.now))))
    } else {
      sheet.blocks.append(.text(doing.pace(at: opened.now)))
    }
    if let pause = doing.pause {
      sheet.blocks.append(
        .text("\(pause.because) Waiting \(Quantity.counted(pause.seconds, "second"))."))
    }
    if case .ordered(.assignSnapshot) = doing.task, opened.matter.facts.consent != .open,
      let link = opened.consentLink
    {
      sheet.blocks += [.gap, .text(ScreenWords.consentMeanwhile), .link(link)]
    }
    sheet.blocks += [
      .gap,
      .text(doing.isStopping ? ScreenWords.stopping : ScreenWords.stopsAtEsc),
    ]
    sheet.back = .request(.work(.stop))
    sheet.backLabel = "stop"
    sheet.noWayBack = doing.isStopping ? ScreenWords.stopping : nil
    sheet.explanation = [
      doing.task == .takingIn
        ? "A long list takes a while. It counts once every line was understood."
        : "Every answer of the tenant is written down before the next step.",
      "Stopping loses nothing: what is done stays done, and the case goes on from there.",
    ]
    return sheet
  }

  /// It stopped: what happened, what it means for the tenant, and the ways on.
  static func stopped(_ setback: Setback, _ reach: Reach, _ opened: Opened) -> Sheet {
    let isOrdered = if case .outcome = opened.matter.prompt { true } else { false }
    var sheet = Sheet(title: setback.isCancelled ? "Stopped" : "It did not work")
    sheet.blocks = [.lead(setback.trouble.happened), .text(setback.trouble.meaning)]
    sheet.blocks.append(
      .pairs(
        [
          Pair("What", ScreenWords.title(of: setback.task, opened.words)),
          Pair("Request", setback.request ?? ""),
        ].filter { !$0.value.isEmpty }))
    sheet.blocks += [.text(setback.trouble.next), .gap]
    sheet.choices = [Choice("Do it again", .request(.work(.again)))]
    if !reach.isPractice {
      sheet.choices.append(
        Choice(
          ScreenWords.inThePortal(setback.task), ScreenWords.movesOn, .request(.work(.byHand))))
    } else if !isOrdered {
      sheet.choices.append(Choice("Answer it yourself", .request(.work(.byHand))))
    }
    if case .watching = setback.task, case .outcome(let id) = opened.matter.prompt {
      sheet.choices.append(
        Choice("It was not carried out", .submit([.input(.outcome(id, .notDone))])))
    }
    if case .watching = setback.task {
      sheet.choices.append(
        Choice("Nobody can do it now: hand over", .submit([.input(.closed(.handedOver))])))
    }
    sheet.choices.append(Choice("Leave; the case is kept", .open(.leaving)))
    sheet.back = .request(.home)
    sheet.plain = setback.request
    return sheet
  }
}

extension Doing {
  /// How fast it goes and how long it may take, in a line.
  func pace(at now: Moment) -> String {
    let seconds = max(0, now.seconds - since.seconds)
    var parts: [String] = []
    if total == nil, done > 0 { parts.append(Quantity.counted(done, "row")) }
    if seconds > 1, done > 0 {
      let rate = Double(done) / Double(seconds)
      parts.append(rate >= 1 ? "\(Int(rate)) a second" : "\(Int(rate * 60)) a minute")
      if let total, total > done {
        let left = Int((Double(total - done) / rate).rounded(.up))
        parts.append("\(Wording.Span(seconds: left).estimate) left")
      }
    }
    if failed > 0 { parts.append("\(failed) failed so far") }
    return parts.isEmpty ? "It has just begun." : parts.joined(separator: ", ") + "."
  }
}

extension ScreenWords {
  static let stopsAtEsc = "Esc stops it. Nothing is lost by stopping."
  static let consentMeanwhile =
    "The admin can consent meanwhile: it lets nobody in who is not assigned."
  static let stopping = "Stopping: the answer to what was sent is awaited."

  static func title(of task: Errand, _ words: Words) -> String {
    switch task {
    case .reading: "Reading the tenant"
    case .recording: "Recording what a deletion would take"
    case .ordered(let order): words.doing(order)
    case .watching(let order): words.watching(order)
    case .lookingBack(let order): "Looking whether it happened: \(words.name(of: order))"
    case .comparing: "Comparing with what was there"
    case .takingIn: "Reading what you gave"
    }
  }

  static func lead(on task: Errand, _ words: Words) -> String {
    switch task {
    case .reading: "Reading what keeps people out. Nothing is changed."
    case .recording: "Reading everything twice. Nothing is changed."
    case .ordered: "Working in the tenant, one entry after the other."
    case .watching: "Waiting for the admin."
    case .lookingBack: "Looking first, so that nothing is done twice."
    case .comparing: "Reading everything again, entry by entry. Nothing is changed."
    case .takingIn: "Reading it line by line. Nothing leaves this machine."
    }
  }

  static func inThePortal(_ task: Errand) -> String {
    switch task {
    case .ordered, .watching: "The admin does it in the portal, I watch"
    case .lookingBack: "Ask the admin whether it happened"
    case .reading: "Ask the customer's admin instead"
    case .recording: "Let the admin run a read-only command"
    case .comparing: "Compare by hand"
    case .takingIn: "Give it again"
    }
  }
}
