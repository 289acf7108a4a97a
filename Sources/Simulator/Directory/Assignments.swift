import Entra

/// A principal's right to a role of an application.
struct Assignment: Sendable, Hashable {
  /// Counts the tenant's assignments, and orders their lists.
  let ordinal: Int
  let principal: ObjectID
  let kind: Principal.Kind
  /// The principal's name when it was assigned: a copy that may lag behind.
  let principalName: String
  let resource: ObjectID
  let role: ObjectID
  let created: Moment
  /// The random half of the id.
  let salt: UInt128

  /// Base64url of the principal's GUID and sixteen bytes that mean nothing: 43 characters.
  var id: String { Base64URL.text(of: principal.dotNetBytes + salt.bigEndianBytes) }
}

/// Every app role assignment of the tenant, found by either end.
struct Assignments: Sendable {
  struct Key: Hashable, Sendable {
    let principal: ObjectID
    let resource: ObjectID
    let role: ObjectID
  }

  private var rows: [Int: Assignment] = [:]
  private var byKey: [Key: Int] = [:]
  private var byResource: [ObjectID: Ordinals] = [:]
  private var byPrincipal: [ObjectID: Ordinals] = [:]
  /// The groups among those who hold roles of a resource.
  private var groupsByResource: [ObjectID: Ordinals] = [:]
  private(set) var made = 0

  /// Adds one; `nil` where the three ends are taken.
  mutating func add(
    _ principal: ObjectID, _ kind: Principal.Kind, named name: String, to resource: ObjectID,
    role: ObjectID, at now: Moment, salt: UInt128
  ) -> Assignment? {
    let key = Key(principal: principal, resource: resource, role: role)
    guard byKey[key] == nil else { return nil }
    made += 1
    let row = Assignment(
      ordinal: made, principal: principal, kind: kind, principalName: name, resource: resource,
      role: role, created: now, salt: salt)
    rows[made] = row
    byKey[key] = made
    byResource[resource, default: Ordinals()].append(made)
    byPrincipal[principal, default: Ordinals()].append(made)
    if kind == .group { groupsByResource[resource, default: Ordinals()].append(made) }
    return row
  }

  mutating func remove(_ row: Assignment) {
    rows[row.ordinal] = nil
    byKey[Key(principal: row.principal, resource: row.resource, role: row.role)] = nil
    byResource[row.resource]?.remove(row.ordinal)
    byPrincipal[row.principal]?.remove(row.ordinal)
    groupsByResource[row.resource]?.remove(row.ordinal)
  }

  func count(to resource: ObjectID) -> Int { byResource[resource]?.count ?? 0 }

  /// The first assignment to `resource` after the ordinal `cursor`.
  func next(to resource: ObjectID, after cursor: Int) -> Assignment? {
    byResource[resource]?.next(after: cursor).flatMap { rows[$0] }
  }

  func all(to resource: ObjectID) -> [Assignment] {
    (byResource[resource]?.all ?? []).compactMap { rows[$0] }
  }

  func all(of principal: ObjectID) -> [Assignment] {
    (byPrincipal[principal]?.all ?? []).compactMap { rows[$0] }
  }

  func groups(assignedTo resource: ObjectID) -> [Assignment] {
    (groupsByResource[resource]?.all ?? []).compactMap { rows[$0] }
  }

  /// The assignment with that id among the principal's, whose GUID the id begins with.
  func row(withID id: String) -> Assignment? {
    guard let bytes = Base64URL.bytes(of: id), bytes.count == 32 else { return nil }
    let order = [3, 2, 1, 0, 5, 4, 7, 6] + Array(8..<16)
    let bits = order.reduce(UInt128(0)) { $0 << 8 | UInt128(bytes[$1]) }
    return all(of: ObjectID(bits: bits)).first { $0.id == id }
  }
}

/// Ascending ordinals, with cheap appending, removing and paging.
struct Ordinals: Sendable {
  private var list: [Int] = []
  private var removed: Set<Int> = []

  var count: Int { list.count - removed.count }
  var all: [Int] { removed.isEmpty ? list : list.filter { !removed.contains($0) } }

  mutating func append(_ ordinal: Int) { list.append(ordinal) }

  mutating func remove(_ ordinal: Int) {
    guard position(notBelow: ordinal) < list.count,
      list[position(notBelow: ordinal)] == ordinal
    else { return }
    removed.insert(ordinal)
    guard removed.count > list.count / 2 else { return }
    list.removeAll { removed.contains($0) }
    removed = []
  }

  func next(after cursor: Int) -> Int? {
    list[position(notBelow: cursor + 1)...].first { !removed.contains($0) }
  }

  private func position(notBelow bound: Int) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
