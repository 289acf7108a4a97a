public import Entra

extension SimulatedTenant {
  /// `user` accepts the prompt that signing in to our application shows them.
  ///
  /// Ticking the checkbox is `onBehalfOfOrganization`; with `asksAgain` the application sends
  /// `prompt=consent`, so that a prompt shows once more.
  /// - Throws: the refusal where no prompt, or no checkbox, is shown to them.
  public mutating func consent(
    by user: ObjectID, onBehalfOfOrganization: Bool, asksAgain: Bool = false
  ) throws(SignInRefusal) {
    answered += 1
    let verdict = verdict(for: user, asksAgain: asksAgain)
    switch verdict {
    case .admitted: return
    case .refused(let refusal): throw refusal
    case .prompted(let prompt):
      guard prompt.showsCheckbox || !onBehalfOfOrganization else {
        throw SignInRefusal(
          code: 90093,
          text: "\(settings.application.name) is requesting one or more permissions that you are "
            + "not authorized to grant.")
      }
    }
    let found = try applicationForConsent()
    let initiator = personInitiator(user)
    for wanted in found.application.wants {
      grant(
        wanted.scopes, of: wanted.resource, to: found,
        for: onBehalfOfOrganization ? nil : user, replaces: false, by: initiator)
      if onBehalfOfOrganization { giveRoles(wanted, to: found, by: initiator) }
    }
    if !onBehalfOfOrganization || settings.switches.checkboxAssignsAdministrator {
      assignConsenter(user, to: found, by: initiator)
    }
    recordConsent(
      found, by: initiator, isAdmin: prompted(verdict)?.showsCheckbox ?? false,
      isForAll: onBehalfOfOrganization)
  }

  /// `user` accepts on the admin-consent page, or presses the portal's button.
  ///
  /// - Throws: the refusal where their roles are too small, or the name is still taken.
  public mutating func adminConsent(by user: ObjectID) throws(SignInRefusal) {
    answered += 1
    guard let person = people.index(of: user), isEnabled(person) else {
      throw SignInRefusal(code: 50057, text: "The user account is disabled.")
    }
    let wants = registry[settings.application.appID]?.wants ?? []
    let asksGraphRoles = wants.contains { $0.resource == .microsoftGraph && !$0.roles.isEmpty }
    let act: Act = asksGraphRoles ? .consentForAllToGraphRoles : .consentForAll
    guard holdsRole(person, allowing: act) else {
      throw SignInRefusal(
        code: 90093,
        text: "\(settings.application.name) is requesting one or more permissions that you are "
          + "not authorized to grant.")
    }
    let found = try applicationForConsent()
    let initiator = personInitiator(user)
    for wanted in wants {
      grant(
        wanted.scopes, of: wanted.resource, to: found, for: nil,
        replaces: settings.switches.adminConsentDropsOthers, by: initiator)
      giveRoles(wanted, to: found, by: initiator)
    }
    recordConsent(found, by: initiator, isAdmin: true, isForAll: true)
  }

  private func prompted(_ verdict: Verdict) -> ConsentPrompt? {
    if case .prompted(let prompt) = verdict { prompt } else { nil }
  }

  private func personInitiator(_ user: ObjectID) -> AuditRecord.Initiator {
    guard let index = people.index(of: user) else { return .application(.microsoftGraph) }
    return .user(
      id: user, name: displayName(of: index),
      userPrincipalName: people.userPrincipalName(at: index))
  }

  /// Our service principal, created where it is missing; consent sets the portal's tag.
  private mutating func applicationForConsent() throws(SignInRefusal) -> InstalledApplication {
    let application = settings.application.appID
    if let found = applications.alive(application) { return found }
    guard !isHeld(application) else { throw stillTaken(application) }
    guard let registered = registry[application], registered.isMultitenant else {
      throw SignInRefusal(
        code: 700_016,
        text: "Application with identifier '\(application)' was not found in the directory "
          + "'\(settings.name)'.")
    }
    var made = install(registered)
    made.tags = [InstalledApplication.integratedTag]
    applications[made.id] = made
    record(
      "Add service principal", "ApplicationManagement", "Add",
      by: .application(.microsoftGraph), [target(made)])
    return made
  }

  /// Writes what consent writes for one API: a row, or more permissions in the row that is there.
  private mutating func grant(
    _ scopes: [String], of resource: AppID, to found: InstalledApplication,
    for user: ObjectID?, replaces: Bool, by initiator: AuditRecord.Initiator
  ) {
    guard let api = applications.alive(resource), !scopes.isEmpty else { return }
    let scope = scopes.joined(separator: " ")
    if let old = grants.grant(client: found.id, principal: user, resource: api.id) {
      let more = scopes.filter { !old.permitted.contains($0.lowercased()) }
      grants.set(
        replaces ? scope : ([old.scope] + more).joined(separator: " "), of: old)
      recordGrant(old, "Add delegated permission grant", by: initiator)
    } else if let made = grants.add(
      client: found.id, principal: user, resource: api.id, scope: scope, at: now)
    {
      recordGrant(made, "Add delegated permission grant", by: initiator)
    }
  }

  private mutating func giveRoles(
    _ wanted: RegisteredApplication.Wanted, to found: InstalledApplication,
    by initiator: AuditRecord.Initiator
  ) {
    guard let api = applications.alive(wanted.resource) else { return }
    for role in api.application.roles where wanted.roles.contains(role.value) {
      if let row = give(role.id, of: api, to: found.id, .servicePrincipal) {
        recordAssignment(row, api, isAdded: true, by: initiator)
      }
    }
  }

  private mutating func assignConsenter(
    _ user: ObjectID, to found: InstalledApplication, by initiator: AuditRecord.Initiator
  ) {
    guard !found.hasUserRoles || settings.switches.consentAssignsDespiteRoles else { return }
    let role = AppRoleAssignment.defaultAccess
    if let row = give(role, of: found, to: user, .user) {
      recordAssignment(row, found, isAdded: true, by: initiator)
    }
  }

  private mutating func recordConsent(
    _ found: InstalledApplication, by initiator: AuditRecord.Initiator, isAdmin: Bool,
    isForAll: Bool
  ) {
    let scopes = found.application.wants.flatMap(\.scopes).joined(separator: " ")
    let type = isForAll ? "AllPrincipals" : "Principal"
    record(
      "Consent to application", "ApplicationManagement", "Assign", by: initiator,
      [
        target(
          found,
          [
            AuditRecord.Property(
              name: "ConsentContext.IsAdminConsent", value: isAdmin ? "True" : "False"),
            AuditRecord.Property(name: "ConsentContext.IsAppOnly", value: "False"),
            AuditRecord.Property(
              name: "ConsentContext.OnBehalfOfAll", value: isForAll ? "True" : "False"),
            AuditRecord.Property(
              name: "ConsentContext.Tags", value: InstalledApplication.integratedTag),
            AuditRecord.Property(
              name: "ConsentAction.Permissions",
              value: "[] => [[ClientId: \(found.id), ConsentType: \(type), Scope: \(scopes)]]"),
          ])
      ])
  }
}
