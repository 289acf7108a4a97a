/// The words that a reader stops at, found by their first two bytes.
struct RecognitionPhrases {
  /// What a phrase means.
  enum Mark: Sendable {
    case error(SignInError)
    case page(Recognition.Page)
    case answer(Recognition.Answer)
    case name(isOurs: Bool, String)
    case login(Cloud)
    case portal
    case time
  }

  private var phrases: [UInt16: [(words: [UInt8], mark: Mark)]] = [:]

  init(for profile: ApplicationProfile) {
    for error in SignInError.known {
      for fragment in error.fragments { add(fragment, .error(error)) }
    }
    for (words, page) in Self.pages { add(words, .page(page)) }
    for answer in Recognition.Answer.allCases { add(answer.rawValue, .answer(answer)) }
    add(profile.name, .name(isOurs: true, profile.name))
    for other in profile.lookAlikes { add(other.name, .name(isOurs: false, other.name)) }
    for (host, cloud) in Cloud.loginHosts { add(host, .login(cloud)) }
    for host in Cloud.portalHosts.keys { add(host, .portal) }
    add("timestamp", .time)
  }

  /// - Source: Microsoft's English pages, as pasted.
  private static let pages: [(String, Recognition.Page)] = [
    ("need admin approval", .needAdminApproval),
    ("that only an admin can grant", .needAdminApproval),
    ("have an admin account? sign in with that account", .needAdminApproval),
    ("approval required", .approvalRequired),
    ("request approval", .approvalRequired),
    ("this app requires your admin's approval", .approvalRequired),
    ("enter justification for requesting this app", .approvalRequired),
    ("permissions requested", .permissionsRequested),
    ("consent on behalf of your organization", .checkbox),
    ("accept for your organization", .acceptForOrganization),
    ("because it is in an unmanaged state", .unmanagedTenant),
  ]

  private mutating func add(_ words: String, _ mark: Mark) {
    let words = Array(words.utf8).map(ASCII.lowercased)
    guard words.count >= 2 else { return }
    phrases[Self.key(words[0], words[1]), default: []].append((words, mark))
  }

  /// The longest phrase that begins at `place`, whatever its case.
  func longest(in bytes: [UInt8], at place: Int) -> (length: Int, mark: Mark)? {
    guard place + 1 < bytes.count,
      let candidates = phrases[
        Self.key(ASCII.lowercased(bytes[place]), ASCII.lowercased(bytes[place + 1]))]
    else { return nil }
    var found: (length: Int, mark: Mark)?
    for (words, mark) in candidates
    where words.count > (found?.length ?? 0) && Self.holds(bytes, words, at: place) {
      found = (words.count, mark)
    }
    return found
  }

  static func holds(_ bytes: [UInt8], _ words: [UInt8], at place: Int) -> Bool {
    guard place + words.count <= bytes.count else { return false }
    for (offset, byte) in words.enumerated() where ASCII.lowercased(bytes[place + offset]) != byte {
      return false
    }
    return true
  }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }
}
