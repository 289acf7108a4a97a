/// One token for everybody who asks, renewed once however many wait for it.
///
/// A renewal may need a person and take minutes. Whoever waits for it may leave at once; when the
/// last one has left, it is given up.
actor TokenKeeper {
  typealias Outcome = Result<IssuedToken, TokenError>

  /// What a renewal begins with.
  struct Occasion: Sendable {
    /// The last token's companion.
    let refresh: RefreshToken?
    /// What Graph asks the next sign-in to satisfy, as JSON.
    let claims: String?
    /// Whether nobody had signed in before.
    let isFirst: Bool
  }

  private let time: RunningTime
  private let renew: @Sendable (Occasion) async -> Outcome
  private var issued: IssuedToken?
  private var renewal: (number: Int, task: Task<Void, Never>)?
  private var renewals = 0
  private var visitors = 0
  private var waiting: [Int: CheckedContinuation<Outcome, Never>] = [:]

  init(time: RunningTime, renewing renew: @escaping @Sendable (Occasion) async -> Outcome) {
    (self.time, self.renew) = (time, renew)
  }

  /// The token to send with.
  func token(after refusal: TokenRefusal?) async throws(TokenError) -> AccessToken {
    if let issued, refusal?.token != issued.access, time.now() < issued.renews {
      return issued.access
    }
    if renewal == nil { start(refusal) }
    switch await outcome() {
    case .success(let token): return token.access
    case .failure(.unreachable(let why)):
      // Renewed early, and in vain: what is there is still good.
      guard let issued, refusal?.token != issued.access, time.now() < issued.expires else {
        throw .unreachable(why)
      }
      return issued.access
    case .failure(let error): throw error
    }
  }

  private func start(_ refusal: TokenRefusal?) {
    renewals += 1
    let number = renewals
    let occasion = Occasion(
      refresh: issued?.refresh, claims: refusal?.claims.map(TokenClaims.json(ofChallenge:)),
      isFirst: issued == nil)
    let task = Task { finish(number, await renew(occasion)) }
    renewal = (number, task)
  }

  private func finish(_ number: Int, _ outcome: Outcome) {
    // Even one that nobody waits for any more: its companion may be the only good one.
    if case .success(let token) = outcome { issued = token }
    guard renewal?.number == number else { return }
    renewal = nil
    let everybody = waiting.values
    waiting = [:]
    for visitor in everybody { visitor.resume(returning: outcome) }
  }

  private func outcome() async -> Outcome {
    visitors += 1
    let visitor = visitors
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting[visitor] = $0 }
    } onCancel: {
      Task { await self.leave(visitor) }
    }
  }

  private func leave(_ visitor: Int) {
    guard let continuation = waiting.removeValue(forKey: visitor) else { return }
    continuation.resume(returning: .failure(.cancelled))
    guard waiting.isEmpty else { return }
    renewal?.task.cancel()
    renewal = nil
  }
}
