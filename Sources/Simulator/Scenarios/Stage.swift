import Entra

/// A scenario's tenant while its history happens.
struct Stage {
  private static let day = 86_400.0
  /// How long a history is, in seconds.
  static let historySeconds = 60 * day
  /// Of so many assigned principals one is a group, up to a handful.
  private static let principalsPerGroup = 4
  private static let mostGroups = 4
  /// Of so many people one is given the larger role.
  private static let principalsPerAdministrator = 5

  var tenant: SimulatedTenant
  /// The index of the user whom the story is about.
  let hero: Int
  private let wishes: Scenario.Wishes

  init(_ tenant: SimulatedTenant, _ wishes: Scenario.Wishes) {
    (self.tenant, self.wishes) = (tenant, wishes)
    hero = Scenario.hero(among: tenant.people)
  }

  var heroID: ObjectID { tenant.people.id(at: hero) }
  private var adminID: ObjectID { tenant.people.id(at: Scenario.admin) }

  /// Lets time pass until the story begins in so many days.
  mutating func moveOn(toDaysAgo days: Double) {
    tenant.advance(
      bySeconds: wishes.now.adding(seconds: -days * Self.day).seconds(since: tenant.now))
  }

  /// The first admin signs in and accepts for themself alone; users may consent to nothing.
  mutating func firstAdminConsents(daysAgo days: Double) {
    moveOn(toDaysAgo: days)
    // The first admin is a Global Administrator throughout the history: they are prompted.
    do { try tenant.consent(by: adminID, onBehalfOfOrganization: false) } catch {
      assertionFailure(error.message)
    }
    assign(adminID, Scenario.admin)
  }

  /// An admin consents for the organization.
  mutating func organizationConsents(daysAgo days: Double) {
    moveOn(toDaysAgo: days)
    do { try tenant.adminConsent(by: adminID) } catch { assertionFailure(error.message) }
  }

  /// So many principals are assigned as are wished for, and assignment is required.
  ///
  /// None of the groups holds the hero directly.
  mutating func assignPrincipals(withHero: Bool, daysAgo days: Double) {
    moveOn(toDaysAgo: days)
    tenant.configure(requiresAssignment: true)
    if withHero { assign(heroID, hero) }
    let groups = min(Self.mostGroups, wishes.assignments / Self.principalsPerGroup)
    let offered = (0..<Groups.firstTeam).map { tenant.groups.group(at: $0) }.filter { group in
      group.isSecurityEnabled && !group.members.contains(hero, of: tenant.people)
        && !group.members.contains(Scenario.admin, of: tenant.people)
        && group.members.groups.isEmpty
        && group.members.next(after: -1, of: tenant.people) != nil
    }
    for (position, group) in offered.prefix(groups).enumerated() { assign(group.id, position) }
    var index = Scenario.admin
    while assigned < wishes.assignments, index + 1 < tenant.people.size {
      index += 1
      if index != hero { assign(tenant.people.id(at: index), index) }
    }
  }

  private var assigned: Int { tenant.applicationID.map { tenant.assignments.count(to: $0) } ?? 0 }

  /// Assigns a principal, to one of the roles where the application declares some.
  mutating func assign(_ principal: ObjectID, _ number: Int) {
    let roles = tenant.settings.application.roles
    guard let small = roles.first, let large = roles.last else {
      return tenant.assign(principal)
    }
    tenant.assign(
      principal, role: number % Self.principalsPerAdministrator == 0 ? large.id : small.id)
  }

  /// Everything as it should be: consented for all, and the hero assigned or not.
  mutating func setUp(withHero: Bool = true, daysAgo days: Double = 20) {
    firstAdminConsents(daysAgo: days)
    organizationConsents(daysAgo: days - 2)
    assignPrincipals(withHero: withHero, daysAgo: days - 5)
  }

  /// The article's beginning: assigned, but only the first admin has consented, for themself.
  mutating func setUpByFirstAdminOnly(withHero: Bool = true) {
    firstAdminConsents(daysAgo: 20)
    assignPrincipals(withHero: withHero, daysAgo: 15)
    tenant.setOwners([tenant.people.id(at: 2)])
  }

  /// The tenant as the signed-in admin finds it, after the hero has tried to get in.
  func opened(_ own: HeldRoles) -> SimulatedTenant {
    var tenant = tenant
    tenant.signIn(adminID)
    tenant.signIn(heroID)
    let active = wishes.adminRoles ?? own.active
    tenant.setRoles(
      active, eligible: wishes.eligibleRoles ?? own.eligible, ofPersonAt: Scenario.admin)
    if !active.contains(.globalAdministrator) {
      // Every tenant has somebody who may do everything.
      tenant.setRoles([.globalAdministrator], ofPersonAt: Population.administrators - 1)
    }
    tenant.settings.faults += wishes.faults
    tenant.answered = 0
    return tenant
  }
}
