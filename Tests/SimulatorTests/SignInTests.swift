import Entra
import Testing

@testable import Simulator

@Suite("Signing in") struct SignInTests {
  /// How a person stands to our application.
  enum Assigned: CaseIterable {
    case not
    case directly
    case byGroup
    case byGroupInGroup
    case byMailGroupInside
  }

  /// Which permissions were given.
  enum Granted: CaseIterable {
    case none
    case own
    case somebodyElses
    case everybodysButOne
    case everybodys
  }

  /// One state of the five gates.
  struct Gates: Sendable {
    var isEnabled = true
    var isRequired = false
    var assigned = Assigned.not
    var granted = Granted.everybodys
    var accountIsEnabled = true
    var isBlocked = false
    var isGlobal = false

    /// What the documents say, gate after gate.
    var expected: Int? {
      if !accountIsEnabled { return 50057 }
      if !isEnabled { return 7_000_112 }
      let isIn = assigned == .directly || assigned == .byGroup
      if isRequired, !isIn, !isGlobal { return 50105 }
      if isBlocked { return 53003 }
      let isConsented = granted == .own || granted == .everybodys
      // An administrator is prompted, and gets in by accepting.
      return isConsented || isGlobal ? nil : 90094
    }

    static let all: [Gates] = {
      var all = [Gates()]
      let flags: [WritableKeyPath<Gates, Bool>] = [
        \.isEnabled, \.isRequired, \.accountIsEnabled, \.isBlocked, \.isGlobal,
      ]
      for flag in flags {
        all = all.flatMap { gates in
          [false, true].map { value in
            var gates = gates
            gates[keyPath: flag] = value
            return gates
          }
        }
      }
      all = all.flatMap { gates in
        Assigned.allCases.map { value in
          var gates = gates
          gates.assigned = value
          return gates
        }
      }
      return all.flatMap { gates in
        Granted.allCases.map { value in
          var gates = gates
          gates.granted = value
          return gates
        }
      }
    }()
  }

  private func arranged(_ gates: Gates, in base: Desk) -> SimulatedTenant {
    var tenant = base.tenant
    tenant.configure(isEnabled: gates.isEnabled, requiresAssignment: gates.isRequired)
    tenant.setEnabled(gates.accountIsEnabled, personAt: 9)
    if gates.isGlobal { tenant.setRoles([.globalAdministrator], ofPersonAt: 9) }
    if gates.isBlocked {
      tenant.add(ConditionalAccessPolicy(name: "x", blocks: .listed([base.user(9)])))
    }
    let group = tenant.addGroup("In", people: [9])
    let outer = tenant.addGroup("Out", people: [], groups: [group])
    switch gates.assigned {
    case .not: break
    case .directly: tenant.assign(base.user(9))
    case .byGroup: tenant.assign(group)
    case .byGroupInGroup: tenant.assign(outer)
    case .byMailGroupInside:
      let mail = tenant.addGroup("Mail", people: [9], isSecurityEnabled: false)
      tenant.assign(tenant.addGroup("Around mail", people: [], groups: [mail]))
    }
    switch gates.granted {
    case .none: break
    case .own: tenant.grant(to: base.user(9))
    case .somebodyElses: tenant.grant(to: base.user(8))
    case .everybodys: tenant.grant()
    case .everybodysButOne:
      tenant.grant()
      if let grant = tenant.grants.all(of: base.application).first {
        tenant.grants.set("openid profile email offline_access", of: grant)
      }
    }
    return tenant
  }

  @Test("is judged by the five gates, all of their states")
  func gates() {
    let base = Desk()
    #expect(Gates.all.count == 800)
    for gates in Gates.all {
      let verdict = arranged(gates, in: base).verdict(for: base.user(9))
      switch (verdict, gates.expected) {
      case (.refused(let refusal), let code?): #expect(refusal.code == code, "\(gates)")
      case (.admitted, nil), (.prompted, nil): break
      default: Issue.record("\(gates): \(verdict)")
      }
    }
  }

  @Test("is refused to everybody while the application is missing")
  func missing() {
    var desk = Desk()
    desk.tenant.grant()
    desk.tenant.deleteApplication()
    guard case .refused(let refusal) = desk.tenant.verdict(for: desk.user(9)) else {
      Issue.record("let in")
      return
    }
    #expect(refusal.code == 700_016)
    #expect(refusal.message.hasPrefix("AADSTS700016: Application with identifier"))
  }

  @Test("is refused with 65001 where nobody can be asked")
  func silent() {
    let desk = Desk()
    let verdict = desk.tenant.verdict(for: desk.user(0), of: .ours, isInteractive: false)
    guard case .refused(let refusal) = verdict else {
      Issue.record("\(verdict)")
      return
    }
    #expect(refusal.code == 65001)
  }

  @Test("says approval is required where people may request it")
  func requests() {
    var desk = Desk { $0.hasConsentRequests = true }
    #expect(refusal(&desk, 9) == 90095)
  }

  @Test("lets people consent only where the tenant allows it and assignment is not required")
  func ownConsent() {
    var desk = Desk { $0.userConsent = .legacy }
    #expect(refusal(&desk, 9) == nil)
    desk.tenant.configure(requiresAssignment: true)
    desk.tenant.assign(desk.user(9))
    #expect(refusal(&desk, 9) == 90094)
  }

  @Test(
    "lets people consent as the policy says",
    arguments: [
      (UserConsentPolicy.off, false, nil, 90094), (.legacy, false, nil, nil),
      (.legacy, true, nil, nil), (.low, false, nil, 90094), (.low, true, nil, nil),
      (.recommended, true, nil, 90094), (.custom("ours"), true, nil, 90094),
      (.legacy, true, "Directory.Read.All", 90094), (.low, true, "User.ReadBasic.All", 90094),
      (.legacy, true, "User.ReadBasic.All", nil), (.legacy, false, "User.ReadBasic.All", 900_941),
    ] as [(UserConsentPolicy, Bool, String?, Int?)])
  func policies(
    _ policy: UserConsentPolicy, _ isVerified: Bool, _ scope: String?, _ code: Int?
  ) {
    var desk = Desk {
      $0.userConsent = policy
      $0.application.isVerified = isVerified
      if let scope { $0.application.wants[0].scopes.append(scope) }
    }
    #expect(refusal(&desk, 9) == code)
  }

  @Test("is written into the log with the number alone")
  func logged() throws {
    var desk = Desk()
    desk.tenant.signIn(desk.user(9))
    desk.tenant.grant()
    desk.tenant.advance(bySeconds: 1)
    desk.tenant.signIn(desk.user(9))
    let path = "/auditLogs/signIns?$filter=appId eq '\(AppID.ours)'"
    let rows = try desk.get(path).rows
    #expect(rows.compactMap { $0["status"]?["errorCode"] } == [0, 90094])
    let failed = try desk.get(path + " and status/errorCode eq 90094").rows
    #expect(failed.compactMap { $0["userId"]?.text } == ["\(desk.user(9))"])
    let since = try desk.get(path + " and createdDateTime ge \(desk.tenant.now.text)").rows
    #expect(since.count == 1)
    desk.tenant.settings.isPremium = false
    let refused = try desk.get(path)
    #expect(refused.status == 403)
    #expect(refused.code == "Authentication_RequestFromNonPremiumTenantOrB2CTenant")
  }

  private func refusal(_ desk: inout Desk, _ index: Int) -> Int? {
    guard case .refused(let refusal) = desk.tenant.verdict(for: desk.user(index)) else {
      return nil
    }
    return refusal.code
  }
}
