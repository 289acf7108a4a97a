import Entra

/// The groups of a tenant: a few of every kind and a team for every twenty people, all computed,
/// and those that somebody listed.
struct Groups: Sendable, Hashable {
  let people: Population
  private(set) var listed: [Group] = []

  private static let firstDepartment = 2
  private static let firstOther = firstDepartment + Names.departments.count
  private static let others = 8
  static let firstTeam = firstOther + others
  private static let teamSize = 20

  init(people: Population) { self.people = people }

  /// How many there are that nobody listed.
  private var computed: Int { Self.firstTeam + (people.size + Self.teamSize - 1) / Self.teamSize }

  /// How many there are; the ordinals below it are groups.
  var count: Int { computed + listed.count }

  func id(at ordinal: Int) -> ObjectID {
    ordinal < computed
      ? people.mint.id(.group, ordinal) : people.mint.id(.listedGroup, ordinal - computed)
  }

  func ordinal(of id: ObjectID) -> Int? {
    guard let (kind, ordinal) = people.mint.read(id) else { return nil }
    switch kind {
    case .group: return ordinal < computed ? ordinal : nil
    case .listedGroup: return ordinal < listed.count ? computed + ordinal : nil
    default: return nil
    }
  }

  func group(with id: ObjectID) -> Group? { ordinal(of: id).map(group(at:)) }

  /// Adds a group of `users`, by index, and of other groups.
  mutating func add(
    _ name: String, users: [Int], groups: [ObjectID], isSecurityEnabled: Bool, isMailEnabled: Bool
  ) -> ObjectID {
    let id = people.mint.id(.listedGroup, listed.count)
    listed.append(
      Group(
        id: id, name: name, isSecurityEnabled: isSecurityEnabled, isMailEnabled: isMailEnabled,
        members: .listed(users: users.sorted(), groups: groups)))
    return id
  }

  /// The groups that the person at `index` is a direct member of, by ordinal.
  func ordinals(containing index: Int) -> [Int] {
    let team = Self.firstTeam + index / Self.teamSize
    let candidates = Array(0..<Self.firstTeam) + [team] + Array(computed..<count)
    return candidates.filter { group(at: $0).members.contains(index, of: people) }
  }

  /// The groups that the group `id` is a direct member of, by ordinal.
  func ordinals(containing id: ObjectID) -> [Int] {
    (Array(0..<Self.firstTeam) + Array(computed..<count)).filter {
      group(at: $0).members.groups.contains(id)
    }
  }

  /// Those groups and every group they lie in, at any depth, by ordinal.
  func ancestors(of ordinals: [Int]) -> [Int] {
    var found = Set(ordinals)
    var open = ordinals
    while let ordinal = open.popLast() {
      for parent in self.ordinals(containing: id(at: ordinal)) where found.insert(parent).inserted {
        open.append(parent)
      }
    }
    return found.sorted()
  }

  /// The groups inside the group `id`, at any depth, without itself.
  func descendants(of id: ObjectID) -> [Group] {
    var seen: Set = [id]
    var found: [Group] = []
    var open = group(with: id)?.members.groups ?? []
    while let next = open.popLast() {
      guard seen.insert(next).inserted, let group = group(with: next) else { continue }
      found.append(group)
      open += group.members.groups
    }
    return found
  }

  func group(at ordinal: Int) -> Group {
    switch ordinal {
    case 0:
      Group(
        id: id(at: 0), name: "All Employees", description: "Everybody who is no guest",
        types: ["DynamicMembership"], ruleText: "(user.userType -eq \"Member\")",
        members: .everyMember)
    case 1:
      Group(
        id: id(at: 1), name: "All Departments", description: "Groups, and no people",
        members: .listed(
          users: [], groups: (Self.firstDepartment..<Self.firstOther).map(id(at:))))
    case Self.firstDepartment..<Self.firstOther: department(ordinal - Self.firstDepartment)
    case Self.firstOther..<Self.firstTeam: other(ordinal)
    case Self.firstTeam..<computed: team(ordinal)
    default: listed[ordinal - computed]
    }
  }

  private func department(_ department: Int) -> Group {
    Group(
      id: id(at: Self.firstDepartment + department), name: Names.departments[department],
      description: "Department",
      members: .stride(
        every: Names.departments.count, remainder: people.firstIndex(inDepartment: department)))
  }

  private func team(_ ordinal: Int) -> Group {
    let first = (ordinal - Self.firstTeam) * Self.teamSize
    return Group(
      id: id(at: ordinal), name: "Team \(ordinal - Self.firstTeam + 1)",
      members: .range(first..<first + Self.teamSize))
  }

  private func other(_ ordinal: Int) -> Group {
    let id = id(at: ordinal)
    return switch ordinal - Self.firstOther {
    case 0:
      Group(
        id: id, name: "Newsletter", description: "A distribution list", isSecurityEnabled: false,
        isMailEnabled: true, members: .stride(every: 5, remainder: 2))
    case 1:
      Group(
        id: id, name: "Project Åland", isMailEnabled: true, types: ["Unified"],
        members: .stride(every: 7, remainder: 3))
    case 2:
      Group(
        id: id, name: "Café Team", isSecurityEnabled: false, isMailEnabled: true,
        types: ["Unified"], members: .stride(every: 9, remainder: 4))
    case 3:
      Group(
        id: id, name: "Mail-enabled Security", isMailEnabled: true,
        members: .stride(every: 6, remainder: 1))
    case 4:
      Group(
        id: id, name: "\u{1B}[31mRed\u{202E}puorG", description: "line one\r\nline two",
        members: .stride(every: 50, remainder: 1))
    case 5: Group(id: id, name: "Nobody", members: .listed(users: [], groups: []))
    case 6:
      Group(
        id: id, name: "Everybody", description: "Two levels of groups",
        members: .listed(users: [], groups: [self.id(at: 1), self.id(at: 0)]))
    default:
      Group(
        id: id, name: "Guests", types: ["DynamicMembership"],
        ruleText: "(user.userType -eq \"Guest\")", members: .everyGuest)
    }
  }
}
