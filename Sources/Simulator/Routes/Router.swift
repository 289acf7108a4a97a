import Entra
import HTTPTypes

extension SimulatedTenant {
  /// Carries out `call`.
  mutating func route(_ call: Call) throws(Failure) -> Reply {
    guard let first = call.path.first else { throw .unknownSegment("") }
    switch first {
    case "servicePrincipals": return try servicePrincipals(call)
    case "oauth2PermissionGrants": return try permissionGrants(call)
    case "directory": return try deletedItems(call)
    case "directoryObjects": return try directoryObjects(call)
    case "users", "me": return try users(call)
    case "groups": return try groups(call)
    case "organization", "subscribedSkus", "policies": return try organization(call)
    case "directoryRoles", "roleManagement": return try roles(call)
    case "auditLogs": return try logs(call)
    case "applicationTemplates": return try templates(call)
    default: throw .unknownSegment(first)
    }
  }

  /// A page of `listing`.
  func page(_ listing: Listing, _ call: Call) throws(Failure) -> Reply {
    guard call.method == .get else { throw .verbNotAllowed }
    let query = call.query
    try listing.check(query)
    let ordered = listing.ordered(by: query)
    var cursor = Listing.start
    if let token = query.skipToken { cursor = try self.cursor(token, call) }
    let top = query.top ?? listing.defaultTop
    var value: [JSON] = []
    var looked = 0
    while value.count < top, looked < Listing.rowsPerPage, let row = ordered.next(cursor) {
      (cursor, looked) = (row.cursor, looked + 1)
      guard ordered.fits(row, query) else { continue }
      value.append(.object(try shown(row, listing, query.select)))
    }
    let selection = query.select.map { "(\($0.joined(separator: ",")))" } ?? ""
    var members = JSON.members([
      ("@odata.context", .string("\(call.base)/$metadata#\(listing.context)\(selection)"))
    ])
    if query.isAdvanced {
      members.append(JSON.Member("@odata.count", .integer(listing.count(query))))
    }
    if ordered.next(cursor) != nil {
      let repeated = query.repeated + ["$skiptoken=\(token(cursor, call))"]
      members.append(
        JSON.Member(
          "@odata.nextLink",
          .string("\(call.base)/\(call.target)?\(repeated.joined(separator: "&"))")))
    }
    return .ok(.object(members + [JSON.Member("value", .array(value))]))
  }

  private func shown(
    _ row: Row, _ listing: Listing, _ select: [String]?
  ) throws(Failure) -> [JSON.Member] {
    let type = listing.isMixed ? [JSON.Member("@odata.type", .string(row.schema.type))] : []
    guard select != nil || row.schema.defaults != nil else { return type + row.members() }
    return type + (try row.schema.chosen(row.members(), select))
  }

  /// The number of what `listing` holds, as `$count` tells it.
  func count(_ listing: Listing, _ call: Call) throws(Failure) -> Reply {
    guard call.method == .get else { throw .verbNotAllowed }
    guard call.query.isEventual else { throw .unsupported("$count is not currently supported.") }
    try listing.check(call.query)
    return Reply(status: 200, body: .text("\(listing.count(call.query))"))
  }

  /// One object.
  func single(
    _ context: String, _ schema: Schema, _ members: [JSON.Member], _ call: Call, type: Bool = false
  ) throws(Failure) -> JSON {
    let selection = call.query.select.map { "(\($0.joined(separator: ",")))" } ?? ""
    var all = JSON.members([
      ("@odata.context", .string("\(call.base)/$metadata#\(context)\(selection)/$entity"))
    ])
    if type { all.append(JSON.Member("@odata.type", .string(schema.type))) }
    return .object(all + (try schema.chosen(members, call.query.select)))
  }

  /// What stands for a place in a list: the place and a check, neither meant to be read.
  private func token(_ cursor: Int, _ call: Call) -> String {
    let scrambled = UInt64(bitPattern: Int64(cursor)) ^ mixed(mint.seed)
    let check = mixed(scrambled ^ tokenKey(call))
    return Base64URL.text(
      of: (UInt128(scrambled) << 64 | UInt128(check)).bigEndianBytes)
  }

  private func cursor(_ text: String, _ call: Call) throws(Failure) -> Int {
    guard let bytes = Base64URL.bytes(of: text), bytes.count == 16 else { throw Self.badToken }
    let both = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    let scrambled = UInt64(truncatingIfNeeded: both >> 64)
    guard UInt64(truncatingIfNeeded: both) == mixed(scrambled ^ tokenKey(call)) else {
      throw Self.badToken
    }
    return Int(Int64(bitPattern: scrambled ^ mixed(mint.seed)))
  }

  private func tokenKey(_ call: Call) -> UInt64 {
    (call.target + "?" + call.query.repeated.joined(separator: "&")).utf8.reduce(mint.seed) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  private static let badToken = Failure(
    status: 400, code: "Directory_ExpiredPageToken",
    message: "The specified page token value has expired and can no longer be included in your "
      + "request.")
}
