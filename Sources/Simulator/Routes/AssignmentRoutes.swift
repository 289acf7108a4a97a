import Entra
import HTTPTypes

extension SimulatedTenant {
  /// `/servicePrincipals/{id}/appRoleAssignedTo`: who may use the application.
  mutating func assignedTo(
    _ found: InstalledApplication, _ call: Call
  ) throws(Failure) -> Reply {
    if call.path.count > 3, call.path[3] != "$count" {
      return try oneAssignment(call.path[3], call) { $0.resource == found.id }
    }
    if call.method == .post, call.path.count == 3 {
      let body = try call.object()
      guard body["resourceId"]?.text.flatMap({ ObjectID($0) }) == found.id else {
        throw body["resourceId"] == nil ? .invalidProperties : .invalidReference
      }
      return try assign(body, call)
    }
    try call.needs(Permissions.readApplications)
    let listing = assignmentListing(to: found, call)
    return call.path.count > 3 ? try count(listing, call) : try page(listing, call)
  }

  /// `/servicePrincipals/{id}/appRoleAssignments`: what the application itself may use.
  mutating func applicationPermissions(
    _ found: InstalledApplication, _ call: Call
  ) throws(Failure) -> Reply {
    try ownAssignments(of: [found.id], context: "servicePrincipals('\(found.id)')", call)
  }

  /// The assignments that `principals` hold, the first of which the path names.
  mutating func ownAssignments(
    of principals: [ObjectID], context: String, _ call: Call
  ) throws(Failure) -> Reply {
    guard let principal = principals.first else { throw .unsupportedQuery }
    let rest = call.path.dropFirst(call.path.first == "me" ? 2 : 3)
    if let id = rest.first, id != "$count" {
      return try oneAssignment(id, call) { $0.principal == principal }
    }
    if call.method == .post, rest.isEmpty {
      let body = try call.object()
      guard body["principalId"]?.text.flatMap({ ObjectID($0) }) == principal else {
        throw body["principalId"] == nil ? .invalidProperties : .invalidReference
      }
      return try assign(body, call)
    }
    try call.needs(Permissions.readApplications + Permissions.writeAssignments)
    let rows = rows(of: principals, call)
    let listing = Listing("\(context)/appRoleAssignments", .appRoleAssignment, rows: rows)
    return rest.isEmpty ? try page(listing, call) : try count(listing, call)
  }

  private func rows(of principals: [ObjectID], _ call: Call) -> [Row] {
    principals.flatMap { assignments.all(of: $0) }
      .filter { applications.alive($0.resource) != nil && isKnown($0, call) }
      .sorted { $0.ordinal < $1.ordinal }
      .map { row in
        Row(row.ordinal, .appRoleAssignment) {
          row.members(resourceName: self.applications[row.resource]?.name ?? "")
        }
      }
  }

  private func isKnown(_ row: Assignment, _ call: Call) -> Bool {
    !call.isStale || settings.replication.hasReached(row.created, at: now)
  }

  private func assignmentListing(to found: InstalledApplication, _ call: Call) -> Listing {
    var schema = Schema.appRoleAssignment
    if settings.switches.assignedToFiltersByPrincipal { schema.filters.insert("principalId") }
    let (rows, shown) = (assignments, schema)
    return Listing(
      "servicePrincipals('\(found.id)')/appRoleAssignedTo", schema,
      total: call.isStale ? nil : rows.count(to: found.id)
    ) { cursor in
      var cursor = cursor
      while let row = rows.next(to: found.id, after: cursor) {
        if self.isKnown(row, call) {
          return Row(row.ordinal, shown) { row.members(resourceName: found.name) }
        }
        cursor = row.ordinal
      }
      return nil
    }
  }

  private mutating func oneAssignment(
    _ id: String, _ call: Call, belongs: (Assignment) -> Bool
  ) throws(Failure) -> Reply {
    guard let row = assignments.row(withID: id), belongs(row),
      let resource = applications.alive(row.resource)
    else { throw .missing(id) }
    switch call.method {
    case .get:
      try call.needs(Permissions.readApplications + Permissions.writeAssignments)
      return .ok(
        try single(
          "appRoleAssignments", .appRoleAssignment, row.members(resourceName: resource.name), call))
    case .delete:
      try call.needs(Permissions.writeAssignments)
      try demand(rightToGive(row.kind, resource), of: call.caller, on: resource)
      assignments.remove(row)
      recordAssignment(row, resource, isAdded: false, by: initiator(call.caller))
      return .noContent
    default: throw .verbNotAllowed
    }
  }

  /// What giving a role of `resource` to such a principal needs.
  private func rightToGive(_ kind: Principal.Kind, _ resource: InstalledApplication) -> Act {
    guard kind == .servicePrincipal else { return .assign }
    return resource.appID == .microsoftGraph ? .consentForAllToGraphRoles : .giveRolesOfOtherAPIs
  }

  private mutating func assign(_ body: JSON, _ call: Call) throws(Failure) -> Reply {
    try call.needs(Permissions.writeAssignments)
    let fields = Set(body.members.map(\.name))
    guard fields == ["principalId", "resourceId", "appRoleId"],
      let principal = body["principalId"]?.text.flatMap({ ObjectID($0) }),
      let resourceID = body["resourceId"]?.text.flatMap({ ObjectID($0) }),
      let role = body["appRoleId"]?.text.flatMap({ ObjectID($0) })
    else { throw .invalidProperties }
    guard let resource = applications.alive(resourceID) else { throw .invalidReference }
    let kind = kind(of: principal)
    try demand(rightToGive(kind ?? .user, resource), of: call.caller, on: resource)
    if !isKnown(resource, call) { throw notYet(resource) }
    guard let kind, isKnown(principal, call) else { throw .invalidReference }
    try check(kind, principal, role: role, of: resource)
    let row = give(role, of: resource, to: principal, kind)
    guard let row else { throw .alreadyAssigned }
    recordAssignment(row, resource, isAdded: true, by: initiator(call.caller))
    return .created(
      try single(
        "servicePrincipals('\(resource.id)')/appRoleAssignedTo", .appRoleAssignment,
        row.members(resourceName: resource.name), call))
  }

  /// The ways in which a lagging replica says that it has not heard of an application.
  private func notYet(_ resource: InstalledApplication) -> Failure {
    switch mixed(mint.seed ^ UInt64(answered)) % 3 {
    case 0: .missing(resource.id)
    case 1: .invalidReference
    default: .roleNotFound(on: resource.appID)
    }
  }

  private func isKnown(_ principal: ObjectID, _ call: Call) -> Bool {
    applications[principal].map { isKnown($0, call) } ?? true
  }

  private func check(
    _ kind: Principal.Kind, _ principal: ObjectID, role: ObjectID, of resource: InstalledApplication
  ) throws(Failure) {
    if role == AppRoleAssignment.defaultAccess {
      guard !resource.hasUserRoles || settings.switches.defaultAccessBesideRoles else {
        throw .roleNotFound(on: resource.appID)
      }
    } else {
      guard let declared = resource.application.roles.first(where: { $0.id == role }),
        declared.isEnabled,
        kind == .servicePrincipal ? declared.isForApplications : declared.isForUsers
      else { throw .roleNotFound(on: resource.appID) }
    }
    guard kind == .group else { return }
    guard groups.group(with: principal)?.isSecurityEnabled == true else {
      throw .invalidReference
    }
    guard settings.isPremium || !settings.switches.groupAssignmentNeedsPremium else {
      throw Failure(
        status: 403, code: "Authorization_RequestDenied",
        message: "Assigning a group needs a premium license.")
    }
  }

  /// What kind of principal has that id; `nil` where none is there.
  func kind(of id: ObjectID) -> Principal.Kind? {
    if let index = people.index(of: id) { return exists(index) ? .user : nil }
    if groups.ordinal(of: id) != nil { return .group }
    return applications.alive(id) == nil ? nil : .servicePrincipal
  }

  /// The name that the directory has for a principal.
  func name(of id: ObjectID) -> String {
    if let index = people.index(of: id) { return displayName(of: index) }
    return groups.group(with: id)?.name ?? applications[id]?.name ?? ""
  }

  /// Writes an assignment; `nil` where it was there.
  mutating func give(
    _ role: ObjectID, of resource: InstalledApplication, to principal: ObjectID,
    _ kind: Principal.Kind
  ) -> Assignment? {
    minted += 1
    return assignments.add(
      principal, kind, named: name(of: principal), to: resource.id, role: role, at: now,
      salt: mint.arbitrary(1 << 40 + minted))
  }

  mutating func recordAssignment(
    _ row: Assignment, _ resource: InstalledApplication, isAdded: Bool,
    by initiator: AuditRecord.Initiator
  ) {
    let (activity, category) =
      switch (row.kind, isAdded) {
      case (.user, true): ("Add app role assignment grant to user", "UserManagement")
      case (.user, false): ("Remove app role assignment from user", "UserManagement")
      case (.group, true): ("Add app role assignment to group", "GroupManagement")
      case (.group, false): ("Remove app role assignment from group", "GroupManagement")
      case (.servicePrincipal, true):
        ("Add app role assignment to service principal", "ApplicationManagement")
      case (.servicePrincipal, false):
        ("Remove app role assignment from service principal", "ApplicationManagement")
      }
    let address = people.index(of: row.principal).map { people.userPrincipalName(at: $0) }
    record(
      activity, category, isAdded ? "Assign" : "Delete", by: initiator,
      [
        target(resource, [AuditRecord.Property(name: "AppRole.Id", value: "\(row.role)")]),
        AuditRecord.Target(
          id: "\(row.principal)", name: row.principalName, type: row.kind.rawValue,
          userPrincipalName: address),
      ])
  }
}
