import Entra
import Foundation
import Graph

/// Puts a snapshot together from what was pasted, and notes what is missing.
struct SnapshotAssembly {
  /// What speaks against it so far.
  private(set) var shortcomings: [Shortcoming] = []

  private let app: AppID
  private var principals: [ServicePrincipalJSON] = []
  private var hasPrincipalTrouble = false
  private var sets: [SnapshotSet: ListReading] = [:]
  /// Lists that only the service principal's ID can tell apart.
  private var unsorted: [(page: CollectionJSON<PastedDocument>, line: Int)] = []

  /// A snapshot of `app`.
  init(expecting app: AppID) { self.app = app }

  /// Takes one of the objects that were pasted.
  mutating func add(_ document: RowJSON<PastedDocument>, line: Int) {
    switch document {
    case .unreadable: shortcomings.append(.damaged(line: line))
    case .read(.collected(let all)): add(all, line: line)
    case .read(.page(let page)): add(page, line: line)
    case .read(.servicePrincipal(let principal)): principals.append(principal)
    case .read(.failure(let failure)): add(failure)
    case .read(.assignment), .read(.grant): shortcomings.append(.looseRows(line: line))
    case .read(.object), .read(.other): break
    }
  }

  private mutating func add(_ all: CollectedJSON, line: Int) {
    guard all.version == 1 else {
      shortcomings.append(.otherVersion(line: line))
      return
    }
    switch all.servicePrincipal {
    case .read(.servicePrincipal(let principal)): principals.append(principal)
    case .read(.failure(let failure)): add(failure)
    case .unreadable(let field):
      hasPrincipalTrouble = true
      shortcomings.append(.unreadableProperty(field))
    case .read, nil: break
    }
    for set in SnapshotSet.allCases {
      guard let rows = all[set] else { continue }
      for case .read(.failure(let failure)) in rows { add(failure) }
      sets[set, default: ListReading()].add(
        collected: rows, count: set == .assignments ? all.assignedToCount : nil)
    }
  }

  private mutating func add(_ failure: ErrorJSON) {
    hasPrincipalTrouble = true
    shortcomings.append(failure.kind == .notFound ? .servicePrincipalMissing : .refused(failure))
  }

  private mutating func add(_ page: CollectionJSON<PastedDocument>, line: Int) {
    let found = page.rows.compactMap { row -> ServicePrincipalJSON? in
      guard case .read(.servicePrincipal(let principal)) = row else { return nil }
      return principal
    }
    if page.context?.hasSuffix("#servicePrincipals") == true, found.isEmpty {
      hasPrincipalTrouble = true
      shortcomings.append(.servicePrincipalMissing)
    } else if !found.isEmpty, page.context?.contains("owners") != true,
      page.context?.contains("directoryObjects") != true
    {
      principals += found
    } else {
      unsorted.append((page, line))
    }
  }

  /// The snapshot, if nothing speaks against it; to be called once.
  mutating func finish() -> SnapshotContents? {
    guard let principal = checkPrincipal(), let id = ObjectID(principal.id ?? "") else {
      return nil
    }
    for (page, line) in unsorted { sort(page, line: line, id: id) }
    var rows: [SnapshotSet: [PastedDocument]] = [:]
    for set in SnapshotSet.allCases {
      if let reading = sets[set] {
        shortcomings += reading.shortcomings(of: set)
        rows[set] = reading.rows(of: set, noting: &shortcomings)
      } else {
        shortcomings.append(.missing(set))
      }
    }
    guard shortcomings.isEmpty else { return nil }
    var reader = RowReader(id: id)
    let contents = try? SnapshotContents(
      principal, assignments: reader.assignments(rows[.assignments] ?? [], in: .assignments),
      grants: reader.grants(rows[.grants] ?? []),
      permissions: reader.assignments(rows[.permissions] ?? [], in: .permissions),
      owners: reader.owners(rows[.owners] ?? []))
    shortcomings += reader.shortcomings
    return contents
  }

  /// The one service principal that is meant, or `nil` and the reason noted.
  private mutating func checkPrincipal() -> ServicePrincipalJSON? {
    guard let principal = principals.first else {
      if !hasPrincipalTrouble { shortcomings.append(.propertiesMissing) }
      return nil
    }
    do {
      let found = try principal.applicationID()
      _ = try principal.objectID()
      guard found == app else {
        let name = ForeignText(principal.displayName ?? "")
        shortcomings.append(.wrongApplication(found: found, name: name))
        return nil
      }
    } catch {
      shortcomings.append(.unreadableProperty(ForeignText(error.field)))
      return nil
    }
    guard principals.allSatisfy({ $0 == principal }) else {
      shortcomings.append(.severalServicePrincipals)
      return nil
    }
    guard principal.deletedDateTime == nil else {
      shortcomings.append(.servicePrincipalMissing)
      return nil
    }
    let missing = ServicePrincipalJSON.Field.reset.filter { !principal.present.contains($0) }
    if !missing.isEmpty { shortcomings.append(.fieldsMissing(missing)) }
    return principal
  }

  private mutating func sort(
    _ page: CollectionJSON<PastedDocument>, line: Int, id: ObjectID
  ) {
    guard let set = Self.set(of: page, id: id) else {
      // A list of something else, such as of users, is noise like any other.
      let isOurs = page.rows.contains { row in
        if case .read(.assignment) = row {
          true
        } else if case .read(.grant) = row {
          true
        } else {
          false
        }
      }
      if isOurs || page.context?.contains("appRoleAssignments") == true {
        shortcomings.append(.unclearList(line: line))
      }
      return
    }
    if let owner = Self.owner(of: page), owner != id, owner.bits != app.bits {
      shortcomings.append(.listOfAnother(set))
    }
    sets[set, default: ListReading()].add(page)
  }

  /// Which list a page is of: what its context says, or else what its rows are.
  private static func set(
    of page: CollectionJSON<PastedDocument>, id: ObjectID
  ) -> SnapshotSet? {
    let addresses = [page.context, page.nextLink].compactMap(\.self)
      .filter { $0.contains("servicePrincipals(") || $0.contains("/servicePrincipals/") }
    for set in SnapshotSet.allCases
    where addresses.contains(where: { $0.contains("/\(set.rawValue)") }) {
      return set
    }
    if page.context?.hasSuffix("#oauth2PermissionGrants") == true { return .grants }
    if page.context?.contains("#directoryObjects") == true { return .owners }
    for case .read(let row) in page.rows {
      switch row {
      case .assignment(let row) where row.resourceId.flatMap({ ObjectID($0) }) == id:
        return .assignments
      case .assignment(let row) where row.principalId.flatMap({ ObjectID($0) }) == id:
        return .permissions
      case .grant: return .grants
      default: return nil
      }
    }
    return nil
  }

  /// The ID in `servicePrincipals('...')`, where the context has one.
  private static func owner(of page: CollectionJSON<PastedDocument>) -> ObjectID? {
    guard let context = page.context,
      let start = context.range(of: "servicePrincipals('")?.upperBound
    else { return nil }
    return ObjectID(context[start...].prefix(36))
  }
}
