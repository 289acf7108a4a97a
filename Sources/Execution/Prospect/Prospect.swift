public import Entra
import Remediation

/// Everybody whom a tenant holds, as far as signing in to the application depends on it.
public struct Crowd: Sendable, Hashable {
  /// The people, each once.
  public var people: [Member]
  /// Who is assigned to the application: users and groups.
  public var assigned: Set<ObjectID>
  /// Whether there are people who were not listed: then the counts are of those listed.
  public var isCut = false

  /// A crowd of people.
  public init(people: [Member], assigned: Set<ObjectID>, isCut: Bool = false) {
    (self.people, self.assigned, self.isCut) = (people, assigned, isCut)
  }

  /// One of them.
  public struct Member: Sendable, Hashable {
    /// Their object ID.
    public var id: ObjectID
    /// What is known of them, but for their assignment.
    public var person: PersonStanding
    /// The groups they are a direct member of, as far as these matter.
    public var groups: Set<ObjectID> = []
    /// The groups they are in through another group only.
    public var outerGroups: Set<ObjectID> = []

    /// A person by what is known.
    public init(
      id: ObjectID, person: PersonStanding, groups: Set<ObjectID> = [],
      outerGroups: Set<ObjectID> = []
    ) {
      (self.id, self.person, self.groups) = (id, person, groups)
      self.outerGroups = outerGroups
    }

    /// What is known of them where `assigned` are assigned.
    func standing(assigned: Set<ObjectID>) -> PersonStanding {
      var person = person
      if assigned.contains(id) {
        person.assignment = .direct
      } else if !groups.isDisjoint(with: assigned) {
        person.assignment = .group(ForeignText(""))
      } else if !outerGroups.isDisjoint(with: assigned) {
        person.assignment = .nestedOnly(ForeignText(""))
      } else {
        person.assignment = .none
      }
      return person
    }
  }
}

/// One of the options whose effect is asked for.
public enum Proposal: Sendable, Hashable {
  /// Option 1: these users and groups are assigned.
  case assign(Set<ObjectID>)
  /// Option 2A: an admin consents for the organization.
  case reconsent
  /// Option 2B: deleted, added again, consented to, everything put back.
  case replace
}

/// Who gains by an option, and who stays out, and why: foreseen, without touching anything.
public struct Prospect: Sendable, Hashable {
  /// How access changes for one person.
  public struct Change: Sendable, Hashable {
    /// Who.
    public var id: ObjectID
    /// What is known of them.
    public var person: PersonStanding
    /// How it is.
    public var before: Access
    /// How it will be.
    public var after: Access
  }

  /// Everybody, in the order in which they were listed.
  public let changes: [Change]
  /// Whether there are people who were not listed.
  public let isCut: Bool

  /// What `option` does for each of `crowd`.
  public init(_ option: Proposal, for crowd: Crowd, in standing: Standing) {
    let after = standing.after(option)
    var assigned = crowd.assigned
    if case .assign(let principals) = option { assigned.formUnion(principals) }
    changes = crowd.people.map { member in
      var later = member.standing(assigned: assigned)
      // A deletion takes users' own consents with it, and nobody can put them back for them.
      if option == .replace, later.hasConsented == true { later.hasConsented = false }
      let now = member.standing(assigned: crowd.assigned)
      return Change(
        id: member.id, person: later, before: standing.access(of: now),
        after: after.access(of: later))
    }
    isCut = crowd.isCut
  }

  /// Those who are out, or of whom it is not known, and will be in.
  public var gaining: [Change] {
    changes.filter { $0.before.letsIn != true && $0.after.letsIn == true }
  }

  /// Those who are in and will be out: none, or the option must not be taken.
  public var losing: [Change] {
    changes.filter { $0.before.letsIn == true && $0.after.letsIn == false }
  }

  /// Those who stay in.
  public var staying: [Change] {
    changes.filter { $0.before.letsIn == true && $0.after.letsIn == true }
  }

  /// Those who stay out, or of whom it can't be told, and why.
  public var out: [Change] {
    changes.filter { $0.before.letsIn != true && $0.after.letsIn != true }
  }

  /// How many stay out for each reason.
  public var reasons: [Access.Obstruction: Int] {
    var counts: [Access.Obstruction: Int] = [:]
    for change in out {
      if case .out(let obstruction) = change.after { counts[obstruction, default: 0] += 1 }
    }
    return counts
  }
}

extension Standing {
  /// How the application stands after an option was taken whole.
  func after(_ option: Proposal) -> Standing {
    var after = self
    switch option {
    case .assign: break
    case .reconsent:
      after.consent = .open
      // The first consent creates what was never there.
      if object == .neverInstalled || object == .gone { after = .fresh(userConsent) }
    case .replace:
      let isRequired = isAssignmentRequired
      // What the vendor or Microsoft disabled stays so, however often it is added.
      guard object != .disabledByVendor else { break }
      after = .fresh(userConsent)
      after.isAssignmentRequired = isRequired ?? false
    }
    return after
  }

  private static func fresh(_ userConsent: UserConsentSetting?) -> Standing {
    Standing(
      object: .present, isAssignmentRequired: false, consent: .open, userConsent: userConsent)
  }
}
