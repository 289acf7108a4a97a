import Entra
import Remediation
import Wording

extension Room {
  var header: Page.Header {
    switch self {
    case .home: Page.Header()
    case .arriving(let arrival):
      if case .found(let tenant) = arrival.stage {
        Page.Header(tenant: tenant.shown)
      } else {
        Page.Header()
      }
    case .walk(let opened):
      Page.Header(
        caseName: opened.number.map { "case \($0)" } ?? "new case",
        customer: opened.particulars[.customer]?.safe,
        mode: opened.words.name(of: opened.matter.mode),
        tenant: opened.tenant)
    }
  }

  var journey: Journey {
    switch self {
    case .home, .arriving: Journey()
    case .walk(let opened): opened.journey
    }
  }
}

extension TenantCard {
  /// The tenant in a header.
  var shown: Page.Tenant {
    Page.Tenant(
      kind: kind, name: name.safe, domain: domain?.description, id: id.description)
  }

  /// All that names it, a row each.
  var pairs: [Pair] {
    [
      Pair("Tenant", name.safe), Pair("Domain", domain?.description ?? "not known"),
      Pair("Tenant ID", id.description),
    ]
  }
}

extension Opened {
  /// The tenant in the header: what was signed in to, or what the case knows of it.
  fileprivate var tenant: Page.Tenant? {
    if let reach { return reach.tenant.shown }
    let domain = matter.domain?.description
    guard matter.mode != .guide else { return domain.map { Page.Tenant(domain: $0) } }
    let known = Page.Tenant(
      kind: isMadeUp ? .practice : nil, name: particulars[.tenantName]?.safe, domain: domain,
      id: particulars[.tenantID]?.safe)
    return known == Page.Tenant() ? nil : known
  }

  /// Where am I, what is done, what is ahead, what is at stake, what can be undone until when.
  var journey: Journey {
    let names = stations
    let now = station(of: names)
    let steps = names.enumerated().map { index, name in
      Journey.Step(name, index < now ? .done : index == now ? .now : .ahead)
    }
    return Journey(
      steps, stake: words.atStake(in: matter, groupSizes),
      undo: words.undo(in: matter, deleted: deletedAt),
      isOpenEnded: isFindingOut)
  }

  /// Whether what is to be done is not known yet.
  private var isFindingOut: Bool {
    guard done.isEmpty, matter.intent == nil else { return false }
    switch matter.phase {
    case .intake, .diagnosing: return true
    case .findings: return matter.plan.acts.contains(.ask)
    case .preparing, .preparingReplace, .preparingSwapBack, .enabling, .restoring, .deleting,
      .missing, .readding, .waiting, .requiring, .consenting, .assigning, .settling, .verifying,
      .handingOff, .ready, .resolved, .notOurs, .handedOver, .abandoned:
      return false
    }
  }

  /// What is ahead: the act being prepared or under way first.
  private var acts: [Act] {
    let current = matter.intent
    let planned = matter.plan.acts.filter { $0 != .ask && $0 != current }
    return (current.map { [$0] } ?? []) + planned
  }

  /// The stations of what is ahead; removing and re-adding is more than one.
  private var ahead: [String] {
    let acts = acts
    guard let act = acts.first, act.isDestructive else {
      return acts.flatMap { $0 == .replace ? removal : [ScreenWords.station($0, self)] }
    }
    guard act == .replace else { return [ScreenWords.delete, ScreenWords.station(.restore, self)] }
    let others = acts.filter { $0 != .replace && $0 != .assign && $0 != .reconsent }
    return removal + others.map { ScreenWords.station($0, self) }
  }

  private var removal: [String] {
    let isRequired = matter.snapshot?.isAssignmentRequired ?? matter.facts.isAssignmentRequired
    let putsBack = matter.snapshot.map { $0.assignments > 0 } ?? true
    let consent = [ScreenWords.station(.reconsent, self)]
    let assigning = putsBack ? [ScreenWords.putBack] : []
    return [ScreenWords.delete, ScreenWords.station(.readd, self)]
      + (isRequired == true ? [ScreenWords.station(.require, self)] : [])
      + (reach == nil ? consent + assigning : assigning + consent)
  }

  private var stations: [String] {
    [ScreenWords.findOut]
      + done.map { $0.isDestructive ? ScreenWords.delete : ScreenWords.station($0, self) }
      + ahead + [ScreenWords.verify, ScreenWords.access, ScreenWords.close]
  }

  private func station(of names: [String]) -> Int {
    let next = min(1 + done.count, names.count - 3)
    switch matter.phase {
    case .intake, .diagnosing: return done.isEmpty ? 0 : next
    case .findings, .preparing, .preparingReplace, .preparingSwapBack, .enabling, .restoring,
      .deleting, .missing, .readding, .waiting, .requiring, .consenting, .assigning:
      return next
    case .settling, .verifying: return names.count - 3
    case .handingOff: return names.count - 2
    case .ready, .resolved, .notOurs, .handedOver, .abandoned: return names.count - 1
    }
  }
}

extension ScreenWords {
  /// An act in the fewest words, so that the whole way fits in one row.
  static func station(_ act: Act, _ opened: Opened) -> String {
    switch act {
    case .enable: "Enable"
    case .wait: "Wait"
    case .restore: "Restore"
    case .readd: "Add again"
    case .require: "Require"
    case .replace: "Remove and re-add"
    case .swapBack: "Swap back"
    case .elsewhere: "Account"
    case .rbac: "Raise the role"
    case .assign where opened.matter.loss.snapshot != nil: putBack
    case .reconsent, .assign, .ask: opened.words.shortTitle(of: act)
    }
  }

  static let findOut = "Find out"
  static let delete = "Delete"
  static let putBack = "Put back"
  static let verify = "Verify"
  static let access = "Nexetic's role"
  static let close = "Close"
}
