/// A `$search` expression: clauses of a property and what it shall hold.
indirect enum Search: Sendable, Hashable {
  case clause(property: String, String)
  case and(Search, Search)
  case or(Search, Search)

  var properties: [String] {
    switch self {
    case .clause(let property, _): [property]
    case .and(let one, let other), .or(let one, let other): one.properties + other.properties
    }
  }

  /// Whether what `text` tells of an object fulfils it.
  func matches(_ text: (String) -> String?) -> Bool {
    switch self {
    case .clause(let property, let wanted):
      text(property).map { Self.holds($0, wanted, isTokenised: Self.tokenised.contains(property)) }
        ?? false
    case .and(let one, let other): one.matches(text) && other.matches(text)
    case .or(let one, let other): one.matches(text) || other.matches(text)
    }
  }

  /// The properties that are matched token by token; the others from their beginning.
  static let tokenised: Set = ["displayName", "description"]

  private static func holds(_ found: String, _ wanted: String, isTokenised: Bool) -> Bool {
    guard isTokenised else { return found.lowercased().hasPrefix(wanted.lowercased()) }
    let tokens = tokens(of: found)
    let wanted = Self.tokens(of: wanted)
    return !wanted.isEmpty
      && wanted.allSatisfy { token in tokens.contains { $0.hasPrefix(token) } }
  }

  /// Cut at spaces, digits, symbols and where a capital follows a small letter; in lower case.
  static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var token = ""
    var last: Character?
    for character in text {
      let continues =
        last.map { last in
          character.isNumber == last.isNumber && !(last.isLowercase && character.isUppercase)
        } ?? false
      let isPart = character.isLetter || character.isNumber
      if !token.isEmpty, !isPart || !continues {
        tokens.append(token.lowercased())
        token = ""
      }
      if isPart { token.append(character) }
      last = isPart ? character : nil
    }
    return token.isEmpty ? tokens : tokens + [token.lowercased()]
  }
}

/// Reads `$search`.
struct SearchReader {
  private var rest: Substring

  static func read(_ text: String) throws(Failure) -> Search {
    var reader = Self(rest: text[...])
    let search = try reader.disjunction()
    guard reader.rest.allSatisfy({ $0 == " " }) else { throw fault }
    return search
  }

  private static let fault = Failure.malformed("Syntax error in the $search clause.")

  private mutating func take(_ text: String) -> Bool {
    rest = rest.drop { $0 == " " }
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  private mutating func disjunction() throws(Failure) -> Search {
    var search = try conjunction()
    while take("OR ") { search = .or(search, try conjunction()) }
    return search
  }

  private mutating func conjunction() throws(Failure) -> Search {
    var search = try clause()
    while take("AND ") { search = .and(search, try clause()) }
    return search
  }

  private mutating func clause() throws(Failure) -> Search {
    if take("(") {
      let search = try disjunction()
      guard take(")") else { throw Self.fault }
      return search
    }
    guard take("\"") else { throw Self.fault }
    var text = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"":
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { throw Self.fault }
        return .clause(property: String(halves[0]), String(halves[1]))
      case "\\":
        guard let escaped = rest.popFirst() else { throw Self.fault }
        text.append(escaped)
      default: text.append(character)
      }
    }
    throw Self.fault
  }
}
