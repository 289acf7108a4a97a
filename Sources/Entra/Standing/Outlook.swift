/// Who gets in now, and who would after an option was taken whole: foreseen, nothing is touched.
public struct Outlook: Sendable, Hashable {
  /// Which option.
  public var remedy: Remedy
  /// How it is.
  public var now = Tally()
  /// How it would be.
  public var after = Tally()
  /// Those who are out now, or of whom it is not known, and would be in.
  public var gaining = Names()
  /// Those who are in now and would not be: none, or the option must not be taken.
  public var losing = Names()
  /// Those who would be out, and why.
  public var out = Names()
  /// Those of whom it could not be told, and why not.
  public var unknown = Names()
  /// Whether there are more people than were looked at.
  public var isCut: Bool

  /// The outlook of an option, before anybody was looked at.
  public init(_ remedy: Remedy, isCut: Bool = false) {
    (self.remedy, self.isCut) = (remedy, isCut)
  }

  /// Counts one person.
  public mutating func count(_ person: PersonStanding, now before: Access, after access: Access) {
    now.count(before)
    after.count(access)
    let named = Named(person, access)
    switch (before.letsIn, access.letsIn) {
    case (true?, true?): break
    case (_, true?): gaining.append(named)
    case (true?, false?):
      losing.append(named)
      out.append(named)
    case (_, false?): out.append(named)
    case (_, nil): unknown.append(named)
    }
  }

  /// How many are in, how many out for which reason, and of how many it is not known.
  public struct Tally: Sendable, Hashable {
    /// How many get in.
    public var admitted = 0
    /// How many are kept out, by what keeps them out.
    public var obstructions: [Access.Obstruction: Int] = [:]
    /// Of how many it can't be told, by what is not known.
    public var doubts: [Access.Doubt: Int] = [:]

    /// Nobody was counted.
    public init() {}

    /// How many are kept out.
    public var out: Int { obstructions.values.reduce(0, +) }
    /// Of how many it is not known.
    public var unknown: Int { doubts.values.reduce(0, +) }
    /// How many were counted.
    public var people: Int { admitted + out + unknown }

    mutating func count(_ access: Access) {
      switch access {
      case .admitted, .asked: admitted += 1
      case .out(let obstruction): obstructions[obstruction, default: 0] += 1
      case .unknown(let doubt): doubts[doubt, default: 0] += 1
      }
    }
  }

  /// People by name: all of them counted, the first of very many kept.
  public struct Names: Sendable, Hashable {
    /// More are counted and not kept.
    public static let most = 500

    /// How many there are.
    public private(set) var count = 0
    /// The first ones.
    public private(set) var first: [Named] = []

    /// Nobody.
    public init() {}

    mutating func append(_ named: Named) {
      count += 1
      if first.count < Self.most { first.append(named) }
    }
  }

  /// Somebody, and how they would fare.
  public struct Named: Sendable, Hashable {
    /// The name they sign in with.
    public var userPrincipalName: ForeignText
    /// Their name.
    public var name: ForeignText
    /// Whether they would get in, and why not.
    public var access: Access

    /// Somebody as they would fare.
    public init(_ person: PersonStanding, _ access: Access) {
      (userPrincipalName, name) = (person.userPrincipalName, person.name)
      self.access = access
    }
  }
}
