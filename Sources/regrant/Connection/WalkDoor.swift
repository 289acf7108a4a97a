import Entra
import Foundation
import Graph
import Screens
import Synchronization
import Walk
import Wording

/// The way from the walk into a customer's tenant, as the options say.
enum WalkDoor {
  /// By a code that somebody types in a browser: what needs no option.
  static var byCode: Door? {
    var options = ConnectionOptions()
    options.signIn = .deviceCode
    do throws(Failure) { return try door(by: options, as: .deviceCode, options.clientID) } catch {
      return nil
    }
  }

  /// The door that the options open; nothing is sent before somebody goes through it.
  ///
  /// - Throws: ``Failure``, when they don't allow one; secrets are asked for now.
  static func door(
    by options: ConnectionOptions, as way: SignInWay, _ clientID: String?
  ) throws(Failure) -> Door {
    let relay = CodeRelay()
    var wishes = ConnectionWishes()
    wishes.tellsCaveats = false
    wishes.telling = { relay.tell($0) }
    let connection = try options.open(wishes)
    return Door(doorway(way, clientID)) { telling in
      relay.attach(telling)
      return connection.client
    }
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
