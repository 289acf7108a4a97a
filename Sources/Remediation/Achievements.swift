/// Which acts a case has carried out, in order, as its inputs tell: for the way that people see.
///
/// Kept beside the case, since no guard asks for it.
public struct Achievements: Sendable, Hashable {
  /// The acts that were carried out, or turned out to have been before.
  public private(set) var acts: [Act] = []
  private var chosen: Act?
  private var ordered: Act?

  /// Nothing was done yet.
  public init() {}

  /// Takes in one accepted input.
  public mutating func take(_ input: Input) {
    switch input {
    case .chosen(let act): chosen = act
    case .confirmed(let act): ordered = act
    case .answered(.phrase, .phrase): ordered = chosen
    case .outcome(_, let outcome):
      let isDone = outcome.isAchieved || outcome == .appeared(.acceptedForOrganization)
      if isDone, let ordered { acts.append(ordered) }
      ordered = nil
    case .reported, .observed, .answered, .putAside, .routeChosen, .routeSetAside,
      .snapshotCompleted, .listCompleted, .resumed, .settled, .verified, .closed:
      break
    }
  }
}
