import Foundation
import Simulator
import SimulatorServer
import Synchronization

/// A served scenario, from its first line to the signal that ends it.
struct SimulatedService {
  private static let tokenSeconds = 86_400.0

  private let server: LoopbackServer
  private let place: Place

  init(_ scenario: Scenario, _ wishes: Scenario.Wishes, port: Int, isEncrypted: Bool) {
    var tenant = scenario.tenant(wishes)
    let people = tenant.people
    place = Place(
      accessToken: tenant.issueToken(
        toPersonAt: Scenario.admin, permissions: Caller.everyPermission,
        seconds: Self.tokenSeconds),
      admin: people.userPrincipalName(at: Scenario.admin), scenario: scenario.name,
      tenantId: "\(tenant.id)",
      user: people.userPrincipalName(at: Scenario.hero(among: people)))
    server = LoopbackServer(tenant, port: port, isEncrypted: isEncrypted)
  }

  /// What is printed once it listens.
  private struct Place: Encodable, Sendable {
    let accessToken: String
    let admin: String
    let scenario: String
    let tenantId: String
    let user: String
    var graph = ""
    var authority = ""
    var certificate: String?
    var clientId = ""
    var clientSecret = ""
  }

  /// What ended it.
  private enum End: Sendable {
    case signal(Int32)
    case failure(any Error)
  }

  /// Serves until a signal comes.
  func run() throws -> ExitCode {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "regrant-simulator-\(UUID().uuidString.lowercased())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (ends, finish) = AsyncStream.makeStream(of: End.self)
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { finish.yield(.signal(number)) }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    switch wait(for: ends, finish, folder) {
    case .signal(SIGINT), nil: return .interrupted
    case .signal(let number):
      try? FileManager.default.removeItem(at: folder)
      exit(128 + number)
    case .failure(let error): throw failure(error)
    }
  }

  /// Runs the server on other threads while this one waits.
  private func wait(
    for ends: AsyncStream<End>, _ finish: AsyncStream<End>.Continuation, _ folder: URL
  ) -> End? {
    let (server, place, outcome) = (server, place, Outcome())
    Task {
      let serving = Task {
        do {
          try await server.run { listening in
            do { try Self.announce(place, listening, folder) } catch {
              finish.yield(.failure(error))
            }
          }
        } catch { finish.yield(.failure(error)) }
      }
      var iterator = ends.makeAsyncIterator()
      let end = await iterator.next()
      serving.cancel()
      await serving.value
      outcome.settle(end)
    }
    return outcome.wait()
  }

  /// How it ended: known to the tasks first, and waited for by the main thread.
  private final class Outcome: Sendable {
    private let end = Mutex<End?>(nil)
    private let isSettled = DispatchSemaphore(value: 0)

    func settle(_ end: End?) {
      self.end.withLock { $0 = end }
      isSettled.signal()
    }

    func wait() -> End? {
      isSettled.wait()
      return end.withLock { $0 }
    }
  }

  private static func announce(
    _ place: Place, _ listening: LoopbackServer.Listening, _ folder: URL
  ) throws {
    var place = place
    (place.graph, place.authority) = (listening.graph, listening.authority)
    (place.clientId, place.clientSecret) = ("\(listening.client)", listening.clientSecret)
    if let certificate = listening.certificate {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let file = folder.appending(path: "certificate.pem")
      try Data(certificate.utf8).write(to: file)
      place.certificate = file.path
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = String(decoding: try encoder.encode(place), as: UTF8.self)
    try StandardStream.write(line + "\n")
  }

  private func failure(_ error: any Error) -> any Error {
    if error is StreamError || error is Failure { return error }
    return Failure(
      .unavailable, "The simulator cannot listen: \(error).",
      "Another program may have the port; --port 0 takes any that is free.")
  }
}
