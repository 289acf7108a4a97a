import Entra
import Graph

/// Makes values of the rows that belong to one service principal, and notes those that don't.
struct RowReader {
  /// What speaks against the rows.
  private(set) var shortcomings: [Shortcoming] = []

  private let id: ObjectID
  private var unshown = 0

  /// Reads rows of the service principal with this object ID.
  init(id: ObjectID) { self.id = id }

  /// Reads who is assigned, or what the application may use itself.
  mutating func assignments(
    _ rows: [PastedDocument], in set: SnapshotSet
  ) -> [AppRoleAssignment] {
    read(rows, in: set) { row throws(WireError) in
      guard case .assignment(let json) = row else { throw .missing(field: "appRoleId") }
      let assignment = try json.assignment()
      let ours = set == .assignments ? assignment.resourceID : assignment.principal.id
      return (assignment, ours)
    }
  }

  /// Reads the consents.
  mutating func grants(_ rows: [PastedDocument]) -> [PermissionGrant] {
    read(rows, in: .grants) { row throws(WireError) in
      guard case .grant(let json) = row else { throw .missing(field: "consentType") }
      let grant = try json.grant()
      return (grant, grant.clientID)
    }
  }

  /// Reads the owners.
  mutating func owners(_ rows: [PastedDocument]) -> [SnapshotContents.Owner] {
    let id = id
    return read(rows, in: .owners) { row throws(WireError) in
      switch row {
      case .object(let json):
        let owner = SnapshotContents.Owner(
          id: try json.objectID(), kind: json.kind, name: json.name)
        return (owner, id)
      case .servicePrincipal(let json):
        let owner = SnapshotContents.Owner(
          id: try json.objectID(), kind: .servicePrincipal,
          name: ForeignText(json.displayName ?? ""))
        return (owner, id)
      default: throw .missing(field: "id")
      }
    }
  }

  private mutating func read<Value>(
    _ rows: [PastedDocument], in set: SnapshotSet,
    _ value: (PastedDocument) throws(WireError) -> (value: Value, owner: ObjectID?)
  ) -> [Value] {
    var values: [Value] = []
    for (index, row) in rows.enumerated() {
      do {
        let (value, owner) = try value(row)
        guard owner == id else {
          note(.rowOfAnother(set, number: index + 1))
          continue
        }
        values.append(value)
      } catch {
        note(.unreadableRow(set, number: index + 1, field: ForeignText(error.field)))
      }
    }
    return values
  }

  private mutating func note(_ shortcoming: Shortcoming) {
    if shortcomings.count < ListRefusal.shownProblems {
      shortcomings.append(shortcoming)
      return
    }
    unshown += 1
    shortcomings[ListRefusal.shownProblems...] = [.more(unshown)]
  }
}
