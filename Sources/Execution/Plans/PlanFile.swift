public import Entra
public import Journal
public import Remediation

/// What a plan is to do: the four, and nothing that only a person at a screen decides.
public enum PlannedAct: String, Sendable, Hashable, Codable, CaseIterable {
  /// Give people and groups the application (Option 1).
  case assign
  /// Consent on behalf of the organization (Option 2A).
  case reconsent
  /// Delete, add again, consent and put back (Option 2B).
  case replace
  /// Bring the deleted one back.
  case restore

  /// The machine's word for it.
  public var act: Act {
    switch self {
    case .assign: .assign
    case .reconsent: .reconsent
    case .replace: .replace
    case .restore: .restore
    }
  }
}

/// Who consents.
public enum ConsentWay: String, Sendable, Hashable, Codable, CaseIterable {
  /// Regrant, through Graph.
  case grant
  /// The admin, by the link; Regrant waits until Graph shows it.
  case watch

  /// The machine's word for it.
  public var route: ConsentRoute { self == .grant ? .graph : .link }
}

/// What people decided and answered beforehand, for a case that nobody watches on a screen.
public struct PlanWishes: Sendable, Hashable, Codable {
  /// Who is to be assigned, found in the directory.
  public var principals: [Assignee] = []
  /// Who consents, where consent is part of it.
  public var consent: ConsentWay?
  /// Which gentler ways to consent were tried, and what appeared (W3).
  public var tried: [Attempt] = []
  /// Which were not, and why.
  public var setAside: [Reason] = []
  /// W6: who needs the vendor's own role.
  public var access = AccessNeed.customerDecides
  /// Their names, where they are named.
  public var accessPeople: WrittenText?
  /// Whose access the plan is about; nil for everybody who is assigned.
  public var user: UserPrincipalName?

  /// Nothing decided yet.
  public init() {}

  /// Somebody to be assigned, and with which role.
  public struct Assignee: Sendable, Hashable, Codable {
    /// The object ID.
    public let id: ObjectID
    /// The name, for people.
    public let name: WrittenText
    /// A user or a group.
    public let kind: Principal.Kind
    /// The role.
    public let role: ObjectID

    /// Somebody who was found; nil for an entry without IDs.
    public init?(_ entry: LedgerEntry) {
      guard let id = entry.objectID, let kind = entry.kind, let role = entry.roleID else {
        return nil
      }
      (self.id, self.kind, self.role) = (id, kind, role)
      name = WrittenText(entry.name)
    }
  }

  /// A way to consent that was tried.
  public struct Attempt: Sendable, Hashable, Codable {
    /// Which.
    public let route: ConsentRoute
    /// What appeared.
    public let appearance: Appearance

    /// A way, and what appeared.
    public init(_ route: ConsentRoute, _ appearance: Appearance) {
      (self.route, self.appearance) = (route, appearance)
    }
  }

  /// A way to consent that was not tried.
  public struct Reason: Sendable, Hashable, Codable {
    /// Which.
    public let route: ConsentRoute
    /// Why not.
    public let reason: WrittenText

    /// A way, and why not.
    public init(_ route: ConsentRoute, because reason: ForeignText) {
      (self.route, self.reason) = (route, WrittenText(reason))
    }
  }
}

/// A plan: what is to be done, on what, as it was when the plan was made.
public struct PlanFile: Sendable, Hashable, Codable {
  /// The version of its form that this program writes and reads.
  public static let currentVersion = 1

  /// The version of its form.
  public let version: Int
  /// Which plan: the case that carries it out has the same ID.
  public let id: ObjectID
  /// When it was made, in milliseconds since 1970.
  public let madeAt: Int
  /// What is to be done.
  public let act: PlannedAct
  /// What was decided and answered.
  public let wishes: PlanWishes
  /// On what it rests: refused when that has changed.
  public let basis: PlanBasis
  /// The phrase that a delete asks for; nil for a plan that deletes nothing.
  public let confirmation: String?
  /// What would happen, line by line, for people.
  public let steps: [String]

  /// A plan by its parts.
  public init(
    id: CaseID, madeAt: Int, act: PlannedAct, wishes: PlanWishes, basis: PlanBasis,
    confirmation: String?, steps: [String]
  ) {
    version = Self.currentVersion
    self.id = ObjectID(bits: id.bits)
    (self.madeAt, self.act, self.wishes, self.basis) = (madeAt, act, wishes, basis)
    (self.confirmation, self.steps) = (confirmation, steps)
  }

  /// The case that carries it out.
  public var caseID: CaseID { CaseID(bits: id.bits) }
}
