import Entra
import Foundation
import HTTPTypes

extension GraphError {
  /// An answer that is not the success of its request.
  init(
    _ response: GraphResponse, to request: RequestKind, clientRequestID: String
  ) {
    let read = try? JSONDecoder().decode(ErrorJSON.self, from: Data(response.body))
    let byStatus = Kind(status: response.status)
    var kind = read.map { Kind(of: $0) } ?? .unknown
    // The status decides what it can decide; a body says more, never something else.
    switch response.status {
    case 200..<300: kind = .unreadable
    case 401: kind = Self.claims(in: response).map(Kind.claimsChallenge) ?? .signInNeeded
    case 300..<400, 429, 500...: kind = kind == .concurrentChange ? kind : byStatus
    default: kind = kind == .unknown ? byStatus : kind
    }
    self.init(
      kind: kind, request: request, status: response.status, code: read?.code ?? "",
      message: ForeignText(read?.message ?? ""), detailCodes: read?.detailCodes ?? [],
      requestID: response.requestID ?? read?.requestID, clientRequestID: clientRequestID,
      wait: RetryAfter.wait(in: response.fields),
      scope: Pacer.Scope(field: response.fields.first(named: "x-ms-throttle-scope")),
      mayHaveHappened: false)
  }

  /// No answer.
  init(carrying error: TransportError, to request: GraphRequest) {
    let (kind, message): (Kind, ForeignText) =
      switch error {
      case .unreachable(let why): (.unreachable, why)
      case .lost(let why): (.lost, why)
      case .timedOut: (.lost, ForeignText(""))
      case .tooLarge: (.unreadable, ForeignText(""))
      case .cancelled: (.cancelled, ForeignText(""))
      }
    self.init(
      kind, to: request, message: message,
      mayHaveHappened: request.kind.isWrite && kind != .unreachable)
  }

  /// No token.
  init(signingIn error: TokenError, to request: GraphRequest) {
    switch error {
    case .signInNeeded: self.init(.signInNeeded, to: request)
    case .refused(let refusal):
      self.init(
        .signInNeeded, to: request, code: refusal.code?.name ?? "", message: refusal.message)
    case .unreachable(let why): self.init(.unreachable, to: request, message: why)
    case .cancelled: self.init(.cancelled, to: request)
    }
    obstacle = error.obstacle
  }

  /// Something that Graph has no part in.
  init(
    _ kind: Kind, to request: GraphRequest, code: String = "",
    message: ForeignText = ForeignText(""), mayHaveHappened: Bool = false
  ) {
    self.init(
      kind: kind, request: request.kind, status: nil, code: code, message: message, detailCodes: [],
      requestID: nil, clientRequestID: request.clientRequestID, wait: nil, scope: .all,
      mayHaveHappened: mayHaveHappened)
  }

  /// The row of the retry table.
  var situation: RetrySituation {
    switch kind {
    case .throttled: .throttled
    case .unavailable, .concurrentChange: .unavailable
    case .serverFault, .lost: .unclear
    case .unreachable: .unsent
    case .signInNeeded, .claimsChallenge: status == 401 ? .unauthorized : .refused
    case .notFound: .notFound
    case .notYet: .notYet
    // An answer that says success and is none of Graph's: a proxy's, or half of one.
    case .unreadable: .unclear
    case .alreadyAssigned, .alreadyGranted, .conflict, .insufficientPrivileges,
      .foreignApplication, .noSuchApplication, .invalidIdentifier, .invalidProperties,
      .unsupportedQuery, .malformed, .unknownPath, .quotaExceeded, .notLicensed, .redirected,
      .foreignLink, .cancelled, .unknown:
      .refused
    }
  }

  /// Whether the change may have been made though this came for it.
  var isUnclear: Bool {
    switch situation {
    case .unclear, .unavailable: request.isWrite
    case .throttled, .unsent, .unauthorized, .notFound, .notYet, .refused: false
    }
  }

  /// The same, of a change that may have been made after all.
  func uncertain(_ isUncertain: Bool = true) -> Self {
    var error = self
    error.mayHaveHappened = mayHaveHappened || isUncertain
    return error
  }

  /// `WWW-Authenticate: Bearer ..., error="insufficient_claims", claims="..."`.
  private static func claims(in response: GraphResponse) -> String? {
    guard let field = response.fields[.wwwAuthenticate], field.contains("insufficient_claims"),
      let start = field.firstRange(of: "claims=\"")
    else { return nil }
    return String(field[start.upperBound...].prefix { $0 != "\"" })
  }
}
