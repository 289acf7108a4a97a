/// Something that goes wrong with one request.
public struct Fault: Sendable, Hashable {
  /// Which request, counted from 1; a batch, each of its items and each act of consent count.
  public var request: Int
  /// What goes wrong.
  public var kind: Kind

  /// A fault of the request with that number.
  public init(at request: Int, _ kind: Kind) { (self.request, self.kind) = (request, kind) }

  /// What can go wrong.
  public enum Kind: Sendable, Hashable {
    /// 429, with so many seconds to wait; nothing was done.
    case throttled(seconds: Int)
    /// 503, perhaps with seconds to wait; nothing was done.
    case unavailable(seconds: Int?)
    /// 500; nothing was done.
    case internalError
    /// 502 with a proxy's page; nothing was done.
    case badGateway
    /// 504, after the request was obeyed or before.
    case gatewayTimeout(afterDoing: Bool)
    /// The connection is lost, after the request was obeyed or before.
    case reset(afterDoing: Bool)
    /// 401: the session was revoked, or policy wants a new sign-in.
    case claimsChallenge
    /// The answer takes so many seconds.
    case slow(seconds: Double)
    /// The connection ends in the middle of the answer.
    case truncated
  }
}

/// The connection ended without an answer; whether the request was obeyed is not known.
public struct LostConnection: Error, Sendable, Hashable {}

extension Fault {
  /// Reads `3:429/2,7:504-done,9:reset,12:slow/60`: request numbers and what happens to them.
  public static func list(_ text: some StringProtocol) -> [Fault]? {
    var faults: [Fault] = []
    for part in text.split(separator: ",") {
      let halves = part.split(separator: ":")
      guard halves.count == 2, let request = Int(halves[0]), request > 0,
        let kind = Kind(String(halves[1]))
      else { return nil }
      faults.append(Fault(at: request, kind))
    }
    return faults
  }
}

extension Fault.Kind {
  /// How long an answer takes that never comes, in seconds.
  private static let hangSeconds = 3600.0

  /// Reads `429/2`, `503`, `504-done`, `reset`, `hang`, `claims` and the like.
  public init?(_ text: String) {
    let halves = text.split(separator: "/")
    let amount = halves.count == 2 ? Double(halves[1]) : nil
    guard halves.count == 1 || halves.count == 2 && amount != nil else { return nil }
    switch (halves[0], amount) {
    case ("429", let seconds): self = .throttled(seconds: Int(seconds ?? 1))
    case ("503", let seconds): self = .unavailable(seconds: seconds.map { Int($0) })
    case ("500", nil): self = .internalError
    case ("502", nil): self = .badGateway
    case ("504", nil): self = .gatewayTimeout(afterDoing: false)
    case ("504-done", nil): self = .gatewayTimeout(afterDoing: true)
    case ("reset", nil): self = .reset(afterDoing: false)
    case ("reset-done", nil): self = .reset(afterDoing: true)
    case ("claims", nil): self = .claimsChallenge
    case ("slow", let seconds?): self = .slow(seconds: seconds)
    case ("hang", nil): self = .slow(seconds: Self.hangSeconds)
    case ("truncated", nil): self = .truncated
    default: return nil
    }
  }

  /// The answer that takes the place of the real one; `nil` where the real one stands.
  var failure: Failure? {
    switch self {
    case .throttled(let seconds): .throttled(after: "\(seconds)", "other", scope: nil)
    case .unavailable(let seconds):
      Failure(
        status: 503, code: "ServiceUnavailable", message: "Service is unavailable.",
        headers: seconds.map { ["Retry-After": "\($0)"] } ?? [:])
    case .internalError:
      Failure(
        status: 500, code: "InternalServerError", message: "An unexpected error occurred.")
    case .badGateway:
      Failure(
        status: 502, code: "", message: "",
        page: "<html><body><h1>502 Bad Gateway</h1></body></html>")
    case .gatewayTimeout, .reset:
      Failure(status: 504, code: "UnknownError", message: "", page: "")
    case .claimsChallenge:
      .unauthenticated(
        "Continuous access evaluation resulted in challenge with result: InteractionRequired and "
          + "code: TokenIssuedBeforeRevocationTimestamp",
        claims: "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==")
    case .slow, .truncated: nil
    }
  }

  /// Whether the request is obeyed all the same.
  var isObeyed: Bool {
    switch self {
    case .gatewayTimeout(let afterDoing), .reset(let afterDoing): afterDoing
    case .slow, .truncated: true
    default: false
    }
  }
}

extension Failure {
  static func throttled(after seconds: String, _ information: String, scope: String?) -> Self {
    var headers = ["Retry-After": seconds, "x-ms-throttle-information": information]
    headers["x-ms-throttle-scope"] = scope
    return Self(
      status: 429, code: "TooManyRequests", message: "Please retry again later.",
      headers: headers)
  }
}
