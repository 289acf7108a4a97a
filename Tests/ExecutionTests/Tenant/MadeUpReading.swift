import Entra
import Execution
import Graph
import Remediation

/// A reading of the gates, as short as a test needs it: what the machine is told, and no more.
struct MadeUpReading: Sendable {
  let client: GraphClient
  /// Those the case is about; nobody means everybody.
  let affected: [ObjectID]
  let at: Int

  func read() async throws(GraphError) -> Diagnosis {
    let organization = try await client.organization()
    let roles = try await client.activeRoles().whole().rows
    var seen: [Observation] = []
    let found = try await client.servicePrincipal(of: TenantRoom.profile.appID)
    if let found, let id = found.id.flatMap({ ObjectID($0) }) {
      seen.append(.object(found.settings.accountEnabled == false ? .disabled : .present))
      let grants = try await client.grants(of: id).whole().rows.compactMap { try? $0.grant() }
      seen.append(.consent(Self.consent(grants)))
      seen.append(.scopes(isKnown: !grants.isEmpty))
      let isRequired = found.settings.appRoleAssignmentRequired == true
      seen.append(.assignmentRequired(isRequired))
      if isRequired { seen.append(.assignment(person: 0, try await assignment(to: id))) }
    } else {
      let deleted = try await client.deletedServicePrincipals(of: TenantRoom.profile.appID).whole()
      seen.append(.object(deleted.rows.isEmpty ? .neverInstalled : .deleted))
    }
    seen.append(
      .roles(
        RoleSet(
          roles.compactMap { role in
            role.roleTemplateId.flatMap { ObjectID($0) }.flatMap { DirectoryRole(templateID: $0) }
          })))
    return Diagnosis(
      readAt: at, tenant: (try? organization.tenantID()) ?? TenantID(bits: 0),
      tenantName: ForeignText(organization.displayName ?? ""), domain: organization.domains.first,
      application: found.flatMap(Self.application), observations: seen)
  }

  private static func consent(_ grants: [PermissionGrant]) -> Judgement {
    let all = grants.reduce(Scopes()) { $0.union($1.permitted) }
    let organization = grants.filter(\.isOrganizationWide).reduce(Scopes()) {
      $0.union($1.permitted)
    }
    return !grants.isEmpty && organization.covers(all) ? .open : .shut
  }

  /// Open when all of those affected are assigned, themselves or by a group.
  private func assignment(to id: ObjectID) async throws(GraphError) -> Judgement {
    if affected.isEmpty {
      return try await client.assignments(to: id).whole().rows.isEmpty ? .shut : .open
    }
    for person in affected {
      if try await client.assignments(of: person, to: id).whole().rows.isEmpty { return .shut }
    }
    return .open
  }

  private static func application(_ json: ServicePrincipalJSON) -> ServicePrincipal? {
    guard let id = json.id.flatMap({ ObjectID($0) }), let app = json.appId.flatMap({ AppID($0) })
    else { return nil }
    return ServicePrincipal(id: id, appID: app, name: ForeignText(json.displayName ?? ""))
  }
}
