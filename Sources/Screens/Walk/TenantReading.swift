public import Entra
public import Remediation
public import Wording

/// What was read of the tenant, as screens show it beside the judged gates.
public struct TenantReading: Sendable, Hashable {
  /// When.
  public var readAt: Moment
  /// Why each gate is judged as it is.
  public var reasons: [Gate: Reason] = [:]
  /// What could not be read, and why: a line each.
  public var unread: [String] = []
  /// Who is assigned, in short lines; the first says how many.
  public var assigned: [String] = []
  /// The service principals that could be meant, ours and the look-alikes.
  public var applications: [ApplicationRow] = []
  /// Who gets in now and by which option; nil before it was reckoned.
  public var outlooks: [Outlook]?
  /// The same for the person whom the case is about; empty without one.
  public var ownOutlooks: [Outlook] = []
  /// Why that could not be foreseen.
  public var notForeseen: String?
  /// Whether it is being reckoned who gains by which option.
  public var isReckoning = false
  /// Who is signed in, by which roles.
  public var admin: SignedInAdmin?
  /// The eligible roles of which one would let more be read; nil where all was that can be.
  public var activationToRead: RoleSet?
  /// The roles that the application offers to people and groups; none means Default Access.
  public var roles: [RoleRow] = []
  /// Whether groups can be assigned; nil where the licence could not be read.
  public var takesGroups: Bool?

  /// Whether the person whom the case is about gets in, and why not; nil without one.
  public var verdict: String?
  /// The deleted one that would be restored.
  public var restorable: DeletedApplication?
  /// What the audit log proves of the last consent, where it was for one person alone.
  public var loneConsent: LoneConsent?
  /// What is granted for the organization and what is wanted, API by API.
  public var consents: [ConsentRow] = []

  /// How a gate was judged, and why.
  public struct Reason: Sendable, Hashable {
    /// The judgement that it is the reason for.
    public var judgement: Judgement
    /// The reason.
    public var text: String

    /// A reason.
    public init(_ judgement: Judgement, _ text: String) {
      (self.judgement, self.text) = (judgement, text)
    }
  }

  /// A reading at a time.
  public init(at readAt: Moment) { self.readAt = readAt }
}

/// A consent that somebody gave for themselves alone.
public struct LoneConsent: Sendable, Hashable {
  /// Who consented.
  public var by: ForeignText
  /// Whether that is who is signed in now: signing in shows them no prompt.
  public var isSignedIn: Bool
  /// The sentence of the audit log.
  public var proof: String

  /// A consent by its parts.
  public init(by: ForeignText, isSignedIn: Bool, proof: String) {
    (self.by, self.isSignedIn, self.proof) = (by, isSignedIn, proof)
  }
}

/// One service principal that could be meant.
public struct ApplicationRow: Sendable, Hashable {
  /// Its name.
  public var name: ForeignText
  /// Its application ID, which tells ours from a look-alike.
  public var appID: AppID
  /// Its object in this tenant.
  public var objectID: ObjectID?
  /// Who published it, and whether it is enabled.
  public var detail: String?

  /// A service principal.
  public init(name: ForeignText, appID: AppID, objectID: ObjectID? = nil, detail: String? = nil) {
    (self.name, self.appID, self.objectID, self.detail) = (name, appID, objectID, detail)
  }
}

/// A role that the application offers.
public struct RoleRow: Sendable, Hashable {
  /// Its ID.
  public var id: ObjectID
  /// Its name.
  public var name: ForeignText

  /// A role.
  public init(id: ObjectID, name: ForeignText) { (self.id, self.name) = (id, name) }
}

/// What is granted of one API for the organization, and what is wanted.
public struct ConsentRow: Sendable, Hashable {
  /// The API's name, or its object ID.
  public var api: ForeignText
  /// What is granted now.
  public var granted: Scopes
  /// What is to be granted then.
  public var wanted: Scopes

  /// One API's permissions.
  public init(api: ForeignText, granted: Scopes, wanted: Scopes) {
    (self.api, self.granted, self.wanted) = (api, granted, wanted)
  }
}

/// People and groups that a search has found.
public struct Finds: Sendable, Hashable {
  /// What was searched for; nil before the first search.
  public var term: String?
  /// Whether an answer is awaited.
  public var isSearching = false
  /// Who was found, as far as shown.
  public var rows: [Candidate] = []
  /// Whether there are more: a longer term finds fewer.
  public var isCut = false
  /// Why the search failed.
  public var problem: String?

  /// Nothing was searched for.
  public init() {}
}

/// Somebody, or a group, that can be assigned or not.
public struct Candidate: Sendable, Hashable {
  /// Who.
  public var principal: Principal
  /// What tells namesakes apart: the user name, the department, guest, disabled.
  public var marks: [String]
  /// Whether they are assigned already.
  public var isAssigned: Bool
  /// Why they can't be assigned, if they can't.
  public var because: String?

  /// A candidate.
  public init(
    _ principal: Principal, marks: [String] = [], isAssigned: Bool = false, because: String? = nil
  ) {
    (self.principal, self.marks) = (principal, marks)
    (self.isAssigned, self.because) = (isAssigned, because)
  }
}
