/// How many people the assigned groups hold, as far as that was read.
public struct GroupSizes: Sendable, Hashable {
  /// How many groups were looked into.
  public var measured: Int
  /// The members of those, each group's counted by itself.
  public var members: Int

  /// Groups that were looked into, and their members.
  public init(measured: Int, members: Int) { (self.measured, self.members) = (measured, members) }

  /// Nothing was looked into.
  public static let unknown = GroupSizes(measured: 0, members: 0)
}

extension Words {
  /// Users and groups, and how many people they come to: `19 users, 3 groups: up to 240 people`.
  ///
  /// Somebody in two groups counts twice, so several are a bound.
  public func people(_ users: Int, in groups: Int, _ sizes: GroupSizes) -> String {
    let parts = [
      users > 0 ? Quantity.counted(users, "user") : nil,
      groups > 0 ? Quantity.counted(groups, "group") : nil,
    ].compactMap(\.self)
    let whole = parts.joined(separator: ", ")
    guard groups > 0 else { return whole }
    let people = { (number: Int) in Quantity.counted(number, "person", plural: "people") }
    if sizes.measured >= groups {
      let bound = users + groups > 1 ? "up to " : ""
      return "\(whole): \(bound)\(people(users + sizes.members))"
    }
    guard sizes.measured > 0 else { return "\(whole) of unknown size" }
    return "\(whole); \(sizes.measured) of them hold \(people(sizes.members)), the rest unknown"
  }
}
