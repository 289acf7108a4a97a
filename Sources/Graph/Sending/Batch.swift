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
  /// as far as the retry table allows.
  /// - Throws: what the whole batch failed by; when that may have happened, so may every part.
  static func send(
    _ parts: ArraySlice<GraphRequest>, by sender: Sender
  ) async throws(GraphError) -> [Outcome] {
    let request = GraphRequest.batch(parts, at: sender.service, id: sender.requestID())
    let answer = try await sender.send(request)
    let batch: BatchJSON = try sender.decode(answer.response, of: request)
    var answers: [String: BatchJSON.Part] = [:]
    for part in batch.responses {
      // Two answers to one part would contradict each other: neither counts.
      if let id = part.id { answers[id] = answers[id] == nil ? part : .some(part.voided) }
    }
    return parts.enumerated().map { index, part in
      let outcome = outcome(of: part, by: answers["\(index)"])
      guard answer.wasUnclear else { return outcome }
      return outcome.map { Sender.Answer(response: $0.response, wasUnclear: true) }
        .mapError { $0.uncertain() }
    }
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
      return .success(Sender.Answer(response: response, wasUnclear: false))
    }
    let error = GraphError(
      response, to: request.kind, clientRequestID: request.clientRequestID)
    return .failure(error.uncertain(error.isUnclear))
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
