import Entra
import Foundation
import HTTPTypes

/// Up to twenty requests sent as one, each with an answer of its own.
enum Batch {
  /// How many requests one batch may hold.
  static let requestsPerBatch = 20  // Graph, "Combine multiple requests in one HTTP call"

  /// What became of one part: its answer of success, or why there is none.
  typealias Outcome = Result<Sender.Answer, GraphError>

  /// Sends the parts together; the outcomes stand in the parts' order.
  ///
  /// A part without an answer may have been carried out. Nothing is repeated here but the envelope,
  /// as far as the retry table allows, and what was refused for its token alone: that, once more,
  /// with a new one.
  /// - Throws: what the whole batch failed by; when that may have happened, so may every part.
  static func send(
    _ parts: ArraySlice<GraphRequest>, by sender: Sender
  ) async throws(GraphError) -> [Outcome] {
    var (outcomes, token) = try await exchange(parts, by: sender)
    let refused = outcomes.indices.filter { outcomes[$0].challenge != nil }
    guard let token, let challenge = refused.lazy.compactMap({ outcomes[$0].challenge }).first
    else { return outcomes }
    let again = refused.map { parts[parts.startIndex + $0] }
    do throws(GraphError) {
      let refusal = TokenRefusal(token: token, claims: challenge.claims)
      let answers = try await exchange(again[...], by: sender, after: refusal).outcomes
      for (index, answer) in zip(refused, answers) { outcomes[index] = answer }
    } catch {
      // The others were answered, and stand.
      for (index, part) in zip(refused, again) {
        outcomes[index] = .failure(error.retold(of: part))
      }
    }
    return outcomes
  }

  /// One envelope and its answer, and the token that it was sent with.
  private static func exchange(
    _ parts: ArraySlice<GraphRequest>, by sender: Sender, after refusal: TokenRefusal? = nil
  ) async throws(GraphError) -> (outcomes: [Outcome], token: AccessToken?) {
    let request = GraphRequest.batch(parts, at: sender.service, id: sender.requestID())
    let answer = try await sender.send(request, after: refusal)
    let batch: BatchJSON = try sender.decode(answer.response, of: request)
    var answers: [String: BatchJSON.Part] = [:]
    for part in batch.responses {
      // Two answers to one part would contradict each other: neither counts.
      if let id = part.id { answers[id] = answers[id] == nil ? part : .some(part.voided) }
    }
    let outcomes = parts.enumerated().map { index, part in
      let outcome = outcome(of: part, by: answers["\(index)"])
      guard answer.wasUnclear else { return outcome }
      return outcome.map {
        Sender.Answer(response: $0.response, wasUnclear: true, token: answer.token)
      }
      .mapError { $0.uncertain() }
    }
    return (outcomes, answer.token)
  }

  private static func outcome(of request: GraphRequest, by part: BatchJSON.Part?) -> Outcome {
    guard let part, let status = part.status else {
      return .failure(GraphError(.lost, to: request, mayHaveHappened: request.kind.isWrite))
    }
    var fields = HTTPFields()
    for (name, value) in part.headers { fields.set(name, to: value) }
    let response = GraphResponse(
      status: status, fields: fields, body: part.body.map { RequestBody.encode($0) } ?? [])
    if status == request.kind.success {
      return .success(Sender.Answer(response: response, wasUnclear: false, token: nil))
    }
    let error = GraphError(
      response, to: request.kind, clientRequestID: request.clientRequestID)
    return .failure(error.uncertain(error.isUnclear))
  }
}

extension Batch.Outcome {
  /// The refusal, where the token is what it was refused for.
  fileprivate var challenge: GraphError? {
    guard case .failure(let error) = self, error.situation == .unauthorized else { return nil }
    return error
  }
}

extension BatchJSON.Part {
  fileprivate var voided: Self {
    var part = self
    part.status = nil
    return part
  }
}

extension GraphError {
  /// The same, said of one part of the batch.
  func retold(of part: GraphRequest) -> Self {
    GraphError(
      kind: kind, request: part.kind, status: status, code: code, message: message,
      detailCodes: detailCodes, requestID: requestID, clientRequestID: part.clientRequestID,
      wait: wait, scope: scope, mayHaveHappened: mayHaveHappened, obstacle: obstacle)
  }
}
