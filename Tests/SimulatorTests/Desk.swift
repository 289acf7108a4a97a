import Entra
import HTTPTypes

@testable import Simulator

/// An administrator with a token at a tenant, who asks it things.
struct Desk {
  var tenant: SimulatedTenant
  var token: String

  /// What came back.
  struct Reply {
    let status: Int
    let json: JSON
    let text: String
    let headers: HTTPFields

    var code: String? { json["error"]?["code"]?.text }
    var message: String { json["error"]?["message"]?.text ?? "" }
    var rows: [JSON] { json["value"]?.elements ?? [] }
    var id: String { json["id"]?.text ?? "" }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
  }

  /// A tenant whose Global Administrator asks, changed by `change` before its story begins.
  init(_ change: (inout TenantSettings) -> Void = { _ in }) {
    var settings = TenantSettings()
    change(&settings)
    tenant = SimulatedTenant(settings)
    token = ""
    token = tenant.issueToken(toPersonAt: 0, seconds: 1_000_000)
  }

  /// Somebody with `roles` and no others asks from now on.
  mutating func become(_ roles: Set<AdminRole>, index: Int = 1) {
    tenant.setRoles(roles, ofPersonAt: index)
    token = tenant.issueToken(toPersonAt: index, seconds: 1_000_000)
  }

  var application: ObjectID { tenant.applicationID ?? ObjectID(bits: 0) }
  var path: String { "/servicePrincipals/\(application)" }
  var graph: ObjectID { tenant.applications.alive(.microsoftGraph)?.id ?? ObjectID(bits: 0) }
  func user(_ index: Int) -> ObjectID { tenant.people.id(at: index) }

  mutating func raw(
    _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil,
    headers: [String: String] = [:]
  ) throws -> Reply {
    var request = HTTPRequest(
      method: method, scheme: "https", authority: "graph.microsoft.com", path: path)
    request.headerFields[.authorization] = "Bearer \(token)"
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { request.headerFields[name] = value }
    }
    let answer = try tenant.answer(request, body: Array((body ?? "").utf8))
    return Reply(
      status: answer.response.status.code, json: JSONReader.read(answer.body) ?? .null,
      text: String(decoding: answer.body, as: UTF8.self),
      headers: answer.response.headerFields)
  }

  mutating func get(_ path: String, isEventual: Bool = false) throws -> Reply {
    let encoded = path.replacing(" ", with: "%20").replacing("\"", with: "%22")
    return try raw(
      .get, "/v1.0" + encoded, headers: isEventual ? ["ConsistencyLevel": "eventual"] : [:])
  }

  mutating func post(_ path: String, _ body: String = "") throws -> Reply {
    try raw(.post, "/v1.0" + path, body)
  }

  mutating func patch(_ path: String, _ body: String) throws -> Reply {
    try raw(.patch, "/v1.0" + path, body)
  }

  mutating func delete(_ path: String) throws -> Reply { try raw(.delete, "/v1.0" + path) }

  /// Assigns a principal to our application.
  mutating func assign(
    _ principal: ObjectID, role: ObjectID = AppRoleAssignment.defaultAccess,
    of resource: ObjectID? = nil
  ) throws -> Reply {
    let resource = resource ?? application
    return try post(
      "/servicePrincipals/\(resource)/appRoleAssignedTo",
      """
      {"principalId":"\(principal)","resourceId":"\(resource)","appRoleId":"\(role)"}
      """)
  }

  /// Grants our application `scope` for everybody, or for one person.
  mutating func grant(_ scope: String, to user: ObjectID? = nil) throws -> Reply {
    let principal = user.map { "\"\($0)\"" } ?? "null"
    return try post(
      "/oauth2PermissionGrants",
      """
      {"clientId":"\(application)","consentType":"\(user == nil ? "AllPrincipals" : "Principal")",
       "principalId":\(principal),"resourceId":"\(graph)","scope":"\(scope)"}
      """)
  }

  /// Every row of a list, page by page.
  mutating func all(_ path: String, isEventual: Bool = false) throws -> [JSON] {
    var reply = try get(path, isEventual: isEventual)
    var rows = reply.rows
    while let link = reply.json["@odata.nextLink"]?.text {
      reply = try get(
        String(link.dropFirst("https://graph.microsoft.com/v1.0".count)), isEventual: isEventual)
      rows += reply.rows
    }
    return rows
  }

  /// Deletes our application and creates it again.
  mutating func readd() throws -> Reply {
    _ = try delete(path)
    return try post("/servicePrincipals", "{\"appId\":\"\(AppID.ours)\"}")
  }
}

extension AppID {
  static let ours = ApplicationProfile.nexeticBackup.appID
}

extension JSON {
  /// The names of an object's members, but for OData's.
  var names: Set<String> { Set(members.map(\.name).filter { !$0.hasPrefix("@") }) }
}
