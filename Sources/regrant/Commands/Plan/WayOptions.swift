import ArgumentParser
import Entra
import Execution
import Remediation

/// A way to consent, as it is typed.
enum WayName: String, Sendable, CaseIterable {
  /// The admin signs in.
  case signIn = "sign-in"
  /// The admin-consent link.
  case link
  /// The portal's button.
  case portal
  /// Through Graph.
  case graph

  var route: ConsentRoute {
    switch self {
    case .signIn: .signIn
    case .link: .link
    case .portal: .portal
    case .graph: .graph
    }
  }

  init(_ route: ConsentRoute) {
    self =
      switch route {
      case .signIn: .signIn
      case .link: .link
      case .portal: .portal
      case .graph: .graph
      }
  }
}

/// What a consent prompt did, as it is typed.
enum AppearanceChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// Accepted for the organization.
  case accepted
  /// Accepted for the admin alone.
  case acceptedForSelf = "accepted-for-self"
  /// No prompt at all.
  case noPrompt = "no-prompt"
  /// A prompt without the box.
  case noCheckbox = "no-checkbox"
  /// "Approval required".
  case approval
  /// Cancelled.
  case declined
  /// An error page.
  case error

  var appearance: Appearance {
    switch self {
    case .accepted: .acceptedForOrganization
    case .acceptedForSelf: .acceptedForSelf
    case .noPrompt: .noPrompt
    case .noCheckbox: .noCheckbox
    case .approval: .approvalPage
    case .declined: .declined
    case .error: .error
    }
  }
}

/// A way that was tried, and what appeared, as it is typed: `sign-in=no-prompt`.
struct TriedWay: Sendable, ExpressibleByArgument {
  let attempt: PlanWishes.Attempt

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let way = WayName(rawValue: parts[0]),
      let what = AppearanceChoice(rawValue: parts[1])
    else { return nil }
    attempt = PlanWishes.Attempt(way.route, what.appearance)
  }
}

/// A way that was not tried, and why, as it is typed: `link=REASON`.
struct WayReason: Sendable, ExpressibleByArgument {
  let reason: PlanWishes.Reason

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let way = WayName(rawValue: parts[0]),
      !parts[1].allSatisfy(\.isWhitespace)
    else { return nil }
    reason = PlanWishes.Reason(way.route, because: ForeignText(parts[1]))
  }
}

/// A part of what was lost, and why it is left out, as it is typed: `owners=REASON`.
struct PartReason: Sendable, ExpressibleByArgument {
  let part: LossParts
  let reason: ForeignText

  static let names: [(String, LossParts)] = [
    ("assignments", .assignments), ("grants", .grants), ("permissions", .permissions),
    ("owners", .owners), ("requirement", .requirement), ("properties", .properties),
    ("unlisted", .unlisted),
  ]

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let named = Self.names.first(where: { $0.0 == parts[0] }),
      !parts[1].allSatisfy(\.isWhitespace)
    else { return nil }
    (part, reason) = (named.1, ForeignText(parts[1]))
  }

  /// How the parts are typed.
  static func typed(_ parts: LossParts) -> [String] {
    names.filter { parts.contains($0.1) }.map(\.0)
  }
}
