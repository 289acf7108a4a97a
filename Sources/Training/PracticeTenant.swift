public import Entra
public import Simulator

/// A made-up tenant to practise in: what is wrong there, what reaches it, and its people's browsers.
public struct PracticeTenant: Sendable {
  /// A situation to practise.
  public struct Situation: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// What is wrong, in a line.
    public let summary: String
  }

  /// All of them, the article's beginning first.
  public static let situations = Scenario.all.map {
    Situation(name: $0.name, summary: $0.summary)
  }

  /// Carries Regrant's requests into the tenant.
  public let transport: TenantTransport
  /// Speaks for the tenant's admin.
  public let tokens: TenantSignIn
  /// The user whom the case is about, by the name they sign in with.
  public let userName: String
  private let admin: ObjectID
  private let user: ObjectID

  /// The tenant of a situation, at a time in seconds since 1970; nil where there is none.
  public init?(_ situation: String, secondsSince1970 seconds: Double) {
    guard let scenario = Scenario.named(situation) else { return nil }
    var wishes = Scenario.Wishes()
    wishes.now = Moment(secondsSince1970: seconds)
    self.init(scenario, wishes)
  }

  /// The tenant of a scenario, whose clock goes as ours does.
  public init(_ scenario: Scenario, _ wishes: Scenario.Wishes) {
    let tenant = scenario.tenant(wishes)
    admin = tenant.people.id(at: Scenario.admin)
    let hero = Scenario.hero(among: tenant.people)
    user = tenant.people.id(at: hero)
    userName = tenant.people.userPrincipalName(at: hero)
    let clock = ContinuousClock()
    let began = clock.now
    transport = TenantTransport(
      tenant, isWatched: true, running: { began.duration(to: clock.now) },
      pause: { try await Task.sleep(for: $0) })
    tokens = TenantSignIn(to: transport)
  }

  /// What the admin saw who was asked to consent.
  public enum Seen: Sendable, Hashable {
    /// Accepted for the whole organization.
    case acceptedForOrganization
    /// Accepted for themself alone.
    case acceptedForSelf
    /// Signed in, and nothing was asked.
    case noPrompt
    /// A prompt without the box.
    case noCheckbox
    /// A page on which approval can be requested.
    case approvalPage
    /// 650051: a deletion has not settled yet.
    case notYet
    /// Another error page, in its words.
    case error(String)
  }

  /// The admin signs in to the application and accepts, with the box ticked or without.
  public func adminSignsIn(ticking isTicked: Bool) async -> Seen {
    let admin = admin
    return await transport.act { tenant in
      switch tenant.verdict(for: admin) {
      case .admitted: return .noPrompt
      case .refused(let refusal): return Seen(refusal)
      case .prompted(let prompt):
        if isTicked, !prompt.showsCheckbox { return .noCheckbox }
        do throws(Simulator.SignInRefusal) {
          try tenant.consent(by: admin, onBehalfOfOrganization: isTicked)
          return isTicked ? .acceptedForOrganization : .acceptedForSelf
        } catch { return Seen(error) }
      }
    }
  }

  /// The admin accepts on the consent page, or presses the portal's button.
  public func adminConsents() async -> Seen {
    let admin = admin
    return await transport.act { tenant in
      do throws(Simulator.SignInRefusal) {
        try tenant.adminConsent(by: admin)
        return .acceptedForOrganization
      } catch { return Seen(error) }
    }
  }

  /// The user whom the case is about signs in; nil when they got in, else what their page says.
  public func userSignsIn() async -> ForeignText? {
    let user = user
    return await transport.act { tenant in
      switch tenant.signIn(user) {
      case .admitted: nil
      case .prompted: ForeignText("They are asked for consent, and may not give it.")
      case .refused(let refusal): ForeignText(refusal.message)
      }
    }
  }
}

extension PracticeTenant.Seen {
  fileprivate init(_ refusal: Simulator.SignInRefusal) {
    self =
      switch refusal.code {
      case 650_051: .notYet
      case 90_093, 90_094, 65_001: .approvalPage
      default: .error(refusal.message)
      }
  }
}
