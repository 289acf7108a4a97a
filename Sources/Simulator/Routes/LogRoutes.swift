import Entra
import HTTPTypes

extension SimulatedTenant {
  private static let signInsPerPage = 1000
  private static let day = 86_400.0

  /// `/auditLogs`: what happened and who signed in, the newest first.
  func logs(_ call: Call) throws(Failure) -> Reply {
    guard call.method == .get else { throw .verbNotAllowed }
    try call.needs(Permissions.readLogs)
    switch call.path {
    case ["auditLogs", "directoryAudits"]:
      try demand(.readAudits, of: call.caller)
      guard settings.isPremium || settings.switches.freeTenantHasAudits else {
        throw .withoutPremium
      }
      return try page(auditListing, call)
    case ["auditLogs", "signIns"]:
      try demand(.readSignIns, of: call.caller)
      guard settings.isPremium else { throw .withoutPremium }
      return try page(signInListing, call)
    default: throw .unknownSegment(call.path.last ?? "")
    }
  }

  /// Whether a record made `at` that moment has arrived and not yet gone.
  private func isKept(_ at: Moment) -> Bool {
    let age = now.seconds(since: at)
    return age >= settings.logDelay && age <= Self.day * (settings.isPremium ? 30 : 7)
  }

  /// Newer records have smaller cursors, so that what arrives between two pages shifts nothing.
  private static let lastCursor = 1 << 50

  private var auditListing: Listing {
    let all = audits
    var listing = Listing("auditLogs/directoryAudits", .directoryAudit) { cursor in
      var position = cursor < 0 ? all.count - 1 : Self.lastCursor - cursor - 1
      while position >= 0 {
        let record = all[position]
        if self.isKept(record.at) {
          return Row(Self.lastCursor - position, .directoryAudit) { record.members(self.mint) }
        }
        position -= 1
      }
      return nil
    }
    (listing.defaultTop, listing.largestTop) = (Self.signInsPerPage, Self.signInsPerPage)
    return listing
  }

  private var signInListing: Listing {
    let all = signIns
    var listing = Listing("auditLogs/signIns", .signIn) { cursor in
      var position = cursor < 0 ? all.count - 1 : Self.lastCursor - cursor - 1
      while position >= 0 {
        let record = all[position]
        if self.isKept(record.at) {
          return Row(Self.lastCursor - position, .signIn) { record.members(self.mint) }
        }
        position -= 1
      }
      return nil
    }
    (listing.defaultTop, listing.largestTop) = (Self.signInsPerPage, Self.signInsPerPage)
    return listing
  }

  /// `/applicationTemplates/{id}/instantiate`: another application, with an id of its own.
  mutating func templates(_ call: Call) throws(Failure) -> Reply {
    guard call.path.count == 3, call.path[2] == "instantiate" else {
      throw .unknownSegment(call.path.last ?? "")
    }
    guard call.method == .post else { throw .verbNotAllowed }
    try call.needs(Permissions.writeApplications)
    try demand(.createApplication, of: call.caller)
    guard let name = try call.object()["displayName"]?.text, !name.isEmpty else {
      throw .invalidProperties
    }
    minted += 1
    var made = RegisteredApplication(
      appID: AppID(bits: mint.id(.other, 1 << 46 + minted).bits), name: name, owner: id)
    made.isMultitenant = false
    registry[made.appID] = made
    let installed = install(made)
    applications[installed.id]?.tags = [InstalledApplication.integratedTag]
    record(
      "Add service principal", "ApplicationManagement", "Add", by: initiator(call.caller),
      [target(installed)])
    let application: JSON = [
      "id": .string("\(mint.id(.other, 1 << 47 + minted))"), "appId": .string("\(made.appID)"),
      "displayName": .string(name), "applicationTemplateId": .string(call.path[1]),
    ]
    return .created([
      "application": application,
      "servicePrincipal": .object(applications[installed.id]?.members ?? []),
    ])
  }
}
