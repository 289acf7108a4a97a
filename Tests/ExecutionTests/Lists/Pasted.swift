import Entra
import Execution

/// A made-up application and the texts an admin would paste about it.
enum Pasted {
  static let appText = "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"
  static let id = "5b2f6c1e-0a3d-4e57-9c11-2f8d4b7a9e01"
  static let api = "943603e4-e787-4fe9-93d1-e30f749aae39"
  static let app = AppID(bits: 0xFACD_4A2D_CBD2_4095_BFA8_AC9C_819F_843E)
  static let metadata = "https://graph.microsoft.com/v1.0/$metadata#"

  static let servicePrincipal = """
    {"@odata.context":"\(metadata)servicePrincipals/$entity","id":"\(id)","appId":"\(appText)",\
    "displayName":"Nexetic Backup","deletedDateTime":null,"appOwnerOrganizationId":null,\
    "appRoles":[],"accountEnabled":true,"appRoleAssignmentRequired":true,"tags":["A","B"],\
    "notes":"call {Kim} \\"first\\"","description":null,"notificationEmailAddresses":[],\
    "preferredSingleSignOnMode":null,"loginUrl":null,"homepage":null,"somethingNew":{"a":[1.5,-2]}}
    """

  static func person(_ number: Int) -> String { "cdb555e3-b33e-4fd5-a427-17fadacb0\(number + 100)" }

  static func assignment(_ number: Int, of resource: String = id) -> String {
    """
    {"id":"row\(number)","principalId":"\(person(number))","principalType":"User",\
    "principalDisplayName":"Åsa \(number)","appRoleId":"00000000-0000-0000-0000-000000000000",\
    "resourceId":"\(resource)"}
    """
  }

  static let grants = [
    """
    {"id":"g1","clientId":"\(id)","consentType":"AllPrincipals","principalId":null,\
    "resourceId":"\(api)","scope":" openid User.Read"}
    """,
    """
    {"id":"g2","clientId":"\(id)","consentType":"Principal","principalId":"\(person(1))",\
    "resourceId":"\(api)","scope":"email"}
    """,
  ]
  static let permissions = [
    """
    {"id":"p1","principalId":"\(id)","principalType":"ServicePrincipal","appRoleId":"\(person(8))",\
    "principalDisplayName":"Nexetic Backup","resourceId":"\(api)"}
    """
  ]
  static let owners = [
    """
    {"@odata.type":"#microsoft.graph.user","id":"\(person(9))","displayName":"Kim"}
    """
  ]

  static func collected(
    servicePrincipal: String = servicePrincipal, assignments: [String]? = nil, count: String = "3",
    grants: [String] = grants, permissions: [String] = permissions, owners: [String] = owners
  ) -> String {
    let assignments = assignments ?? (1...3).map { assignment($0) }
    func list(_ rows: [String]) -> String { "[" + rows.joined(separator: ",") + "]" }
    return """
      {"regrant":1,"servicePrincipal":\(servicePrincipal),"appRoleAssignedTo":\(list(assignments)),\
      "appRoleAssignedToCount":\(count),"oauth2PermissionGrants":\(list(grants)),\
      "appRoleAssignments":\(list(permissions)),"owners":\(list(owners))}
      """
  }

  static func answer(
    _ list: String, _ rows: [String], count: Int? = nil, next: Bool = false, of id: String = id
  ) -> String {
    let context = "\"@odata.context\":\"\(metadata)servicePrincipals('\(id)')/\(list)\""
    let count = count.map { ",\"@odata.count\":\($0)" } ?? ""
    let link = "https://graph.microsoft.com/v1.0/servicePrincipals/\(id)/\(list)?$skiptoken=x"
    let next = next ? ",\"@odata.nextLink\":\"\(link)\"" : ""
    return "{\(context)\(count)\(next),\"value\":[\(rows.joined(separator: ","))]}"
  }

  static func answers(
    assignments: [String]? = nil, grants: String? = nil
  ) -> [String] {
    let first =
      assignments ?? [
        answer("appRoleAssignedTo", [assignment(1), assignment(2)], count: 3, next: true),
        answer("appRoleAssignedTo", [assignment(3)]),
      ]
    return [servicePrincipal] + first + [
      grants ?? answer("oauth2PermissionGrants", Self.grants),
      answer("appRoleAssignments", permissions), answer("owners", owners),
    ]
  }

  static func read(_ text: String) -> PastedOutput {
    PastedOutput.read(Array(text.utf8), expecting: app)
  }

  static func contents(_ text: String) -> SnapshotContents? {
    guard case .complete(let contents) = read(text) else { return nil }
    return contents
  }

  static func shortcomings(_ text: String) -> [Shortcoming] {
    guard case .incomplete(let shortcomings) = read(text) else { return [] }
    return shortcomings
  }
}
