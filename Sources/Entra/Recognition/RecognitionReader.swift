/// Reads a paste once, from its first byte to its last, and keeps a bounded number of findings.
struct RecognitionReader {
  private let bytes: [UInt8]
  private let profile: ApplicationProfile
  private let phrases: RecognitionPhrases
  private var found = Recognition(isTruncated: false)
  private var namesOurs = false
  private var lookAlike: String?
  private var seenPeople: Set<String> = []

  init(_ paste: PlainBytes, _ profile: ApplicationProfile) {
    (bytes, self.profile) = (paste.bytes, profile)
    phrases = RecognitionPhrases(for: profile)
  }

  /// How many of a kind are kept: no page holds as many.
  private static let maximumFindings = 64
  /// How many people are kept.
  private static let maximumPeople = 256
  /// How many things that look like a finding are looked at closely, of each sort.
  ///
  /// Without it, a paste made of nothing else would cost a hundred times its length.
  private static let maximumLooks = 4096

  private var looks: [Look: Int] = [:]

  private enum Look: Hashable {
    case identifier
    case number
    case person
    case portal
  }

  private mutating func mayLook(at kind: Look) -> Bool {
    looks[kind, default: 0] += 1
    return looks[kind, default: 0] <= Self.maximumLooks
  }

  mutating func read() {
    if let code = ErrorCode.alone(in: bytes) { keep(SignInError(code: code)) }
    let noAccess = Array(profile.roles.shut.utf8)
    var (place, isWordStart) = (0, true)
    while place < bytes.count {
      let byte = bytes[place]
      let isAlphanumeric = ASCII.isAlphanumeric(byte)
      var next = place + 1
      if byte == UInt8(ascii: "@") {
        readPerson(around: place)
      } else if isAlphanumeric {
        next = max(next, readWord(at: place, isWordStart: isWordStart))
        // In this case only: "has no access" is everybody's phrase, "No Access" the vendor's role.
        if isWordStart, byte == noAccess.first, holdsWords(noAccess, at: place) {
          keep(.vendorNoAccess)
        }
      }
      isWordStart = !ASCII.isAlphanumeric(bytes[next - 1])
      place = next
    }
  }

  /// What was found, once the whole was read.
  func finding(isTruncated: Bool) -> Recognition {
    var result = Recognition(isTruncated: isTruncated)
    // A sentence quoted without its number counts only where no number was given.
    result.errors = found.errors.isEmpty ? found.sentences : found.errors
    result.sentences = found.sentences
    (result.pages, result.answers) = (found.pages, found.answers)
    (result.identifiers, result.people) = (found.identifiers, found.people)
    (result.timestamp, result.portal) = (found.timestamp, found.portal)
    result.cloud = found.cloud ?? found.portal?.cloud
    result.subject = subject
    return result
  }

  /// Reads what begins at `place` and answers where to go on.
  private mutating func readWord(at place: Int, isWordStart: Bool) -> Int {
    let byte = bytes[place]
    if ASCII.lowercased(byte) == UInt8(ascii: "a"), let code = ErrorCode(in: bytes, at: place) {
      keep(SignInError(code: code.value))
      return code.end
    }
    guard isWordStart else { return place }
    if PlacedIdentifier.mayBegin(in: bytes, at: place), mayLook(at: .identifier),
      let identifier = PlacedIdentifier(in: bytes, at: place)
    {
      if found.identifiers.count < Self.maximumFindings,
        !found.identifiers.contains(identifier.value)
      {
        found.identifiers.append(identifier.value)
      }
      return identifier.end
    }
    if ASCII.isDigit(byte) {
      let (code, end) = ErrorCode.known(in: bytes, at: place)
      if let code, mayLook(at: .number), ErrorCode.isLabelled(in: bytes, at: place) {
        keep(SignInError(code: code))
      }
      return end
    }
    guard let (length, mark) = phrases.longest(in: bytes, at: place) else { return place }
    keep(mark, at: place, length: length)
    return place
  }

  private func holdsWords(_ words: [UInt8], at place: Int) -> Bool {
    let end = place + words.count
    guard end <= bytes.count, bytes[place..<end].elementsEqual(words) else { return false }
    return end == bytes.count || !ASCII.isAlphanumeric(bytes[end])
  }

  private mutating func keep(_ mark: RecognitionPhrases.Mark, at place: Int, length: Int) {
    switch mark {
    case .error(let error): if !found.sentences.contains(error) { found.sentences.append(error) }
    case .page(let page): keep(page)
    case .answer(let answer): if !found.answers.contains(answer) { found.answers.append(answer) }
    case .name(isOurs: true, _): namesOurs = true
    case .name(isOurs: false, let name): lookAlike = lookAlike ?? name
    case .login(let cloud): found.cloud = found.cloud ?? cloud
    case .portal: readPortal(at: place)
    case .time: found.timestamp = found.timestamp ?? Timestamp.text(in: bytes, at: place + length)
    }
  }

  private mutating func keep(_ error: SignInError) {
    if found.errors.count < Self.maximumFindings, !found.errors.contains(error) {
      found.errors.append(error)
    }
  }

  private mutating func keep(_ page: Recognition.Page) {
    if !found.pages.contains(page) { found.pages.append(page) }
  }

  private mutating func readPortal(at place: Int) {
    guard found.portal?.objectID == nil, mayLook(at: .portal) else { return }
    let closing = Set(" \"'<>()[]{}|,;".utf8)
    let end = bytes[place...].prefix(4096).firstIndex { closing.contains($0) || $0 >= 0x7F }
    let address = bytes[place..<(end ?? min(bytes.count, place + 4096))]
    guard let portal = PortalAddress(String(decoding: address, as: UTF8.self)) else { return }
    if found.portal == nil || portal.objectID != nil { found.portal = portal }
  }

  private mutating func readPerson(around at: Int) {
    guard found.people.count < Self.maximumPeople, mayLook(at: .person) else { return }
    var (start, end) = (at, at + 1)
    while start > 0, at - start < 128, UserPrincipalName.isLocal(bytes[start - 1]) { start -= 1 }
    while start < at, !ASCII.isAlphanumeric(bytes[start]) { start += 1 }
    let (dot, hyphen) = (UInt8(ascii: "."), UInt8(ascii: "-"))
    while end < bytes.count, end - at <= 254,
      ASCII.isAlphanumeric(bytes[end]) || bytes[end] == dot || bytes[end] == hyphen
    {
      end += 1
    }
    while end > at + 1, !ASCII.isAlphanumeric(bytes[end - 1]) { end -= 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let person = UserPrincipalName(text) else { return }
    if seenPeople.insert(person.folded).inserted { found.people.append(person) }
  }

  private var subject: Recognition.Subject {
    var others: [AppID] = []
    var isOurs = false
    for identifier in found.identifiers {
      let id = AppID(bits: identifier.bits)
      if id == profile.appID {
        isOurs = true
      } else if let other = profile.lookAlikes.first(where: { $0.appID == id }) {
        return isOurs ? .oursAmong([id]) : .lookAlike(other.name)
      } else if identifier.role == .application, !Self.microsoftAPIs.contains(id),
        !others.contains(id)
      {
        others.append(id)
      }
    }
    if isOurs { return others.isEmpty ? .ours : .oursAmong(others) }
    if let lookAlike, !namesOurs { return .lookAlike(lookAlike) }
    return others.isEmpty ? .unstated : .other(others)
  }

  /// Microsoft Graph and its predecessor, which nearly every application asks for.
  private static let microsoftAPIs: Set<AppID> = [
    AppID(bits: 0x0000_0003_0000_0000_C000_0000_0000_0000),
    AppID(bits: 0x0000_0002_0000_0000_C000_0000_0000_0000),
  ]
}
