import Entra
import Foundation

/// Signing in through Azure CLI, where somebody has signed in already: `az login`.
///
/// - Source: Azure CLI, `az account get-access-token`.
public actor AzureCLISignIn: TokenSource {
  private let keeper: TokenKeeper

  /// Runs `az` with arguments, and says how it ended.
  public typealias Runner = @Sendable ([String]) async throws(TokenError) -> ToolOutcome

  /// A sign-in that asks `az` for each token.
  ///
  /// - Parameters:
  ///   - tenant: Whose tenant; `organizations` is whichever `az` has active.
  ///   - service: Where the token is to be used.
  ///   - time: How time passes.
  ///   - secondsSince1970: The time of day: `az` says when a token ends.
  ///   - run: Runs `az`; ``AzureCLI/run(_:)`` in the program.
  public init(
    to tenant: TenantName, for service: GraphService, time: RunningTime,
    secondsSince1970: @escaping @Sendable () -> Int, running run: @escaping Runner
  ) {
    keeper = TokenKeeper(time: time) { occasion in
      // `az` has no way to meet a challenge but a person's `az login`.
      guard occasion.claims == nil else { return .failure(.refused(SignInRefusal(.sessionEnded))) }
      do throws(TokenError) {
        let outcome = try await run(Self.arguments(for: tenant))
        let answer = try Self.answer(outcome)
        let day = TimeOfDay(secondsSince1970: secondsSince1970(), at: time.now())
        return .success(
          try Self.issued(answer, to: tenant, for: service, at: day, time.now()))
      } catch { return .failure(error) }
    }
  }

  /// A token; `az` renews its own.
  public func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    try await keeper.token(after: refusal)
  }

  static func arguments(for tenant: TenantName) -> [String] {
    let basic = ["account", "get-access-token", "--resource-type", "ms-graph", "--output", "json"]
    return tenant == .organizations ? basic : basic + ["--tenant", tenant.description]
  }

  private static func answer(_ outcome: ToolOutcome) throws(TokenError) -> AnswerJSON {
    guard outcome.status == 0 else { throw .refused(refusal(outcome.complaint)) }
    guard
      let answer = try? JSONDecoder().decode(AnswerJSON.self, from: Data(outcome.output.utf8))
    else { throw .refused(SignInRefusal(.toolFailed, "az printed something else than a token.")) }
    return answer
  }

  /// What `az` complains of: a code of the sign-in service, or that nobody is signed in.
  private static func refusal(_ complaint: String) -> SignInRefusal {
    let line = ForeignText(complaint).safeLines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let codes = complaint.matches(of: /AADSTS(\d{4,7})/).compactMap { Int($0.1) }
    if let code = codes.first {
      let known = SignInObstacle(SignInError(code: code))
      return SignInRefusal(known == .unknown ? .toolSignedOut : known, line)
    }
    // The wording changes, and always tells to run `az login`.
    return SignInRefusal(complaint.contains("az login") ? .toolSignedOut : .toolFailed, line)
  }

  private static func issued(
    _ answer: AnswerJSON, to tenant: TenantName, for service: GraphService, at day: TimeOfDay,
    _ now: Duration
  ) throws(TokenError) -> IssuedToken {
    let token = AccessToken(answer.accessToken)
    guard token.canBeSent else {
      throw .refused(SignInRefusal(.toolFailed, "az printed a token that cannot be used."))
    }
    if case .id(let wanted) = tenant, let given = answer.tenant.flatMap({ TenantID($0) }),
      given != wanted
    {
      throw .refused(SignInRefusal(.otherTenant, "az gave a token of tenant \(given)."))
    }
    let claims = TokenClaims(token)
    guard !claims.isForAnotherGraph(than: service.authority) else {
      throw .refused(SignInRefusal(.otherCloud))
    }
    // `expiresOn`, the older field, is local time without a zone: no use.
    let left = (answer.expires ?? claims.expires).map { day.until($0, from: now) }
    return IssuedToken(
      token, lasting: max(left ?? .zero, .seconds(secondsAtLeast)), from: now)
  }

  /// A token is used for so long even where clocks disagree, so that `az` is not run each time.
  private static let secondsAtLeast = 60

  private struct AnswerJSON: Decodable {
    let accessToken: String
    let expires: Int?
    let tenant: String?

    private enum CodingKeys: String, CodingKey {
      case accessToken
      case expires = "expires_on"
      case tenant
    }
  }
}
