/// A GUID in a text, with what the words before it say it identifies.
struct PlacedIdentifier {
  let value: Recognition.Identifier
  let end: Int

  /// Reads the GUID that begins at `place`, which is the start of a word.
  init?(in bytes: [UInt8], at place: Int) {
    let end = place + Self.length
    guard Self.mayBegin(in: bytes, at: place),
      let id = AppID(String(decoding: bytes[place..<end], as: UTF8.self)),
      !Self.goesOn(bytes, at: end)
    else { return nil }
    self.end = end
    value = Recognition.Identifier(bits: id.bits, role: Self.role(in: bytes, before: place))
  }

  /// Whether the word at `place` is worth reading: asked of every word, so it copies nothing.
  static func mayBegin(in bytes: [UInt8], at place: Int) -> Bool {
    place + length <= bytes.count && bytes[place + 8] == UInt8(ascii: "-")
      && bytes[place + 13] == UInt8(ascii: "-") && ASCII.hexadecimalValue(bytes[place]) != nil
  }

  private static let length = 36

  /// Whether more digits follow, so that it is no GUID; a page's labels may follow without a space.
  private static func goesOn(_ bytes: [UInt8], at end: Int) -> Bool {
    guard end < bytes.count, ASCII.hexadecimalValue(bytes[end]) != nil else { return false }
    return !RecognitionPhrases.holds(bytes, Array("correlation".utf8), at: end)
  }

  private static func role(in bytes: [UInt8], before place: Int) -> Recognition.Identifier.Role {
    let label = Label(in: bytes, before: place)
    for (words, role) in labels where label.ends(with: words) { return role }
    return isInParentheses(bytes, place) ? .application : .unstated
  }

  /// `the application Nexetic Backup ('facd4a2d-...')`: the name stands between word and ID.
  private static func isInParentheses(_ bytes: [UInt8], _ place: Int) -> Bool {
    var opening = place - 1
    if opening >= 0, bytes[opening] == UInt8(ascii: "'") { opening -= 1 }
    guard opening >= 0, bytes[opening] == UInt8(ascii: "(") else { return false }
    let word = Array("application".utf8)
    // Names have up to 120 characters. Graph, `displayName` of an application.
    let earliest = max(0, opening - 160)
    return (earliest..<opening).contains { RecognitionPhrases.holds(bytes, word, at: $0) }
  }

  /// The letters of the label, longer ones before those that they end with.
  private static let labels: [([UInt8], Recognition.Identifier.Role)] =
    [
      ("resourceappid", .resource), ("resourceapplicationid", .resource), ("resourceid", .resource),
      ("resource", .resource), ("resourceprincipalnamed", .resource),
      ("applicationclientid", .application), ("applicationid", .application),
      ("appid", .application), ("clientid", .application), ("applicationwithid", .application),
      ("applicationwithidentifier", .application), ("application", .application),
      ("appidentifier", .application), ("anwendungsid", .application),
      ("hometenantid", .homeTenant), ("directorytenantid", .tenant), ("tenantid", .tenant),
      ("tenant", .tenant),
      ("tenantnamed", .tenant), ("directory", .tenant), ("organization", .tenant),
      ("directoryid", .tenant), ("stswindowsnet", .homeTenant),
      ("objectid", .object), ("serviceprincipalid", .object),
      ("clientrequestid", .correlation), ("correlationid", .correlation),
      ("requestid", .request), ("traceid", .request), ("sessionid", .session),
    ].map { (Array($0.utf8), $1) }
    + (Array(Cloud.loginHosts.keys) + Array(Cloud.portalHosts.keys)).map {
      ($0.utf8.filter(ASCII.isLetter), .tenant)
    }
}

/// The letters before a value, in lower case and without what is between them.
struct Label {
  private let letters: [UInt8]

  /// Takes up to 40 bytes before `place`: more than the longest label has.
  init(in bytes: [UInt8], before place: Int) {
    letters = bytes[max(0, place - 40)..<place].filter(ASCII.isLetter).map(ASCII.lowercased)
  }

  func ends(with words: [UInt8]) -> Bool { letters.suffix(words.count).elementsEqual(words) }
}
