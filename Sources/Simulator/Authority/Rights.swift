import Entra

extension SimulatedTenant {
  /// The directory roles that count for the person at `index` now.
  func activeRoles(of index: Int) -> Set<AdminRole> { roles[index]?.active ?? [] }

  func holdsRole(_ index: Int, allowing act: Act) -> Bool {
    activeRoles(of: index).contains { $0.allows(act, settings.switches) }
  }

  /// Whether `caller` may do `act`, by a role or as owner of `application`.
  ///
  /// An application on its own behalf has no roles: its permissions decide.
  func may(_ caller: Caller, _ act: Act, on application: InstalledApplication? = nil) -> Bool {
    guard let person = caller.person else { return true }
    if holdsRole(person, allowing: act) { return true }
    guard let application, application.owners.contains(people.id(at: person)) else { return false }
    return switch act {
    case .assign: !people.isGuest(person)
    case .changeApplication, .deleteApplication, .restoreApplication, .readGrants: true
    default: false
    }
  }

  /// Refuses `caller` where they may not do `act`.
  func demand(
    _ act: Act, of caller: Caller, on application: InstalledApplication? = nil
  ) throws(Failure) {
    guard may(caller, act, on: application) else { throw .denied }
  }

  func isEnabled(_ person: Int) -> Bool {
    guard person < people.size, changes[person]?.isDeleted != true else { return false }
    return changes[person]?.isEnabled ?? !people.isDisabled(person)
  }

  func exists(_ person: Int) -> Bool {
    person < people.size && changes[person]?.isDeleted != true
  }

  /// The display name of the person at that index, as the tenant has it now.
  public func displayName(of person: Int) -> String {
    changes[person]?.displayName ?? people.displayName(at: person)
  }

  /// Who `caller` is, as the audit log names them.
  func initiator(_ caller: Caller) -> AuditRecord.Initiator {
    switch caller.identity {
    case .person(let index):
      .user(
        id: people.id(at: index), name: displayName(of: index),
        userPrincipalName: people.userPrincipalName(at: index))
    case .application(let id): .application(id)
    }
  }

  /// Writes down what happened.
  mutating func record(
    _ activity: String, _ category: String, _ operation: String,
    by initiator: AuditRecord.Initiator, _ targets: [AuditRecord.Target],
    details: [AuditRecord.Property] = []
  ) {
    audits.append(
      AuditRecord(
        ordinal: audits.count + 1, at: now, activity: activity, category: category,
        operation: operation, initiator: initiator, targets: targets, details: details))
  }

  func target(
    _ application: InstalledApplication, _ changes: [AuditRecord.Property] = []
  ) -> AuditRecord.Target {
    AuditRecord.Target(
      id: "\(application.id)", name: application.name, type: "ServicePrincipal", changes: changes)
  }
}
