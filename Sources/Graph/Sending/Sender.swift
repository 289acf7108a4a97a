import Foundation
import HTTPTypes

/// Sends one request until it is answered for good: waits, renews and repeats by the retry table.
struct Sender: Sendable {
  let service: GraphService
  let transport: any Transport
  let tokens: any TokenSource
  let pacer: Pacer
  let time: RunningTime
  let newRequestID: @Sendable () -> UUID
  let waiting: @Sendable (Waiting) -> Void

  /// An answer of success.
  struct Answer: Sendable {
    let response: GraphResponse
    /// Whether an earlier attempt may have done it.
    let wasUnclear: Bool
    /// By which token it was asked for.
    let token: AccessToken?
  }

  func requestID() -> String { newRequestID().uuidString.lowercased() }

  /// The answer of success.
  ///
  /// `isRecent`: the object was created a moment ago. `refused`: the token that won't do.
  func send(
    _ request: GraphRequest, isRecent: Bool = false, after refused: TokenRefusal? = nil
  ) async throws(GraphError) -> Answer {
    var attempts = Attempts(began: time.now())
    var refusal = refused
    while true {
      var sent: AccessToken?
      do throws(GraphError) {
        let response = try await attempt(request, after: refusal, with: &sent)
        if response.status == request.kind.success {
          return Answer(response: response, wasUnclear: attempts.wasUnclear, token: sent)
        }
        throw GraphError(
          response, to: request.kind, clientRequestID: request.clientRequestID)
      } catch {
        attempts.wasUnclear = attempts.wasUnclear || error.mayHaveHappened || error.isUnclear
        let error = error.uncertain(attempts.wasUnclear)
        let advice = RetryPolicy.advice(
          in: error.situation, for: request.kind.deed, isRecent: isRecent)
        guard let pause = attempts.pause(advice, error, at: time.now()) else { throw error }
        refusal =
          advice == .renew ? sent.map { TokenRefusal(token: $0, claims: error.claims) } : nil
        try await wait(pause, advice, error, request)
      }
    }
  }

  private func attempt(
    _ request: GraphRequest, after refusal: TokenRefusal?, with sent: inout AccessToken?
  ) async throws(GraphError) -> GraphResponse {
    do {
      try await pacer.admit(writes: request.writes, isReport: request.isReport)
    } catch { throw GraphError(.cancelled, to: request) }
    if Task.isCancelled { throw GraphError(.cancelled, to: request) }
    let token: AccessToken
    do throws(TokenError) { token = try await tokens.token(after: refusal) } catch {
      throw GraphError(signingIn: error, to: request)
    }
    sent = token
    do throws(TransportError) { return try await transport.send(request, bearing: token) } catch {
      throw GraphError(carrying: error, to: request)
    }
  }

  private func wait(
    _ pause: Duration, _ advice: RetryAdvice, _ error: GraphError, _ request: GraphRequest
  ) async throws(GraphError) {
    guard pause > .zero else { return }
    waiting(Waiting(seconds: pause / .seconds(1), because: error))
    if advice == .wait {
      // The next one that is admitted waits, whoever sends it.
      await pacer.hold(error.scope, for: pause)
      await pacer.hold(request.kind.isWrite ? .writes : .reads, for: pause)
      return
    }
    do { try await time.sleep(pause) } catch {
      throw GraphError(.cancelled, to: request).uncertain(request.kind.isWrite)
    }
  }
}

/// A pause that is being made, so that it can be shown.
public struct Waiting: Sendable, Hashable {
  /// How long, in seconds.
  public let seconds: Double
  /// What made it necessary.
  public let because: GraphError
}

/// How often a request has been repeated, and for what.
struct Attempts {
  let began: Duration
  var wasUnclear = false
  private var repetitions = 0
  private var throttled = 0
  /// Whether a new token was got for a refusal, and whether for a challenge.
  private var renewed = (plainly: false, challenged: false)
  private var waitedForKnowledge = 0

  init(began: Duration) { self.began = began }

  /// The pause before the next attempt; `nil` when there is none.
  mutating func pause(_ advice: RetryAdvice, _ error: GraphError, at now: Duration) -> Duration? {
    switch advice {
    case .stop, .look: return nil
    case .renew:
      // Once; and once more where what was renewed by itself is then challenged.
      let isChallenge = error.claims != nil
      guard !renewed.challenged, isChallenge || !renewed.plainly else { return nil }
      if isChallenge { renewed.challenged = true } else { renewed.plainly = true }
      return .zero
    case .wait:
      throttled += 1
      let pause = error.wait ?? RetryPolicy.pause(before: throttled - 1)
      guard throttled <= RetryPolicy.throttledRepetitions,
        pause <= .seconds(RetryPolicy.longestWaitSeconds)
      else { return nil }
      return pause
    case .again:
      repetitions += 1
      let pause = error.wait ?? RetryPolicy.pause(before: repetitions - 1)
      guard repetitions <= RetryPolicy.repetitions,
        pause <= .seconds(RetryPolicy.longestWaitSeconds)
      else { return nil }
      return pause
    case .untilKnown:
      waitedForKnowledge += 1
      let pause = RetryPolicy.pause(before: waitedForKnowledge - 1)
      guard now - began + pause <= .seconds(RetryPolicy.replicationSeconds) else { return nil }
      return pause
    }
  }
}

extension GraphError {
  /// What the next sign-in has to satisfy.
  var claims: String? { if case .claimsChallenge(let claims) = kind { claims } else { nil } }
}
