/// The kinds of policies that hang on a service principal, by their relation's name.
///
/// - Source: Graph, `resources/serviceprincipal.md`, relationships.
public enum PolicyKind: String, Sendable, Hashable, CaseIterable {
  /// What tokens tell of a user.
  case claimsMapping = "claimsMappingPolicies"
  /// Where users are sent to sign in.
  case homeRealmDiscovery = "homeRealmDiscoveryPolicies"
  /// How SAML tokens are signed.
  case tokenIssuance = "tokenIssuancePolicies"
  /// How long tokens live.
  case tokenLifetime = "tokenLifetimePolicies"
}
