public import Entra

// How a story is set up: these change the tenant without a request, a role or a record.
extension SimulatedTenant {
  /// Our service principal, where it lives.
  public var applicationID: ObjectID? { applications.alive(settings.application.appID)?.id }

  /// Issues a token that speaks for the person at `index`.
  ///
  /// It may be used for `permissions`, `nil` being everything, and lives for `seconds`.
  public mutating func issueToken(
    toPersonAt index: Int, permissions: Set<String>? = nil, seconds: Double = 3599,
    client: AppID = Caller.commandLineTools
  ) -> String {
    issue(
      Caller(
        identity: .person(index), permissions: permissions, client: client,
        expires: now.adding(seconds: seconds)))
  }

  /// Issues a token that speaks for an application itself.
  public mutating func issueToken(
    toApplication application: AppID, permissions: Set<String>, seconds: Double = 3599
  ) -> String {
    issue(
      Caller(
        identity: .application(application), permissions: permissions, client: application,
        expires: now.adding(seconds: seconds)))
  }

  private mutating func issue(_ caller: Caller) -> String {
    minted += 1
    let permissions = JSON.string((caller.permissions ?? []).sorted().joined(separator: " "))
    var claims = JSON.members([
      ("aud", "https://graph.microsoft.com"), ("tid", .string("\(id)")),
      ("appid", .string("\(caller.client)")), ("iat", .integer(seconds(now))),
      ("exp", .integer(seconds(caller.expires))), ("jti", .integer(minted)),
    ])
    if let person = caller.person {
      let templates = activeRoles(of: person).map(\.templateID).sorted()
      claims += JSON.members([
        ("oid", .string("\(people.id(at: person))")), ("scp", permissions),
        ("upn", .string(people.userPrincipalName(at: person))),
        ("wids", .strings(templates)),
      ])
    } else {
      claims.append(JSON.Member("roles", .strings((caller.permissions ?? []).sorted())))
    }
    let header: JSON = ["typ": "JWT", "alg": "none"]
    let token =
      [header, .object(claims)].map { Base64URL.text(of: $0.bytes) }.joined(separator: ".")
      + ".simulated"
    callers[token] = caller
    return token
  }

  private func seconds(_ moment: Moment) -> Int { Int(moment.ticks / 10_000_000) }

  /// Ends every token of the person at `index`.
  public mutating func revokeTokens(ofPersonAt index: Int) {
    callers = callers.filter { $0.value.person != index }
  }

  /// Gives the person at `index` exactly these roles; eligible ones count for nothing yet.
  public mutating func setRoles(
    _ active: Set<AdminRole>, eligible: Set<AdminRole> = [], ofPersonAt index: Int
  ) {
    roles[index] = HeldRoles(active: active, eligible: eligible)
  }

  /// Blocks or unblocks the account of the person at `index`.
  public mutating func setEnabled(_ isEnabled: Bool, personAt index: Int) {
    changes[index, default: PersonChange()].isEnabled = isEnabled
  }

  /// Takes the person at `index` out of the directory, and what they were given with them.
  public mutating func removePerson(at index: Int) {
    changes[index, default: PersonChange()].isDeleted = true
    let id = people.id(at: index)
    for row in assignments.all(of: id) { assignments.remove(row) }
    for application in applications.all {
      for grant in grants.all(of: application.id) where grant.principal == id {
        grants.remove(grant)
      }
    }
  }

  /// Renames the person at `index`; assignments made before keep the old name.
  public mutating func rename(personAt index: Int, to name: String) {
    changes[index, default: PersonChange()].displayName = name
  }

  /// Adds a group of people, by index, and of other groups.
  @discardableResult
  public mutating func addGroup(
    _ name: String, people: [Int], groups inner: [ObjectID] = [], isSecurityEnabled: Bool = true,
    isMailEnabled: Bool = false
  ) -> ObjectID {
    groups.add(
      name, users: people, groups: inner, isSecurityEnabled: isSecurityEnabled,
      isMailEnabled: isMailEnabled)
  }

  /// The ids of the groups called `name`.
  public func groupIDs(named name: String) -> [ObjectID] {
    (0..<groups.count).map { groups.group(at: $0) }.filter { $0.name == name }.map(\.id)
  }

  /// Adds a policy that blocks sign-in.
  public mutating func add(_ policy: ConditionalAccessPolicy) { conditionalAccess.append(policy) }

  /// Assigns `principal` to our application; nothing happens where it is assigned already.
  public mutating func assign(
    _ principal: ObjectID, role: ObjectID = AppRoleAssignment.defaultAccess
  ) {
    guard let kind = kind(of: principal),
      let found = applications.alive(settings.application.appID)
    else { return }
    _ = give(role, of: found, to: principal, kind)
  }

  /// Grants our application what it asks for: to everybody, or to one person.
  public mutating func grant(to user: ObjectID? = nil) {
    guard let found = applications.alive(settings.application.appID) else { return }
    for wanted in found.application.wants {
      guard let api = applications.alive(wanted.resource) else { continue }
      _ = grants.add(
        client: found.id, principal: user, resource: api.id,
        scope: wanted.scopes.joined(separator: " "), at: now)
    }
  }

  /// Takes every consent to our application away.
  public mutating func revokeGrants() {
    guard let id = applicationID else { return }
    for grant in grants.all(of: id) { grants.remove(grant) }
  }

  /// Takes everybody's assignment to our application away.
  public mutating func removeAssignments() {
    guard let id = applicationID else { return }
    for row in assignments.all(to: id) { assignments.remove(row) }
  }

  /// Sets our application's two switches; what is `nil` stays.
  public mutating func configure(isEnabled: Bool? = nil, requiresAssignment: Bool? = nil) {
    guard let id = applicationID else { return }
    if let isEnabled { applications[id]?.isEnabled = isEnabled }
    if let requiresAssignment { applications[id]?.requiresAssignment = requiresAssignment }
  }

  /// Makes `owners` the owners of our application.
  public mutating func setOwners(_ owners: [ObjectID]) {
    if let id = applicationID { applications[id]?.owners = owners }
  }

  /// Hangs policies on our application, by relation such as `claimsMappingPolicies`.
  public mutating func setPolicies(_ names: [String], of relation: String) {
    if let id = applicationID { applications[id]?.policies[relation] = names }
  }

  /// Deletes our service principal, as somebody did before the story begins.
  public mutating func deleteApplication() {
    guard let found = applications.alive(settings.application.appID) else { return }
    delete(found, by: .application(.microsoftGraph))
  }

  /// Creates our service principal again, as somebody did before the story begins.
  public mutating func recreateApplication() {
    let application = settings.application
    guard applications.alive(application.appID) == nil else { return }
    install(application)
  }

  /// Takes our service principal away as if it had never been there, without a record.
  mutating func forgetApplication() {
    if let id = applicationID { applications[id] = nil }
  }

  /// Deletes the look-alike, as somebody did who took it for ours.
  mutating func deleteLookAlike() {
    guard let found = applications.alive(RegisteredApplication.lookAlike.appID) else { return }
    delete(found, by: .application(.microsoftGraph))
  }

  /// Changes what the vendor registered; a living service principal keeps what it copied.
  public mutating func register(_ application: RegisteredApplication) {
    registry[application.appID] = application
  }

  /// Takes the application away from its vendor's tenant: it can't be created or restored.
  public mutating func unregister(_ application: AppID) { registry[application] = nil }
}
