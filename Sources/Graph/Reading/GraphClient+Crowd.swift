public import Entra

extension GraphClient {
  /// Everybody in the tenant, page by page.
  public func users() -> Paging<UserJSON> { list(.users) }

  /// Who holds which role in force, for everybody.
  public func roleAssignments() -> Paging<RoleAssignmentJSON> { list(.roleAssignments) }

  /// Users' own grants of an application.
  public func ownGrants(of id: ObjectID) -> Paging<GrantJSON> { list(.ownGrants(id)) }
}
