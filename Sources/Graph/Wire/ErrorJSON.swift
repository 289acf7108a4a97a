/// Graph's error body: what was refused, in Graph's words.
///
/// - Source: Graph, `concepts/errors.md`. The inner error is spelled `innerError` by the directory
///   and `innererror` in places.
public struct ErrorJSON: Sendable, Hashable {
  /// Graph's code, often the generic `Request_BadRequest`.
  public let code: String
  /// Graph's message, which may change without notice.
  public let message: String
  /// The codes of `details`.
  public let detailCodes: [String]
  /// The request's ID, for support.
  public let requestID: String?
  /// When it happened: UTC, without saying so.
  public let date: String?

  /// An error by its parts.
  public init(
    code: String, message: String, detailCodes: [String] = [], requestID: String? = nil,
    date: String? = nil
  ) {
    (self.code, self.message, self.detailCodes) = (code, message, detailCodes)
    (self.requestID, self.date) = (requestID, date)
  }

  /// What the refusal amounts to.
  public enum Kind: Sendable, Hashable {
    /// What was to be written is there already.
    case alreadyExists
    /// The role or the permission is too small.
    case insufficientPrivileges
    /// The object is not there, or not there yet.
    case notFound
    /// Right after re-adding: the same request succeeds minutes later.
    case notYet
    /// No application with this ID stands behind the service principal.
    case noSuchApplication
    /// Nobody is signed in, or no longer.
    case signInNeeded
    /// Too many requests: wait and repeat.
    case throttled
    /// Nothing we know: "stopped", never "done".
    case unknown
  }

  /// What the refusal amounts to, told by the code and by fragments of the message.
  public var kind: Kind {
    switch GraphError.Kind(of: self) {
    case .alreadyAssigned, .alreadyGranted, .conflict: .alreadyExists
    case .insufficientPrivileges, .foreignApplication: .insufficientPrivileges
    case .notFound: .notFound
    case .notYet: .notYet
    case .noSuchApplication: .noSuchApplication
    case .signInNeeded, .claimsChallenge: .signInNeeded
    case .throttled: .throttled
    case .invalidIdentifier, .invalidProperties, .unsupportedQuery, .malformed, .unknownPath,
      .concurrentChange, .quotaExceeded, .notLicensed, .unavailable, .serverFault, .redirected,
      .unreachable, .lost, .unreadable, .foreignLink, .cancelled, .unknown:
      .unknown
    }
  }
}

extension ErrorJSON: Decodable {
  private enum Envelope: String, CodingKey {
    case error
    case description = "error_description"
  }

  private enum Body: String, CodingKey {
    case code
    case message
    case details
    case innerError
    case innererror
  }

  private struct Detail: Decodable {
    let code: String?
  }

  private struct Inner: Decodable {
    let requestID: String?
    let date: String?

    enum CodingKeys: String, CodingKey {
      case requestID = "request-id"
      case date
    }
  }

  /// Reads `{"error": {...}}`, and the sign-in service's `{"error": "...", ...}` too.
  public init(from decoder: any Decoder) throws {
    let envelope = try decoder.container(keyedBy: Envelope.self)
    if let code = try? envelope.decode(String.self, forKey: .error) {
      let message = try envelope.decodeIfPresent(String.self, forKey: .description)
      self.init(code: code, message: message ?? "")
      return
    }
    let body = try envelope.nestedContainer(keyedBy: Body.self, forKey: .error)
    // What adorns the error may have any shape: the error itself must not be lost over it.
    let inner =
      (try? body.decodeIfPresent(Inner.self, forKey: .innerError))
      ?? (try? body.decodeIfPresent(Inner.self, forKey: .innererror))
    let details = (try? body.decodeIfPresent([Detail].self, forKey: .details)) ?? nil
    self.init(
      code: try body.decodeIfPresent(String.self, forKey: .code) ?? "",
      message: try body.decodeIfPresent(String.self, forKey: .message) ?? "",
      detailCodes: details?.compactMap(\.code) ?? [], requestID: inner?.requestID,
      date: inner?.date)
  }
}
