/// What Microsoft's documents leave open: nothing may depend on how these stand.
public struct Switches: Sendable, Hashable {
  /// Restoring a service principal brings its delegated grants back.
  public var restoreBringsGrants = true
  /// Restoring brings back the assignments of people and groups.
  public var restoreBringsAssignments = true
  /// Restoring brings back the application permissions.
  public var restoreBringsApplicationPermissions = true
  /// Restoring brings back the owners.
  public var restoreBringsOwners = true
  /// Restoring brings back the policies.
  public var restoreBringsPolicies = false
  /// A second grant of the same ends is a conflict (409) rather than a bad request (400).
  public var duplicateGrantIsConflict = true
  /// A grant whose client was not found yet is written all the same.
  public var unfoundGrantIsWritten = false
  /// Assigning a group needs Entra ID P1.
  public var groupAssignmentNeedsPremium = true
  /// Default access can be given even where the application declares roles for people.
  public var defaultAccessBesideRoles = false
  /// A Cloud Application Administrator may read the sign-in log.
  public var cloudAppAdminReadsSignIns = true
  /// Application administrators may read the authorization policy.
  public var appAdminsReadPolicies = true
  /// A tenant without P1 has an audit log, of seven days.
  public var freeTenantHasAudits = true
  /// Accepting with the checkbox assigns the administrator as well.
  public var checkboxAssignsAdministrator = true
  /// Admin consent takes away organization-wide permissions that the application no longer asks.
  public var adminConsentDropsOthers = true
  /// Accepting for oneself assigns oneself, where the application declares roles too.
  public var consentAssignsDespiteRoles = false
  /// "Let Microsoft manage your consent settings" lets people consent to low-impact permissions.
  public var recommendedPolicyAllowsLowImpact = false
  /// People who sign in while the service principal is missing see 700016, and no prompt.
  public var missingApplicationShowsNoPrompt = true
  /// Creating through Graph is refused as well while a deleted name is held (650051).
  public var heldNameBlocksCreation = false
  /// `appRoleAssignedTo` can be filtered by `principalId`.
  public var assignedToFiltersByPrincipal = false
  /// `Retry-After` has a fraction.
  public var retryAfterIsFractional = false

  /// As things are believed to be.
  public init() {}
}
