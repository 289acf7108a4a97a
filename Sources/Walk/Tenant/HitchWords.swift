import Entra
public import Execution
import Graph
public import Wording

extension Words {
  /// Why a piece of work stopped: what happened, what it means for the tenant, what comes next.
  public func trouble(with hitch: Hitch) -> Trouble {
    switch hitch {
    case .graph(let error): trouble(with: error)
    case .write(.unseen(let error)): trouble(with: error)
    case .write(let refusal):
      Trouble(
        happened: happened(refusal), meaning: Self.nothingChanged,
        next: "Read the tenant anew, then go on from what is there.")
    case .unremembered(let error):
      Trouble(
        happened: line(error), meaning: "What can't be written down is not done.",
        next: "Make room for the journal, then do it again.")
    case .changedMeanwhile:
      Trouble(
        happened: "The tenant changed while it was read.", meaning: Self.nothingChanged,
        next: "Somebody else may be at work there. Ask, then do it again.")
    case .cancelled: stoppedByYou
    }
  }

  /// What an answer of Graph's, or none, means.
  func trouble(with error: GraphError) -> Trouble {
    if let obstacle = error.obstacle { return trouble(with: obstacle) }
    return Trouble(
      happened: happened(error),
      meaning: error.mayHaveHappened
        ? "Nobody knows whether it arrived: it is looked up before anything is done again."
        : Self.nothingChanged,
      next: next(error))
  }

  /// That the tenant does not say which one it is.
  var unreadableTenant: Trouble {
    Trouble(
      happened: "The answer names no tenant.", meaning: Self.nothingChanged,
      next: "Check where Regrant was told to connect.")
  }

  private static let nothingChanged = "Nothing was changed by it."

  private func happened(_ error: GraphError) -> String {
    switch error.kind {
    case .insufficientPrivileges, .foreignApplication:
      "The tenant refused it: the role or the token's permissions are too small."
    case .signInNeeded: "Nobody is signed in any more."
    case .claimsChallenge: "The tenant wants a stronger sign-in first."
    case .throttled: "The tenant asked to be left alone for longer than we wait."
    case .unreachable: "Microsoft Graph can't be reached."
    case .lost, .unavailable, .serverFault: "No usable answer came, though it was asked again."
    case .notFound: "What it was about is not there."
    case .notLicensed: "The tenant's plan does not include it."
    case .quotaExceeded: "The tenant may not create more objects."
    case .cancelled: "It was stopped."
    case .alreadyAssigned, .alreadyGranted, .conflict, .concurrentChange, .notYet,
      .noSuchApplication, .invalidIdentifier, .invalidProperties, .unsupportedQuery, .malformed,
      .unknownPath, .redirected, .unreadable, .foreignLink, .unknown:
      "Graph refused: \(error.message.isEmpty ? error.code : error.message.safe)"
    }
  }

  private func next(_ error: GraphError) -> String {
    switch error.kind {
    case .insufficientPrivileges, .foreignApplication:
      "Let an admin with the role do it, or activate it and do it again."
    case .signInNeeded, .claimsChallenge: "Sign in again, then go on where this stopped."
    case .unreachable, .lost, .unavailable, .serverFault, .throttled:
      "Check the connection and do it again; nothing is done twice."
    case .notLicensed, .quotaExceeded, .notFound, .cancelled, .alreadyAssigned, .alreadyGranted,
      .conflict, .concurrentChange, .notYet, .noSuchApplication, .invalidIdentifier,
      .invalidProperties, .unsupportedQuery, .malformed, .unknownPath, .redirected, .unreadable,
      .foreignLink, .unknown:
      "Read the tenant anew, or let the admin do this step in the portal."
    }
  }

  private func happened(_ refusal: WriteRefusal) -> String {
    switch refusal {
    case .anotherCase: "The command belongs to another case."
    case .anotherTenant(let domain): "The command belongs to another tenant: \(domain)."
    case .tenantUnknown: "The command names no tenant."
    case .alreadyBegun: "It was begun before, and nobody saw how it ended."
    case .misfit, .tooMany, .empty: "What is there does not fit what was ordered."
    case .notThroughGraph: "That is an admin's to do in a browser."
    case .wrongApplication(let found): "The object is another application's: \(found)."
    case .unseen(let error): happened(error)
    case .unrecorded: "What was about to be done could not be written down."
    }
  }

  /// Why Graph makes us wait.
  func sentence(for waiting: Waiting) -> String {
    switch waiting.because.kind {
    case .throttled: "The tenant asks for fewer requests."
    case .notFound, .notYet: "The change is not known everywhere yet."
    case .unreachable, .lost: "The connection broke."
    default: "Graph is not ready."
    }
  }
}
