import Entra
import HTTPTypes

extension SimulatedTenant {
  mutating func servicePrincipals(_ call: Call) throws(Failure) -> Reply {
    guard call.path.count > 1 else {
      switch call.method {
      case .get:
        try call.needs(Permissions.readApplications)
        return try page(applicationListing(applications.alive, call), call)
      case .post: return try createApplication(call)
      default: throw .verbNotAllowed
      }
    }
    if call.path[1] == "$count" {
      try call.needs(Permissions.readApplications)
      return try count(applicationListing(applications.alive, call), call)
    }
    let found = try application(call.path[1], call)
    guard call.path.count > 2 else { return try oneApplication(found, call) }
    switch call.path[2] {
    case "appRoleAssignedTo": return try assignedTo(found, call)
    case "appRoleAssignments": return try applicationPermissions(found, call)
    case "oauth2PermissionGrants": return try grantsOf(found, call)
    case "owners": return try owners(found, call)
    case "memberOf", "transitiveMemberOf", "ownedObjects", "createdObjects":
      return try page(Listing("directoryObjects", .plain, rows: []), call)
    case "claimsMappingPolicies", "homeRealmDiscoveryPolicies", "tokenIssuancePolicies",
      "tokenLifetimePolicies", "appManagementPolicies":
      return try policies(found, call.path[2], call)
    case "delegatedPermissionClassifications":
      return try page(Listing("delegatedPermissionClassifications", .plain, rows: []), call)
    default: throw .unknownSegment(call.path[2])
    }
  }

  /// The living service principal that a segment names, by its id or by `(appId='...')`.
  func application(_ segment: String, _ call: Call) throws(Failure) -> InstalledApplication {
    let found: InstalledApplication?
    let named: String
    if let key = Call.key("appId", in: segment) {
      found = AppID(key).flatMap { applications.alive($0) }
      named = key
    } else {
      let text = Call.key("id", in: segment) ?? segment
      guard let id = ObjectID(text) else { throw .invalidIdentifier(text) }
      found = applications.alive(id)
      named = text
    }
    // A write that a lagging replica refuses is refused in more ways than by its path.
    guard let found, isKnown(found, call) || call.method == .post else { throw .missing(named) }
    return found
  }

  /// Whether the replica that answers has heard of `application`.
  func isKnown(_ application: InstalledApplication, _ call: Call) -> Bool {
    !call.isStale || settings.replication.hasReached(application.appeared, at: now)
  }

  func applicationListing(_ list: [InstalledApplication], _ call: Call) -> Listing {
    Listing(
      "servicePrincipals", .servicePrincipal,
      rows: list.filter { isKnown($0, call) }.map { found in
        Row(found.ordinal, .servicePrincipal) { found.members }
      })
  }

  private mutating func oneApplication(
    _ found: InstalledApplication, _ call: Call
  ) throws(Failure) -> Reply {
    switch call.method {
    case .get:
      try call.needs(Permissions.readApplications)
      return .ok(try single("servicePrincipals", .servicePrincipal, found.members, call))
    case .patch: return try change(found, call)
    case .delete:
      try call.needs(Permissions.writeApplications)
      try demand(.deleteApplication, of: call.caller, on: found)
      delete(found, by: initiator(call.caller))
      return .noContent
    default: throw .verbNotAllowed
    }
  }

  /// Puts a service principal into the recycle bin.
  mutating func delete(_ found: InstalledApplication, by initiator: AuditRecord.Initiator) {
    applications[found.id]?.deleted = now
    holds[found.appID] = Hold(
      by: found.id, until: now.adding(seconds: settings.nameHold.seconds),
      untilRequest: answered + settings.nameHold.requests)
    record(
      "Remove service principal", "ApplicationManagement", "Delete", by: initiator,
      [target(found)])
  }

  /// Whether the name of `application` is still taken by one that was deleted.
  func isHeld(_ application: AppID, except id: ObjectID? = nil) -> Bool {
    guard let hold = holds[application], hold.by != id else { return false }
    return now < hold.until || answered <= hold.untilRequest && settings.nameHold.requests > 0
  }

  private mutating func createApplication(_ call: Call) throws(Failure) -> Reply {
    try call.needs(Permissions.writeApplications)
    let body = try call.object()
    guard let text = body["appId"]?.text else { throw .invalidProperties }
    let registered = AppID(text).flatMap { registry[$0] }
    try demandCreation(of: registered, by: call.caller)
    guard let registered, registered.isMultitenant || registered.owner == id else {
      throw .noBackingApplication(text)
    }
    guard applications.alive(registered.appID) == nil else {
      throw .nameInUse(registered.appID)
    }
    if settings.switches.heldNameBlocksCreation, isHeld(registered.appID) {
      throw .nameInUse(registered.appID)
    }
    var draft = InstalledApplication(
      registered, id: ObjectID(bits: 0), ordinal: 0, at: now)
    for member in body.members where member.name != "appId" { try draft.take(member) }
    let made = install(registered, like: draft)
    record(
      "Add service principal", "ApplicationManagement", "Add", by: initiator(call.caller),
      [target(made)])
    return .created(try single("servicePrincipals", .servicePrincipal, made.members, call))
  }

  private func demandCreation(
    of registered: RegisteredApplication?, by caller: Caller
  ) throws(Failure) {
    let onlyItsOwn =
      caller.permissions.map { names in
        !names.contains("Application.ReadWrite.All")
          && names.contains("Application.ReadWrite.OwnedBy")
      } ?? false
    if may(caller, .createApplication), !onlyItsOwn { return }
    guard settings.peopleMayCreateApplications || onlyItsOwn else { throw .denied }
    guard registered?.owner == id else { throw .backingApplicationElsewhere }
    throw .denied
  }

  /// Makes a service principal, with the properties of `draft`.
  @discardableResult
  mutating func install(
    _ registered: RegisteredApplication, like draft: InstalledApplication? = nil
  ) -> InstalledApplication {
    let ordinal = applications.next
    var made = InstalledApplication(
      registered, id: mint.id(.servicePrincipal, ordinal), ordinal: ordinal, at: now)
    if let draft { made.copySettings(of: draft) }
    applications[made.id] = made
    return made
  }

  private mutating func change(
    _ found: InstalledApplication, _ call: Call
  ) throws(Failure) -> Reply {
    try call.needs(Permissions.writeApplications)
    try demand(.changeApplication, of: call.caller, on: found)
    var changed = found
    let body = try call.object()
    for member in body.members { try changed.take(member) }
    applications[found.id] = changed
    record(
      "Update service principal", "ApplicationManagement", "Update", by: initiator(call.caller),
      [
        target(
          changed,
          body.members.map {
            AuditRecord.Property(
              name: $0.name, value: String(decoding: $0.value.bytes, as: UTF8.self))
          })
      ])
    return .noContent
  }

  private mutating func owners(
    _ found: InstalledApplication, _ call: Call
  ) throws(Failure) -> Reply {
    if call.method == .post { return try addOwner(to: found, call) }
    try call.needs(Permissions.readApplications)
    let rows = found.owners.enumerated().compactMap { position, id in
      directoryRow(id, cursor: position)
    }
    return try page(Listing("directoryObjects", .user, isMixed: true, rows: rows), call)
  }

  /// `POST .../owners/$ref`: makes the object that the reference names an owner.
  private mutating func addOwner(
    to found: InstalledApplication, _ call: Call
  ) throws(Failure) -> Reply {
    guard call.path.count == 4, call.path[3] == "$ref" else { throw .verbNotAllowed }
    try call.needs(Permissions.writeApplications)
    try demand(.changeApplication, of: call.caller, on: found)
    guard let body = JSONReader.read(call.body) else { throw .unreadableBody }
    let last = body["@odata.id"]?.text?.split(separator: "/").last.map(String.init)
    guard let last, let owner = ObjectID(last) else { throw .invalidProperties }
    guard isKnown(found, call) else { throw .missing("\(found.id)") }
    guard kind(of: owner) != nil else { throw .missing(last) }
    guard !found.owners.contains(owner) else { throw .alreadyOwner }
    applications[found.id]?.owners.append(owner)
    record(
      "Add owner to service principal", "ApplicationManagement", "Assign",
      by: initiator(call.caller), [target(found)])
    return .noContent
  }

  private func policies(
    _ found: InstalledApplication, _ relation: String, _ call: Call
  ) throws(Failure) -> Reply {
    try call.needs(Permissions.readPolicies + Permissions.readApplications)
    let rows = (found.policies[relation] ?? []).enumerated().map { position, name in
      Row(position, .plain) {
        JSON.members([
          ("id", .string("\(self.mint.id(.other, 1 << 30 + position))")),
          ("deletedDateTime", nil), ("definition", ["{}"]), ("displayName", .string(name)),
          ("isOrganizationDefault", false),
        ])
      }
    }
    return try page(Listing(relation, .plain, rows: rows), call)
  }
}
