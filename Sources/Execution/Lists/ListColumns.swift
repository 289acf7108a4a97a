/// What the columns of a list hold, as its first line says.
struct ListColumns {
  /// How many columns the heading has.
  let count: Int
  private let columns: [Meaning: Int]

  /// What a column can hold that matters here.
  enum Meaning: Hashable, CaseIterable {
    case id
    case userPrincipalName
    case name
    case kind
    case role
    case roleID
  }

  /// Reads a heading; `nil` if none of the names is known, so that it is no heading.
  init?(_ names: [String]) {
    var best: [Meaning: (rank: Int, column: Int)] = [:]
    for (column, name) in names.enumerated() {
      guard let (meaning, rank) = Self.known[Self.folded(name)] else { continue }
      if let found = best[meaning], found.rank <= rank { continue }
      best[meaning] = (rank, column)
    }
    guard !best.isEmpty else { return nil }
    columns = best.mapValues(\.column)
    count = names.count
  }

  /// Whether a column says who.
  var sayWho: Bool {
    [.id, .userPrincipalName, .name].contains { columns[$0] != nil }
  }

  /// How many columns were recognized.
  var recognized: Int { columns.count }

  /// The field that holds `meaning`, unless it is empty.
  func field(_ meaning: Meaning, in record: [DelimitedRecords.Field]) -> DelimitedRecords.Field? {
    guard let column = columns[meaning], record.indices.contains(column),
      !record[column].text.isEmpty
    else { return nil }
    return record[column]
  }

  /// `User Principal Name`, `userPrincipalName` and `user_principal_name` are one.
  private static func folded(_ name: String) -> String {
    String(name.lowercased().unicodeScalars.filter(\.properties.isAlphabetic))
  }

  /// By rank, since an export of assignments has an `Id` of its own beside `PrincipalId`.
  private static let known: [String: (Meaning, Int)] = [
    "principalid": (.id, 0), "objectid": (.id, 1), "userid": (.id, 2), "groupid": (.id, 2),
    "id": (.id, 3),
    "userprincipalname": (.userPrincipalName, 0), "upn": (.userPrincipalName, 1),
    "principaldisplayname": (.name, 0), "displayname": (.name, 1), "groupname": (.name, 2),
    "name": (.name, 3),
    "principaltype": (.kind, 0), "objecttype": (.kind, 1), "kind": (.kind, 2), "type": (.kind, 3),
    "approleid": (.roleID, 0), "roleid": (.roleID, 1),
    "approle": (.role, 0), "approledisplayname": (.role, 0), "roleassigned": (.role, 1),
    "rolename": (.role, 2), "role": (.role, 3),
  ]
}
