/// Reads `$filter`.
struct FilterReader {
  private static let deepest = 40

  private let text: [Character]
  private var at = 0
  private var depth = 0

  private init(_ text: String) { self.text = Array(text) }

  static func read(_ text: String) throws(Failure) -> Filter {
    var reader = Self(text)
    let filter = try reader.disjunction()
    reader.skipSpace()
    guard reader.at == reader.text.count else { throw reader.fault() }
    return filter
  }

  private func fault() -> Failure {
    .invalidFilter("Syntax error at position \(at) in '\(String(text))'.")
  }

  private mutating func skipSpace() { while at < text.count, text[at] == " " { at += 1 } }

  private mutating func take(_ character: Character) -> Bool {
    skipSpace()
    guard at < text.count, text[at] == character else { return false }
    at += 1
    return true
  }

  /// Takes `word` where it stands alone.
  private mutating func take(word: String) -> Bool {
    let start = at
    skipSpace()
    guard self.word() == word else {
      at = start
      return false
    }
    return true
  }

  /// Letters, digits and what GUIDs, dates and paths hold beside them.
  private mutating func word() -> String {
    let start = at
    while at < text.count, text[at].isLetter || text[at].isNumber || "-_.:+$@".contains(text[at]) {
      at += 1
    }
    return String(text[start..<at])
  }

  private mutating func disjunction() throws(Failure) -> Filter {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw fault() }
    var filter = try conjunction()
    while take(word: "or") { filter = .or(filter, try conjunction()) }
    return filter
  }

  private mutating func conjunction() throws(Failure) -> Filter {
    var filter = try term()
    while take(word: "and") { filter = .and(filter, try term()) }
    return filter
  }

  private mutating func term() throws(Failure) -> Filter {
    if take("(") {
      let filter = try disjunction()
      guard take(")") else { throw fault() }
      return filter
    }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw fault() }
    if take(word: "not") { return .not(try term()) }
    for function in [Filter.Function.startsWith, .endsWith] where take(word: function.rawValue) {
      return try call(function)
    }
    return try comparison()
  }

  private mutating func call(_ function: Filter.Function) throws(Failure) -> Filter {
    guard take("(") else { throw fault() }
    let path = try self.path().names
    guard take(","), case .text(let wanted) = try literal(), take(")") else { throw fault() }
    return .call(function, path: path, wanted)
  }

  private mutating func comparison() throws(Failure) -> Filter {
    let (path, variable) = try self.path()
    if let variable {
      if take(")") { return .any(path: path, variable: variable, nil) }
      let inner = try disjunction()
      guard take(")") else { throw fault() }
      return .any(path: path, variable: variable, inner)
    }
    skipSpace()
    let word = self.word()
    if word == "in", take("(") {
      var filter = Filter.compare(path: path, .equal, try literal())
      while take(",") { filter = .or(filter, .compare(path: path, .equal, try literal())) }
      guard take(")") else { throw fault() }
      return filter
    }
    guard let comparison = Filter.Operator(rawValue: word) else { throw fault() }
    return .compare(path: path, comparison, try literal())
  }

  /// A property's path; with a lambda's variable where it ends in `any(x:`.
  private mutating func path() throws(Failure) -> (names: [String], variable: String?) {
    skipSpace()
    var names: [String] = []
    repeat {
      let name = word()
      guard !name.isEmpty else { throw fault() }
      if name == "any", !names.isEmpty, take("(") {
        let variable = word()
        // `word` takes the colon with the variable.
        guard let colon = variable.firstIndex(of: ":") else { return (names, "") }
        at -= variable[colon...].count - 1
        return (names, String(variable[..<colon]))
      }
      names.append(name)
    } while take("/")
    return (names, nil)
  }

  private mutating func literal() throws(Failure) -> Filter.Literal {
    guard take("'") else {
      let word = self.word()
      return switch word {
      case "": throw fault()
      case "true": .flag(true)
      case "false": .flag(false)
      case "null": .null
      default: .bare(word)
      }
    }
    var found = ""
    while at < text.count {
      let character = text[at]
      at += 1
      guard character == "'" else {
        found.append(character)
        continue
      }
      guard at < text.count, text[at] == "'" else { return .text(found) }
      found.append("'")
      at += 1
    }
    throw fault()
  }
}
