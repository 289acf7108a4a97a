import Entra
import Graph
import Journal
import Remediation

extension TenantHands {
  /// What to grant on behalf of the organization, an entry an API: what the snapshot holds, else what
  /// anybody granted so far, else what the vendor says it needs.
  func wantedGrants(
    of object: ObjectID?, _ opened: Case
  ) async throws(Hitch) -> [Particulars.GrantEntry] {
    if let snapshot = opened.loss.snapshot ?? opened.snapshot {
      let rows = try remembered { () throws(JournalError) in
        try journal.ledger.rows(of: snapshot.id, matching: RowFilter(part: .grant))
      }
      let held = rows.compactMap { row in
        row.entry.resourceID.map { ($0, Scopes(row.entry.detail?.safe ?? "")) }
      }
      if !held.isEmpty { return Self.joined(held) }
    }
    if let object {
      let grants = try await grants(of: object)
      if !grants.isEmpty { return Self.joined(grants.map { ($0.resourceID, $0.permitted) }) }
    }
    guard !profile.expectedScopes.isEmpty else { return [] }
    let api = try await graph { [client] () async throws(GraphError) in
      try await client.servicePrincipal(of: Self.microsoftGraph)
    }
    return api?.known.map { [($0, Scopes(profile.expectedScopes))] }.map(Self.joined) ?? []
  }

  /// Every delegated grant of the application, users' own ones included.
  func grants(of object: ObjectID) async throws(Hitch) -> [PermissionGrant] {
    try await graph { [client] () async throws(GraphError) in
      var grants: [PermissionGrant] = []
      var pages = client.grants(of: object).makeAsyncIterator()
      while let page = try await pages.next() {
        grants += try page.values { row throws(WireError) in try row.grant() }
      }
      return grants
    }
  }

  private static func joined(_ held: [(ObjectID, Scopes)]) -> [Particulars.GrantEntry] {
    var scopes: [ObjectID: Scopes] = [:]
    for (resource, some) in held {
      scopes[resource, default: []] = scopes[resource, default: []].union(some)
    }
    return scopes.sorted { $0.key.description < $1.key.description }.map {
      Particulars.GrantEntry(resource: $0.key, scope: $0.value.description)
    }
  }

  private static let microsoftGraph = AppID(bits: 0x0000_0003_0000_0000_C000_0000_0000_0000)
}
