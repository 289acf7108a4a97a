import Entra
import Simulator

/// What the sign-in service remembers: codes that wait, and tokens that can be renewed.
struct TokenDesk: Sendable {
  /// A device that waits for its code to be entered.
  struct Device: Sendable {
    let userCode: String
    let client: AppID
    let scope: AskedScope
    let expires: Moment
    var decision = Decision.waiting
  }

  /// What became of a device's code.
  enum Decision: Sendable, Hashable {
    case waiting
    case accepted(person: Int)
    case declined
  }

  /// Who renews a token, and what for.
  struct Session: Sendable {
    let person: Int
    let client: AppID
    let scope: AskedScope
  }

  /// The application that signs in on its own behalf.
  static let automation = AppID(bits: 0x6D1F_9B2E_4C3A_4F58_A7E0_52C4_18D9_B36A)
  private static let alphabet = Array("BCDFGHJKLMNPQRSTVWXYZ23456789")

  /// The automation's secret, another one for each server.
  let secret = Self.opaque(20) + "~"
  private var devices: [String: Device] = [:]
  private var sessions: [String: Session] = [:]

  /// Text that can't be guessed and means nothing.
  static func opaque(_ words: Int) -> String {
    var random = SystemRandomNumberGenerator()
    return String((0..<words * 2).compactMap { _ in alphabet.randomElement(using: &random) })
  }

  /// Registers a device that waits for `seconds`.
  mutating func expect(
    _ client: AppID, _ scope: AskedScope, until expires: Moment
  ) -> (deviceCode: String, userCode: String) {
    let (code, userCode) = (Self.opaque(32), String(Self.opaque(5).prefix(9)))
    devices[code] = Device(userCode: userCode, client: client, scope: scope, expires: expires)
    return (code, userCode)
  }

  func device(_ code: String) -> Device? { devices[code] }

  /// The device that shows `userCode`, in either case.
  func device(showing userCode: String) -> (code: String, device: Device)? {
    let wanted = userCode.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
    return devices.first { $0.value.userCode == wanted }.map { ($0.key, $0.value) }
  }

  mutating func decide(_ decision: Decision, on code: String) {
    devices[code]?.decision = decision
  }

  /// Forgets a device: a code is good for one token.
  mutating func close(_ code: String) { devices[code] = nil }

  /// Opens a session, or goes on with one: every token to renew with is good once.
  mutating func open(_ session: Session) -> String {
    let token = "0." + Self.opaque(40)
    sessions[token] = session
    return token
  }

  mutating func take(_ token: String) -> Session? { sessions.removeValue(forKey: token) }
}

/// The `scope` of a request for tokens.
struct AskedScope: Sendable, Hashable {
  private static let signingIn: Set = ["openid", "profile", "email", "offline_access"]

  /// As it came, and as it is answered.
  let text: String
  private let names: [String]

  /// Reads names separated by spaces, each perhaps behind the address of the API.
  init(_ text: String) {
    self.text = text
    names = text.split(separator: " ").map { name in
      name.contains("://") ? String(name.split(separator: "/").last ?? "") : String(name)
    }
  }

  /// `.default`: whatever the application has.
  var isDefault: Bool { names.contains(".default") }
  /// Whether every part is `.default`, as an application on its own behalf has to ask.
  var isOnlyDefault: Bool { !names.isEmpty && names.allSatisfy { $0 == ".default" } }
  var isRenewable: Bool { names.contains("offline_access") }
  var wantsIdentity: Bool { names.contains("openid") }

  /// What Graph's token may be used for.
  var permissions: Set<String> {
    isDefault ? Caller.everyPermission : Set(names).subtracting(Self.signingIn)
  }

  /// The scope as the answer names it.
  var granted: String { isDefault ? permissions.sorted().joined(separator: " ") : text }
}
