import Entra

/// A group of the tenant, with the rule that says who is in it.
struct Group: Sendable, Hashable {
  let id: ObjectID
  let name: String
  var description: String?
  var isSecurityEnabled = true
  var isMailEnabled = false
  var types: [String] = []
  /// The text of a dynamic group's rule.
  var ruleText: String?
  let members: Membership

  /// Who is directly in a group.
  enum Membership: Sendable, Hashable {
    case everyMember
    case everyGuest
    /// The people whose index leaves `remainder` when divided by `every`.
    case stride(every: Int, remainder: Int)
    case range(Range<Int>)
    /// Listed one by one, users by index.
    case listed(users: [Int], groups: [ObjectID])
  }
}

extension Group.Membership {
  /// Whether the person at `index` is a direct member.
  func contains(_ index: Int, of people: Population) -> Bool {
    switch self {
    case .everyMember: !people.isGuest(index)
    case .everyGuest: people.isGuest(index)
    case .stride(let every, let remainder): index % every == remainder
    case .range(let range): range.contains(index)
    case .listed(let users, _): Self.firstPosition(in: users, notBelow: index, is: index)
    }
  }

  /// The groups that are direct members.
  var groups: [ObjectID] {
    guard case .listed(_, let groups) = self else { return [] }
    return groups
  }

  /// The first direct member whose index is above `index`.
  func next(after index: Int, of people: Population) -> Int? {
    switch self {
    case .everyMember, .everyGuest:
      return (index + 1..<max(index + 1, people.size)).first { contains($0, of: people) }
    case .stride(let every, let remainder):
      let from = index + 1
      let next = from + ((remainder - from) % every + every) % every
      return next < people.size ? next : nil
    case .range(let range):
      let next = max(index + 1, range.lowerBound)
      return next < min(range.upperBound, people.size) ? next : nil
    case .listed(let users, _):
      let position = Self.position(in: users, notBelow: index + 1)
      return position < users.count ? users[position] : nil
    }
  }

  private static func firstPosition(in users: [Int], notBelow: Int, is index: Int) -> Bool {
    let position = position(in: users, notBelow: notBelow)
    return position < users.count && users[position] == index
  }

  /// Where in the ascending `users` the first stands that is not below `bound`.
  private static func position(in users: [Int], notBelow bound: Int) -> Int {
    var (low, high) = (0, users.count)
    while low < high {
      let middle = (low + high) / 2
      if users[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
