public import Entra

extension GraphClient {
  /// Who is signed in.
  public func signedInUser() async throws(GraphError) -> UserJSON { try await read(.signedInUser) }

  /// The roles in force; one that could be activated first is not among them.
  public func activeRoles() -> Paging<RoleJSON> { list(.activeRoles) }

  /// The tenant: name, domains, plans.
  public func organization() async throws(GraphError) -> OrganizationJSON {
    let request = request(.organization)
    let response = try await sender.send(request).response
    let answer: CollectionJSON<OrganizationJSON> = try sender.decode(response, of: request)
    guard case .read(let organization)? = answer.rows.first else {
      throw GraphError(response, to: request.kind, clientRequestID: request.clientRequestID)
    }
    return organization
  }

  /// What users may consent to by themselves.
  public func authorizationPolicy() async throws(GraphError) -> AuthorizationPolicyJSON {
    try await read(.authorizationPolicy)
  }

  /// Whether users may ask an admin for consent.
  public func adminConsentRequestPolicy() async throws(GraphError) -> AdminConsentRequestPolicyJSON
  {
    try await read(.adminConsentRequestPolicy)
  }

  /// The records of consents to the application, as far back as the tenant's plan keeps them.
  public func consentRecords(of id: ObjectID) -> Paging<AuditJSON> { list(.consentRecords(id)) }
}
