import Entra
import HTTPTypes

extension SimulatedTenant {
  /// `/users`, `/users/{id}` and `/me`.
  mutating func users(_ call: Call) throws(Failure) -> Reply {
    if call.path[0] == "me" {
      guard let person = call.caller.person else {
        throw .malformed("/me request is only valid with delegated authentication flow.")
      }
      return try onePerson(person, call.path.dropFirst(1), call)
    }
    guard call.path.count > 1 else {
      try call.needs(Permissions.readUsers)
      try demandMember(call)
      return try page(userListing(call), call)
    }
    if call.path[1] == "$count" {
      try call.needs(Permissions.readUsers)
      return try count(userListing(call), call)
    }
    let key = call.path[1]
    let index =
      ObjectID(key).map { people.index(of: $0) }
      ?? people.index(ofUserPrincipalName: Call.key("userPrincipalName", in: key) ?? key)
    guard let index, exists(index) else { throw .missing(key) }
    return try onePerson(index, call.path.dropFirst(2), call)
  }

  private mutating func onePerson(
    _ index: Int, _ rest: ArraySlice<String>, _ call: Call
  ) throws(Failure) -> Reply {
    let isSelf = call.caller.person == index
    try call.needs(isSelf ? Permissions.readMyself : Permissions.readUsers)
    if !isSelf { try demandMember(call) }
    let id = people.id(at: index)
    guard let relation = rest.first else {
      guard call.method == .get else { throw .verbNotAllowed }
      return .ok(try single("users", .user, personMembers(index), call))
    }
    switch relation {
    case "appRoleAssignments":
      // A person's rows, and those of the groups that directly hold them.
      let holders = [id] + groups.ordinals(containing: index).map { groups.id(at: $0) }
      return try ownAssignments(of: holders, context: "users('\(id)')", call)
    case "oauth2PermissionGrants":
      return try page(
        grantListing("oauth2PermissionGrants", call, isOwn: isSelf) { $0.principal == id }, call)
    case "memberOf", "transitiveMemberOf":
      return try memberships(index, relation, rest.dropFirst(), call)
    case "checkMemberGroups": return try checkGroups(index, call)
    default: throw .unknownSegment(relation)
    }
  }

  /// Guests read themselves and little else.
  func demandMember(_ call: Call) throws(Failure) {
    guard let person = call.caller.person, people.isGuest(person) else { return }
    guard activeRoles(of: person).isEmpty else { return }
    throw .denied
  }

  func userListing(_ call: Call) -> Listing {
    let likely = call.query.search.flatMap { NamePrefilter($0) }
    return Listing("users", .user, total: people.size - changes.count { $0.value.isDeleted }) {
      cursor in
      var index = max(0, cursor + 1)
      while index < self.people.size {
        let isLikely =
          likely?.mayFit(index, self.people) ?? true || self.changes[index] != nil
        if isLikely, self.exists(index) { return self.personRow(index, cursor: index) }
        index += 1
      }
      return nil
    }
  }

  func personRow(_ index: Int, cursor: Int) -> Row {
    Row(
      cursor, .user, value: { self.personValue(index, $0) },
      { self.personMembers(index) })
  }

  /// The properties that are searched and filtered, without the others.
  private func personValue(_ index: Int, _ name: String) -> JSON? {
    switch name {
    case "displayName": .string(displayName(of: index))
    case "userPrincipalName": .string(people.userPrincipalName(at: index))
    case "mail": .string(people.mail(at: index))
    case "department": .string(Names.departments[people.department(of: index)])
    case "userType": people.isGuest(index) ? "Guest" : "Member"
    case "accountEnabled": .bool(isEnabled(index))
    case "id": .string("\(people.id(at: index))")
    default: personMembers(index).first { $0.name == name }?.value
    }
  }

  func personMembers(_ index: Int) -> [JSON.Member] {
    let (given, family) = people.nameIndices(at: index)
    let isGuest = people.isGuest(index)
    let isPlain = people.hostileName(at: index) == nil
    return JSON.members([
      ("businessPhones", []), ("displayName", .string(displayName(of: index))),
      ("givenName", isPlain ? .string(Names.given[given].shown) : nil), ("jobTitle", nil),
      ("mail", .string(people.mail(at: index))), ("mobilePhone", nil), ("officeLocation", nil),
      ("preferredLanguage", nil),
      ("surname", isPlain ? .string(Names.family[family].shown) : nil),
      ("userPrincipalName", .string(people.userPrincipalName(at: index))),
      ("id", .string("\(people.id(at: index))")), ("accountEnabled", .bool(isEnabled(index))),
      ("userType", isGuest ? "Guest" : "Member"),
      ("department", .string(Names.departments[people.department(of: index)])),
      ("externalUserState", isGuest ? "Accepted" : nil), ("onPremisesSyncEnabled", nil),
      (
        "createdDateTime",
        .string(settings.now.adding(seconds: -86_400 * Double(30 + index % 900)).text)
      ), ("deletedDateTime", nil),
    ])
  }

  /// The directory roles and groups that hold a person.
  private func memberships(
    _ index: Int, _ relation: String, _ rest: ArraySlice<String>, _ call: Call
  ) throws(Failure) -> Reply {
    let direct = groups.ordinals(containing: index)
    let ordinals = relation == "memberOf" ? direct : groups.ancestors(of: direct)
    let groupRows = ordinals.map { groupRow($0, cursor: 1000 + $0) }
    let roleRows = activeRoles(of: index).sorted { $0.rawValue < $1.rawValue }.enumerated().map {
      position, role in Row(position, .directoryRole) { self.roleMembers(role) }
    }
    let (rows, cast) = try Self.cast(roleRows + groupRows, rest.first, call)
    let listing = Listing("directoryObjects", .user, isMixed: cast == nil, rows: rows)
    var filtered = listing
    if let cast { filtered = Listing("directoryObjects", cast, rows: rows) }
    return rest.last == "$count" ? try count(filtered, call) : try page(filtered, call)
  }

  /// The rows of the type that a segment such as `microsoft.graph.user` names.
  ///
  /// With any other option beside it, a cast is an advanced query.
  static func cast(
    _ rows: [Row], _ segment: String?, _ call: Call
  ) throws(Failure) -> (rows: [Row], schema: Schema?) {
    guard let segment, segment != "$count" else { return (rows, nil) }
    let schema = try castSchema(segment, call)
    return (rows.filter { $0.schema.type == schema.type }, schema)
  }

  static func castSchema(_ segment: String, _ call: Call) throws(Failure) -> Schema {
    guard call.query.isBare || call.query.isAdvanced else { throw .unsupportedQuery }
    switch segment.split(separator: ".").last {
    case "user": return .user
    case "group": return .group
    case "directoryRole": return .directoryRole
    case "servicePrincipal": return .servicePrincipal
    default: throw .unknownSegment(segment)
    }
  }

  private func checkGroups(_ index: Int, _ call: Call) throws(Failure) -> Reply {
    guard call.method == .post else { throw .verbNotAllowed }
    let wanted = try call.object()["groupIds"]?.elements?.compactMap(\.text) ?? []
    guard !wanted.isEmpty, wanted.count <= 20 else { throw .invalidProperties }
    let all = groups.ancestors(of: groups.ordinals(containing: index))
    let held = Set(all.map { "\(groups.id(at: $0))" })
    return .ok([
      "@odata.context": .string("\(call.base)/$metadata#Collection(Edm.String)"),
      "value": .strings(wanted.filter { held.contains($0.lowercased()) }),
    ])
  }
}
