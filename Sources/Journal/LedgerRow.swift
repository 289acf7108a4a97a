import Crypto
public import Entra
import Foundation
import GRDB
public import Remediation

/// One thing that a deletion takes away or a plan puts there: who holds which right.
public struct LedgerEntry: Sendable, Hashable, Codable {
  /// What kind of thing it is.
  public let part: Part
  /// Of an assignment or an owner: the user principal name, or the name; of a grant or permission:
  /// the API's; of a property: the property's.
  public let name: ForeignText
  /// The principal's object ID, where it is known; nil for an organization-wide grant.
  public let objectID: ObjectID?
  /// What kind of principal it is.
  public let kind: Principal.Kind?
  /// The role, of an assignment or an application permission.
  public let roleID: ObjectID?
  /// The object ID of the API's service principal, of a grant or permission.
  public let resourceID: ObjectID?
  /// The role's name, the scopes, the property's value.
  public let detail: ForeignText?

  /// The kinds of things a ledger lists.
  public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody may use the application.
    case assignment
    /// A delegated grant.
    case grant
    /// An application permission.
    case permission
    /// An owner.
    case owner
    /// "Assignment required?" is Yes.
    case requirement
    /// Another property that a deletion resets.
    case property

    /// The machine's word for it.
    public var lossPart: LossParts {
      switch self {
      case .assignment: .assignments
      case .grant: .grants
      case .permission: .permissions
      case .owner: .owners
      case .requirement: .requirement
      case .property: .properties
      }
    }
  }

  /// An entry by its parts.
  public init(
    part: Part, name: ForeignText, objectID: ObjectID? = nil, kind: Principal.Kind? = nil,
    roleID: ObjectID? = nil, resourceID: ObjectID? = nil, detail: ForeignText? = nil
  ) {
    (self.part, self.name, self.objectID, self.kind) = (part, name, objectID, kind)
    (self.roleID, self.resourceID, self.detail) = (roleID, resourceID, detail)
  }

  /// An assignment as a tenant has it.
  public init(_ assignment: AppRoleAssignment, roleName: ForeignText? = nil) {
    self.init(
      part: .assignment, name: assignment.principal.name, objectID: assignment.principal.id,
      kind: assignment.principal.kind, roleID: assignment.roleID, detail: roleName)
  }

  /// A delegated grant as a tenant has it, its scopes in order.
  public init(_ grant: PermissionGrant, resourceName: ForeignText) {
    self.init(
      part: .grant, name: resourceName, objectID: grant.principalID,
      kind: grant.isOrganizationWide ? nil : .user, resourceID: grant.resourceID,
      detail: ForeignText(grant.permitted.description))
  }

  /// "Assignment required?" is Yes.
  public static let assignmentRequired = LedgerEntry(
    part: .requirement, name: ForeignText("Assignment required?"), detail: ForeignText("Yes"))
}

/// An entry of a list, and what became of it.
public struct LedgerRow: Sendable, Hashable, Codable {
  /// Its place in the list, from 0.
  public let number: Int
  /// What it is about.
  public let entry: LedgerEntry
  /// What became of it.
  public let state: State
  /// When that was written, in milliseconds since 1970; nil while it is planned.
  public let settledAt: Int?

  /// An entry to which nothing has happened yet, at its place in a list.
  public init(planned entry: LedgerEntry, at number: Int) {
    (self.number, self.entry, state, settledAt) = (number, entry, .planned, nil)
  }

  /// What became of an entry.
  public enum State: Sendable, Hashable, Codable {
    /// Nothing yet.
    case planned
    /// A request for it left, and no answer was written down.
    case sent
    /// It is there, as was read or answered.
    case done
    /// It is there, as the admin says.
    case attested
    /// It could not be put there.
    case failed(ForeignText)
    /// It stays away, for a reason.
    case waived(ForeignText)
  }
}

extension LedgerEntry {
  /// SHA-256 over everything it says: two lists are the same when these are.
  var hash: [UInt8] {
    var bytes: [UInt8] = []
    for text in [part.rawValue, StoredText.written(name), kind?.rawValue ?? ""] {
      Chain.add(text, to: &bytes)
    }
    for id in [objectID, roleID, resourceID] { Self.add(id, to: &bytes) }
    Chain.add(detail.map(StoredText.written) ?? "", to: &bytes)
    return Array(SHA256.hash(data: bytes))
  }

  /// SHA-256 over what makes it the same right, whatever it is called and on whichever object.
  ///
  /// A re-added service principal has another object ID, and a name may have been typed or read.
  var identity: [UInt8] {
    var bytes: [UInt8] = []
    Chain.add(part.rawValue, to: &bytes)
    switch part {
    case .assignment:
      Self.add(objectID, or: name, to: &bytes)
      Self.add(roleID, or: detail, to: &bytes)
    case .grant:
      Self.add(objectID, to: &bytes)
      Self.add(resourceID, or: name, to: &bytes)
      Self.add(nil, or: detail, to: &bytes)
    case .permission:
      Self.add(resourceID, or: name, to: &bytes)
      Self.add(roleID, or: detail, to: &bytes)
    case .owner: Self.add(objectID, or: name, to: &bytes)
    case .requirement: break
    case .property:
      Self.add(nil, or: name, to: &bytes)
      Self.add(nil, or: detail, to: &bytes)
    }
    return Array(SHA256.hash(data: bytes))
  }

  /// An ID if there is one, else a name without the case of its letters.
  private static func add(
    _ id: ObjectID?, or name: ForeignText? = nil, to bytes: inout [UInt8]
  ) {
    if let id {
      bytes.append(1)
      withUnsafeBytes(of: id.bits.bigEndian) { bytes.append(contentsOf: $0) }
    } else {
      bytes.append(0)
      Chain.add(name?.safe.lowercased() ?? "", to: &bytes)
    }
  }
}

extension ObjectID {
  var blob: Data { Data(withUnsafeBytes(of: bits.bigEndian, Array.init)) }

  init?(blob: Data) {
    guard blob.count == 16 else { return nil }
    self.init(bits: blob.reduce(0) { $0 << 8 | UInt128($1) })
  }
}

extension LedgerRow.State {
  var name: String {
    switch self {
    case .planned: "planned"
    case .sent: "sent"
    case .done: "done"
    case .attested: "attested"
    case .failed: "failed"
    case .waived: "waived"
    }
  }

  var reason: ForeignText? {
    switch self {
    case .planned, .sent, .done, .attested: nil
    case .failed(let reason), .waived(let reason): reason
    }
  }

  init?(name: String, reason: ForeignText?) {
    switch name {
    case "planned": self = .planned
    case "sent": self = .sent
    case "done": self = .done
    case "attested": self = .attested
    case "failed": self = .failed(reason ?? ForeignText(""))
    case "waived": self = .waived(reason ?? ForeignText(""))
    default: return nil
    }
  }
}

extension LedgerRow {
  init(_ row: Row) throws {
    guard let part = LedgerEntry.Part(rawValue: try row.text("part")),
      let name = StoredText.read(try row.text("name")),
      let state = State(
        name: try row.text("state"), reason: StoredText.read(try row.optional("reason")))
    else { throw UnreadableColumn(column: "part or state") }
    entry = LedgerEntry(
      part: part, name: name, objectID: try Self.id(row, "object"),
      kind: try row.optional("kind", as: String.self).flatMap(Principal.Kind.init(rawValue:)),
      roleID: try Self.id(row, "role"), resourceID: try Self.id(row, "resource"),
      detail: StoredText.read(try row.optional("detail")))
    (number, self.state) = (try row.int("row"), state)
    settledAt = try row.optional("settled_at")
  }

  static func id(_ row: Row, _ column: String) throws -> ObjectID? {
    try row.optional(column, as: Data.self).flatMap(ObjectID.init(blob:))
  }
}
