import Entra

/// Questions asked in one request, each with an answer of its own.
///
/// One that fails hides none of the others: what could not be read is told apart from what is not
/// there.
struct Answers: Sendable {
  private let outcomes: [Reading: (request: GraphRequest, outcome: Batch.Outcome)]
  private let sender: Sender

  fileprivate init(
    _ outcomes: [Reading: (request: GraphRequest, outcome: Batch.Outcome)], by sender: Sender
  ) {
    (self.outcomes, self.sender) = (outcomes, sender)
  }

  /// What was answered.
  func value<Value: Decodable>(_ reading: Reading) -> Result<Value, GraphError> {
    decoded(reading) { response, request throws(GraphError) in
      try sender.decode(response, of: request)
    }
  }

  /// What was answered; `nil` when there is no such object.
  func found<Value: Decodable>(_ reading: Reading) -> Result<Value?, GraphError> {
    let answer: Result<Value, GraphError> = value(reading)
    switch answer {
    case .success(let value): return .success(value)
    case .failure(let error): return error.kind == .notFound ? .success(nil) : .failure(error)
    }
  }

  /// How many rows the list has, as its first page tells.
  func count<Row: GraphRow>(
    of reading: Reading, as row: Row.Type
  ) -> Result<Int, GraphError> {
    let page: Result<CollectionJSON<Row>, GraphError> = value(reading)
    return page.flatMap { page in
      page.count.map { .success($0) } ?? .failure(GraphError(.unreadable, asked: reading.kind))
    }
  }

  /// The list, whose first page was answered; the others are read now, at most `pages` in all.
  func list<Row: GraphRow>(
    _ reading: Reading, pages: Int = .max
  ) async -> Result<Listing<Row>, GraphError> {
    guard let (request, outcome) = outcomes[reading] else {
      return .failure(GraphError(.unknown, asked: reading.kind))
    }
    do throws(GraphError) {
      let first = try outcome.get().response
      let paging = Paging<Row>(first: request, sender: sender, answered: first)
      return .success(try await paging.whole(pages: pages))
    } catch { return .failure(error) }
  }

  private func decoded<Value>(
    _ reading: Reading, _ decode: (GraphResponse, GraphRequest) throws(GraphError) -> Value
  ) -> Result<Value, GraphError> {
    guard let (request, outcome) = outcomes[reading] else {
      return .failure(GraphError(.unknown, asked: reading.kind))
    }
    do throws(GraphError) {
      return .success(try decode(try outcome.get().response, request))
    } catch { return .failure(error) }
  }
}

extension GraphClient {
  /// Asks all of it, twenty questions a request.
  ///
  /// A question that was refused for the moment is asked again by itself.
  /// - Throws: ``GraphError`` when a whole request failed, or when nobody is signed in any more.
  func ask(_ readings: [Reading]) async throws(GraphError) -> Answers {
    var outcomes: [Reading: (request: GraphRequest, outcome: Batch.Outcome)] = [:]
    var rest = readings[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(Batch.requestsPerBatch))
      rest = rest.dropFirst(part.count)
      let requests = part.map { request($0) }
      let batch =
        requests.count == 1
        ? [await attempt(requests[0])] : try await Batch.send(requests[...], by: sender)
      for (index, reading) in part.enumerated() {
        var outcome = batch[index]
        if case .failure(let error) = outcome, error.kind.isForTheMoment, requests.count > 1 {
          outcome = await attempt(requests[index])
        }
        if case .failure(let error) = outcome, error.kind.endsReading { throw error }
        outcomes[reading] = (requests[index], outcome)
      }
    }
    return Answers(outcomes, by: sender)
  }

  private func attempt(_ request: GraphRequest) async -> Batch.Outcome {
    do throws(GraphError) { return .success(try await sender.send(request)) } catch {
      return .failure(error)
    }
  }
}

extension GraphError.Kind {
  /// Whether asking again by itself may be answered.
  var isForTheMoment: Bool {
    switch self {
    case .throttled, .unavailable, .serverFault, .lost, .signInNeeded: true
    default: false
    }
  }

  /// Whether there is no use in asking anything else.
  public var endsReading: Bool {
    switch self {
    case .signInNeeded, .claimsChallenge, .unreachable, .cancelled, .throttled: true
    default: false
    }
  }
}

extension GraphError {
  /// An answer that lacks, or spoils, a field without which it means nothing.
  public init(unreadable request: RequestKind, _ field: String) {
    self.init(
      kind: .unreadable, request: request, status: 200, code: "", message: ForeignText(field),
      detailCodes: [], requestID: nil, clientRequestID: "", wait: nil, scope: .all,
      mayHaveHappened: false)
  }

  /// A question that was never asked.
  init(_ kind: Kind, asked request: RequestKind) {
    self.init(
      kind: kind, request: request, status: nil, code: "", message: ForeignText(""),
      detailCodes: [], requestID: nil, clientRequestID: "", wait: nil, scope: .all,
      mayHaveHappened: false)
  }
}
