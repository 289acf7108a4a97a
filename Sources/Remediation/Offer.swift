public import Entra

/// Something that may be done now, or may not, and then why.
public struct Offer: Sendable, Hashable {
  /// What it is.
  public let choice: Choice
  /// What refuses it now; nil when it may be done.
  public let refusal: Refusal?

  /// Whether it may be done now.
  public var isPossible: Bool { refusal == nil }

  /// What can be offered.
  public enum Choice: Sendable, Hashable {
    /// Prepare this act.
    case act(Act)
    /// Consent by this route.
    case route(ConsentRoute)
    /// Settle this part of what was lost, which is asked now.
    case settlement(LossParts, Settlement)
    /// Record that access works.
    case verification(Verification)
    /// Close the case this way.
    case closing(Closing)

    /// The input it stands for.
    public var input: Input {
      switch self {
      case .act(let act): .chosen(act)
      case .route(let route): .routeChosen(route)
      case .settlement(let parts, let settlement): .settled(parts, settlement)
      case .verification(let verification): .verified(verification)
      case .closing(let closing): .closed(closing)
      }
    }
  }
}

extension Case {
  /// What is asked now.
  public var prompt: Prompt {
    if case .outcome = state.prompt, let id = unsettled.first?.id { return .outcome(id) }
    return state.prompt
  }

  /// What may be done now, and for each thing that may not, which guard refuses it.
  ///
  /// An offer is what the machine would say to its input, so the two cannot differ.
  public var offers: [Offer] {
    let acts = Act.allCases.filter(\.changesTenant).map(Offer.Choice.act)
    let routes = state.intent == .reconsent ? ConsentRoute.allCases.map(Offer.Choice.route) : []
    let verifications = [Verification.ordinaryUser, .readBack].map(Offer.Choice.verification)
    let closings = Closing.allCases.map(Offer.Choice.closing)
    return (acts + routes + settlements + verifications + closings).map {
      Offer(choice: $0, refusal: refusal(of: $0.input))
    }
  }

  private var settlements: [Offer.Choice] {
    guard case .settlement(let parts) = prompt else { return [] }
    return Settlement.allCases.map { .settlement(parts, $0) }
  }

  /// What refuses an input now; nil when it would be accepted.
  public func refusal(of input: Input) -> Refusal? {
    var trial = self
    do throws(Refusal) {
      _ = try trial.handle(input)
      return nil
    } catch { return error }
  }

  /// What is known of the tenant.
  public var facts: Facts { state.facts }
  /// What a deletion destroyed and is not back yet.
  public var loss: Loss { state.loss }
  /// The complete snapshot at hand, before a deletion.
  public var snapshot: Snapshot? { state.snapshot }
  /// The act being prepared or carried out.
  public var intent: Act? { state.intent }
  /// The consent route chosen.
  public var route: ConsentRoute? { state.route }
  /// How a consent route stands.
  public func status(of route: ConsentRoute) -> RouteStatus { state.routes[route] }
  /// W1 was answered for the object as it is now.
  public var isIdentified: Bool { state.answers.isIdentified }
  /// The tenant's domain.
  public var domain: DomainName? { state.answers.domain }
  /// W6's answer.
  public var access: AccessNeed? { state.answers.access }
  /// What the last consent prompt did.
  public var appearance: Appearance? { state.answers.appearance }
  /// What verified that access works.
  public var verification: Verification? { state.verification }
  /// How the case ended.
  public var closing: Closing? { state.closing }
  /// Whether the user's symptom was said.
  public var hasSymptom: Bool { state.hasSymptom }
  /// How many principals the list for Option 1 holds.
  public var listed: Int { state.listed }
  /// Whether a question was answered with "don't know".
  public func isPassed(_ question: Question) -> Bool { state.passed.contains(question) }
  /// Whether an earlier answer to it can be looked at again.
  public func canRevise(_ question: Question) -> Bool { state.canRevise(question) }
  /// The phrase that a delete asks for, once snapshot and domain are there.
  public var phrase: String? { state.snapshot == nil ? nil : state.phrase }
  /// Where the case stands in the diagram.
  public var phase: Phase { state.phase }

  /// The gentlest plan for what is known.
  public var plan: Plan {
    var past = Plan.Past()
    past.isRestoringOver = state.isOwnReplacement || state.isRestoringVain
    past.owes =
      loss.snapshot != nil ? loss.outstanding : loss.outstanding.intersection(.requirement)
    if state.owesEntries { past.owes.insert(.assignments) }
    past.isPuttingBackFirst =
      state.isConnected && state.triedInVain.isDisjoint(with: state.putBackByAssigning)
    past.isEveryRouteVain = state.areGentlerRoutesTried && !state.isAnyRouteRefused
    past.isConsentUnknowable = isPassed(.consent)
    return Plan(facts, after: past)
  }
}
