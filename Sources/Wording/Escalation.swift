public import Entra

/// What a vendor's own support needs to know of an error.
public struct Escalation: Sendable, Hashable {
  /// The codes that were shown.
  public var errors: [SignInError]
  /// The correlation ID of the error page, made harmless.
  public var correlationID: String?
  /// The time of the error page, as it stood there.
  public var timestamp: String?
  /// The tenant, as far as it is known.
  public var tenant: TenantReference?

  /// An escalation by what is known.
  public init(
    errors: [SignInError] = [], correlationID: String? = nil, timestamp: String? = nil,
    tenant: TenantReference? = nil
  ) {
    (self.errors, self.correlationID) = (errors, correlationID)
    (self.timestamp, self.tenant) = (timestamp, tenant)
  }
}

extension Words {
  /// The paragraph for the vendor's support, a line a value; what is missing is said to be.
  public func paragraph(for escalation: Escalation) -> [String] {
    let codes = escalation.errors.map(\.name).joined(separator: ", ")
    return [
      "Users of a customer cannot sign in to \(app); the tenant shows no cause of its own.",
      "Application: \(app), \(profile.appID)",
      "Tenant: \(escalation.tenant.map(\.description) ?? notGiven)",
      "Error: \(codes.isEmpty ? notGiven : codes)",
      "Correlation ID: \(escalation.correlationID ?? notGiven)",
      "Timestamp: \(escalation.timestamp ?? notGiven)",
    ]
  }

  /// What stands in the place of a value that nobody gave.
  public var notGiven: String { "not given" }
}
