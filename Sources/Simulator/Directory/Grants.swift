import Entra

/// A delegated permission grant: what consent writes.
struct Grant: Sendable, Hashable {
  let ordinal: Int
  let client: ObjectID
  /// The user, for a personal grant; `nil` for the organization's.
  let principal: ObjectID?
  let resource: ObjectID
  var scope: String
  let created: Moment

  /// Base64url of client, resource and, for a personal grant, the user: the same again whenever
  /// the same grant is made again.
  var id: String {
    Base64URL.text(
      of: client.dotNetBytes + resource.dotNetBytes + (principal?.dotNetBytes ?? []))
  }

  /// Its permissions, as they are compared: in lower case.
  var permitted: Set<String> {
    Set(scope.split(whereSeparator: \.isWhitespace).map { $0.lowercased() })
  }
}

/// Every delegated permission grant of the tenant.
struct Grants: Sendable {
  private var byID: [String: Grant] = [:]
  private var order = Ordinals()
  private var idByOrdinal: [Int: String] = [:]
  private var byClient: [ObjectID: Set<Int>] = [:]
  private var made = 0

  /// Adds one; `nil` where client, resource and user are taken.
  mutating func add(
    client: ObjectID, principal: ObjectID?, resource: ObjectID, scope: String, at now: Moment
  ) -> Grant? {
    let grant = Grant(
      ordinal: made + 1, client: client, principal: principal, resource: resource, scope: scope,
      created: now)
    guard byID[grant.id] == nil else { return nil }
    made += 1
    byID[grant.id] = grant
    idByOrdinal[made] = grant.id
    byClient[client, default: []].insert(made)
    order.append(made)
    return grant
  }

  mutating func set(_ scope: String, of grant: Grant) { byID[grant.id]?.scope = scope }

  mutating func remove(_ grant: Grant) {
    byID[grant.id] = nil
    idByOrdinal[grant.ordinal] = nil
    byClient[grant.client]?.remove(grant.ordinal)
    order.remove(grant.ordinal)
  }

  func grant(withID id: String) -> Grant? { byID[id] }

  func grant(client: ObjectID, principal: ObjectID?, resource: ObjectID) -> Grant? {
    byID[
      Grant(
        ordinal: 0, client: client, principal: principal, resource: resource, scope: "",
        created: Moment.start
      ).id]
  }

  func all(of client: ObjectID) -> [Grant] {
    (byClient[client] ?? []).sorted().compactMap { idByOrdinal[$0].flatMap { byID[$0] } }
  }

  func next(after cursor: Int) -> Grant? {
    order.next(after: cursor).flatMap { idByOrdinal[$0] }.flatMap { byID[$0] }
  }
}
