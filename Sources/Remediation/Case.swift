public import Entra

/// Which case: sixteen bytes, made where the case is opened.
public struct CaseID: Sendable, Hashable, Codable {
  /// The bits.
  public let bits: UInt128

  /// A case's ID from its bits.
  public init(bits: UInt128) { self.bits = bits }
}

/// Who acts.
public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
  /// The customer's admin, in the portal; the engineer attests.
  case guide
  /// Regrant, through Microsoft Graph.
  case connect
  /// A trainee, on a simulated tenant.
  case train
}

/// One customer's problem, from intake to closing: the fold of its inputs.
///
/// It always asks every guard, and this file is the only one that seals a ``Command``.
public struct Case: Sendable, Hashable {
  /// Which case.
  public let id: CaseID
  /// Who acts.
  public let mode: Mode
  /// Which application.
  public let profile: ApplicationProfile
  /// How many inputs it has accepted.
  public private(set) var count = 0
  /// What was ordered and has no outcome yet.
  public private(set) var unsettled: [Unsettled] = []
  private(set) var state: State

  /// A new case.
  public init(id: CaseID, mode: Mode, profile: ApplicationProfile) {
    (self.id, self.mode, self.profile) = (id, mode, profile)
    state = State(application: profile.appID, isConnected: mode != .guide)
  }

  /// What was ordered: an ID and a description, never a command.
  public struct Unsettled: Sendable, Hashable {
    /// Which command.
    public let id: CommandID
    /// What it is to do.
    public let order: Order
  }
}

/// An order that the machine has sealed: the only thing that is obeyed.
///
/// A struct with a fileprivate initialiser: an enum, a `Decodable`, an internal initialiser or a
/// settable property would each let anybody make one.
public struct Command: Sendable, Hashable, Identifiable {
  /// Which command; the hands perform each ID at most once.
  public let id: CommandID
  /// Whose case it belongs to.
  public let caseID: CaseID
  /// What to do.
  public let order: Order
  /// On which application.
  public let application: AppID
  /// In which tenant, where the case knows it.
  public let tenant: DomainName?

  fileprivate init(_ order: Order, id: CommandID, of opened: Case) {
    (self.id, self.order) = (id, order)
    (caseID, application) = (opened.id, opened.profile.appID)
    tenant = opened.state.answers.domain
  }
}

extension Case {
  /// What `input` makes necessary; nothing has changed when it throws.
  ///
  /// - Throws: a ``Refusal`` that says why, and what would satisfy it.
  public mutating func handle(_ input: Input) throws(Refusal) -> [Command] {
    switch input {
    case .outcome(let id, _), .resumed(let id):
      guard unsettled.contains(where: { $0.id == id }) else { throw .unknownCommand }
    case .answered(.outcome, _): throw .misfit
    case .reported, .observed, .answered, .chosen, .putAside, .routeChosen, .routeSetAside,
      .snapshotCompleted, .listCompleted, .confirmed, .settled, .verified, .closed:
      break
    }
    let orders = try state.step(input, asking: .all)
    defer { count += 1 }
    if state.underWay == nil { unsettled = [] }
    let commands = orders.enumerated().map {
      Command($1, id: CommandID(input: count, index: $0), of: self)
    }
    if !commands.isEmpty {
      unsettled = commands.map { Unsettled(id: $0.id, order: $0.order) }
    }
    return commands
  }

  /// The fold of a journal: it orders nothing.
  ///
  /// - Throws: ``ReplayFailure`` with the last good state, when today's rules refuse an input.
  public init(
    replaying inputs: some Sequence<Input>, id: CaseID, mode: Mode, profile: ApplicationProfile
  ) throws(ReplayFailure) {
    self.init(id: id, mode: mode, profile: profile)
    for input in inputs {
      do throws(Refusal) { _ = try handle(input) } catch {
        throw ReplayFailure(lastGood: self, refused: input, because: error)
      }
    }
  }
}

/// A journal that today's rules do not accept to its end.
public struct ReplayFailure: Error, Sendable {
  /// The case up to the last entry that was accepted.
  public let lastGood: Case
  /// The entry that was not.
  public let refused: Input
  /// Why not.
  public let because: Refusal
}
