import Entra

/// An error that the tenant answers instead of what was asked for.
struct Failure: Error, Sendable, Hashable {
  let status: Int
  let code: String
  let message: String
  /// `details[0].code`, where the directory names one.
  var detail: String?
  /// Headers that go with it.
  var headers: [String: String] = [:]
  /// The body of an answer that is no JSON: a proxy's page.
  var page: String?
}

extension Failure {
  static func badRequest(_ message: String) -> Self {
    Self(status: 400, code: "Request_BadRequest", message: message)
  }
  static func unsupported(_ message: String) -> Self {
    Self(status: 400, code: "Request_UnsupportedQuery", message: message)
  }
  static func malformed(_ message: String) -> Self {
    Self(status: 400, code: "BadRequest", message: message)
  }

  static func missing(_ id: some CustomStringConvertible) -> Self {
    Self(
      status: 404, code: "Request_ResourceNotFound",
      message: "Resource '\(id)' does not exist or one of its queried reference-property objects "
        + "are not present.")
  }
  static func missingReference(_ id: ObjectID) -> Self {
    Self(
      status: 404, code: "Directory_ObjectNotFound",
      message: "Unable to find target address of '\(id)'.")
  }
  static func invalidIdentifier(_ text: String) -> Self {
    badRequest("Invalid object identifier '\(text)'.")
  }
  static func unknownSegment(_ segment: some StringProtocol) -> Self {
    malformed("Resource not found for the segment '\(segment)'.")
  }

  static let denied = Self(
    status: 403, code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.")
  static let backingApplicationElsewhere = Self(
    status: 403, code: "Authorization_RequestDenied",
    message: "When using this permission, the backing application of the service principal being "
      + "created must in the local tenant")
  static let withoutPremium = Self(
    status: 403, code: "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
    message: "Neither tenant is B2C or tenant doesn't have premium license")
  static let verbNotAllowed = Self(
    status: 405, code: "Request_BadRequest",
    message: "Specified HTTP method is not allowed for the request target.")
  static let unreadableBody = malformed(
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is "
      + "of valid JSON format.")
  static let invalidProperties = badRequest("One or more properties are invalid.")
  static let invalidReference = badRequest("Not a valid reference update.")
  static let alreadyAssigned = badRequest("Permission being assigned already exists on the object")
  static let alreadyOwner = badRequest(
    "One or more added object references already exist for the following modified properties: "
      + "'owners'.")
  static let searchNeedsConsistency = unsupported(
    "Request with $search query parameter only works through MSGraph with a special request "
      + "header: 'ConsistencyLevel: eventual'")
  static let unsupportedQuery = unsupported("Unsupported Query.")
  static let noPageSize = unsupported(
    "This resource does not support custom page sizes. Please retry without a page size argument.")

  static func roleNotFound(on application: AppID) -> Self {
    badRequest("Permission being assigned was not found on application '\(application)'")
  }
  static func nameInUse(_ application: AppID) -> Self {
    Self(
      status: 409, code: "Request_MultipleObjectsWithSameKeyValue",
      message: "The service principal cannot be created, updated, or restored because the service "
        + "principal name \(application) is already in use.", detail: "ObjectConflict")
  }
  static func noBackingApplication(_ text: String) -> Self {
    Self(
      status: 400, code: "Request_BadRequest",
      message: "The appId '\(text)' of the service principal does not reference a valid "
        + "application object.", detail: "NoBackingApplicationObject")
  }
  static func duplicateGrant(isConflict: Bool) -> Self {
    Self(
      status: isConflict ? 409 : 400,
      code: isConflict ? "Request_MultipleObjectsWithSameKeyValue" : "Request_BadRequest",
      message: "Permission entry already exists.")
  }
  static func invalidPageSize(_ text: String) -> Self {
    unsupported("Invalid page size specified: '\(text)'. Must be between 1 and 999 inclusive.")
  }
  static func invalidFilter(_ why: String) -> Self { malformed("Invalid filter clause: \(why)") }

  static func unauthenticated(_ message: String, claims: String? = nil) -> Self {
    var challenge =
      "Bearer realm=\"\", "
      + "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
      + "client_id=\"00000003-0000-0000-c000-000000000000\""
    if let claims { challenge += ", error=\"insufficient_claims\", claims=\"\(claims)\"" }
    return Self(
      status: 401, code: "InvalidAuthenticationToken", message: message,
      headers: ["WWW-Authenticate": challenge])
  }
}
