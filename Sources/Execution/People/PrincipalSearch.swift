public import Graph

/// Users and groups by what is typed, from the tenant's own index: one request a search.
///
/// Whoever types waits a moment between two keys before asking; nothing is kept in between.
public struct PrincipalSearch: Sendable {
  let client: GraphClient

  /// A search in one tenant.
  public init(client: GraphClient) { self.client = client }

  /// What is found: groups first, then users, by name; each with what tells namesakes apart.
  ///
  /// - Throws: ``GraphError``
  public func search(_ term: String) async throws(GraphError) -> Found {
    let (users, groups) = try await client.principals(matching: term)
    let rows =
      groups.rows.compactMap { FoundPrincipal($0) } + users.rows.compactMap { FoundPrincipal($0) }
    return Found(
      rows: FoundPrincipal.marked(rows), isCut: users.isCut || groups.isCut)
  }

  /// What a search found.
  public struct Found: Sendable, Hashable {
    /// The rows, at most 25 groups and 25 users.
    public var rows: [FoundPrincipal]
    /// Whether there are more: a longer term finds fewer.
    public var isCut: Bool
  }
}
