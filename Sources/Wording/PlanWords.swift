public import Remediation

extension Words {
  /// Why an act is ruled out.
  public func because(_ reason: Plan.Reason) -> String {
    switch reason {
    case .consentNotShut:
      "Consent is not known to be missing: deleting would destroy it for nothing."
    case .gentlerFirst: "A gentler way to consent has not been tried."
    case .restorable: "It can be restored, which brings back what re-adding cannot."
    case .assignmentNotRequired: "Assignment is not required: assigning opens nothing."
    case .notOurs: "What is shut is not opened on Entra's application pages."
    case .nothingThere: "There is no application to do it on."
    case .assignmentMissing:
      "Consent alone admits nobody: assignment is required and missing as well."
    case .consentMissing: "Assignment alone admits nobody: consent is missing as well."
    }
  }

  /// What stands before a reason: not at all, or not alone.
  public func never(_ prohibition: Plan.Prohibition) -> String {
    switch prohibition.because {
    case .assignmentMissing, .consentMissing: "Not alone: \(title(of: prohibition.act))"
    case .consentNotShut, .gentlerFirst, .restorable, .assignmentNotRequired, .notOurs,
      .nothingThere:
      "Not: \(title(of: prohibition.act))"
    }
  }

  /// What an offer is, as a row of a list.
  public func label(of choice: Offer.Choice) -> String {
    switch choice {
    case .act(let act): title(of: act)
    case .route(let route): name(of: route)
    case .settlement(_, let settlement): label(of: settlement)
    case .verification(let verification): label(of: verification)
    case .closing(let closing): label(of: closing)
    }
  }

  /// What would make a diagnosis wrong, for each act that it proposes.
  public func unless(_ act: Act) -> String {
    switch act {
    case .enable: "\(vendor) or Microsoft disabled it: then the switch does not help."
    case .wait: "Nobody deleted it lately: then the tenant may be one that nobody administers."
    case .restore: "It was deleted more than 30 days ago, or in another tenant."
    case .readd: "A deleted one can still be restored."
    case .require: "The customer wants everybody in: that is the customer's decision."
    case .reconsent: "Consent is listed under Permissions, tab Admin consent, already."
    case .assign: "\"Assignment required?\" is No, or the user is in an assigned group already."
    case .replace: "One of the gentler ways to consent has not really been tried."
    case .swapBack: "The 30 days are over, or nothing of value was set before."
    case .elsewhere: "Other users of the same tenant see another error."
    case .rbac: "The role shows \(openRole) already: then sign out and in again."
    case .ask: "The answer comes from another tenant, or is out of date."
    }
  }
}
