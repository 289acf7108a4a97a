public import Entra

/// Why a line of a list names nobody who can be assigned.
public enum UnresolvedReason: String, Sendable, Hashable, CaseIterable {
  /// Nobody is called that.
  case notFound
  /// Several are.
  case ambiguous
  /// Nobody signs in by that name, but a guest has it as an address.
  case guestByMail
  /// The account is blocked.
  case disabled
  /// The group is for mail alone.
  case notAssignable
  /// Groups can't be assigned without Entra ID P1.
  case groupsNeedPremium
  /// The application declares several roles, and the line names none.
  case roleNeeded
  /// The application has no such role for people.
  case roleUnknown
}

extension Words {
  /// What is wrong with a line of a list; `found` are those it may mean.
  public func sentence(for reason: UnresolvedReason, found: [ForeignText] = []) -> String {
    let names = Quantity.listed(found.map { quoted($0) }, by: "or")
    switch reason {
    case .notFound: return "Nobody in this tenant is called that."
    case .ambiguous: return "Several are called that: \(names). Give the object ID."
    case .guestByMail:
      return "Nobody signs in by that name, but it is the address of the guest \(names)."
    case .disabled: return "The account \(names) is blocked."
    case .notAssignable: return "The group \(names) is for mail alone, and cannot be assigned."
    case .groupsNeedPremium:
      return "The group \(names) cannot be assigned: the tenant lacks Entra ID P1."
    case .roleNeeded: return "\(app) declares several roles: say which one."
    case .roleUnknown: return "\(app) has no such role for people."
    }
  }

  /// What tells somebody from their namesakes, beside the name.
  ///
  /// The ID is given where another row looks the same.
  public func details(
    userPrincipalName: ForeignText?, department: ForeignText?, isGuest: Bool, isEnabled: Bool,
    id: ObjectID?
  ) -> String {
    [
      userPrincipalName?.safe, department?.safe, isGuest ? "guest" : nil,
      isEnabled ? nil : "blocked", id?.description,
    ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// That members of groups inside a group are not covered.
  public func warning(of group: AssignmentStanding.Group) -> String {
    "\(quoted(group.name)) holds \(Quantity.counted(group.nested.count, "group")): "
      + "\(Quantity.listed(group.nested.map { quoted($0) })). Their members stay out."
  }
}
