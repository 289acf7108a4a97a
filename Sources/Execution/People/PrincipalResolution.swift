public import Entra
public import Graph
public import Journal

/// Finds in the directory whom a list names, line by line.
public struct PrincipalResolution: Sendable {
  let client: GraphClient
  /// The application that they are to be assigned to.
  let application: ServicePrincipal
  /// Whether groups can be assigned (Entra ID P1); `nil` where that is not known.
  let isPremium: Bool?
  /// The role for lines that name none.
  let role: ObjectID?

  /// A resolution for one application.
  public init(
    client: GraphClient, application: ServicePrincipal, isPremium: Bool?, role: ObjectID? = nil
  ) {
    (self.client, self.application) = (client, application)
    (self.isPremium, self.role) = (isPremium, role)
  }

  /// How a list turned out.
  public struct Resolved: Sendable, Hashable {
    /// Who is to be assigned, each once for each role.
    public var entries: [LedgerEntry] = []
    /// The lines that name nobody who can be assigned.
    public var problems: [Problem] = []
    /// Groups on the list that hold groups, whose members an assignment does not cover.
    public var nested: [AssignmentStanding.Group] = []
  }

  /// A line, and what is wrong with it.
  public struct Problem: Sendable, Hashable {
    /// The line of the list.
    public var line: Int
    /// What is wrong.
    public var kind: Kind

    /// What is wrong with a line.
    public enum Kind: Sendable, Hashable {
      /// Nobody is called that.
      case notFound
      /// Several are.
      case ambiguous([FoundPrincipal])
      /// Nobody signs in by that name, but a guest has it as an address.
      case guestByMail(FoundPrincipal)
      /// The account is blocked.
      case disabled(FoundPrincipal)
      /// The group is for mail alone.
      case notAssignable(FoundPrincipal)
      /// Groups can't be assigned in this tenant: it lacks Entra ID P1.
      case groupsNeedPremium(FoundPrincipal)
      /// The application declares several roles, and the line names none.
      case roleNeeded
      /// The application has no such role for people.
      case roleUnknown
    }
  }

  /// Whom `listed` names.
  ///
  /// - Throws: ``GraphError`` when the directory could not be asked.
  public func resolve(_ listed: [ListedPrincipal]) async throws(GraphError) -> Resolved {
    let found = try await client.candidates(for: Set(listed.map(Self.query)))
    var resolved = Resolved()
    var taken: Set<Key> = []
    var groups: [ObjectID: ForeignText] = [:]
    for one in listed {
      do throws(Refused) {
        let principal = try principal(one, found[Self.query(one)] ?? PrincipalCandidates())
        let role = try role(of: one)
        guard taken.insert(Key(principal: principal.id, role: role.id)).inserted else { continue }
        if principal.kind == .group { groups[principal.id] = principal.name }
        resolved.entries.append(
          LedgerEntry(
            part: .assignment, name: principal.userPrincipalName ?? principal.name,
            objectID: principal.id, kind: principal.kind, roleID: role.id, detail: role.name))
      } catch {
        resolved.problems.append(Problem(line: one.line, kind: error.kind))
      }
    }
    let shapes = try await client.shapes(of: groups.keys)
    for (id, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      guard let nested = try? shape.nested.get().rows, !nested.isEmpty else { continue }
      resolved.nested.append(
        AssignmentStanding.Group(
          id: id, name: groups[id] ?? ForeignText(""), members: try? shape.members.get(),
          nested: nested.map(\.name)))
    }
    return resolved
  }

  private struct Key: Hashable {
    let principal: ObjectID
    let role: ObjectID
  }

  private struct Refused: Error { let kind: Problem.Kind }

  private static func query(_ listed: ListedPrincipal) -> PrincipalQuery {
    switch listed.who {
    case .id(let id): .id(id)
    case .userPrincipalName(let name): .userPrincipalName(name.text)
    case .name(let name): .name(name.safe, listed.kind)
    }
  }

  private func principal(
    _ listed: ListedPrincipal, _ candidates: PrincipalCandidates
  ) throws(Refused) -> FoundPrincipal {
    let found = FoundPrincipal.marked(
      candidates.users.compactMap { FoundPrincipal($0) }
        + candidates.groups.compactMap { FoundPrincipal($0) })
    guard let only = found.first else {
      if let guest = candidates.byMail.lazy.compactMap({ FoundPrincipal($0) }).first {
        throw Refused(kind: .guestByMail(guest))
      }
      throw Refused(kind: .notFound)
    }
    guard found.count == 1 else { throw Refused(kind: .ambiguous(found)) }
    if !only.isEnabled { throw Refused(kind: .disabled(only)) }
    if only.kind == .group {
      if isPremium == false { throw Refused(kind: .groupsNeedPremium(only)) }
      if !only.isAssignable { throw Refused(kind: .notAssignable(only)) }
    }
    return only
  }

  /// The role a line asks for, or the only one there is.
  private func role(
    of listed: ListedPrincipal
  ) throws(Refused) -> (id: ObjectID, name: ForeignText?) {
    let roles = application.rolesForPeople
    let wanted: AppRole?
    switch listed.role ?? role.map({ .id($0) }) {
    case .id(AppRoleAssignment.defaultAccess)? where roles.isEmpty: wanted = nil
    case .id(let id)?:
      wanted = roles.first { $0.id == id }
      if wanted == nil { throw Refused(kind: .roleUnknown) }
    case .name(let name)?:
      let folded = name.safe.lowercased()
      wanted = roles.first {
        $0.name.safe.lowercased() == folded || $0.value?.safe.lowercased() == folded
      }
      if wanted == nil { throw Refused(kind: .roleUnknown) }
    case nil:
      guard roles.count <= 1 else { throw Refused(kind: .roleNeeded) }
      wanted = roles.first
    }
    guard let wanted else { return (AppRoleAssignment.defaultAccess, nil) }
    return (wanted.id, wanted.name)
  }
}
