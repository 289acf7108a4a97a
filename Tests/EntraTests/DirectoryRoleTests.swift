import Entra
import Testing

@Suite("An admin's role")
struct DirectoryRoleTests {
  /// Microsoft's table, deed by deed: who is known to be allowed.
  private static let allowed: [(Deed, RoleSet)] = [
    (.seeConsentCheckbox, [.globalAdministrator, .privilegedRoleAdministrator]),
    (.consentIncludingGraphAppOnly, [.globalAdministrator, .privilegedRoleAdministrator]),
    (
      .consentForOrganization,
      [
        .globalAdministrator, .privilegedRoleAdministrator, .cloudApplicationAdministrator,
        .applicationAdministrator,
      ]
    ),
    (
      .readdByConsent,
      [
        .globalAdministrator, .privilegedRoleAdministrator, .cloudApplicationAdministrator,
        .applicationAdministrator,
      ]
    ),
    (
      .assign,
      [
        .globalAdministrator, .privilegedRoleAdministrator, .cloudApplicationAdministrator,
        .applicationAdministrator, .userAdministrator, .owner,
      ]
    ),
    (
      .readAssignments,
      [
        .globalAdministrator, .privilegedRoleAdministrator, .cloudApplicationAdministrator,
        .applicationAdministrator, .owner,
      ]
    ),
    (.changeProperties, ownersAndApplicationAdministrators),
    (.delete, ownersAndApplicationAdministrators),
    (.restore, ownersAndApplicationAdministrators),
    (
      .readdThroughGraph,
      [.globalAdministrator, .cloudApplicationAdministrator, .applicationAdministrator]
    ),
  ]

  private static let ownersAndApplicationAdministrators: RoleSet = [
    .globalAdministrator, .cloudApplicationAdministrator, .applicationAdministrator, .owner,
  ]

  @Test("allows what Microsoft's table says", arguments: allowed)
  func table(_ deed: Deed, _ roles: RoleSet) {
    #expect(RoleSet(DirectoryRole.allCases.filter { $0.may(deed) }) == roles)
  }

  @Test("is judged for every deed") func complete() {
    #expect(Set(Self.allowed.map(\.0)) == Set(Deed.allCases))
  }

  @Test("is told by its template, whatever its name") func templates() {
    for role in DirectoryRole.allCases {
      guard let id = role.templateID else { continue }
      #expect(DirectoryRole(templateID: id) == role)
    }
    #expect(
      DirectoryRole.globalAdministrator.templateID?.description
        == "62e90394-69f5-4237-9190-012177145e10")
    #expect(DirectoryRole(templateID: ObjectID(bits: 0)) == nil)
    #expect(Set(DirectoryRole.allCases.map(\.displayName)).count == DirectoryRole.allCases.count)
  }
}

@Suite("A set of roles")
struct RoleSetTests {
  @Test("allows exactly what one of its roles allows, in every combination")
  func everyCombination() {
    for rawValue in UInt8.min...UInt8.max {
      let set = RoleSet(rawValue: rawValue)
      #expect(RoleSet(set.roles) == set)
      #expect(set.isEmpty == set.roles.isEmpty)
      for deed in Deed.allCases {
        #expect(
          set.may(deed) == DirectoryRole.allCases.contains { set.contains($0) && $0.may(deed) })
      }
    }
  }

  @Test("takes in and gives back each role", arguments: DirectoryRole.allCases)
  func insertAndRemove(_ role: DirectoryRole) {
    var set = RoleSet.none
    set.insert(role)
    #expect(set.roles == [role])
    #expect(set.union([.owner]).contains(.owner))
    set.remove(role)
    #expect(set.isEmpty)
  }

  @Test("drops bits that are no role's") func strayBits() {
    #expect(RoleSet(rawValue: 0x80) == .none)
  }
}
