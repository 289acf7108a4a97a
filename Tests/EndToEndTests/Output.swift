/// What the admin's read-only command prints, of a small tenant.
enum Output {
  /// Three people and a group are assigned, and one of them has consented for themself.
  static let snapshot = text(object: "5b2f6c1e-0a3d-4e57-9c11-2f8d4b7a9e01", required: true)

  /// The same after everything was put back: another object, the same people.
  static let afterwards = text(object: "77aa6c1e-0a3d-4e57-9c11-2f8d4b7a9e02", required: true)

  private static func text(object: String, required: Bool) -> String {
    let people = (1...4).map { number in
      """
      {"id":"row\(number)","principalId":"cdb555e3-b33e-4fd5-a427-17fadacb010\(number)",\
      "principalType":"\(number == 4 ? "Group" : "User")","principalDisplayName":"Person \(number)",\
      "appRoleId":"00000000-0000-0000-0000-000000000000","resourceId":"\(object)"}
      """
    }
    return """
      {"regrant":1,"servicePrincipal":{"id":"\(object)",\
      "appId":"facd4a2d-cbd2-4095-bfa8-ac9c819f843e","displayName":"Nexetic Backup",\
      "deletedDateTime":null,"appOwnerOrganizationId":null,"appRoles":[],"accountEnabled":true,\
      "appRoleAssignmentRequired":\(required),"tags":[],"notes":null,"description":null,\
      "notificationEmailAddresses":[],"preferredSingleSignOnMode":null,"loginUrl":null,\
      "homepage":null},"appRoleAssignedTo":[\(people.joined(separator: ","))],\
      "appRoleAssignedToCount":4,"oauth2PermissionGrants":[{"id":"g1","clientId":"\(object)",\
      "consentType":"Principal","principalId":"cdb555e3-b33e-4fd5-a427-17fadacb0101",\
      "resourceId":"943603e4-e787-4fe9-93d1-e30f749aae39","scope":"openid User.Read"}],\
      "appRoleAssignments":[],"owners":[]}
      """
  }
}
