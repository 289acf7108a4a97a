/// Whether somebody may do a deed, as far as their roles tell.
public enum Ability: String, Sendable, Hashable, Codable, CaseIterable {
  /// A role that is active allows it.
  case can
  /// A role that could be activated allows it; until then they can't.
  case afterActivation
  /// None of their roles allows it.
  case cannot
  /// Their roles could not be read.
  case unknown
}

extension Deed {
  /// Whether somebody with these roles may do it; `nil` stands for roles that could not be read.
  public func ability(active: RoleSet?, eligible: RoleSet?) -> Ability {
    guard let active else { return .unknown }
    if active.may(self) { return .can }
    guard let eligible else { return .cannot }
    return eligible.may(self) ? .afterActivation : .cannot
  }
}

/// Who is signed in, and what for.
public struct SignedInAdmin: Sendable, Hashable {
  /// Their object ID; `nil` when an application signed in as itself.
  public var id: ObjectID?
  /// The name they sign in with.
  public var userPrincipalName: ForeignText
  /// The roles in force, ownership of the application among them; `nil`: they could not be read.
  public var active: RoleSet?
  /// The roles that must be activated first and count for nothing until then; `nil`: not read.
  public var eligible: RoleSet?

  /// An admin by what was read.
  public init(
    id: ObjectID?, userPrincipalName: ForeignText, active: RoleSet?, eligible: RoleSet?
  ) {
    (self.id, self.userPrincipalName) = (id, userPrincipalName)
    (self.active, self.eligible) = (active, eligible)
  }

  /// Whether they may do a deed.
  public func ability(_ deed: Deed) -> Ability { deed.ability(active: active, eligible: eligible) }

  /// The eligible roles of which one must be activated first, for `needs`: of each, one deed.
  ///
  /// Nil where what is active is enough, and where activating none of them would help.
  public func activation(for needs: [[Deed]]) -> RoleSet? {
    guard let active, let eligible else { return nil }
    let lacking = needs.filter { ways in !ways.contains { active.may($0) } }
    // What none of their roles allows is another admin's; activating still helps with the rest.
    let helping = eligible.roles.filter { role in
      lacking.contains { ways in ways.contains { role.may($0) } }
    }
    return helping.isEmpty ? nil : RoleSet(helping)
  }
}
