public import Entra
import Remediation

extension Words {
  /// Who is signed in, by which roles.
  public func identity(of admin: SignedInAdmin) -> [Line] {
    let name = admin.userPrincipalName.safe
    var lines: [Line] = [
      ("Signed in", name.isEmpty ? "an application" : name), ("Active", list(admin.active)),
    ]
    if let eligible = admin.eligible, !eligible.isEmpty {
      lines.append(("Eligible", "\(list(eligible)): counts for nothing until activated"))
    }
    return lines
  }

  /// What those roles allow of each option, act by act: now, after activating, or never.
  public func abilities(of admin: SignedInAdmin) -> [Line] {
    Remedy.allCases.flatMap { remedy in
      let ways = abilities(of: admin, for: remedy)
      return ways.enumerated().map { index, way in
        (label: index == 0 ? shortTitle(of: remedy) : "", value: way)
      }
    }
  }

  private func abilities(of admin: SignedInAdmin, for remedy: Remedy) -> [String] {
    Ability.allCases.compactMap { ability -> String? in
      let deeds = remedy.deeds.filter { admin.ability($0) == ability }
      guard !deeds.isEmpty else { return nil }
      let when = name(of: ability)
      guard deeds.count < remedy.deeds.count else { return when }
      return "\(when): \(deeds.map { name(of: $0) }.joined(separator: ", "))"
    }
  }

  /// That a role is to be activated first, as an act.
  public var activationTitle: String { "Activate the role first" }

  /// How a role is activated, and what comes then.
  public func activation(of roles: RoleSet) -> String {
    let names = Quantity.listed(roles.roles.map(\.displayName), by: "or")
    return "\(names) is only eligible. Activate it in PIM: My roles. Then read again."
  }

  /// The choice that follows an activation.
  public var activatedNow: String { "The role is active now: read it again" }

  private func list(_ roles: RoleSet?) -> String {
    guard let roles else { return "not known" }
    return roles.isEmpty ? "none" : Quantity.listed(roles.roles.map(\.displayName))
  }
}
