public import Entra
public import Execution
public import Graph
public import Journal
public import Screens
import Training

/// How one gets into a customer's tenant.
public struct Door: Sendable {
  /// How it is told, before it begins.
  public var doorway: Doorway
  /// Whether a simulator stands behind it, and no customer.
  public var isSimulator: Bool
  /// Makes a client, whose first request signs in; tells the code that somebody has to type.
  public var open: @Sendable (_ telling: @escaping @Sendable (CodeLine?) -> Void) -> GraphClient

  /// A door, in words and in deeds.
  public init(
    _ doorway: Doorway, isSimulator: Bool = false,
    open: @escaping @Sendable (_ telling: @escaping @Sendable (CodeLine?) -> Void) -> GraphClient
  ) {
    (self.doorway, self.isSimulator, self.open) = (doorway, isSimulator, open)
  }
}

/// Makes the hands for a case in a tenant; `person` is whom it is about, where that is known.
public typealias HandsMaker =
  @Sendable (
    _ client: GraphClient, _ journal: CaseJournal, _ profile: ApplicationProfile,
    _ person: UserPrincipalName?
  ) -> any Hands

/// A tenant that is signed in to.
struct Reached: Sendable {
  /// Which.
  let card: TenantCard
  /// What reads and sends.
  let client: GraphClient
  /// Its people's browsers, where it is made up.
  let practice: PracticeTenant?
}
