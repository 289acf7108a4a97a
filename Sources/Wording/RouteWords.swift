public import Entra
public import Remediation

extension Words {
  /// A consent route's label.
  public func name(of route: ConsentRoute) -> String {
    switch route {
    case .signIn: "Sign in and tick the box (Option 2A)"
    case .link: "The admin-consent link"
    case .portal: "\"Grant admin consent\" in the portal"
    case .graph: "A grant through Microsoft Graph"
    }
  }

  /// What a route does, who may use it, and what appears, in one sentence.
  public func explanation(of route: ConsentRoute) -> String {
    switch route {
    case .signIn:
      "The box shows only to Global and Privileged Role Administrators."
    case .link: "No checkbox: accepting is always for the whole organization."
    case .portal: "The button on the application's Permissions page."
    case .graph: "One command writes the grants that the snapshot holds."
    }
  }

  /// Whose sign-in it takes.
  public func whoConsents(by route: ConsentRoute) -> String {
    switch route {
    case .signIn: "a Global or Privileged Role Admin"
    case .link, .portal, .graph: "somebody who may consent"
    }
  }

  /// Why signing in shows this admin nothing to tick.
  public func noPromptFor(_ admin: ForeignText) -> String {
    "\(admin.safe) has consented without the box: signing in again would show no prompt."
  }

  /// Why signing in shows nothing to tick to somebody with these roles.
  public func noCheckbox(for roles: RoleSet) -> String {
    "Signing in shows no box to \(name(of: roles))."
  }

  /// The way to consent that comes first, as what an act opens goes on.
  public func best(_ route: ConsentRoute, because: String) -> String {
    "\(because) Best: \(name(of: route))."
  }

  /// How a route stands.
  public func name(of status: RouteStatus) -> String {
    switch status {
    case .untried: "not tried yet"
    case .worked: "tried before: it worked"
    case .ineffective: "tried before: consent is still missing"
    case .refused: "tried before: refused"
    case .setAside: "set aside"
    }
  }

  /// A phrase as a sentence.
  public func sentence(_ phrase: String) -> String { Quantity.capitalized(phrase) + "." }

  /// What a consent prompt did, as the answer to W2 and W3.
  public func name(of appearance: Appearance) -> String {
    switch appearance {
    case .acceptedForOrganization: "Accepted for the organization"
    case .acceptedForSelf: "Accepted, but the box was not ticked"
    case .noPrompt: "No prompt at all: signed in at once"
    case .noCheckbox: "A prompt without the checkbox"
    case .approvalPage: "\"Need admin approval\" or \"Approval required\""
    case .declined: "Cancelled"
    case .error: "An error page"
    case .notYet: "Error 650051: not possible yet"
    case .notTried: "Not tried, for a reason"
    }
  }

  /// What it means for the tenant.
  public func meaning(of appearance: Appearance) -> String {
    switch appearance {
    case .acceptedForOrganization: "Consent is there for everybody."
    case .acceptedForSelf: "Only this admin gets in. Consent again, with the box ticked."
    case .noPrompt: "Consent was given before, perhaps for this admin alone. Try the link."
    case .noCheckbox: "The role in force does not see the box. The link has none and needs none."
    case .approvalPage: "This account may not consent. Another admin must."
    case .declined: "Nothing changed."
    case .error: "Nothing was granted. Note the code and the correlation ID."
    case .notYet: "A deletion has not settled. Wait some minutes, then try again."
    case .notTried: "Nothing changed."
    }
  }
}
