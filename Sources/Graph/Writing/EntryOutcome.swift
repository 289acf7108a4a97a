import Entra
import Foundation

/// What became of one entry of a command.
public enum EntryOutcome: Sendable, Hashable {
  /// It is so now, and we did it, or may have.
  case done(Receipt)
  /// It was so before.
  case alreadyDone(Receipt)
  /// Not possible yet: the same may succeed later. Nothing was changed.
  case notYet(GraphError)
  /// Refused. Nothing was changed.
  case failed(GraphError)
  /// Nobody knows whether it is so: look before doing it again.
  case uncertain(GraphError)
  /// It was not begun, because of what became of the others.
  case untried

  /// Whether it is so now, as far as Graph's answers go.
  public var isDone: Bool {
    switch self {
    case .done, .alreadyDone: true
    case .notYet, .failed, .uncertain, .untried: false
    }
  }

  /// What was found out too late to be acted on.
  static func stopped(by error: GraphError) -> Self {
    error.mayHaveHappened ? .uncertain(error) : .failed(error)
  }
}

/// By what an outcome can be found again.
public struct Receipt: Sendable, Hashable {
  /// The ID of the row or object that is there now, where it is known.
  public let id: String?
  /// Graph's ID of the request.
  public let requestID: String?
  /// Our ID of the request.
  public let clientRequestID: String

  /// What an answer says of the thing it made.
  init(_ response: GraphResponse, to request: GraphRequest) {
    let made = try? JSONDecoder().decode(Made.self, from: Data(response.body))
    self.init(
      id: made?.id, requestID: response.requestID, clientRequestID: request.clientRequestID)
  }

  /// What an error says, when it means that the thing is there.
  init(_ error: GraphError, id: String? = nil) {
    self.init(id: id, requestID: error.requestID, clientRequestID: error.clientRequestID)
  }

  /// What was found by looking.
  init(found id: String?) { self.init(id: id, requestID: nil, clientRequestID: "") }

  private init(id: String?, requestID: String?, clientRequestID: String) {
    (self.id, self.requestID, self.clientRequestID) = (id, requestID, clientRequestID)
  }

  private struct Made: Decodable {
    let id: String?
  }
}
