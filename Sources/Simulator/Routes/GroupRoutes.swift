import Entra
import HTTPTypes

extension SimulatedTenant {
  /// `/groups` and one of them.
  mutating func groups(_ call: Call) throws(Failure) -> Reply {
    try call.needs(Permissions.readGroups)
    try demandMember(call)
    guard call.path.count > 1, call.path[1] != "$count" else {
      let listing = groupListing
      return call.path.count > 1 ? try count(listing, call) : try page(listing, call)
    }
    guard let id = ObjectID(call.path[1]) else { throw .invalidIdentifier(call.path[1]) }
    guard let ordinal = groups.ordinal(of: id) else { throw .missing(call.path[1]) }
    let group = groups.group(at: ordinal)
    guard call.path.count > 2 else {
      guard call.method == .get else { throw .verbNotAllowed }
      return .ok(try single("groups", .group, members(of: group), call))
    }
    switch call.path[2] {
    case "members": return try list(membersOf(group, call), call)
    case "transitiveMembers": return try list(transitiveMembersOf(group, call), call)
    case "memberOf", "transitiveMemberOf":
      let direct = groups.ordinals(containing: id)
      let ordinals = call.path[2] == "memberOf" ? direct : groups.ancestors(of: direct)
      return try page(
        Listing(
          "directoryObjects", .group, isMixed: true,
          rows: ordinals.map { groupRow($0, cursor: $0) }), call)
    case "appRoleAssignments":
      return try ownAssignments(of: [id], context: "groups('\(id)')", call)
    case "owners": return try page(Listing("directoryObjects", .user, rows: []), call)
    default: throw .unknownSegment(call.path[2])
    }
  }

  private var groupListing: Listing {
    let all = groups
    return Listing("groups", .group, total: all.count) { cursor in
      cursor + 1 < all.count ? self.groupRow(cursor + 1, cursor: cursor + 1) : nil
    }
  }

  private func list(_ listing: Listing, _ call: Call) throws(Failure) -> Reply {
    call.path.last == "$count" ? try count(listing, call) : try page(listing, call)
  }

  func groupRow(_ ordinal: Int, cursor: Int) -> Row {
    Row(cursor, .group) { self.members(of: self.groups.group(at: ordinal)) }
  }

  func members(of group: Group) -> [JSON.Member] {
    let nickname = "group\(group.id.bits % 1_000_000)"
    return JSON.members([
      ("id", .string("\(group.id)")), ("deletedDateTime", nil),
      ("createdDateTime", .string(settings.now.adding(seconds: -86_400 * 400).text)),
      ("description", .optional(group.description)), ("displayName", .string(group.name)),
      ("groupTypes", .strings(group.types)), ("isAssignableToRole", nil),
      (
        "mail",
        group.isMailEnabled ? .string("\(nickname)@\(settings.domain)") : nil
      ), ("mailEnabled", .bool(group.isMailEnabled)), ("mailNickname", .string(nickname)),
      ("membershipRule", .optional(group.ruleText)),
      ("membershipRuleProcessingState", group.ruleText == nil ? nil : "On"),
      ("securityEnabled", .bool(group.isSecurityEnabled)),
      ("visibility", group.types.contains("Unified") ? "Private" : nil),
    ])
  }

  /// The cursors of groups among members begin here; below are people, by index.
  private static let groupCursors = 1 << 40

  /// Direct members: people, then groups.
  private func membersOf(_ group: Group, _ call: Call) throws(Failure) -> Listing {
    let cast = try memberCast(call)
    let inner = group.members.groups.compactMap { groups.ordinal(of: $0) }.sorted()
    let (showsPeople, showsGroups) = (
      cast.map { $0.type == Schema.user.type } ?? true,
      cast.map { $0.type == Schema.group.type } ?? true
    )
    return Listing("directoryObjects", cast ?? .user, isMixed: cast == nil) { cursor in
      var after = max(-1, cursor)
      while showsPeople, after < Self.groupCursors,
        let index = group.members.next(after: after, of: self.people)
      {
        if self.exists(index) { return self.personRow(index, cursor: index) }
        after = index
      }
      guard showsGroups else { return nil }
      let next = inner.first { Self.groupCursors + $0 > cursor }
      return next.map { self.groupRow($0, cursor: Self.groupCursors + $0) }
    }
  }

  /// Members at any depth: people of the group and of every group in it, then the groups.
  private func transitiveMembersOf(_ group: Group, _ call: Call) throws(Failure) -> Listing {
    let cast = try memberCast(call)
    let inside = groups.descendants(of: group.id)
    let rules = ([group] + inside).map(\.members)
    let inner = inside.compactMap { groups.ordinal(of: $0.id) }.sorted()
    let (showsPeople, showsGroups) = (
      cast.map { $0.type == Schema.user.type } ?? true,
      cast.map { $0.type == Schema.group.type } ?? true
    )
    return Listing("directoryObjects", cast ?? .user, isMixed: cast == nil) { cursor in
      var after = max(-1, cursor)
      while showsPeople, after < Self.groupCursors {
        let index = rules.compactMap { $0.next(after: after, of: self.people) }.min()
        guard let index else { break }
        if self.exists(index) { return self.personRow(index, cursor: index) }
        after = index
      }
      guard showsGroups else { return nil }
      let next = inner.first { Self.groupCursors + $0 > cursor }
      return next.map { self.groupRow($0, cursor: Self.groupCursors + $0) }
    }
  }

  private func memberCast(_ call: Call) throws(Failure) -> Schema? {
    guard call.path.count > 3, call.path[3] != "$count" else { return nil }
    return try Self.castSchema(call.path[3], call)
  }

  /// `/directoryObjects/getByIds` and `/directoryObjects/{id}`.
  mutating func directoryObjects(_ call: Call) throws(Failure) -> Reply {
    guard call.path.count == 2 else { throw .unknownSegment("directoryObjects") }
    try call.needs(Permissions.readObjects)
    guard call.path[1] == "getByIds" else {
      guard let id = ObjectID(call.path[1]), let row = directoryRow(id, cursor: 0) else {
        throw .missing(call.path[1])
      }
      return .ok(try single("directoryObjects", row.schema, row.members(), call, type: true))
    }
    guard call.method == .post else { throw .verbNotAllowed }
    let body = try call.object()
    guard let ids = body["ids"]?.elements?.compactMap(\.text), !ids.isEmpty, ids.count <= 1000
    else { throw .invalidProperties }
    let types = body["types"]?.elements?.compactMap(\.text).map { "#microsoft.graph.\($0)" }
    var value: [JSON] = []
    // Ids that are nobody's are left out, and the order is the directory's own.
    for id in Set(ids.compactMap { ObjectID($0) }).sorted() {
      guard let row = directoryRow(id, cursor: 0),
        types?.contains(where: { $0.lowercased() == row.schema.type.lowercased() }) ?? true
      else { continue }
      let members = try row.schema.chosen(row.members(), call.query.select)
      value.append(.object([JSON.Member("@odata.type", .string(row.schema.type))] + members))
    }
    return .ok([
      "@odata.context": .string("\(call.base)/$metadata#directoryObjects"),
      "value": .array(value),
    ])
  }

  /// The living object with that id.
  func directoryRow(_ id: ObjectID, cursor: Int) -> Row? {
    if let index = people.index(of: id) {
      return exists(index) ? personRow(index, cursor: cursor) : nil
    }
    if let ordinal = groups.ordinal(of: id) { return groupRow(ordinal, cursor: cursor) }
    return applications.alive(id).map { found in
      Row(cursor, .servicePrincipal) { found.members }
    }
  }
}
