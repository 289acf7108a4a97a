/// Walks through one text and copies the JSON objects in it: see ``JSONDocuments``.
struct JSONScanner {
  /// The line it has come to.
  private(set) var line = 1

  private let bytes: [UInt8]
  private var position = 0
  private var copy: [UInt8] = []
  /// What is open, from the outside in, each with the field that is being read.
  private var open: [Level] = []
  private var topFields: Set<[UInt8]> = []

  private struct Level {
    let isObject: Bool
    var field: [UInt8]
    var expected: Expected
  }

  private enum Expected {
    case fieldOrEnd
    case field
    case colon
    case value
    case valueOrEnd
    case commaOrEnd
  }

  /// Begins at the first byte.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes to the next `{` after which a field's name and a colon follow; `false` at the end.
  ///
  /// Braces of scripts and prompts have no such thing after them.
  mutating func findObject() -> Bool {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "{"), beginsObject(at: position + 1) { return true }
      step()
    }
    return false
  }

  /// After a fault: goes to the next line that begins with a brace.
  mutating func skipDamage() {
    while position < bytes.count {
      step()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else { continue }
      if Self.isLineBreak(bytes[position - 1]) { return }
    }
  }

  /// Copies the object that begins here.
  mutating func readObject() throws(JSONDocuments.Fault) -> [UInt8] {
    (copy, open, topFields) = ([], [], [])
    try enter(isObject: true)
    while let level = open.last {
      skipSpace()
      guard position < bytes.count else { throw .truncated }
      try readToken(bytes[position], in: level)
    }
    return copy
  }

  private mutating func readToken(
    _ byte: UInt8, in level: Level
  ) throws(JSONDocuments.Fault) {
    switch (byte, level.expected) {
    case (UInt8(ascii: "\""), .field), (UInt8(ascii: "\""), .fieldOrEnd): try readField()
    case (UInt8(ascii: ":"), .colon):
      take()
      expect(.value)
    case (UInt8(ascii: ","), .commaOrEnd):
      take()
      expect(level.isObject ? .field : .value)
    case (UInt8(ascii: "}"), .fieldOrEnd),
      (UInt8(ascii: "}"), .commaOrEnd) where level.isObject,
      (UInt8(ascii: "]"), .valueOrEnd),
      (UInt8(ascii: "]"), .commaOrEnd) where !level.isObject:
      take()
      open.removeLast()
    case (_, .value), (_, .valueOrEnd):
      expect(.commaOrEnd)
      try readValue(byte, field: level.field)
    default: throw isElision ? .elided : .damaged
    }
  }

  private mutating func readValue(
    _ byte: UInt8, field: [UInt8]
  ) throws(JSONDocuments.Fault) {
    switch byte {
    case UInt8(ascii: "{"): try enter(isObject: true)
    case UInt8(ascii: "["): try enter(isObject: false, field: field)
    case UInt8(ascii: "\""):
      let (_, isBroken) = try readString()
      if isBroken, !Self.spaceless.contains(field) {
        throw .brokenText(field: String(decoding: field, as: UTF8.self))
      }
    default:
      let start = position
      while position < bytes.count, Self.isLiteral(bytes[position]) { take() }
      guard position > start else { throw isElision ? .elided : .damaged }
      let literal = bytes[start..<position]
      guard Self.words.contains(where: { literal.elementsEqual($0) }) || Self.isNumber(literal)
      else {
        if position == bytes.count { throw .truncated }
        throw literal.elementsEqual("...".utf8) ? .elided : .damaged
      }
    }
  }

  private mutating func readField() throws(JSONDocuments.Fault) {
    let (name, _) = try readString()
    guard !name.isEmpty else { throw .damaged }
    if open.count == 1, !topFields.insert(name).inserted {
      throw .repeatedField(String(decoding: name, as: UTF8.self))
    }
    open[open.count - 1].field = name
    expect(.colon)
  }

  /// Copies a string; line breaks inside it were put there by a terminal, JSON has none.
  private mutating func readString() throws(JSONDocuments.Fault) -> (text: [UInt8], isBroken: Bool)
  {
    take()
    let start = copy.count
    var isBroken = false
    var isEscaped = false
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isLineBreak(byte) {
        isBroken = true
        step()
        continue
      }
      guard byte >= 0x20 else { throw .damaged }
      take()
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return (Array(copy[start..<(copy.count - 1)]), isBroken)
      }
    }
    throw .truncated
  }

  private mutating func enter(
    isObject: Bool, field: [UInt8] = []
  ) throws(JSONDocuments.Fault) {
    guard open.count < JSONDocuments.maximumDepth else { throw .tooDeep }
    take()
    open.append(
      Level(isObject: isObject, field: field, expected: isObject ? .fieldOrEnd : .valueOrEnd))
  }

  private mutating func expect(_ expected: Expected) { open[open.count - 1].expected = expected }

  private mutating func take() {
    copy.append(bytes[position])
    step()
  }

  private mutating func step() {
    let isPair =
      bytes[position] == 13 && position + 1 < bytes.count && bytes[position + 1] == 10
    if Self.isLineBreak(bytes[position]), !isPair { line += 1 }
    position += 1
  }

  /// No-break spaces count: what went through a chat has them for indentation.
  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0xC2, position + 1 < bytes.count, bytes[position + 1] == 0xA0 {
        position += 2
      } else if byte == 0x20 || byte == 9 || Self.isLineBreak(byte) {
        step()
      } else {
        return
      }
    }
  }

  private func beginsObject(at start: Int) -> Bool {
    var ahead = Self(Array(bytes[start..<min(start + Self.lookAhead, bytes.count)]))
    ahead.skipSpace()
    guard ahead.position < ahead.bytes.count, ahead.bytes[ahead.position] == UInt8(ascii: "\""),
      (try? ahead.readString()) != nil
    else { return false }
    ahead.skipSpace()
    return ahead.position < ahead.bytes.count && ahead.bytes[ahead.position] == UInt8(ascii: ":")
  }

  private var isElision: Bool {
    let rest = bytes[position...]
    return rest.starts(with: "...".utf8) || rest.starts(with: "\u{2026}".utf8)
  }

  /// Longer than any field's name with the space before it.
  private static let lookAhead = 256

  private static let words = ["true", "false", "null"].map { Array($0.utf8) }

  /// Fields whose texts have no spaces, or whose spaces don't matter.
  private static let spaceless = Set(
    [
      "id", "appId", "principalId", "principalType", "principalDisplayName", "appRoleId",
      "resourceId", "resourceDisplayName", "clientId", "consentType", "createdDateTime",
      "displayName", "userPrincipalName", "appOwnerOrganizationId", "appRoleAssignedToCount",
      "@odata.context", "@odata.nextLink", "@odata.type", "@odata.id",
    ].map { Array($0.utf8) })

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }

  /// Digits as Graph sends them: whole, or with a fraction.
  private static func isNumber(_ literal: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: literal, as: UTF8.self)
    let first = literal.first.map { $0 == UInt8(ascii: "-") || $0 &- 0x30 < 10 } ?? false
    return first && literal.count <= 32 && Double(text) != nil
  }
}
