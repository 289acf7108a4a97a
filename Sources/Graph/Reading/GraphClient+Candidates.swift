public import Entra

/// How a list names somebody who is to be found in the directory.
public enum PrincipalQuery: Sendable, Hashable {
  /// By object ID.
  case id(ObjectID)
  /// By the name they sign in with.
  case userPrincipalName(String)
  /// By display name; only users, or only groups, where the list says so.
  case name(String, Principal.Kind?)
}

/// Whom a query may mean.
public struct PrincipalCandidates: Sendable, Hashable {
  /// Users of that ID or name.
  public var users: [UserJSON] = []
  /// Groups of that ID or name.
  public var groups: [GroupJSON] = []
  /// Users whose mail address, not whose name, it is: guests, as other lists know them.
  public var byMail: [UserJSON] = []

  /// Nobody.
  public init() {}
}

extension GraphClient {
  /// Users and groups by what is typed, in one request: at most 25 of each.
  ///
  /// - Throws: ``GraphError`` when either could not be searched.
  public func principals(
    matching term: String
  ) async throws(GraphError) -> (users: Listing<UserJSON>, groups: Listing<GroupJSON>) {
    guard let term = Self.searchable(term) else { return (Listing(), Listing()) }
    let answers = try await ask([.userSearch(term), .groupSearch(term)])
    let users: Reply<Listing<UserJSON>> = await answers.list(.userSearch(term), pages: 1)
    let groups: Reply<Listing<GroupJSON>> = await answers.list(.groupSearch(term), pages: 1)
    return (try users.get(), try groups.get())
  }

  /// Whom each of `queries` may mean, twenty a request.
  ///
  /// - Throws: ``GraphError`` when that can't be told of one of them.
  public func candidates(
    for queries: some Collection<PrincipalQuery>
  ) async throws(GraphError) -> [PrincipalQuery: PrincipalCandidates] {
    var found: [PrincipalQuery: PrincipalCandidates] = [:]
    let answers = try await ask(Array(Set(queries.flatMap(\.readings))))
    for query in queries {
      var candidates = PrincipalCandidates()
      for reading in query.readings {
        switch reading {
        case .user:
          let user: UserJSON? = try answers.found(reading).get()
          candidates.users += user.map { [$0] } ?? []
        case .group:
          let group: GroupJSON? = try answers.found(reading).get()
          candidates.groups += group.map { [$0] } ?? []
        case .groupsByName:
          candidates.groups += try await rows(answers.list(reading, pages: 1))
        default: candidates.users += try await rows(answers.list(reading, pages: 1))
        }
      }
      found[query] = candidates
    }
    try await lookForMail(&found)
    return found
  }

  /// Where nobody signs in by a name, somebody may have it as an address.
  private func lookForMail(
    _ found: inout [PrincipalQuery: PrincipalCandidates]
  ) async throws(GraphError) {
    let missing = found.compactMap { query, candidates -> String? in
      guard case .userPrincipalName(let name) = query, candidates.users.isEmpty else { return nil }
      return name
    }
    let answers = try await ask(missing.map { .usersByMail($0) })
    for name in missing {
      found[.userPrincipalName(name)]?.byMail = try await rows(
        answers.list(.usersByMail(name), pages: 1))
    }
  }

  private func rows<Row>(_ reply: Reply<Listing<Row>>) throws(GraphError) -> [Row] {
    try reply.get().rows
  }
}

extension PrincipalQuery {
  fileprivate var readings: [Reading] {
    switch self {
    case .id(let id): [.user(id.description), .group(id)]
    case .userPrincipalName(let name): [.user(name)]
    case .name(let name, .user?): [.usersByName(name)]
    case .name(let name, .group?): [.groupsByName(name)]
    case .name(let name, _): [.usersByName(name), .groupsByName(name)]
    }
  }
}
