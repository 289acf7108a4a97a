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
      steps, stake: words.atStake(in: matter), undo: words.undo(in: matter, deleted: deletedAt))
  }

  private var acts: [Act] {
    if let intent = matter.intent {
      return [intent] + matter.plan.acts.drop { $0 == intent || $0 == .ask }
    }
    return matter.plan.acts.filter { $0 != .ask }
  }

  private var stations: [String] {
    [ScreenWords.findOut] + acts.map { ScreenWords.station($0, words) }
      + [ScreenWords.verify, ScreenWords.access, ScreenWords.close]
  }

  private func station(of names: [String]) -> Int {
    switch matter.phase {
    case .intake, .diagnosing: 0
    case .findings, .preparing, .preparingReplace, .preparingSwapBack, .enabling, .restoring,
      .deleting, .missing, .readding, .waiting, .requiring, .consenting, .assigning:
      min(1, names.count - 4)
    case .settling, .verifying: names.count - 3
    case .handingOff: names.count - 2
    case .ready, .resolved, .notOurs, .handedOver, .abandoned: names.count - 1
    }
  }
}

extension ScreenWords {
  /// An act in the fewest words, so that the whole way fits in one row.
  static func station(_ act: Act, _ words: Words) -> String {
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
    case .reconsent, .assign, .ask: words.shortTitle(of: act)
    }
  }

  static let findOut = "Find out"
  static let verify = "Verify"
  static let access = "Nexetic's role"
  static let close = "Close"
}
