import Entra
import Testing

@testable import Simulator

@Suite("The people of a tenant") struct PeopleTests {
  @Test("are found again by id and address, which are nobody else's")
  func identity() {
    let people = Population(size: 3000, seed: 7, domain: "contoso.example")
    let ids = (0..<3000).map { people.id(at: $0) }
    #expect(Set(ids).count == 3000)
    for index in 0..<3000 {
      #expect(people.index(of: ids[index]) == index)
      let address = people.userPrincipalName(at: index)
      #expect(people.index(ofUserPrincipalName: address.uppercased()) == index)
    }
    #expect(people.index(of: ObjectID(bits: 12)) == nil)
    #expect(people.index(of: people.id(at: 3000)) == nil)
    #expect(people.index(ofUserPrincipalName: "nobody9@contoso.example") == nil)
  }

  @Test("are members and guests, some disabled, in every department")
  func variety() throws {
    var desk = Desk { $0.size = 200 }
    let rows = try desk.all(
      "/users?$select=id,userType,accountEnabled,department,userPrincipalName,displayName")
    #expect(rows.count == 200)
    let guests = rows.filter { $0["userType"] == "Guest" }
    #expect((10...30).contains(guests.count))
    #expect(guests.allSatisfy { $0["userPrincipalName"]?.text?.contains("#EXT#@") == true })
    #expect((5...25).contains(rows.count { $0["accountEnabled"] == false }))
    #expect(Set(rows.compactMap { $0["department"]?.text }).count == 12)
    #expect(rows.contains { $0["displayName"]?.text?.unicodeScalars.contains("\u{202E}") == true })
  }

  @Test("are read one by one, a guest with # as %23")
  func one() throws {
    var desk = Desk()
    let guest = try #require((5..<50).first { desk.tenant.people.isGuest($0) })
    let address = desk.tenant.people.userPrincipalName(at: guest)
    let reply = try desk.get("/users/" + address.replacing("#", with: "%23"))
    #expect(reply.id == "\(desk.user(guest))")
    #expect(reply.json["accountEnabled"] == nil)
    #expect(try desk.get("/users/nobody@contoso.example").status == 404)
    desk.tenant.removePerson(at: guest)
    #expect(try desk.get("/users/\(desk.user(guest))").status == 404)
  }

  @Test("are filtered and searched as if one by one")
  func queries() throws {
    var desk = Desk { $0.size = 600 }
    let all = try desk.all("/users?$top=999&$select=id,displayName,userPrincipalName")
    for wanted in ["an", "be", "östm", "wen"] {
      let found = try desk.all(
        "/users?$search=\"displayName:\(wanted)\" OR \"userPrincipalName:\(wanted)\""
          + "&$top=25&$select=id", isEventual: true)
      let expected = all.filter { row in
        let name = row["displayName"]?.text ?? ""
        let address = row["userPrincipalName"]?.text ?? ""
        return Search.tokens(of: name).contains { $0.hasPrefix(wanted) }
          || address.hasPrefix(wanted)
      }
      #expect(found.map { $0["id"] } == expected.map { $0["id"] }, "\(wanted)")
      #expect(!expected.isEmpty, "\(wanted)")
    }
    let started = try desk.all("/users?$filter=startswith(userPrincipalName,'asa.')&$top=999")
    #expect(!started.isEmpty)
    #expect(
      started.allSatisfy { $0["userPrincipalName"]?.text?.hasPrefix("asa.") == true })
    let guests = try desk.get(
      "/users?$filter=userType eq 'Guest'&$count=true&$top=1", isEventual: true)
    #expect(
      guests.json["@odata.count"]
        == .integer((0..<600).count { desk.tenant.people.isGuest($0) }))
  }

  @Test("are a million at the price of the few that are looked at")
  func million() throws {
    var desk = Desk { $0.size = 1_000_000 }
    #expect(try desk.get("/users/$count", isEventual: true).text == "1000000")
    #expect(try desk.get("/users?$top=999").rows.count == 999)
    let last = desk.tenant.people.userPrincipalName(at: 999_999).replacing("#", with: "%23")
    #expect(try desk.get("/users/\(last)").id == "\(desk.user(999_999))")
    let found = try desk.get(
      "/users?$search=\"displayName:müller zoë\"&$top=25&$select=id,displayName",
      isEventual: true)
    #expect(found.rows.count == 25)
    let team = try #require(
      desk.tenant.groups.group(with: desk.tenant.groups.id(at: 50_000))?.id)
    #expect(try desk.get("/groups/\(team)/members").rows.count == 20)
    _ = try desk.assign(desk.user(999_998))
    desk.tenant.configure(requiresAssignment: true)
    desk.tenant.grant()
    #expect(desk.tenant.verdict(for: desk.user(999_997)).letsIn == false)
  }

  @Test("are in groups that agree with the lists of their members", arguments: [5, 60, 333])
  func membership(_ size: Int) throws {
    var desk = Desk { ($0.size, $0.limits) = (size, .none) }
    let inner = desk.tenant.addGroup("Inner", people: [1, 4])
    desk.tenant.addGroup("Outer", people: [2], groups: [inner])
    var direct: [String: Set<String>] = [:]
    var transitive: [String: Set<String>] = [:]
    for row in try desk.all("/groups?$top=999") {
      let group = row["id"]?.text ?? ""
      for member in try desk.all("/groups/\(group)/members?$top=999") {
        direct[member["id"]?.text ?? "", default: []].insert(group)
      }
      for member in try desk.all("/groups/\(group)/transitiveMembers?$top=999") {
        transitive[member["id"]?.text ?? "", default: []].insert(group)
      }
    }
    for index in stride(from: 0, to: size, by: 7) {
      let id = "\(desk.user(index))"
      let groups = { (rows: [JSON]) in
        Set(
          rows.filter { $0["@odata.type"] == "#microsoft.graph.group" }.compactMap {
            $0["id"]?.text
          })
      }
      #expect(try groups(desk.all("/users/\(id)/memberOf?$top=999")) == direct[id])
      #expect(
        try groups(desk.all("/users/\(id)/transitiveMemberOf?$top=999")) == transitive[id])
    }
  }

  @Test("are cast only by an advanced query when more is asked")
  func casts() throws {
    var desk = Desk()
    let group = try #require(desk.tenant.groupIDs(named: "Everybody").first)
    let path = "/groups/\(group)/members/microsoft.graph.group"
    #expect(try desk.get(path).rows.count == 2)
    #expect(try desk.get(path + "?$select=id").status == 400)
    #expect(try desk.get(path + "?$select=id&$count=true", isEventual: true).rows.count == 2)
    #expect(try desk.get("/groups/\(group)/members/microsoft.graph.user").rows.isEmpty)
  }

  @Test("are told from groups and applications by their ids, a thousand at once")
  func byIDs() throws {
    var desk = Desk()
    let group = try #require(desk.tenant.groupIDs(named: "Nobody").first)
    let ids = ["\(desk.user(3))", "\(group)", "\(desk.application)", "\(ObjectID(bits: 1))"]
    let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
    let reply = try desk.post("/directoryObjects/getByIds", "{\"ids\":[\(list)]}")
    #expect(Set(reply.rows.compactMap { $0["id"]?.text }) == Set(ids.dropLast()))
    let users = try desk.post(
      "/directoryObjects/getByIds", "{\"ids\":[\(list)],\"types\":[\"user\"]}")
    #expect(users.rows.compactMap { $0["@odata.type"]?.text } == ["#microsoft.graph.user"])
    let many = Array(repeating: "\"\(desk.user(3))\"", count: 1001).joined(separator: ",")
    #expect(try desk.post("/directoryObjects/getByIds", "{\"ids\":[\(many)]}").status == 400)
  }
}
