import Entra

/// What happened in the tenant, as its audit log tells it.
struct AuditRecord: Sendable, Hashable {
  let ordinal: Int
  let at: Moment
  let activity: String
  let category: String
  let operation: String
  let initiator: Initiator
  var targets: [Target]
  var details: [Property] = []

  enum Initiator: Sendable, Hashable {
    case user(id: ObjectID, name: String, userPrincipalName: String)
    case application(AppID)
  }

  struct Target: Sendable, Hashable {
    let id: String
    let name: String
    let type: String
    var userPrincipalName: String?
    var changes: [Property] = []
  }

  struct Property: Sendable, Hashable {
    let name: String
    let value: String
  }
}

extension AuditRecord {
  func members(_ mint: IdentifierMint) -> [JSON.Member] {
    let id = mint.id(.other, ordinal)
    return JSON.members([
      ("id", .string("Directory_\(id)")), ("category", .string(category)),
      ("correlationId", .string("\(ObjectID(bits: mint.arbitrary(ordinal)))")),
      ("result", "success"), ("resultReason", ""), ("activityDisplayName", .string(activity)),
      ("activityDateTime", .string(at.text)), ("loggedByService", "Core Directory"),
      ("operationType", .string(operation)), ("initiatedBy", initiator.json),
      ("targetResources", .array(targets.map(\.json))),
      (
        "additionalDetails",
        .array(details.map { ["key": .string($0.name), "value": .string($0.value)] })
      ),
    ])
  }
}

extension AuditRecord.Initiator {
  var json: JSON {
    switch self {
    case .user(let id, let name, let address):
      [
        "user": [
          "id": .string("\(id)"), "displayName": .string(name),
          "userPrincipalName": .string(address), "ipAddress": "203.0.113.7",
        ], "app": nil,
      ]
    case .application(let id):
      [
        "user": nil,
        "app": [
          "appId": .string("\(id)"), "displayName": nil, "servicePrincipalId": nil,
          "servicePrincipalName": nil,
        ],
      ]
    }
  }
}

extension AuditRecord.Target {
  var json: JSON {
    [
      "id": .string(id), "displayName": .string(name), "type": .string(type),
      "userPrincipalName": .optional(userPrincipalName), "groupType": nil,
      "modifiedProperties": .array(
        changes.map {
          // The directory keeps a JSON text inside the string.
          [
            "displayName": .string($0.name), "oldValue": nil,
            "newValue": .string(String(decoding: JSON.string($0.value).bytes, as: UTF8.self)),
          ]
        }),
    ]
  }
}

extension JSON {
  static func members(_ pairs: [(String, JSON)]) -> [Member] {
    pairs.map { Member($0.0, $0.1) }
  }
}

/// A sign-in, as the sign-in log tells it.
struct SignInRecord: Sendable, Hashable {
  let ordinal: Int
  let at: Moment
  let user: ObjectID
  let userName: String
  let userPrincipalName: String
  let application: AppID
  let applicationName: String
  let resource: ObjectID?
  let errorCode: Int
  let reason: String
  let isBlockedByPolicy: Bool

  func members(_ mint: IdentifierMint) -> [JSON.Member] {
    JSON.members([
      ("id", .string("\(mint.id(.other, 1 << 40 + ordinal))")),
      ("createdDateTime", .string(at.text)), ("userDisplayName", .string(userName)),
      ("userPrincipalName", .string(userPrincipalName)), ("userId", .string("\(user)")),
      ("appId", .string("\(application)")), ("appDisplayName", .string(applicationName)),
      ("ipAddress", "203.0.113.20"), ("clientAppUsed", "Browser"),
      ("correlationId", .string("\(ObjectID(bits: mint.arbitrary(-ordinal &- 1)))")),
      ("conditionalAccessStatus", isBlockedByPolicy ? "failure" : "notApplied"),
      ("isInteractive", true), ("riskDetail", "none"), ("riskLevelAggregated", "none"),
      ("riskLevelDuringSignIn", "none"), ("riskState", "none"), ("riskEventTypes", []),
      ("riskEventTypes_v2", []), ("resourceDisplayName", "Microsoft Graph"),
      ("resourceId", .optional(resource.map { "\($0)" })),
      (
        "status",
        [
          "errorCode": .integer(errorCode), "failureReason": .string(reason),
          "additionalDetails": nil,
        ]
      ), ("deviceDetail", nil), ("location", nil), ("appliedConditionalAccessPolicies", []),
    ])
  }
}
