public import Entra

extension GraphClient {
  /// Everybody in the tenant, page by page.
  public func users() -> Paging<UserJSON> { list(.users) }

  /// Who holds which role in force, for everybody.
  public func roleAssignments() -> Paging<RoleAssignmentJSON> { list(.roleAssignments) }

  /// The direct members of some groups, twenty groups a request and the further pages.
  ///
  /// - Throws: ``GraphError`` when those of one of them could not be read.
  public func members(
    of groups: some Collection<ObjectID>
  ) async throws(GraphError) -> [ObjectID: [DirectoryObjectJSON]] {
    let answers = try await ask(groups.map { .groupMembers($0) })
    var members: [ObjectID: [DirectoryObjectJSON]] = [:]
    for group in groups {
      let rows: Reply<Listing<DirectoryObjectJSON>> = await answers.list(.groupMembers(group))
      members[group] = try rows.get().rows
    }
    return members
  }

  /// Users' own grants of an application.
  public func ownGrants(of id: ObjectID) -> Paging<GrantJSON> { list(.ownGrants(id)) }
}
