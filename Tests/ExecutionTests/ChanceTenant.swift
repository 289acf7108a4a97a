import Entra
import Execution
import Simulator

/// A tenant of a handful of people, arranged by chance.
struct ChanceTenant {
  var tenant: SimulatedTenant
  var option: Proposal

  /// Who would be assigned by the option.
  var proposed: Set<ObjectID> {
    if case .assign(let principals) = option { principals } else { [] }
  }

  /// One of another seed; where an act is named, the gate that it opens is shut.
  init(seed: UInt64, for act: PlannedAct? = nil) {
    var random = Seeded(seed)
    var settings = TenantSettings()
    (settings.seed, settings.size) = (seed, Int.random(in: 8...16, using: &random))
    settings.otherApplications = 0
    settings.limits.areOn = false
    tenant = SimulatedTenant(settings)
    let people = settings.size
    func some(_ most: Int) -> [Int] {
      (0..<people).filter { _ in Int.random(in: 0..<4, using: &random) < most }
    }
    let inner = tenant.addGroup("Inner", people: some(1))
    let outer = tenant.addGroup("Outer", people: some(1), groups: [inner])
    let other = tenant.addGroup("Other", people: some(1))
    // Not the first, who reads.
    for index in some(1) where index > 0 {
      tenant.setEnabled(Bool.random(using: &random), personAt: index)
    }
    let isGranted = Bool.random(using: &random)
    if isGranted, act == nil || act == .assign { tenant.grant() }
    for index in some(1) { tenant.grant(to: tenant.people.id(at: index)) }
    // So that it is known to what is consented.
    if act != nil { tenant.grant(to: tenant.people.id(at: 0)) }
    for index in some(1) { tenant.assign(tenant.people.id(at: index)) }
    for group in [inner, outer, other] where Bool.random(using: &random) { tenant.assign(group) }
    tenant.configure(
      isEnabled: Int.random(in: 0..<8, using: &random) > 0 || act != nil,
      requiresAssignment: Bool.random(using: &random) || act == .assign)
    for index in 5..<people where Int.random(in: 0..<6, using: &random) == 0 {
      tenant.setRoles(
        [AdminRole.allCases.randomElement(using: &random) ?? .globalAdministrator],
        eligible: [.globalAdministrator], ofPersonAt: index)
    }
    let principals = Set(
      some(1).map { [people = tenant.people] in people.id(at: $0) }
        + [inner, outer, other].filter { _ in Bool.random(using: &random) })
    option =
      [.assign(principals), .reconsent, .replace][
        act.flatMap { PlannedAct.allCases.firstIndex(of: $0) } ?? Int(seed % 3)]
  }
}

/// A generator that is the same for the same seed.
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
