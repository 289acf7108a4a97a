public import Graph
public import Wording

extension UnreadReason {
  /// What an error amounts to for whoever wants to know why something is not known.
  public init(_ error: GraphError) {
    self =
      switch error.kind {
      case .insufficientPrivileges, .signInNeeded, .claimsChallenge: .notPermitted
      case .notLicensed: .notLicensed
      case .unknownPath, .unsupportedQuery, .notFound: .notOffered
      default: .failed
      }
  }
}
