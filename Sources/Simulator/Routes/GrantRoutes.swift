import Entra
import HTTPTypes

extension SimulatedTenant {
  /// `/oauth2PermissionGrants` and one of them.
  mutating func permissionGrants(_ call: Call) throws(Failure) -> Reply {
    guard call.path.count > 1 else {
      if call.method == .post { return try createGrant(call) }
      return try page(grantListing("oauth2PermissionGrants", call) { _ in true }, call)
    }
    guard let grant = grants.grant(withID: call.path[1]), isLive(grant) else {
      throw .missing(call.path[1])
    }
    switch call.method {
    case .get:
      try demandReading(call)
      return .ok(try single("oauth2PermissionGrants", .grant, grant.members, call))
    case .patch: return try changeGrant(grant, call)
    case .delete:
      try demandWriting(call)
      grants.remove(grant)
      recordGrant(grant, "Remove delegated permission grant", by: initiator(call.caller))
      return .noContent
    default: throw .verbNotAllowed
    }
  }

  /// `/servicePrincipals/{id}/oauth2PermissionGrants`.
  func grantsOf(_ found: InstalledApplication, _ call: Call) throws(Failure) -> Reply {
    let context = "oauth2PermissionGrants"
    return try page(grantListing(context, call, on: found) { $0.client == found.id }, call)
  }

  func grantListing(
    _ context: String, _ call: Call, on application: InstalledApplication? = nil,
    isOwn: Bool = false, _ belongs: @escaping (Grant) -> Bool
  ) throws(Failure) -> Listing {
    if !isOwn { try demandReading(call, on: application) }
    let all = grants
    return Listing(context, .grant) { cursor in
      var cursor = cursor
      while let grant = all.next(after: cursor) {
        cursor = grant.ordinal
        guard belongs(grant), self.isLive(grant), self.isKnown(grant, call) else { continue }
        return Row(grant.ordinal, .grant) { grant.members }
      }
      return nil
    }
  }

  /// A grant of a deleted application is not listed.
  private func isLive(_ grant: Grant) -> Bool {
    applications.alive(grant.client) != nil && applications.alive(grant.resource) != nil
  }

  private func isKnown(_ grant: Grant, _ call: Call) -> Bool {
    !call.isStale || settings.replication.hasReached(grant.created, at: now)
  }

  private func demandReading(
    _ call: Call, on application: InstalledApplication? = nil
  ) throws(Failure) {
    try call.needs(Permissions.readGrants)
    try demand(.readGrants, of: call.caller, on: application)
  }

  private func demandWriting(_ call: Call) throws(Failure) {
    try call.needs(Permissions.writeGrants)
    try demand(.writeGrants, of: call.caller)
  }

  private mutating func createGrant(_ call: Call) throws(Failure) -> Reply {
    try demandWriting(call)
    let body = try call.object()
    let known: Set = [
      "clientId", "consentType", "principalId", "resourceId", "scope", "startTime", "expiryTime",
    ]
    guard body.members.allSatisfy({ known.contains($0.name) }),
      let client = body["clientId"]?.text.flatMap({ ObjectID($0) }),
      let resource = body["resourceId"]?.text.flatMap({ ObjectID($0) }),
      let scope = body["scope"]?.text, let type = body["consentType"]?.text
    else { throw .invalidProperties }
    let principal = body["principalId"]?.text.flatMap { ObjectID($0) }
    switch type {
    case "AllPrincipals": guard principal == nil else { throw .invalidProperties }
    case "Principal": guard principal != nil else { throw .invalidProperties }
    default: throw .invalidProperties
    }
    for end in [client, resource] where applications.alive(end) == nil {
      throw .missingReference(end)
    }
    if let principal, kind(of: principal) != .user { throw .missingReference(principal) }
    let isKnown = applications[client].map { self.isKnown($0, call) } ?? false
    guard isKnown || settings.switches.unfoundGrantIsWritten else {
      throw .missingReference(client)
    }
    let made = grants.add(
      client: client, principal: principal, resource: resource, scope: scope, at: now)
    guard let made else {
      throw .duplicateGrant(isConflict: settings.switches.duplicateGrantIsConflict)
    }
    recordGrant(made, "Add delegated permission grant", by: initiator(call.caller))
    guard isKnown else { throw .missingReference(client) }
    return .created(try single("oauth2PermissionGrants", .grant, made.members, call))
  }

  private mutating func changeGrant(_ grant: Grant, _ call: Call) throws(Failure) -> Reply {
    try demandWriting(call)
    let body = try call.object()
    guard body.members.map(\.name) == ["scope"], let scope = body["scope"]?.text else {
      throw .invalidProperties
    }
    grants.set(scope, of: grant)
    var changed = grant
    changed.scope = scope
    recordGrant(changed, "Add delegated permission grant", by: initiator(call.caller))
    return .noContent
  }

  mutating func recordGrant(
    _ grant: Grant, _ activity: String, by initiator: AuditRecord.Initiator
  ) {
    guard let resource = applications[grant.resource], let client = applications[grant.client]
    else { return }
    record(
      activity, "ApplicationManagement", activity.hasPrefix("Add") ? "Assign" : "Unassign",
      by: initiator,
      [
        target(
          resource,
          [
            AuditRecord.Property(name: "DelegatedPermissionGrant.Scope", value: grant.scope),
            AuditRecord.Property(
              name: "DelegatedPermissionGrant.ConsentType",
              value: grant.principal == nil ? "AllPrincipals" : "Principal"),
          ]),
        target(client),
      ])
  }
}
