public import Entra

/// Why a request did not do what it was for, in Graph's words and with the IDs it can be found by.
public struct GraphError: Error, Sendable, Hashable {
  /// What it amounts to.
  public let kind: Kind
  /// What was asked.
  public let request: RequestKind
  /// The status; `nil` when no answer came.
  public let status: Int?
  /// Graph's code.
  public let code: String
  /// Graph's message, or what there was instead of one.
  public let message: ForeignText
  /// The codes of Graph's details.
  public let detailCodes: [String]
  /// Graph's ID of the request.
  public let requestID: String?
  /// Our ID of the request.
  public let clientRequestID: String
  /// How long Graph asks to be left alone.
  public let wait: Duration?
  /// Which requests Graph refuses for being too many.
  public let scope: Pacer.Scope
  /// Whether the change may have been made all the same; never for what only reads.
  public internal(set) var mayHaveHappened: Bool
  /// Why there was no token to send, where that is the reason.
  public internal(set) var obstacle: SignInObstacle?

  /// What it amounts to.
  public enum Kind: Sendable, Hashable {
    /// The principal holds the role already.
    case alreadyAssigned
    /// There is a grant already, perhaps of less.
    case alreadyGranted
    /// Another object is in the way: a service principal of the same application.
    case conflict
    /// Somebody changed the object at the same moment.
    case concurrentChange
    /// The token's permissions or the admin's role are too small.
    case insufficientPrivileges
    /// The role is too small to add an application that another tenant registered.
    case foreignApplication
    /// The object is not there, or not known everywhere yet.
    case notFound
    /// Permanent for an old object; for a new one the same request succeeds minutes later.
    case notYet(Missing)
    /// No application with this ID stands behind the service principal.
    case noSuchApplication
    /// An ID of ours is none of Graph's.
    case invalidIdentifier
    /// A field of the body is unknown or invalid.
    case invalidProperties
    /// The list can't be asked that way.
    case unsupportedQuery
    /// Graph could not read the request.
    case malformed
    /// Graph knows no such address, or not this method at it.
    case unknownPath
    /// Nobody is signed in, or no longer.
    case signInNeeded
    /// The next sign-in has to satisfy these claims, as Graph encoded them.
    case claimsChallenge(String)
    /// Too many requests.
    case throttled
    /// The tenant or the admin may not create more.
    case quotaExceeded
    /// The tenant's plan does not include it.
    case notLicensed
    /// Graph is not available for the moment.
    case unavailable
    /// Graph, or something before it, failed.
    case serverFault
    /// Graph answers elsewhere, where no token is sent.
    case redirected
    /// No connection.
    case unreachable
    /// The connection broke, or no answer came in time.
    case lost
    /// The answer is no answer of Graph's.
    case unreadable
    /// A list goes on at another host, or in a circle.
    case foreignLink
    /// The task was cancelled.
    case cancelled
    /// Nothing we know: "stopped", never "done".
    case unknown
  }

  /// What is missing when Graph says, in one way or another, "not yet".
  public enum Missing: Sendable, Hashable {
    /// `Not a valid reference update.`: a principal, or the service principal itself.
    case reference
    /// `... was not found on application`: the role.
    case role
  }
}

extension GraphError.Kind {
  /// What an error body amounts to, whatever the status.
  init(of error: ErrorJSON) {
    let message = error.message.lowercased()
    if let known = Self.fragments.first(where: { message.contains($0.text) }) {
      self = known.kind
    } else if error.detailCodes.contains("NoBackingApplicationObject") {
      self = .noSuchApplication
    } else {
      self = Self.codes[error.code] ?? .unknown
    }
  }

  /// What a status amounts to where the body says nothing we know.
  init(status: Int) {
    switch status {
    case 300..<400: self = .redirected
    case 401: self = .signInNeeded
    case 404: self = .notFound
    case 408: self = .lost
    case 429: self = .throttled
    case 503: self = .unavailable
    case 500..<600: self = .serverFault
    default: self = .unknown
    }
  }

  private static let codes: [String: Self] = [
    "Request_MultipleObjectsWithSameKeyValue": .conflict,
    "Directory_ConcurrencyViolation": .concurrentChange,
    "Authorization_RequestDenied": .insufficientPrivileges,
    "Request_ResourceNotFound": .notFound,
    "Directory_ObjectNotFound": .notFound,
    "Directory_QuotaExceeded": .quotaExceeded,
    "Authentication_RequestFromNonPremiumTenantOrB2CTenant": .notLicensed,
    "InvalidAuthenticationToken": .signInNeeded,
    "TooManyRequests": .throttled,
    "Request_ThrottledTemporarily": .throttled,
    "activityLimitReached": .throttled,
    "Request_UnsupportedQuery": .unsupportedQuery,
    "MaximumValueExceeded": .malformed,
  ]

  /// Lower case; most share the code `Request_BadRequest`, so that only they tell.
  private static let fragments: [(text: String, kind: Self)] = [
    ("permission being assigned already exists", .alreadyAssigned),
    ("entitlementgrant entry already exists", .alreadyAssigned),
    ("permission entry already exists", .alreadyGranted),
    ("added object references already exist", .alreadyAssigned),
    ("is already in use", .conflict),
    ("not a valid reference update", .notYet(.reference)),
    ("was not found on application", .notYet(.role)),
    ("does not reference a valid application object", .noSuchApplication),
    ("backing application of the service principal being created", .foreignApplication),
    ("insufficient privileges", .insufficientPrivileges),
    ("invalid object identifier", .invalidIdentifier),
    ("one or more properties are invalid", .invalidProperties),
    ("invalid filter clause", .unsupportedQuery),
    ("unable to read json request payload", .malformed),
    ("number of batch request steps exceeds", .malformed),
    ("http method is not allowed", .unknownPath),
    ("resource not found for the segment", .unknownPath),
  ]
}
