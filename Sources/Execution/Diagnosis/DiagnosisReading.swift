import Entra
import Foundation
import Graph
import Remediation

/// A diagnosis while it is being read: what was seen, and what could not be.
struct DiagnosisReading {
  var diagnosis: Diagnosis
  /// The one user who is assigned, where nobody else is.
  var onlyUser: ObjectID?
  /// Who has consented for themselves, as far as one is enough to tell.
  private var ownConsenter: ObjectID?
  /// Whether anybody accepted permissions, and so showed which the application asks for.
  private var hasGrantedScopes = false
  private let at: Int

  init(_ diagnosis: Diagnosis, at: Int) {
    (self.diagnosis, self.at) = (diagnosis, at)
    saw(.organization)
  }

  mutating func saw(_ request: RequestKind) {
    guard !diagnosis.evidence.contains(where: { $0.request == request }) else { return }
    diagnosis.evidence.append(Diagnosis.Evidence(request: request, at: at))
  }

  /// Remembers what could not be read; an error after which nothing can be is thrown on.
  mutating func miss(_ error: GraphError) throws(GraphError) {
    if error.kind.endsReading { throw error }
    remember(error)
  }

  private mutating func remember(_ error: GraphError) {
    guard !diagnosis.unread.contains(where: { $0.request == error.request }) else { return }
    diagnosis.unread.append(error)
  }

  mutating func rows<Row>(_ answer: Reply<Listing<Row>>?) -> [Row]? { value(answer)?.rows }

  /// What was answered; what was not is remembered.
  mutating func value<Value>(_ answer: Reply<Value>?, _ request: RequestKind? = nil) -> Value? {
    switch answer {
    case .success(let value)?:
      if let request { saw(request) }
      return value
    case .failure(let error)?:
      remember(error)
      return nil
    case nil: return nil
    }
  }

  // MARK: What was asked first

  mutating func take(
    _ overview: TenantOverview, of profile: ApplicationProfile, for person: UserPrincipalName?
  ) {
    takeAdmin(overview)
    diagnosis.userConsent = value(overview.userConsent, .authorizationPolicy)?.userConsent
      .map(UserConsentSetting.init)
    diagnosis.hasConsentRequests =
      value(overview.consentRequests, .adminConsentRequestPolicy)?.isEnabled
    let deleted = value(overview.deleted, .deletedServicePrincipals)?.rows
    let isAlive = if case .success(.some) = overview.application { true } else { false }
    diagnosis.deleted = Self.deleted(deleted ?? [], at: diagnosis.readAt, isAlive: isAlive)
    diagnosis.lookAlikes = (value(overview.lookAlikes, .lookAlikes)?.rows ?? [])
      .compactMap { Self.lookAlike($0, of: profile) }
    takeApplication(overview.application, isBinRead: deleted != nil)
    if let person { takePerson(overview.user, person) }
  }

  private mutating func takeApplication(
    _ reply: Reply<ServicePrincipalJSON?>, isBinRead: Bool
  ) {
    guard case .success(let found) = reply else {
      _ = value(reply)
      return
    }
    saw(.servicePrincipal)
    do throws(WireError) {
      diagnosis.application = try found?.servicePrincipal()
      diagnosis.object = object(found, isBinRead: isBinRead)
    } catch { remember(GraphError(unreadable: .servicePrincipal, error.field)) }
  }

  private mutating func takeAdmin(_ overview: TenantOverview) {
    let user = value(overview.admin, .signedInUser)
    let roles = value(overview.roles, .activeRoles)?.rows
    guard user != nil || roles != nil else { return }
    diagnosis.admin = SignedInAdmin(
      id: user?.id.flatMap { ObjectID($0) },
      userPrincipalName: ForeignText(user?.userPrincipalName ?? user?.displayName ?? ""),
      active: roles.map { RoleSet($0.map { $0.role ?? .other }) }, eligible: nil)
  }

  /// How the application is, by itself and by the recycle bin.
  private func object(_ found: ServicePrincipalJSON?, isBinRead: Bool) -> ApplicationObject {
    if let found {
      if found.isDisabledByOthers { return .disabledByVendor }
      return found.settings.accountEnabled == false ? .disabled : .present
    }
    if !diagnosis.deleted.isEmpty { return .deleted }
    // Whether it ever was there, the log may tell; without the bin nobody knows.
    return isBinRead ? .neverInstalled : .notSeen
  }

  private static func lookAlike(
    _ found: ServicePrincipalJSON, of profile: ApplicationProfile
  ) -> LookAlikeApplication? {
    guard let id = try? found.objectID(), let appID = try? found.applicationID(),
      appID != profile.appID
    else { return nil }
    return LookAlikeApplication(
      id: id, appID: appID, name: ForeignText(found.displayName ?? ""),
      ownerTenant: found.appOwnerOrganizationId.flatMap { TenantID($0) },
      isTwin: found.displayName == profile.name)
  }

  private mutating func takePerson(_ answer: Reply<UserJSON?>?, _ name: UserPrincipalName) {
    var person = PersonStanding(
      userPrincipalName: ForeignText(name.text), name: ForeignText(""), account: .unknown)
    if case .success(let found)? = answer {
      saw(.user)
      if let found {
        person.userPrincipalName = ForeignText(found.userPrincipalName ?? name.text)
        person.name = ForeignText(found.displayName ?? "")
        person.isGuest = found.userType?.lowercased() == "guest"
        person.account = found.accountEnabled.map { $0 ? .enabled : .disabled } ?? .unknown
      } else {
        person.account = .missing
      }
    } else {
      _ = value(answer)
    }
    diagnosis.person = person
  }

  // MARK: What was asked afterwards

  mutating func take(
    _ details: ApplicationDetails, of profile: ApplicationProfile, isAboutPerson: Bool
  ) {
    if let eligible = value(details.eligibleRoles, .eligibleRoles)?.rows {
      diagnosis.admin?.eligible = RoleSet(eligible.map { $0.role ?? .other })
    }
    let owners = value(details.owners, .owners)?.rows ?? []
    if let admin = diagnosis.admin?.id, owners.contains(where: { $0.id == admin.description }) {
      diagnosis.admin?.active?.insert(.owner)
    }
    let removals = value(details.removals, .removalRecords)?.rows ?? []
    let isRemoved = removals.contains { record in
      record.targetResources?.contains { $0.displayName == profile.name } == true
    }
    if diagnosis.object == .neverInstalled, isRemoved { diagnosis.object = .gone }
    takeConsent(details, of: profile, isAboutPerson: isAboutPerson)
    takeMemberships(details)
  }

  private mutating func takeMemberships(_ details: ApplicationDetails) {
    if let memberships = value(details.memberships, .userGroups)?.rows {
      let roles = memberships.compactMap { $0.roleTemplateId.flatMap { ObjectID($0) } }
      diagnosis.person?.roles = RoleSet(roles.compactMap { DirectoryRole(templateID: $0) })
    }
    let last = value(details.signIns, .signIns)?.rows.first
    guard let last, let code = last.status?.errorCode else { return }
    diagnosis.person?.lastSignIn = PersonStanding.SignIn(code: code, at: last.createdDateTime ?? "")
  }

  private mutating func takeConsent(
    _ details: ApplicationDetails, of profile: ApplicationProfile, isAboutPerson: Bool
  ) {
    let records = value(details.consentRecords, .consentRecords)?.rows
    let own = value(details.ownGrants, isAboutPerson ? .ownGrantsOfUser : .ownGrants)
    let ownGrants = (own?.rows ?? []).compactMap { try? $0.grant() }
      .filter { !$0.isOrganizationWide }
    let owners = Set(ownGrants.compactMap(\.principalID))
    // Whoever accepted them: they are what the application asks for.
    let others = value(details.anybodysGrants, .ownGrants)?.rows ?? []
    let anybodys = others.compactMap { try? $0.grant() }.filter { !$0.isOrganizationWide }
    hasGrantedScopes = !owners.isEmpty || !others.isEmpty
    // Of an account that is not there nothing was asked, and others' consents are not theirs.
    if isAboutPerson, details.anybodysGrants != nil {
      diagnosis.person?.hasConsented = own.map { _ in !owners.isEmpty }
    }
    guard let listed = value(details.organizationGrants, .organizationGrants) else { return }
    let grants = listed.rows.compactMap { try? $0.grant() }
    // Half a list proves that something is granted, never that nothing is.
    guard !grants.isEmpty || listed.isComplete && listed.rows.isEmpty else {
      return remember(GraphError(unreadable: .organizationGrants, "scope"))
    }
    var consent = ConsentStanding()
    consent.organization = grants.filter { $0.isOrganizationWide && !$0.permitted.isEmpty }
      .map { ConsentStanding.Granted(resource: $0.resourceID, api: nil, scopes: $0.permitted) }
    consent.individual = Self.byAPI(ownGrants + anybodys)
    if !isAboutPerson {
      consent.ownConsents = owners.count
      consent.hasMoreOwnConsents = own?.isCut ?? false
      ownConsenter = owners.count == 1 ? owners.first : nil
    }
    let granted = consent.organizationScopes
    consent.lacking = granted.lacking(Scopes(profile.expectedScopes))
    consent.doubtful = granted.lacking(
      ownGrants.reduce(Scopes([])) { $0.union($1.permitted) })
    consent.record = records?.first(where: { $0.result != "failure" }).map(Self.record)
    diagnosis.consent = consent
  }

  /// The permissions of many grants, one entry an API.
  private static func byAPI(_ grants: [PermissionGrant]) -> [ConsentStanding.Granted] {
    let scopes = grants.reduce(into: [ObjectID: Scopes]()) { scopes, grant in
      scopes[grant.resourceID] = scopes[grant.resourceID, default: []].union(grant.permitted)
    }
    return scopes.sorted { $0.key.description < $1.key.description }.map {
      ConsentStanding.Granted(resource: $0.key, api: nil, scopes: $0.value)
    }
  }

  private static func record(_ record: AuditJSON) -> ConsentStanding.Record {
    let user = record.initiatedBy?.user
    return ConsentStanding.Record(
      by: ForeignText(user?.userPrincipalName ?? user?.displayName ?? ""),
      at: record.activityDateTime ?? "", isForOrganization: record.isOnBehalfOfAll)
  }

  mutating func name(resources: [String: ForeignText]) {
    saw(.objectsByID)
    guard var consent = diagnosis.consent else { return }
    for index in consent.organization.indices {
      consent.organization[index].api = resources[consent.organization[index].resource.description]
    }
    for index in consent.individual.indices {
      consent.individual[index].api = resources[consent.individual[index].resource.description]
    }
    diagnosis.consent = consent
  }

  /// The diagnosis as it is handed out.
  mutating func judged(_ profile: ApplicationProfile, hasStoredScopes: Bool) -> Diagnosis {
    if let onlyUser, onlyUser == ownConsenter { diagnosis.assigned?.isConsenterAlone = true }
    let isKnown =
      hasStoredScopes || !profile.expectedScopes.isEmpty
      || hasGrantedScopes || diagnosis.consent?.organization.isEmpty == false
    diagnosis.judge(areScopesKnown: isKnown)
    return diagnosis
  }
}

extension DiagnosisReading {
  /// The deleted ones that can be restored, the best first.
  ///
  /// Of several the one that lived longest: where somebody deleted, added again and deleted the
  /// empty one as well, that is the one with the assignments. Beside one that is alive none is to
  /// be restored: Entra answers that with a conflict.
  static func deleted(
    _ rows: [ServicePrincipalJSON], at now: Int, isAlive: Bool
  ) -> [DeletedApplication] {
    let found: [(lived: Double, deleted: DeletedApplication)] = rows.compactMap { row in
      guard let id = try? row.objectID(), let at = row.deletedDateTime else { return nil }
      let deleted = Self.seconds(of: at)
      let created = row.createdDateTime.flatMap(Self.seconds(of:))
      let age = deleted.map { Double(now) / 1000 - $0 } ?? 0
      let daysLeft = max(0, Int((30 - age / 86_400).rounded(.down)))
      let lived = if let deleted, let created { deleted - created } else { 0.0 }
      var found = DeletedApplication(
        id: id, name: ForeignText(row.displayName ?? ""), deletedAt: at,
        daysLeft: min(30, daysLeft), isBest: false)
      found.isAssignmentRequired = row.settings.appRoleAssignmentRequired
      return (lived, found)
    }
    var sorted = found.sorted { one, other in
      one.lived == other.lived
        ? one.deleted.deletedAt > other.deleted.deletedAt : one.lived > other.lived
    }.map(\.deleted)
    if !isAlive, !sorted.isEmpty { sorted[0].isBest = true }
    return sorted
  }

  /// Seconds since 1970 of a time as Graph writes it, the fraction left out.
  private static func seconds(of text: String) -> Double? {
    (try? Date(String(text.prefix(19)) + "Z", strategy: .iso8601))?.timeIntervalSince1970
  }
}

extension UserConsentSetting {
  init(_ setting: AuthorizationPolicyJSON.UserConsent) {
    self =
      switch setting {
      case .off: .off
      case .low: .low
      case .legacy: .legacy
      case .recommended: .recommended
      case .custom: .custom
      }
  }
}
