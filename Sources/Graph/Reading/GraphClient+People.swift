public import Entra

extension GraphClient {
  /// One user; `nil` when there is none of that name.
  public func user(_ name: UserPrincipalName) async throws(GraphError) -> UserJSON? {
    try await find(.user(name.text))
  }

  /// One user; `nil` when there is none with that ID.
  public func user(_ id: ObjectID) async throws(GraphError) -> UserJSON? {
    try await find(.user(id.description))
  }

  /// A user's assignments to one application, by the groups they are direct members of, too.
  ///
  /// The one request that answers "is this user assigned".
  public func assignments(of user: ObjectID, to resource: ObjectID) -> Paging<AssignmentJSON> {
    list(.userAssignments(user, to: resource))
  }

  /// What a user is a direct member of: groups, and roles and units beside them.
  public func memberships(of user: ObjectID) -> Paging<DirectoryObjectJSON> {
    list(.userGroups(user))
  }

  /// The direct members of a group: people, and groups whose members are not covered.
  public func members(of group: ObjectID) -> Paging<DirectoryObjectJSON> {
    list(.groupMembers(group))
  }

  /// How many IDs Graph takes at once.
  public static let idsPerRequest = 1_000  // Graph, "directoryObject: getByIds"

  /// What the IDs stand for; those that stand for nothing are left out.
  public func objects(
    _ ids: some Collection<ObjectID>
  ) async throws(GraphError) -> Listing<DirectoryObjectJSON> {
    var listing = Listing<DirectoryObjectJSON>()
    var rest = ids[...]
    while !rest.isEmpty {
      let part: Listing<DirectoryObjectJSON> = try await page(
        .objects(Array(rest.prefix(Self.idsPerRequest))))
      listing.rows += part.rows
      listing.unreadable += part.unreadable
      rest = rest.dropFirst(Self.idsPerRequest)
    }
    return listing
  }

  /// The first 25 users whose name, sign-in name or address holds what is typed.
  public func users(matching term: String) async throws(GraphError) -> Listing<UserJSON> {
    guard let term = Self.searchable(term) else { return Listing() }
    return try await page(.userSearch(term))
  }

  /// The first 25 groups whose name or description holds what is typed.
  public func groups(matching term: String) async throws(GraphError) -> Listing<GroupJSON> {
    guard let term = Self.searchable(term) else { return Listing() }
    return try await page(.groupSearch(term))
  }

  /// Longer than this is no name.
  private static let longestTerm = 120

  /// What can be searched for; `nil` for nothing.
  static func searchable(_ term: String) -> String? {
    let plain = term.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    let words = String(String.UnicodeScalarView(plain)).split(separator: " ")
    let text = words.joined(separator: " ").prefix(longestTerm)
    return text.isEmpty ? nil : String(text)
  }
}
