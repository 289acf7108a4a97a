import Entra

/// Reads a list of who was assigned: an export with a heading, or one name or ID a line.
///
/// Fields between commas, semicolons or tabs, quoted where needed; object IDs, user principal
/// names or display names. Nothing is skipped: a line that can't be understood refuses the list.
public struct PrincipalCSV {
  /// Reads the bytes of a file.
  /// - Throws: ``ListRefusal`` with everything that is wrong.
  public static func read(_ bytes: [UInt8]) throws(ListRefusal) -> PrincipalList {
    let text: IncomingText
    do {
      text = try IncomingText(bytes)
    } catch {
      throw ListRefusal(error)
    }
    var reading = Self(text.utf8)
    reading.readRecords()
    return try reading.result()
  }

  private let bytes: [UInt8]
  private var listed: [ListedPrincipal] = []
  private var refusal = ListRefusal()

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func result() throws(ListRefusal) -> PrincipalList {
    var refusal = refusal
    if refusal.isEmpty, listed.isEmpty { refusal.append(.empty, at: TextPlace(line: 1, column: 1)) }
    guard refusal.isEmpty else {
      refusal.sort()
      throw refusal
    }
    return PrincipalList(listed)
  }

  private mutating func readRecords() {
    let shape = ListShape(of: bytes)
    var records = DelimitedRecords(
      bytes, delimiters: shape.delimiters, from: shape.start, line: shape.line)
    if let columns = shape.columns {
      let heading = records.next()
      if columns.sayWho {
        while let record = records.next() { readRecord(record, columns) }
      } else {
        let place = heading?.first?.place ?? TextPlace(line: shape.line, column: 1)
        refusal.append(.noPrincipalColumn, at: place)
      }
    } else {
      while let record = records.next() { readRecord(record) }
    }
    refusal.append(contentsOf: records.refusal)
  }

  private mutating func readRecord(_ record: [DelimitedRecords.Field], _ columns: ListColumns) {
    guard let first = record.first(where: { !$0.text.isEmpty }) else { return }
    if let extra = record.dropFirst(columns.count).first(where: { !$0.text.isEmpty }) {
      refusal.append(.tooManyFields(columns: columns.count), at: extra.place)
    }
    let kind = columns.field(.kind, in: record).flatMap { readKind($0) }
    let role = columns.field(.roleID, in: record) ?? columns.field(.role, in: record)
    let name = columns.field(.name, in: record)
    let who: ListedPrincipal.Who?
    if let field = columns.field(.id, in: record) {
      who = ObjectID(field.text).map { .id($0) }
      if who == nil { refusal.append(.notAnObjectID(ForeignText(field.text)), at: field.place) }
    } else if let field = columns.field(.userPrincipalName, in: record) {
      who = UserPrincipalName(field.text).map { .userPrincipalName($0) }
      if who == nil {
        refusal.append(.notAUserPrincipalName(ForeignText(field.text)), at: field.place)
      }
    } else if let name {
      who = readName(name)
    } else {
      who = nil
      refusal.append(.nobody, at: first.place)
    }
    guard let who else { return }
    listed.append(
      ListedPrincipal(
        who: who, kind: kind, role: role.map { Self.role($0.text) },
        name: name.map { ForeignText($0.text) }, line: first.place.line))
  }

  /// A line of a list without a heading: one identifier or name, or identifiers of one sort.
  private mutating func readRecord(_ record: [DelimitedRecords.Field]) {
    let fields = record.filter { !$0.text.isEmpty }
    guard let first = fields.first else { return }
    if fields.count == 1 {
      guard let who = readAny(first) else { return }
      listed.append(ListedPrincipal(who: who, line: first.place.line))
      return
    }
    let names = fields.compactMap { UserPrincipalName($0.text) }
    guard names.count == fields.count else {
      refusal.append(.headerNeeded, at: first.place)
      return
    }
    listed += names.map { ListedPrincipal(who: .userPrincipalName($0), line: first.place.line) }
  }

  /// What a lone field says: what looks like an identifier must be one.
  private mutating func readAny(_ field: DelimitedRecords.Field) -> ListedPrincipal.Who? {
    if let who = Self.identifier(field.text) { return who }
    let hasSpaces = field.text.utf8.contains(UInt8(ascii: " "))
    if !hasSpaces, field.text.utf8.contains(UInt8(ascii: "@")) {
      refusal.append(.notAUserPrincipalName(ForeignText(field.text)), at: field.place)
      return nil
    }
    if Self.resemblesID(field.text) {
      refusal.append(.notAnObjectID(ForeignText(field.text)), at: field.place)
      return nil
    }
    return readName(field)
  }

  private mutating func readName(_ field: DelimitedRecords.Field) -> ListedPrincipal.Who? {
    guard !field.text.utf8.contains(where: { $0 == 10 || $0 == 13 }) else {
      refusal.append(.lineBreak, at: field.place)
      return nil
    }
    let characters = field.text.unicodeScalars.count
    guard characters <= Self.maximumName else {
      refusal.append(.tooLong(characters: characters), at: field.place)
      return nil
    }
    return .name(ForeignText(field.text))
  }

  private mutating func readKind(_ field: DelimitedRecords.Field) -> Principal.Kind? {
    switch field.text.lowercased().filter({ $0 != " " }) {
    case "user": return .user
    case "group", "securitygroup", "microsoft365group": return .group
    case "serviceprincipal": return .servicePrincipal
    default:
      refusal.append(.unknownKind(ForeignText(field.text)), at: field.place)
      return nil
    }
  }

  /// Limit of a display name, in Graph's `principalDisplayName`.
  private static let maximumName = 256

  private static func role(_ text: String) -> ListedPrincipal.Role {
    if let id = ObjectID(text) { return .id(id) }
    if text.lowercased() == "default access" { return .id(AppRoleAssignment.defaultAccess) }
    return .name(ForeignText(text))
  }

  static func identifier(_ text: String) -> ListedPrincipal.Who? {
    if let id = ObjectID(text) { return .id(id) }
    return UserPrincipalName(text).map { .userPrincipalName($0) }
  }

  /// A GUID with a digit lost or added: 30 or more hexadecimal digits and hyphens, no more.
  private static func resemblesID(_ text: String) -> Bool {
    let inside = text.utf8.filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
    guard (30...42).contains(inside.count) else { return false }
    return inside.allSatisfy { byte in
      byte == UInt8(ascii: "-") || Character(UnicodeScalar(byte)).isHexDigit
    }
  }
}

extension PrincipalCSV {
  /// Reads what was typed on one line: names and IDs between commas or semicolons.
  ///
  /// Identifiers may also stand between spaces; a display name may hold spaces, and commas if it is
  /// quoted.
  /// - Throws: ``ListRefusal`` with everything that is wrong.
  public static func typed(_ line: String) throws(ListRefusal) -> PrincipalList {
    let text: IncomingText
    do {
      text = try IncomingText(Array(line.utf8))
    } catch {
      throw ListRefusal(error)
    }
    var reading = Self(text.utf8)
    var records = DelimitedRecords(text.utf8, delimiters: [UInt8(ascii: ","), UInt8(ascii: ";")])
    while let record = records.next() {
      for field in record where !field.text.isEmpty { reading.readTyped(field) }
    }
    reading.refusal.append(contentsOf: records.refusal)
    return try reading.result()
  }

  private mutating func readTyped(_ field: DelimitedRecords.Field) {
    let words = field.text.split { $0 == " " || $0 == "\t" }.map { String($0) }
    let identifiers = words.compactMap { Self.identifier($0) }
    if identifiers.count == words.count {
      listed += identifiers.map { ListedPrincipal(who: $0, line: field.place.line) }
    } else if !identifiers.isEmpty {
      refusal.append(.mixed(ForeignText(field.text)), at: field.place)
    } else if let who = readAny(field) {
      listed.append(ListedPrincipal(who: who, line: field.place.line))
    }
  }
}
