import Entra
import Remediation
import Wording

extension Sheet {
  /// The five gates as read from the tenant, with what they rest on, and what may be done.
  static func findings(_ reach: Reach, _ opened: Opened) -> Sheet? {
    guard let reading = reach.reading else { return nil }
    var sheet = findings(opened)
    sheet.blocks = sheet.blocks.map { block in
      guard case .gates(let rows) = block else { return block }
      return .gates(
        zip(opened.matter.facts.findings, rows).map { finding, row in
          var row = row
          // An answer given since counts more than what was read.
          if let reason = reading.reasons[finding.gate], reason.judgement == finding.judgement {
            row.because = reason.text
          }
          return row
        })
    }
    if let advice = RouteAdvice(reach, opened), let because = advice.because,
      let index = sheet.choices.firstIndex(where: {
        $0.title == opened.words.title(of: Act.reconsent)
      })
    {
      sheet.choices[index].detail = opened.words.best(advice.route, because: because)
    }
    if let verdict = reading.verdict { sheet.blocks.insert(.text(verdict), at: 1) }
    let age = Wording.Span(from: reading.readAt, to: opened.now).ago
    let count = Quantity.counted(reading.unread.count, "thing")
    let missing = reading.unread.isEmpty ? "" : " \(count) could not be read."
    sheet.blocks.append(.text("Read \(age).\(missing)"))
    let last = max(0, sheet.choices.count - 1)
    sheet.choices.insert(
      Choice(ScreenWords.whoGetsIn, .open(.outlook)), at: last)
    sheet.askForActivation(reading, opened)
    return sheet
  }

  /// What is asked although the tenant was read: first, what reading came to.
  static func question(_ question: Question, _ reach: Reach, _ opened: Opened) -> Sheet? {
    guard let reading = reach.reading else { return nil }
    var sheet = Sheet.question(question, opened)
    let words = opened.words
    if words.verdict(on: opened.matter.facts) == words.everythingIsOpen {
      sheet.blocks.insert(.text(words.everythingIsOpen), at: 0)
    }
    sheet.askForActivation(reading, opened)
    if reading.admin != nil {
      sheet.choices.append(Choice(ScreenWords.rolesAllow, .open(.abilities)))
    }
    return sheet
  }

  /// Where a role that is merely eligible would do, activating it is the first act.
  private mutating func askForActivation(_ reading: TenantReading, _ opened: Opened) {
    let needs = opened.matter.plan.acts.flatMap(\.needs)
    guard let roles = reading.admin?.activation(for: needs) ?? reading.activationToRead else {
      return
    }
    blocks.append(.text("\(opened.words.activationTitle): \(opened.words.activation(of: roles))"))
    choices.insert(Choice(opened.words.activatedNow, .request(.work(.readAgain))), at: 0)
  }

  /// What was read: who is assigned, what looks alike, what is missing.
  static func read(_ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "What was read", back: .close)
    guard let reach = opened.reach, let reading = reach.reading else { return sheet }
    sheet.blocks = [
      .lead(
        "Read \(Wording.Span(from: reading.readAt, to: opened.now).ago) "
          + "from \(reach.tenant.name.safe).")
    ]
    sheet.add("Could not be read", reading.unread)
    sheet.add("Who is assigned", reading.assigned)
    sheet.add("Applications of that name", reading.applications.map { $0.line(opened) })
    sheet.choices = [
      Choice("Read it again", .request(.work(.readAgain))),
      Choice("Judge it for one user", .open(.particular(.person(0)))),
      Choice("What is granted, and what is wanted", .open(.consents)), Choice("Back", .close),
    ]
    return sheet
  }

  private mutating func add(_ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    blocks += [.gap, .text("\(title):")] + lines.map { .text("  \($0)") }
  }

  /// After the change: read back, or see somebody sign in.
  static func verification(_ reach: Reach, _ opened: Opened) -> Sheet {
    var sheet = verification(opened)
    // Read by the hands, now: nobody says so from memory.
    sheet.choices[1] = Choice(
      opened.words.readBackNow, opened.words.meaning(of: .readBack),
      .request(.work(.readBack)))
    guard reach.isPractice else { return sheet }
    sheet.choices[0] = Choice(
      ScreenWords.tryToSignIn, "An ordinary user of the practice tenant.",
      .request(.browser(.userSignsIn)))
    return sheet
  }

  /// The consent routes; those that nobody wants to try are set aside together, for one reason.
  static func routes(_ opened: Opened) -> Sheet {
    var sheet = route(opened)
    if let reach = opened.reach {
      // What was looked up is told; the warning's own words are in the help.
      if let proof = reach.reading?.loneConsent?.proof { sheet.blocks.insert(.text(proof), at: 1) }
      if let advice = RouteAdvice(reach, opened) { sheet.recommend(advice, opened.words) }
    }
    let untried = settableRoutes(opened)
    let isTriedInVain = ConsentRoute.allCases.contains {
      opened.matter.status(of: $0) == .ineffective
    }
    if isTriedInVain, untried.count > 1 {
      let title = "None of the others is to be tried: say why"
      sheet.choices.append(Choice(title, .open(.setAllAside)))
    }
    return sheet
  }

  /// Why none of the routes that are left is tried.
  static func setAllAside(_ opened: Opened) -> Sheet {
    // One that a list makes possible later is meant, too.
    let routes = ConsentRoute.allCases.filter {
      opened.matter.refusal(of: .routeSetAside($0)) == nil
    }
    let names = routes.map { opened.words.name(of: $0) }
    var sheet = Sheet(title: "Why none of these?", back: .close)
    sheet.blocks = [.lead("Not tried: \(Quantity.listed(names, by: "or")).")]
    sheet.entry = Entry(
      label: "Reason",
      submit: { text in
        guard text.contains(where: { !$0.isWhitespace }) else {
          return .notice("A reason is needed: it stands in the report.")
        }
        // With no route left to try, what else can be done is on the findings.
        let back: [Saying] = opened.matter.intent == .reconsent ? [.input(.putAside)] : []
        return .submit(
          routes.flatMap { route -> [Saying] in
            [.particular(.routeReason(route), text), .input(.routeSetAside(route))]
          } + back)
      })
    return sheet
  }
}

extension ApplicationRow {
  /// The application in a line, ours told apart from those that only look like it.
  func line(_ opened: Opened) -> String {
    let isOurs = appID == opened.matter.profile.appID
    let mark = isOurs ? "the one to sign in to" : "not the sign-in application"
    return [name.safe, appID.description, mark, detail].compactMap(\.self).joined(separator: ", ")
  }
}
