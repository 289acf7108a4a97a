import Entra
import Remediation

/// One command being carried out.
struct Performance: Sendable {
  let command: Command
  let client: GraphClient
  /// Writes down what is about to be changed.
  let intend: @Sendable (ObjectID?) throws(WriteRefusal) -> Void

  /// How often something is done again after looking.
  static let attempts = 4

  var sender: Sender { client.sender }

  /// What became of one request that changes something.
  enum Sent: Sendable {
    case succeeded(GraphRequest, Sender.Answer)
    case failed(GraphError)
  }

  func request(_ write: Write) throws(WriteRefusal) -> GraphRequest {
    try .writing(write, ordered: command, at: sender.service, id: sender.requestID())
  }

  func send(_ write: Write, isRecent: Bool = false) async throws(WriteRefusal) -> Sent {
    let request = try request(write)
    do throws(GraphError) {
      return .succeeded(request, try await sender.send(request, isRecent: isRecent))
    } catch { return .failed(error) }
  }

  /// The service principal, which must be there; a recent one is waited for.
  ///
  /// - Throws: ``WriteRefusal`` when it is not there, or of another application.
  func present(_ target: Particulars.Target) async throws(WriteRefusal) -> Identified {
    let began = sender.time.now()
    var pauses = 0
    while true {
      if let found = try await client.identify(target.id, for: command, isDeleted: false) {
        return found
      }
      let missing = GraphError(
        .notFound, to: client.request(.servicePrincipalByID(target.id)))
      let pause = RetryPolicy.pause(before: pauses)
      guard target.isRecent,
        sender.time.now() - began + pause <= .seconds(RetryPolicy.replicationSeconds),
        await rest(pause)
      else { throw .unseen(missing) }
      pauses += 1
    }
  }

  /// A pause; false if the task was cancelled in it.
  func rest(_ pause: Duration) async -> Bool {
    do { try await sender.time.sleep(pause) } catch { return false }
    return true
  }

  /// Switches sign-in on.
  func enable(_ target: Particulars.Target) async throws(WriteRefusal) -> EntryOutcome {
    let object = try await present(target)
    if object.read.settings.accountEnabled == true { return .alreadyDone(Receipt(found: nil)) }
    return try await change(.enable(object), target)
  }

  /// Puts "Assignment required" back.
  func require(_ target: Particulars.Target) async throws(WriteRefusal) -> EntryOutcome {
    let object = try await present(target)
    if object.read.settings.appRoleAssignmentRequired == true {
      return .alreadyDone(Receipt(found: nil))
    }
    return try await change(.require(object), target)
  }

  private func change(
    _ write: Write, _ target: Particulars.Target
  ) async throws(WriteRefusal) -> EntryOutcome {
    try intend(target.id)
    switch try await send(write, isRecent: target.isRecent) {
    case .succeeded(let request, let answer): return .done(Receipt(answer.response, to: request))
    case .failed(let error):
      if error.kind == .notFound, target.isRecent, !error.mayHaveHappened { return .notYet(error) }
      return .stopped(by: error)
    }
  }
}
