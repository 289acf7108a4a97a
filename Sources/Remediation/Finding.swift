/// A gate judged.
public struct Finding: Sendable, Hashable {
  /// Which gate.
  public let gate: Gate
  /// How it stands.
  public let judgement: Judgement
}

extension Facts {
  /// All five gates judged, for everybody affected.
  public var findings: [Finding] {
    Gate.allCases.map { Finding(gate: $0, judgement: judgement(of: $0)) }
  }

  /// How one gate stands: shut when it keeps any of those affected out.
  public func judgement(of gate: Gate) -> Judgement {
    switch gate {
    case .object:
      switch object {
      case .unknown: .unknown
      case .present, .readded, .readdedForGood: .open
      case .disabled, .disabledByVendor, .deleted, .gone, .neverInstalled, .notSeen: .shut
      }
    case .consent: consent
    case .assignment: Judgement.worst(of: people.map { assignment(of: $0) })
    case .user: Judgement.worst(of: people.map(\.account))
    case .rbac: nexeticRole
    }
  }

  /// How the assignment gate stands for one person.
  public func assignment(of person: Person) -> Judgement {
    switch isAssignmentRequired {
    case false?: .open
    case true?: person.assignment
    case nil: person.assignment == .open ? .open : .unknown
    }
  }
}

extension Judgement {
  /// Shut if any is shut, else unknown if any is unknown.
  static func worst(of judgements: [Judgement]) -> Judgement {
    if judgements.contains(.shut) { return .shut }
    return judgements.contains(.unknown) ? .unknown : .open
  }
}
