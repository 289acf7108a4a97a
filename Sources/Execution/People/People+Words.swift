public import Wording

extension PrincipalResolution.Problem {
  /// What is wrong, without who it is about.
  public var reason: UnresolvedReason {
    switch kind {
    case .notFound: .notFound
    case .ambiguous: .ambiguous
    case .guestByMail: .guestByMail
    case .disabled: .disabled
    case .notAssignable: .notAssignable
    case .groupsNeedPremium: .groupsNeedPremium
    case .roleNeeded: .roleNeeded
    case .roleUnknown: .roleUnknown
    }
  }

  /// Those whom the line may mean.
  public var found: [FoundPrincipal] {
    switch kind {
    case .ambiguous(let found): found
    case .guestByMail(let one), .disabled(let one), .notAssignable(let one),
      .groupsNeedPremium(let one):
      [one]
    case .notFound, .roleNeeded, .roleUnknown: []
    }
  }

  /// What is wrong with the line, in a sentence.
  public func sentence(in words: Words) -> String {
    words.sentence(for: reason, found: found.map { $0.userPrincipalName ?? $0.name })
  }
}

extension FoundPrincipal {
  /// What stands beside the name.
  public func details(in words: Words) -> String {
    words.details(
      userPrincipalName: userPrincipalName, department: department, isGuest: isGuest,
      isEnabled: isEnabled, id: hasNamesake ? id : nil)
  }
}
