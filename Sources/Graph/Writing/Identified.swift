import Entra
import Remediation

/// An object that was looked at for one command, and found to be of the command's application.
///
/// Made in this file alone, from what Graph answered: no write goes to an object that merely is
/// said to be the right one.
struct Identified: Sendable, Hashable {
  let id: ObjectID
  let application: AppID
  let command: CommandID
  let caseID: CaseID
  /// What was read of it.
  let read: ServicePrincipalJSON

  fileprivate init(_ read: ServicePrincipalJSON, _ id: ObjectID, for command: Command) {
    (self.read, self.id, application) = (read, id, command.application)
    (self.command, caseID) = (command.id, command.caseID)
  }
}

/// Where a service principal lies.
enum Whereabouts: Sendable, Hashable {
  case alive(Identified)
  case deleted(Identified)
  /// Neither alive nor in the recycle bin, as far as Graph knows.
  case nowhere
}

extension GraphClient {
  /// The object as it is now, if it is of the command's application.
  ///
  /// - Throws: ``WriteRefusal/wrongApplication(found:)``, or ``WriteRefusal/unseen(_:)``.
  func identify(
    _ id: ObjectID, for command: Command, isDeleted: Bool
  ) async throws(WriteRefusal) -> Identified? {
    let request = request(isDeleted ? .deletedServicePrincipal(id) : .servicePrincipalByID(id))
    let read: ServicePrincipalJSON
    do throws(GraphError) {
      let response = try await sender.send(request).response
      read = try sender.decode(response, of: request)
    } catch {
      if error.kind == .notFound { return nil }
      throw .unseen(error)
    }
    guard let found = try? read.objectID(), found == id, let app = try? read.applicationID() else {
      throw .unseen(GraphError(.unreadable, to: request))
    }
    guard app == command.application else { throw .wrongApplication(found: app) }
    return Identified(read, id, for: command)
  }

  /// Whether the object is alive or in the recycle bin.
  ///
  /// - Throws: what ``identify(_:for:isDeleted:)`` throws.
  func locate(_ id: ObjectID, for command: Command) async throws(WriteRefusal) -> Whereabouts {
    if let alive = try await identify(id, for: command, isDeleted: false) { return .alive(alive) }
    if let deleted = try await identify(id, for: command, isDeleted: true) {
      return .deleted(deleted)
    }
    return .nowhere
  }
}
