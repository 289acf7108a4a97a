public import Remediation

extension Words {
  /// A deed, as a line of a plan or a report: `delete the application`.
  public func name(of order: Order) -> String {
    switch order {
    case .enableServicePrincipal: "enable sign-in"
    case .restoreServicePrincipal: "restore the deleted application"
    case .deleteServicePrincipal: "delete the application"
    case .addServicePrincipal: "add the application again"
    case .requireAssignment: "set \"Assignment required?\" to Yes"
    case .consent(.signIn): "consent by signing in"
    case .consent(.link): "consent by the link"
    case .consent(.portal): "consent by the portal's button"
    case .consent(.graph): "write the grants through Graph"
    case .assignPrincipals(let count):
      "assign \(Quantity.counted(count, "person or group", plural: "people and groups"))"
    case .assignSnapshot(let count):
      "put back \(Quantity.counted(count, "assignment"))"
    }
  }

  /// What became of an order, with its counts.
  public func end(of order: Order, _ outcome: Outcome) -> String {
    guard let counted = counted(order), outcome.isCounted else {
      return outcome == .done ? "Done: \(name(of: order))." : "\(name(of: outcome))."
    }
    let all = Quantity.grouped(counted.count)
    switch outcome {
    case .done: return "Done: \(all) of \(all) \(counted.verb)."
    case .partly(let count):
      return "In part: \(Quantity.grouped(count)) \(counted.verb) now, of \(all) in all."
    default: return "\(all) of \(all) were \(counted.verb) before."
    }
  }

  private func counted(_ order: Order) -> (count: Int, verb: String)? {
    switch order {
    case .assignPrincipals(let count): (count, "assigned")
    case .assignSnapshot(let count): (count, "put back")
    case .enableServicePrincipal, .restoreServicePrincipal, .deleteServicePrincipal,
      .addServicePrincipal, .requireAssignment, .consent:
      nil
    }
  }

  /// How a command ended.
  public func name(of outcome: Outcome) -> String {
    switch outcome {
    case .done: "Done"
    case .alreadyDone: "It was so already"
    case .partly(let count): "Done in part: \(Quantity.grouped(count)) so far"
    case .notYet: "Not possible yet (650051)"
    case .refused(let obstacle): "Refused: \(name(of: obstacle))"
    case .appeared(let appearance): name(of: appearance)
    case .notDone: "Not carried out"
    }
  }

  /// Why the tenant said no.
  public func name(of obstacle: Obstacle) -> String {
    switch obstacle {
    case .role: "the role does not allow it"
    case .policy: "a policy of the tenant forbids it"
    case .notFound: "the object is not there"
    case .conflict: "another object is in the way (409)"
    case .licence: "groups need Entra ID P1"
    case .other: "an error that is not in our table"
    }
  }

  /// What happened, what it means for the customer's tenant, and what comes next.
  public func trouble(with obstacle: Obstacle) -> Trouble {
    switch obstacle {
    case .role:
      Trouble(
        happened: "The admin's role does not allow this step.",
        meaning: "Nothing in the tenant changed.",
        next: "Have an admin with the role named in the guide do it, or activate the role.")
    case .policy:
      Trouble(
        happened: "A policy of the tenant forbids this step.",
        meaning: "Nothing in the tenant changed.",
        next: "The customer's admin changes the policy or grants an exception.")
    case .notFound:
      Trouble(
        happened: "The tenant has no such object.",
        meaning: "Nothing in the tenant changed.",
        next: "Check the tenant. Where it is gone for good, add the application again.")
    case .conflict:
      Trouble(
        happened: "Another application object with this ID is in the way.",
        meaning: "Nothing in the tenant changed. The application was added again before.",
        next: "Go on with the one that is there.")
    case .licence:
      Trouble(
        happened: "The tenant cannot assign groups: it has no Entra ID P1.",
        meaning: "Nobody was assigned by this step.",
        next: "Assign the members of the group one by one.")
    case .other:
      Trouble(
        happened: "An error that is not in our table.",
        meaning: "It is not certain that nothing changed. Look before you repeat the step.",
        next: "Note the code and the correlation ID, then look at the application's page.")
    }
  }
}

extension Outcome {
  /// Whether entries are there by it.
  fileprivate var isCounted: Bool {
    switch self {
    case .done, .alreadyDone, .partly: true
    case .notYet, .refused, .appeared, .notDone: false
    }
  }
}

/// An error in words: what happened, what it means for the tenant, and what comes next.
public struct Trouble: Sendable, Hashable {
  /// What happened.
  public let happened: String
  /// What it means for the customer's tenant.
  public let meaning: String
  /// What to do next.
  public let next: String

  /// Trouble in three sentences.
  public init(happened: String, meaning: String, next: String) {
    (self.happened, self.meaning, self.next) = (happened, meaning, next)
  }
}
