import Entra
import HTTPTypes

extension SimulatedTenant {
  /// How long a deleted service principal can be restored, in seconds: 30 days.
  private static let binSeconds = 30.0 * 86_400

  /// `/directory/deletedItems`.
  mutating func deletedItems(_ call: Call) throws(Failure) -> Reply {
    guard call.path.count > 1, call.path[1] == "deletedItems" else {
      throw .unknownSegment(call.path.dropFirst().first ?? "")
    }
    guard call.path.count > 2 else { throw .unsupportedQuery }
    let third = call.path[2]
    if third.hasPrefix("microsoft.graph.") || third.hasPrefix("graph.") {
      return try binListing(third, call)
    }
    guard let id = ObjectID(third) else { throw .invalidIdentifier(third) }
    guard let found = applications[id], found.deleted != nil else { throw .missing(third) }
    if call.path.count == 4, call.path[3] == "restore" {
      guard call.method == .post else { throw .verbNotAllowed }
      return try restore(found, call)
    }
    guard call.path.count == 3 else { throw .unknownSegment(call.path[3]) }
    switch call.method {
    case .get:
      try call.needs(Permissions.readApplications)
      try demand(.restoreApplication, of: call.caller, on: found)
      return .ok(
        try single("directoryObjects", .servicePrincipal, found.members, call, type: true))
    case .delete:
      try call.needs(Permissions.writeApplications)
      try demand(.restoreApplication, of: call.caller, on: found)
      purge(found, by: initiator(call.caller))
      return .noContent
    default: throw .verbNotAllowed
    }
  }

  private func binListing(_ type: String, _ call: Call) throws(Failure) -> Reply {
    try call.needs(Permissions.readApplications)
    switch type.split(separator: ".").last {
    case "servicePrincipal":
      let owned = applications.deleted.filter {
        may(call.caller, .restoreApplication, on: $0)
      }
      guard may(call.caller, .restoreApplication) || !owned.isEmpty else { throw .denied }
      let listing = applicationListing(owned, call)
      return call.path.count > 3 ? try count(listing, call) : try page(listing, call)
    case "user", "group", "application", "administrativeUnit", "device":
      return try page(Listing("directoryObjects", .plain, rows: []), call)
    default: throw .unknownSegment(type)
    }
  }

  private mutating func restore(
    _ found: InstalledApplication, _ call: Call
  ) throws(Failure) -> Reply {
    try call.needs(Permissions.writeApplications)
    try demand(.restoreApplication, of: call.caller, on: found)
    guard applications.alive(found.appID) == nil, !isHeld(found.appID, except: found.id) else {
      throw .nameInUse(found.appID)
    }
    guard registry[found.appID] != nil else { throw .noBackingApplication("\(found.appID)") }
    var restored = found
    (restored.deleted, restored.appeared) = (nil, now)
    let switches = settings.switches
    if !switches.restoreBringsOwners { restored.owners = [] }
    if !switches.restoreBringsPolicies { restored.policies = [:] }
    if !switches.restoreBringsGrants {
      for grant in grants.all(of: found.id) { grants.remove(grant) }
    }
    if !switches.restoreBringsAssignments {
      for row in assignments.all(to: found.id) { assignments.remove(row) }
    }
    if !switches.restoreBringsApplicationPermissions {
      for row in assignments.all(of: found.id) { assignments.remove(row) }
    }
    applications[found.id] = restored
    record(
      "Restore service principal", "ApplicationManagement", "Update",
      by: initiator(call.caller), [target(restored)])
    return .ok(
      try single("directoryObjects", .servicePrincipal, restored.members, call, type: true))
  }

  /// Deletes for good.
  private mutating func purge(
    _ found: InstalledApplication, by initiator: AuditRecord.Initiator
  ) {
    for row in assignments.all(to: found.id) + assignments.all(of: found.id) {
      assignments.remove(row)
    }
    for grant in grants.all(of: found.id) { grants.remove(grant) }
    applications[found.id] = nil
    record(
      "Hard delete service principal", "ApplicationManagement", "Delete", by: initiator,
      [target(found)])
  }

  /// Deletes for good what has lain in the bin for thirty days.
  mutating func emptyBin() {
    for found in applications.deleted {
      guard let deleted = found.deleted, now.seconds(since: deleted) >= Self.binSeconds else {
        continue
      }
      purge(found, by: .application(.microsoftGraph))
    }
  }
}
