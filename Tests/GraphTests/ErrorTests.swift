import Entra
import HTTPTypes
import Testing

@testable import Graph

@Suite("An error of Graph's") struct ErrorTests {
  static let known: [(status: Int, code: String, message: String, kind: GraphError.Kind)] = [
    (
      404, "Request_ResourceNotFound",
      "Resource 'x' does not exist or one of its queried reference-property objects are not present.",
      .notFound
    ),
    (404, "Directory_ObjectNotFound", "", .notFound),
    (400, "Request_BadRequest", "Invalid object identifier 'x'.", .invalidIdentifier),
    (
      403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.",
      .insufficientPrivileges
    ),
    (
      403, "Authorization_RequestDenied",
      "When using this permission, the backing application of the service principal being created"
        + " must in the local tenant",
      .foreignApplication
    ),
    (
      400, "Request_BadRequest", "Permission being assigned already exists on the object",
      .alreadyAssigned
    ),
    (400, "Request_BadRequest", "EntitlementGrant entry already exists.", .alreadyAssigned),
    (
      400, "Request_BadRequest", "Permission being assigned was not found on application 'x'",
      .notYet(.role)
    ),
    (400, "Request_BadRequest", "Not a valid reference update.", .notYet(.reference)),
    (400, "Request_BadRequest", "One or more properties are invalid.", .invalidProperties),
    (
      409, "Request_MultipleObjectsWithSameKeyValue",
      "The service principal cannot be created, updated, or restored because the service principal"
        + " name x is already in use.",
      .conflict
    ),
    (
      409, "Request_MultipleObjectsWithSameKeyValue", "Permission entry already exists.",
      .alreadyGranted
    ),
    (400, "Request_BadRequest", "Permission entry already exists.", .alreadyGranted),
    (
      400, "Request_BadRequest",
      "The appId 'x' of the service principal does not reference a valid application object.",
      .noSuchApplication
    ),
    (400, "Request_UnsupportedQuery", "Unsupported Query.", .unsupportedQuery),
    (400, "BadRequest", "Invalid filter clause: x", .unsupportedQuery),
    (400, "BadRequest", "Unable to read JSON request payload. Please ensure", .malformed),
    (
      400, "MaximumValueExceeded",
      "Number of batch request steps exceeds the maximum value of 20.", .malformed
    ),
    (400, "BadRequest", "Resource not found for the segment 'x'.", .unknownPath),
    (401, "InvalidAuthenticationToken", "Access token is empty.", .signInNeeded),
    (429, "TooManyRequests", "Please retry again later.", .throttled),
    (429, "activityLimitReached", "", .throttled),
    (409, "Directory_ConcurrencyViolation", "", .concurrentChange),
    (503, "Directory_ConcurrencyViolation", "", .concurrentChange),
    (403, "Directory_QuotaExceeded", "", .quotaExceeded),
    (
      403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
      "Neither tenant is B2C or tenant doesn't have premium license", .notLicensed
    ),
    (503, "", "", .unavailable), (502, "", "", .serverFault), (307, "", "", .redirected),
    (400, "Request_BadRequest", "A sentence nobody has seen.", .unknown),
    (418, "Teapot", "", .unknown), (403, "", "", .unknown),
    // A body never turns a fault into something that was decided.
    (500, "Request_BadRequest", "Permission being assigned already exists", .serverFault),
    (200, "", "", .unreadable),
  ]

  @Test("amounts to what the facts say", arguments: known)
  func kinds(
    _ row: (status: Int, code: String, message: String, kind: GraphError.Kind)
  ) throws {
    let response = try ScriptedTransport.Answer.error(row.status, row.code, row.message).get()
    let error = GraphError(response, to: .servicePrincipal, clientRequestID: "c")
    #expect(error.kind == row.kind)
    #expect(error.code == row.code)
    #expect(error.message == ForeignText(row.message))
    #expect(error.clientRequestID == "c")
    #expect(error.requestID == "93b6f17e-c05d-4f45-ad2a-6665c708d8a0")
  }

  @Test(
    "is told by its status when the body is none of Graph's",
    arguments: ["", "<html>", "{}", "[]", "{\"error\":null}", "{\"error\":{}}"])
  func bodies(_ body: String) throws {
    let response = GraphResponse(
      status: 404, fields: [:], body: Array(body.utf8))
    #expect(
      GraphError(response, to: .servicePrincipal, clientRequestID: "").kind == .notFound)
  }

  @Test("holds the ID of the header field before that of the body")
  func requestID() throws {
    var fields = HTTPFields()
    fields.set("request-id", to: "from the header")
    let response = try ScriptedTransport.Answer.error(404, "", "", fields).get()
    let error = GraphError(response, to: .servicePrincipal, clientRequestID: "")
    #expect(error.requestID == "from the header")
  }
}
