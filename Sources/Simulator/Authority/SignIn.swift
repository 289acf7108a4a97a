public import Entra

/// What becomes of somebody who signs in to an application.
public enum Verdict: Sendable, Hashable {
  /// They are in.
  case admitted
  /// They are asked for consent, and are in when they give it.
  case prompted(ConsentPrompt)
  /// They are not let in.
  case refused(SignInRefusal)

  /// Whether they can get in without anybody's help.
  public var letsIn: Bool {
    if case .refused = self { false } else { true }
  }
}

/// Why sign-in is refused, as the page tells it.
public struct SignInRefusal: Error, Sendable, Hashable {
  /// The number after `AADSTS`.
  public let code: Int
  /// The page's first sentence.
  public let text: String

  /// As it is pasted: `AADSTS50105: Your administrator ...`.
  public var message: String { "AADSTS\(code): \(text)" }

  static let blockedByPolicy = SignInRefusal(
    code: 53003,
    text:
      "Access has been blocked by Conditional Access policies. The access policy does not allow "
      + "token issuance.")
}

/// The page "Permissions requested".
public struct ConsentPrompt: Sendable, Hashable {
  /// The delegated permissions asked for.
  public let scopes: [String]
  /// Whether it has the checkbox "Consent on behalf of your organization".
  public let showsCheckbox: Bool
}

extension SimulatedTenant {
  /// What would become of `user`, who signs in to our application in a browser.
  ///
  /// Changes nothing, so it can be asked of everybody after every request. With `asksAgain` the
  /// application sends `prompt=consent`.
  public func verdict(for user: ObjectID, asksAgain: Bool = false) -> Verdict {
    verdict(for: user, of: settings.application.appID, asksAgain: asksAgain)
  }

  /// What would become of `user`, who signs in to `application`.
  ///
  /// Where nobody can be asked, as when a token is renewed, missing consent is 65001.
  public func verdict(
    for user: ObjectID, of application: AppID, asksAgain: Bool = false, isInteractive: Bool = true
  ) -> Verdict {
    do throws(SignInRefusal) {
      let person = try account(user)
      guard let found = applications.alive(application) else {
        return try verdictWithoutApplication(person, application)
      }
      guard !found.isShut else {
        throw SignInRefusal(
          code: 7_000_112, text: "Application '\(application)'(\(found.name)) is disabled.")
      }
      guard !found.requiresAssignment || isAssigned(person, to: found) || isGlobal(person) else {
        throw notAssigned(person, found)
      }
      guard !isBlocked(person, from: application) else {
        throw .blockedByPolicy
      }
      let missing = missingScopes(of: found, for: user)
      guard !missing.isEmpty || asksAgain else { return .admitted }
      guard isInteractive else { throw notConsented(found) }
      return .prompted(try prompt(person, found.application, found, missing))
    } catch {
      return .refused(error)
    }
  }

  /// `user` signs in to our application; the sign-in log remembers it.
  @discardableResult
  public mutating func signIn(_ user: ObjectID) -> Verdict {
    let application = settings.application.appID
    let verdict = verdict(for: user)
    guard let index = people.index(of: user) else { return verdict }
    let (code, reason) =
      switch verdict {
      case .admitted: (0, "Other.")
      case .prompted: (65001, "The user or administrator has not consented.")
      case .refused(let refusal): (refusal.code, refusal.text)
      }
    signIns.append(
      SignInRecord(
        ordinal: signIns.count + 1, at: now, user: user, userName: displayName(of: index),
        userPrincipalName: people.userPrincipalName(at: index), application: application,
        applicationName: settings.application.name,
        resource: applications.alive(.microsoftGraph)?.id, errorCode: code, reason: reason,
        isBlockedByPolicy: code == 53003))
    return verdict
  }

  /// The index of the person who signs in as `name` to `client`, an application of Microsoft's own.
  ///
  /// - Throws: the refusal where the account is missing or blocked, or policy keeps it out.
  public func person(signingInAs name: String, to client: AppID) throws(SignInRefusal) -> Int {
    guard let person = people.index(ofUserPrincipalName: name) else {
      throw missingAccount(name)
    }
    _ = try account(people.id(at: person))
    guard !isBlocked(person, from: client) else { throw .blockedByPolicy }
    return person
  }

  private func missingAccount(_ name: String) -> SignInRefusal {
    SignInRefusal(
      code: 50034,
      text: "The user account \(name) does not exist in the \(settings.domain) directory. To sign "
        + "into this application, the account must be added to the directory.")
  }

  private func account(_ user: ObjectID) throws(SignInRefusal) -> Int {
    guard let person = people.index(of: user), exists(person) else {
      throw missingAccount("{\(user)}")
    }
    guard isEnabled(person) else {
      throw SignInRefusal(code: 50057, text: "The user account is disabled.")
    }
    return person
  }

  private func verdictWithoutApplication(
    _ person: Int, _ application: AppID
  ) throws(SignInRefusal) -> Verdict {
    guard let registered = registry[application], registered.isMultitenant else {
      throw notFound(application)
    }
    if isHeld(application) { throw stillTaken(application) }
    let administers = holdsRole(person, allowing: .consentForAll)
    guard administers || !settings.switches.missingApplicationShowsNoPrompt else {
      throw notFound(application)
    }
    guard !isBlocked(person, from: application) else {
      throw .blockedByPolicy
    }
    let wanted = registered.wants.flatMap(\.scopes)
    return .prompted(try prompt(person, registered, nil, wanted))
  }

  private func notFound(_ application: AppID) -> SignInRefusal {
    SignInRefusal(
      code: 700_016,
      text: "Application with identifier '\(application)' was not found in the directory "
        + "'\(settings.name)'. This can happen if the application has not been installed by the "
        + "administrator of the tenant or consented to by any user in the tenant.")
  }

  func stillTaken(_ application: AppID) -> SignInRefusal {
    SignInRefusal(
      code: 650_051,
      text: "The service principal cannot be created, updated, or restored because the service "
        + "principal name \(application) is already in use.")
  }

  private func notAssigned(_ person: Int, _ found: InstalledApplication) -> SignInRefusal {
    SignInRefusal(
      code: 50105,
      text: "Your administrator has configured the application \(found.name) ('\(found.appID)') to "
        + "block users unless they are specifically granted ('assigned') access to the "
        + "application. The signed in user '\(people.userPrincipalName(at: person))' is blocked "
        + "because they are not a direct member of a group with access, nor had access directly "
        + "assigned by an administrator.")
  }

  private func notConsented(_ found: InstalledApplication) -> SignInRefusal {
    SignInRefusal(
      code: 65001,
      text: "The user or administrator has not consented to use the application with ID "
        + "'\(found.appID)' named '\(found.name)'. Send an interactive authorization request for "
        + "this user and resource.")
  }

  private func isGlobal(_ person: Int) -> Bool {
    activeRoles(of: person).contains(.globalAdministrator)
  }

  /// Whether a person, or a group that directly holds them, is assigned.
  private func isAssigned(_ person: Int, to found: InstalledApplication) -> Bool {
    if assignments.all(of: people.id(at: person)).contains(where: { $0.resource == found.id }) {
      return true
    }
    return assignments.groups(assignedTo: found.id).contains { row in
      groups.group(with: row.principal)?.members.contains(person, of: people) ?? false
    }
  }

  private func isBlocked(_ person: Int, from application: AppID) -> Bool {
    conditionalAccess.contains { policy in
      guard policy.application == nil || policy.application == application else { return false }
      return switch policy.blocks {
      case .everybody: true
      case .guests: people.isGuest(person)
      case .listed(let listed): listed.contains(people.id(at: person))
      }
    }
  }

  /// The permissions asked for that neither everybody nor `user` has given.
  func missingScopes(of found: InstalledApplication, for user: ObjectID) -> [String] {
    let given = grants.all(of: found.id).filter { $0.principal == nil || $0.principal == user }
    return found.application.wants.flatMap { wanted -> [String] in
      guard let api = applications.alive(wanted.resource) else { return wanted.scopes }
      let permitted = Set(given.filter { $0.resource == api.id }.flatMap(\.permitted))
      return wanted.scopes.filter { !permitted.contains($0.lowercased()) }
    }
  }
}
