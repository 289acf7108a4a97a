import Entra
import Testing

@Suite("An identifier")
struct IdentifierTests {
  private static let text = "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"

  @Test("is read in either case, with and without braces, and written in lower case")
  func read() {
    for form in [Self.text, Self.text.uppercased(), "{\(Self.text)}"] {
      #expect(AppID(form)?.description == Self.text)
      #expect(ObjectID(form)?.description == Self.text)
      #expect(TenantID(form)?.description == Self.text)
    }
    #expect(AppID(Self.text) == ApplicationProfile.nexeticBackup.appID)
    #expect(AppID(Self.text)?.lastBlock == "ac9c819f843e")
  }

  @Test("is refused with any one character wrong") func oneWrong() {
    for place in 0..<36 {
      for wrong in ["g", "-", "0-", "", " ", "é", "\u{0}"] {
        var characters = Self.text.map(String.init)
        guard characters[place] != wrong else { continue }
        characters[place] = wrong
        #expect(AppID(characters.joined()) == nil)
      }
    }
    for form in ["", "{\(Self.text)", "\(Self.text)}", "{{\(Self.text)}}", "\(Self.text)0"] {
      #expect(AppID(form) == nil)
    }
  }

  @Test("orders as its text does") func order() {
    let ids = [3, UInt128.max, 0, 1 << 127].map(ObjectID.init(bits:))
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }
}

@Suite("A service principal")
struct ServicePrincipalTests {
  @Test("offers people only roles that are enabled and meant for them") func roles() {
    func role(_ bits: UInt128, _ isEnabled: Bool, _ types: Set<String>) -> AppRole {
      AppRole(
        id: ObjectID(bits: bits), value: nil, name: ForeignText("r"), isEnabled: isEnabled,
        allowedMemberTypes: types)
    }
    let principal = ServicePrincipal(
      id: ObjectID(bits: 1), appID: AppID(bits: 2), name: ForeignText("n"),
      roles: [
        role(1, true, ["User"]), role(2, false, ["User"]), role(3, true, ["Application"]),
        role(4, true, ["User", "Application"]),
      ])
    #expect(principal.rolesForPeople.map(\.id.bits) == [1, 4])
  }

  @Test("is listed and visible by its tags, and deleted by its date") func tags() {
    func principal(_ tags: Set<String>, _ deletedAt: String? = nil) -> ServicePrincipal {
      ServicePrincipal(
        id: ObjectID(bits: 1), appID: AppID(bits: 2), name: ForeignText("n"), tags: tags,
        deletedAt: deletedAt)
    }
    #expect(!principal([]).isListedInPortal && principal([]).isVisibleToUsers)
    #expect(principal(["WindowsAzureActiveDirectoryIntegratedApp"]).isListedInPortal)
    #expect(!principal(["HideApp"]).isVisibleToUsers)
    #expect(principal([], "2026-01-12T08:00:03Z").isDeleted && !principal([]).isDeleted)
  }
}

@Suite("A grant")
struct PermissionGrantTests {
  @Test("keeps its scopes as a set in lower case") func scopes() {
    let grant = PermissionGrant(
      id: nil, clientID: ObjectID(bits: 1), consentType: .allPrincipals, principalID: nil,
      resourceID: ObjectID(bits: 2), scope: " User.Read openid  user.read")
    #expect(grant.permitted.values == ["user.read", "openid"])
    // What is granted anew is spelled as the API does.
    #expect(grant.permitted.description == "openid User.Read")
    #expect(grant.permitted == ["USER.READ", "OpenID"])
    #expect(grant.isOrganizationWide)
  }
}
