/// A situation that a support engineer meets, as a tenant in which it has just come about.
public struct Scenario: Sendable, Identifiable {
  /// What it is asked for by, such as `nested-group`.
  public let name: String
  /// What is wrong, in one line.
  public let summary: String
  /// Which roles the signed-in admin holds, unless wished otherwise.
  let roles: HeldRoles
  /// What the tenant is like before anything happens.
  let prepare: @Sendable (inout TenantSettings) -> Void
  /// What happened since.
  let happen: @Sendable (inout Stage) -> Void

  init(
    _ name: String, _ summary: String, roles: HeldRoles = .globalAdministrator,
    prepare: @escaping @Sendable (inout TenantSettings) -> Void = { _ in },
    happen: @escaping @Sendable (inout Stage) -> Void
  ) {
    (self.name, self.summary, self.roles) = (name, summary, roles)
    (self.prepare, self.happen) = (prepare, happen)
  }

  /// Its name.
  public var id: String { name }

  /// The scenario with that name.
  public static func named(_ name: String) -> Scenario? { all.first { $0.name == name } }

  /// The index of the admin who is signed in, in every scenario.
  ///
  /// The first admin, who once consented for themself.
  public static let admin = 0

  /// The index of the ordinary user whom the scenario is about: a plain member without a role.
  ///
  /// Out in every scenario but `healthy`.
  public static func hero(among people: Population) -> Int {
    let first = Population.administrators
    return (first..<max(first + 1, people.size)).first {
      !people.isGuest($0) && !people.isDisabled($0) && people.hostileName(at: $0) == nil
    } ?? first
  }

  /// What may be wished of a scenario's tenant.
  public struct Wishes: Sendable, Hashable {
    /// The fewest people a scenario can be told with.
    public static let fewestPeople = 10

    /// How many people the tenant has; at least ``fewestPeople`` are made.
    public var size = 50
    /// How many principals are assigned to our application, groups among them.
    public var assignments = 14
    /// Roles of the signed-in admin; `nil` for the scenario's own.
    public var adminRoles: Set<AdminRole>?
    /// Roles that the admin could activate; `nil` for the scenario's own.
    public var eligibleRoles: Set<AdminRole>?
    /// Decides every name, id and chance.
    public var seed: UInt64 = 1
    /// What goes wrong with requests, counted from the beginning of the story.
    public var faults: [Fault] = []
    /// When the story begins; its history lies before.
    public var now = Moment.start

    /// A small tenant, and a Global Administrator where the scenario has no other.
    public init() {}
  }

  /// The scenario's tenant, at the moment when somebody asks for help.
  public func tenant(_ wishes: Wishes = Wishes()) -> SimulatedTenant {
    var settings = TenantSettings()
    (settings.size, settings.seed) = (max(wishes.size, Wishes.fewestPeople), wishes.seed)
    settings.now = wishes.now.adding(seconds: -Stage.historySeconds)
    prepare(&settings)
    var stage = Stage(SimulatedTenant(settings), wishes)
    happen(&stage)
    stage.moveOn(toDaysAgo: 0)
    return stage.opened(roles)
  }
}

extension HeldRoles {
  static let globalAdministrator = HeldRoles(active: [.globalAdministrator])
}
