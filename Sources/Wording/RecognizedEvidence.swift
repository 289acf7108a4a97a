public import Entra

extension Explanation.Evidence {
  /// The part of a recognised text that an explanation rests on.
  public init(_ recognition: Recognition) {
    self.init(
      errors: recognition.errors, kinds: recognition.kinds,
      showsNoAccess: recognition.pages.contains(.vendorNoAccess),
      subject: Subject(recognition.subject))
  }
}

extension Explanation.Evidence.Subject {
  /// Which application a recognised text is about; ours counts wherever it is named.
  public init(_ subject: Recognition.Subject) {
    self =
      switch subject {
      case .ours, .oursAmong: .ours
      case .other(let others): others.first.map(Self.other) ?? .unstated
      case .lookAlike(let name): .lookAlike(name)
      case .unstated: .unstated
      }
  }
}

extension Escalation {
  /// What a recognised text tells the vendor's support.
  public init(_ recognition: Recognition) {
    self.init(
      errors: recognition.errors, correlationID: recognition.correlationID,
      timestamp: recognition.timestamp,
      tenant: recognition.tenants.first.map(TenantReference.id))
  }
}

extension Words {
  /// What a pasted text comes to, as the machine judges it.
  public func explanation(of recognition: Recognition) -> Explanation {
    explanation(of: Explanation.Evidence(recognition))
  }
}
