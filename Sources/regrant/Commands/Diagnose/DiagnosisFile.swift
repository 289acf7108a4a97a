import Entra
import Execution
import Graph
import Remediation
import Wording

/// The JSON of a diagnosis: the keys of an explanation, `user`, and what was read.
///
/// Its keys are documented in `Docs/commands.md` and stay.
struct DiagnosisFile: Encodable {
  let explanation: ExplanationFile
  let diagnosis: Diagnosis
  let outlooks: [Outlook]?
  let words: Words

  init(_ diagnosis: Diagnosis, _ outlooks: [Outlook]?, _ words: Words) {
    (self.diagnosis, self.outlooks, self.words) = (diagnosis, outlooks, words)
    let escalation = Escalation(tenant: .id(diagnosis.tenant))
    explanation = ExplanationFile(diagnosis.explanation(in: words), escalation)
  }

  /// Whether nothing is to be done in Entra, or the person asked about gets in.
  static func isAllOpen(_ diagnosis: Diagnosis, _ words: Words) -> Bool {
    if let access = diagnosis.access { return access.letsIn == true }
    return diagnosis.nothingToDo(in: words) != nil
  }

  enum CodingKeys: CodingKey {
    case user, tenant, admin, object, deleted, lookAlikes, assigned, consent, options, nothingToDo
    case readAt, unread
  }

  func encode(to encoder: any Encoder) throws {
    try explanation.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(user, forKey: .user)
    try fields.encode(tenant, forKey: .tenant)
    try fields.encode(diagnosis.admin.map { AdminPart($0, activating: activation) }, forKey: .admin)
    try fields.encode(ObjectPart(diagnosis), forKey: .object)
    try fields.encode(diagnosis.deleted.map(DeletedPart.init), forKey: .deleted)
    try fields.encode(diagnosis.lookAlikes.map(LookAlikePart.init), forKey: .lookAlikes)
    try fields.encode(diagnosis.assigned.map(AssignedPart.init), forKey: .assigned)
    try fields.encode(ConsentPart(diagnosis), forKey: .consent)
    try fields.encode(outlooks?.map { OutlookFile($0, words) }, forKey: .options)
    try fields.encode(diagnosis.nothingToDo(in: words).map(NothingPart.init), forKey: .nothingToDo)
    try fields.encode(Moment(seconds: diagnosis.readAt / 1000).description, forKey: .readAt)
    try fields.encode(
      diagnosis.unread.map {
        UnreadPart(
          what: $0.request.rawValue, request: $0.request.template,
          because: words.sentence(for: UnreadReason($0)))
      }, forKey: .unread)
  }

  private var activation: RoleSet? {
    diagnosis.activation(in: words)
  }

  private var user: UserPart? {
    guard let person = diagnosis.person, let access = diagnosis.access else { return nil }
    return UserPart(person, access, words)
  }

  private var tenant: TenantPart {
    TenantPart(
      id: diagnosis.tenant.description, name: diagnosis.tenantName.safe,
      domain: diagnosis.domain?.text, premium: diagnosis.isPremium)
  }
}

private struct TenantPart: Encodable {
  let id: String
  let name: String
  let domain: String?
  let premium: Bool?
}

private struct NothingPart: Encodable {
  let verdict: String
  let say: String

  init(_ nothing: NothingToDo) { (verdict, say) = (nothing.verdict, nothing.say) }
}

private struct UnreadPart: Encodable {
  let what: String
  let request: String
  let because: String
}

private struct UserPart: Encodable {
  let upn: String
  let name: String
  let account: String
  let guest: Bool
  let canSignIn: Bool?
  let gate: String
  let because: String
  let group: String?
  let lastError: Int?

  init(_ person: PersonStanding, _ access: Access, _ words: Words) {
    upn = person.userPrincipalName.safe
    name = person.name.safe
    account = person.account.rawValue
    guest = person.isGuest
    canSignIn = access.letsIn
    gate = access.gate.rawValue
    because = words.sentence(for: access, person)
    lastError = person.lastSignIn?.code
    group =
      switch person.assignment {
      case .group(let group), .nestedOnly(let group): group.safe
      case .direct, .none, .unknown: nil
      }
  }

  enum CodingKeys: CodingKey {
    case upn, name, account, guest, canSignIn, gate, because, group, lastError
  }

  func encode(to encoder: any Encoder) throws {
    // A key that is null is there: whoever reads it need not ask first.
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(upn, forKey: .upn)
    try fields.encode(name, forKey: .name)
    try fields.encode(account, forKey: .account)
    try fields.encode(guest, forKey: .guest)
    try fields.encode(canSignIn, forKey: .canSignIn)
    try fields.encode(gate, forKey: .gate)
    try fields.encode(because, forKey: .because)
    try fields.encode(group, forKey: .group)
    try fields.encode(lastError, forKey: .lastError)
  }
}

private struct AdminPart: Encodable {
  let upn: String
  let active: [String]?
  let eligible: [String]?
  let activateFirst: [String]
  let may: [String: [String: String]]

  init(_ admin: SignedInAdmin, activating roles: RoleSet?) {
    upn = admin.userPrincipalName.safe
    active = admin.active?.roles.map(\.displayName)
    eligible = admin.eligible?.roles.map(\.displayName)
    activateFirst = (roles?.roles ?? []).map(\.displayName)
    may = Dictionary(
      uniqueKeysWithValues: Remedy.allCases.map { remedy in
        (
          remedy.rawValue,
          Dictionary(
            uniqueKeysWithValues: remedy.deeds.map {
              ($0.rawValue, admin.ability($0).rawValue)
            })
        )
      })
  }
}

private struct ObjectPart: Encodable {
  let state: String
  let id: String?
  let name: String?
  let enabled: Bool?
  let assignmentRequired: Bool?

  init(_ diagnosis: Diagnosis) {
    state = diagnosis.object.rawValue
    id = diagnosis.application?.id.description
    name = diagnosis.application?.name.safe
    enabled = diagnosis.application?.isEnabled
    assignmentRequired = diagnosis.application?.isAssignmentRequired
  }
}

private struct DeletedPart: Encodable {
  let id: String
  let deletedAt: String
  let daysLeft: Int
  let restoreThis: Bool

  init(_ deleted: DeletedApplication) {
    (id, deletedAt) = (deleted.id.description, ForeignText(deleted.deletedAt).safe)
    (daysLeft, restoreThis) = (deleted.daysLeft, deleted.isBest)
  }
}

private struct LookAlikePart: Encodable {
  let id: String
  let appId: String
  let name: String
  let ownerTenant: String?
  let sameName: Bool

  init(_ found: LookAlikeApplication) {
    (id, appId, name) = (found.id.description, found.appID.description, found.name.safe)
    (ownerTenant, sameName) = (found.ownerTenant?.description, found.isTwin)
  }
}

private struct AssignedPart: Encodable {
  let users: Int
  let groups: Int
  let others: Int
  let unreadable: Int
  let inside: [Group]

  struct Group: Encodable {
    let id: String
    let name: String
    let members: Int?
    let nested: [String]
  }

  init(_ assigned: AssignmentStanding) {
    (users, groups, others) = (assigned.users, assigned.groups, assigned.others)
    unreadable = assigned.unreadable
    inside = assigned.inside.map {
      Group(
        id: $0.id.description, name: $0.name.safe, members: $0.members,
        nested: $0.nested.map(\.safe))
    }
  }
}

private struct ConsentPart: Encodable {
  let organization: [Granted]?
  let ownConsents: Int?
  let userConsent: String?
  let consentRequests: Bool?
  let record: Record?

  struct Granted: Encodable {
    let api: String?
    let resource: String
    let scopes: [String]
  }

  struct Record: Encodable {
    let by: String
    let at: String
    let forOrganization: Bool?
  }

  init(_ diagnosis: Diagnosis) {
    organization = diagnosis.consent?.organization.map {
      Granted(
        api: $0.api?.safe, resource: $0.resource.description, scopes: $0.scopes.values.sorted())
    }
    ownConsents = diagnosis.person == nil ? diagnosis.consent?.ownConsents : nil
    userConsent = diagnosis.userConsent?.rawValue
    consentRequests = diagnosis.hasConsentRequests
    record = diagnosis.consent?.record.map {
      Record(by: $0.by.safe, at: ForeignText($0.at).safe, forOrganization: $0.isForOrganization)
    }
  }
}
