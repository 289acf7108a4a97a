public import Entra
import Foundation

extension GraphClient {
  /// The application in this tenant; `nil` when there is none alive.
  public func servicePrincipal(of app: AppID) async throws(GraphError) -> ServicePrincipalJSON? {
    try await find(.servicePrincipal(app))
  }

  /// One service principal; `nil` when there is none alive with that ID.
  public func servicePrincipal(_ id: ObjectID) async throws(GraphError) -> ServicePrincipalJSON? {
    try await find(.servicePrincipalByID(id))
  }

  /// Service principals whose name begins with `name`, ours among them.
  public func lookAlikes(named name: String) -> Paging<ServicePrincipalJSON> {
    list(.lookAlikes(name: name))
  }

  /// The application's deleted service principals: one for each deletion of the last 30 days.
  public func deletedServicePrincipals(of app: AppID) -> Paging<ServicePrincipalJSON> {
    list(.deletedServicePrincipals(app))
  }

  /// One service principal of the recycle bin; `nil` when it does not lie there.
  public func deletedServicePrincipal(
    _ id: ObjectID
  ) async throws(GraphError) -> ServicePrincipalJSON? {
    try await find(.deletedServicePrincipal(id))
  }

  /// Who may use the application.
  public func assignments(to id: ObjectID) -> Paging<AssignmentJSON> { list(.assignments(id)) }

  /// How many may use the application, by an index that lags: no proof of anything written lately.
  public func assignmentCount(of id: ObjectID) async throws(GraphError) -> Int {
    let request = request(.assignmentCount(id))
    let response = try await sender.send(request).response
    // Digits as text; a byte order mark may lead.
    let digits = String(decoding: response.body, as: UTF8.self).filter { $0 != "\u{FEFF}" }
    guard let count = Int(digits), count >= 0 else {
      throw GraphError(response, to: request.kind, clientRequestID: request.clientRequestID)
    }
    return count
  }

  /// The delegated grants of the application, users' own ones included.
  public func grants(of id: ObjectID) -> Paging<GrantJSON> { list(.grants(id)) }

  /// The grants of the application on behalf of the organization.
  public func organizationGrants(of id: ObjectID) -> Paging<GrantJSON> {
    list(.organizationGrants(client: id))
  }

  /// The application permissions: what the application may do by itself.
  public func applicationPermissions(of id: ObjectID) -> Paging<AssignmentJSON> {
    list(.applicationPermissions(id))
  }

  /// The policies of one kind that hang on the application: neither restoring nor Regrant brings
  /// them back.
  public func policies(
    _ kind: PolicyKind, of id: ObjectID
  ) -> Paging<DirectoryObjectJSON> { list(.policies(kind, of: id)) }

  /// Who owns the application here.
  public func owners(of id: ObjectID) -> Paging<DirectoryObjectJSON> { list(.owners(id)) }
}
