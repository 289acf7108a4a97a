import Entra
import Remediation
import Wording

extension Sheet {
  /// One step of the order under way: what to say, where to click, what should appear.
  static func step(_ id: CommandID, _ opened: Opened, _ view: View) -> Sheet {
    let words = opened.words
    guard let order = opened.matter.unsettled.first?.order else { return findings(opened) }
    let steps = order.steps
    let index = min(max(view.step, 0), steps.count - 1)
    let step = steps[index]
    let text = words.text(of: step, for: order)
    let tips = opened.isMadeUp ? text.tips.filter { !$0.contains("://") } : text.tips
    var sheet = Sheet(
      title: steps.count == 1
        ? text.title : "\(text.title) (\(index + 1) of \(steps.count))")
    sheet.blocks = [.say(text.say)]
    if !text.path.isEmpty { sheet.blocks.append(.path(opened.named(text.path))) }
    sheet.blocks += [.expect(text.expect)]
    if let link = link(for: step, opened) { sheet.blocks.append(.link(link)) }
    if step == .selectPrincipals, let who = opened.who {
      sheet.blocks.append(.pairs([Pair("Who", who)]))
    } else {
      sheet.blocks += tips.prefix(1).map(Block.text)
    }
    sheet.blocks.append(.gap)
    let isLast = index == steps.count - 1
    sheet.choices = [
      Choice(
        text.done,
        isLast ? .submit([.input(.outcome(id, order.success))]) : .step(index + 1))
    ]
    if step.needsCommand {
      sheet.choices.append(
        Choice("Show the command for the admin", .open(.command(.powerShell))))
      sheet.choices.append(Choice("Paste what it printed", .open(.pasting)))
    }
    if isLast, !order.isConsenting {
      sheet.choices.append(
        Choice(words.alreadyDone, .submit([.input(.outcome(id, .alreadyDone))])))
    }
    sheet.choices.append(Choice(words.looksDifferent, .open(.deviations)))
    sheet.choices.append(Choice(words.comeBackLater, .open(.leaving)))
    if index > 0 {
      sheet.back = .step(index - 1)
    } else {
      sheet.noWayBack = "It is ordered: say how it ended. q leaves the case as it is."
    }
    sheet.quotes = text.quotes
    sheet.explanation = [text.title, text.expect] + tips
    if text.formerPath != text.path, !text.formerPath.isEmpty {
      sheet.explanation.append("Formerly: \(words.line(for: text.formerPath))")
    }
    return sheet
  }

  /// After an interruption: look whether it happened, before anything is done again.
  static func interrupted(_ id: CommandID, _ opened: Opened) -> Sheet {
    let words = opened.words
    guard let order = opened.matter.unsettled.first?.order else { return findings(opened) }
    var sheet = Sheet(title: "Interrupted")
    sheet.blocks = [
      .lead("This was ordered, and nobody said how it ended: \(words.name(of: order))."),
      .say("Before we go on: please look whether it happened."),
      .gap,
    ]
    sheet.choices = [
      Choice("It happened", .submit([.input(.outcome(id, order.success))])),
      Choice("It did not happen", .submit([.input(.outcome(id, .notDone))])),
    ]
    if let found = opened.reach?.found {
      // What was looked up is not asked of anybody.
      sheet.blocks = [
        .lead("This was interrupted: \(words.name(of: order))."), .gap,
        .text("Regrant looked. \(words.name(of: found))."),
      ]
      sheet.choices = [Choice("Leave it at that", .submit([.input(.outcome(id, found))]))]
    }
    if opened.matter.refusal(of: .resumed(id)) == nil {
      sheet.effects[.carryOut] = .submit([.input(.resumed(id))])
      sheet.footnotes = [.gap, .text("Press c: go on with it, from its first step.")]
    } else {
      sheet.footnotes = [.gap, .text("A deletion is never resumed, only confirmed anew.")]
    }
    sheet.back = .request(.home)
    sheet.explanation = ["We go on from what really happened, not from what was planned."]
    return sheet
  }

  /// The known ways in which the admin's screen differs, each leading somewhere.
  static func deviations(_ opened: Opened, _ view: View) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.looksDifferent, back: .close)
    guard let unsettled = opened.matter.unsettled.first else { return sheet }
    let steps = unsettled.order.steps
    let step = steps[min(max(view.step, 0), steps.count - 1)]
    sheet.blocks = [.say("What exactly do you see?"), .gap]
    sheet.choices = step.deviations.map { Choice(words.label(of: $0), .open(.advice($0))) }
    if step == .pressDelete {
      sheet.choices.append(Choice(ScreenWords.lookAlike, .open(.lookAlike)))
    }
    sheet.choices.append(
      Choice("It was not carried out", .submit([.input(.outcome(unsettled.id, .notDone))])))
    return sheet
  }

  /// What one of them means, and where it leads.
  static func advice(_ deviation: Deviation, _ opened: Opened, _ view: View) -> Sheet {
    let words = opened.words
    var sheet = Sheet(title: words.label(of: deviation), back: .close)
    sheet.blocks = [.lead(words.advice(on: deviation)), .gap]
    guard let unsettled = opened.matter.unsettled.first else { return sheet }
    let id = unsettled.id
    let steps = unsettled.order.steps
    switch deviation.effect(on: steps[min(max(view.step, 0), steps.count - 1)]) {
    case .outcome(let outcome):
      sheet.choices = [
        Choice("Yes, that is what they see", .submit([.input(.outcome(id, outcome))]))
      ]
    case .observation(let observation):
      sheet.choices = [
        Choice(
          "Yes, that is what they see",
          .submit([.input(.outcome(id, .notDone)), .input(.observed(observation))]))
      ]
    case .advice: break
    }
    sheet.choices.append(Choice("Back to the step", .close))
    return sheet
  }

  /// A link that can be made for the step: exact where the ids are known.
  private static func link(for step: GuideStep, _ opened: Opened) -> String? {
    switch step {
    case .openConsentLink: opened.consentLink
    case .openApplication: opened.applicationLink
    case .openUsersAndGroups, .addUserGroup, .selectPrincipals, .chooseRole, .assign, .reassign,
      .signInAgain, .tickCheckbox, .openPermissions, .grantAdminConsent, .runGrantCommand,
      .openProperties, .pressDelete, .runAddCommand, .runRestoreCommand, .setRequired,
      .setEnabled:
      nil
    }
  }
}

extension Opened {
  /// A portal path, with the tenant's name where the portal shows it.
  func named(_ path: [String]) -> [String] {
    path.map { $0.replacing("{tenant}", with: matter.domain?.text ?? "your organization") }
  }

  /// Whether the tenant is made up: no address of Microsoft's leads there.
  var isMadeUp: Bool {
    if case .cloud = site { false } else { true }
  }

  /// Where the tenant is; nil for one inside the program, to which no address leads.
  private var site: TenantSite? {
    guard matter.mode != .train, reach?.isPractice != true else { return nil }
    return particulars[.site].flatMap { TenantSite($0.safe) } ?? .cloud(.global)
  }

  /// The admin-consent link, with the tenant where it is known; nil where no address leads.
  var consentLink: String? {
    let tenant = matter.domain.map(TenantReference.domain) ?? knownTenant ?? .organizations
    return site?.consentLink(for: matter.profile.appID, in: tenant)
  }

  /// Where the admin is asked to consent by signing in; nil where only the application knows.
  var promptLink: String? {
    site?.promptLink(for: matter.profile.appID, in: knownTenant ?? .organizations)
  }

  private var knownTenant: TenantReference? {
    particulars[.tenantID].flatMap { TenantID($0.safe) }.map(TenantReference.id)
  }

  /// The first of those on the list, in one line; nil where there is none.
  var who: String? {
    guard !names.isEmpty else { return nil }
    let more = matter.listed - min(names.count, 3)
    return names.prefix(3).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// The portal's page of the application, where its object is known; nil in a made-up tenant.
  var applicationLink: String? {
    guard case .cloud(let cloud) = site else { return nil }
    // Added again it is another object: the old one's address shows nothing.
    guard let text = particulars[matter.objectParticular]?.safe,
      let object = ObjectID(text)
    else { return nil }
    return PortalAddress(
      .application(object, matter.profile.appID, .overview), in: knownTenant, of: cloud
    ).address
  }
}

extension Order {
  /// How it ends when the admin saw what should appear.
  var success: Outcome {
    isConsenting ? .appeared(.acceptedForOrganization) : .done
  }

  var isConsenting: Bool { if case .consent = self { true } else { false } }
}

extension GuideStep {
  /// Whether one command for the admin carries it out.
  var needsCommand: Bool {
    switch self {
    case .reassign, .runGrantCommand, .runAddCommand, .runRestoreCommand: true
    case .openApplication, .openUsersAndGroups, .addUserGroup, .selectPrincipals, .chooseRole,
      .assign, .signInAgain, .tickCheckbox, .openConsentLink, .openPermissions,
      .grantAdminConsent, .openProperties, .pressDelete, .setRequired, .setEnabled:
      false
    }
  }
}
