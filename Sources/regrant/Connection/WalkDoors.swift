import ArgumentParser
import Entra
import Foundation
import Graph
import Screens
import Synchronization
import Walk
import Wording

/// The ways from the walk into a customer's tenant, and what was opened on them.
final class WalkDoors: Sendable {
  private let opened = Mutex<[Connection]>([])

  /// By a code that somebody types in a browser: what needs no option.
  func byCode() -> Door? {
    do {
      let options = try ConnectionOptions.parse(["--sign-in", SignInWay.deviceCode.rawValue])
      return try door(by: options, as: .deviceCode)
    } catch {
      // Without a terminal nobody sees a code; the walk says that there is no way to sign in.
      return nil
    }
  }

  /// The door that the options open; nothing is sent before somebody goes through it.
  ///
  /// - Throws: ``Failure``, when they don't allow one; secrets are asked for now.
  func door(by options: ConnectionOptions, as way: SignInWay) throws(Failure) -> Door {
    let relay = CodeRelay()
    var wishes = ConnectionWishes()
    wishes.tellsCaveats = false
    // The walk's own pages show the code, while standard error goes to a file.
    wishes.isSeen = true
    wishes.telling = { relay.tell($0) }
    let connection = try options.open(wishes)
    opened.withLock { $0.append(connection) }
    let client = connection.client
    return Door(Self.doorway(way, options.clientID), isSimulator: options.graph != nil) { telling in
      relay.attach(telling)
      return client
    }
  }

  /// Closes what was opened, and waits for it: a moment, not longer.
  func close() {
    let connections = opened.withLock { connections in
      defer { connections = [] }
      return connections
    }
    guard !connections.isEmpty else { return }
    let closed = DispatchSemaphore(value: 0)
    Task {
      for connection in connections { await connection.close() }
      closed.signal()
    }
    _ = closed.wait(timeout: .now() + .seconds(2))
  }

  private static func doorway(_ way: SignInWay, _ clientID: String?) -> Doorway {
    let words = Words()
    switch way {
    case .deviceCode:
      let client =
        clientID.flatMap { AppID($0) }.map { SignInClient(registered: $0) } ?? .graphTools
      return Doorway(
        way: "a code, typed in a browser on any computer",
        caveats: client.caveats.map { words.sentence(for: $0) })
    case .azureCLI: return Doorway(way: "Azure CLI, as whom az login signed in", caveats: [])
    case .token: return Doorway(way: "the token that was given", caveats: [])
    case .clientSecret: return Doorway(way: "an application's own secret", caveats: [])
    }
  }
}

/// Hands codes on to whoever shows them at the time.
private final class CodeRelay: Sendable {
  private let telling = Mutex<(@Sendable (CodeLine?) -> Void)?>(nil)

  func attach(_ telling: @escaping @Sendable (CodeLine?) -> Void) {
    self.telling.withLock { $0 = telling }
  }

  func tell(_ event: DeviceCodeEvent) {
    let telling = telling.withLock { $0 }
    switch event {
    case .asked(let prompt):
      let until = Composition.now / 1000 + prompt.seconds
      telling?(
        CodeLine(
          code: prompt.code, address: prompt.address, until: Wording.Moment(seconds: until)))
    case .signedIn, .ended: telling?(nil)
    }
  }
}
