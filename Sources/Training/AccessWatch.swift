import Entra
import Simulator

/// Judges after every change in a tenant who gets in now: who was shut out, from when to when.
public struct AccessWatch: Sendable {
  /// Something that may have changed who gets in.
  public struct Edge: Sendable, Hashable {
    /// How many requests had come until then, it among them.
    public let request: Int
    /// What it did: method and kind of object, or whose browser.
    public let deed: String
    /// When, in seconds since 1970, by the tenant's clock.
    public let seconds: Double
  }

  /// Somebody who got in at first and then did not.
  public struct Outage: Sendable, Hashable {
    /// Who, by the name they sign in with.
    public let person: String
    /// After what.
    public let from: Edge
    /// After what they got in again; nil while they do not.
    public internal(set) var until: Edge?
  }

  /// How many people are asked after: the tenant's first.
  public static let mostPeople = 1_000

  /// How many changes were looked at.
  public private(set) var changes = 0
  /// How many people are asked after.
  public let people: Int
  /// How many get in now and did not at first.
  public private(set) var gained = 0
  private var requests = 0
  private let initially: [Bool]
  private var out: [Int: Int] = [:]
  private var outages: [Outage] = []
  private var news: Set<Int> = []

  init(_ tenant: SimulatedTenant) {
    people = min(tenant.people.size, Self.mostPeople)
    initially = (0..<people).map { tenant.verdict(for: tenant.people.id(at: $0)) == .admitted }
  }

  /// A request has come.
  mutating func count() { requests += 1 }

  /// Judges everybody's sign-in, after a change.
  mutating func look(at tenant: SimulatedTenant, after deed: String) {
    changes += 1
    gained = 0
    let edge = Edge(
      request: requests, deed: deed, seconds: tenant.now.seconds(since: Moment(ticks: 0)))
    for person in 0..<people {
      let isIn = tenant.verdict(for: tenant.people.id(at: person)) == .admitted
      guard initially[person] else {
        if isIn { gained += 1 }
        continue
      }
      if isIn, let outage = out.removeValue(forKey: person) {
        outages[outage].until = edge
        news.insert(outage)
      } else if !isIn, out[person] == nil {
        out[person] = outages.count
        news.insert(outages.count)
        outages.append(
          Outage(person: tenant.people.userPrincipalName(at: person), from: edge, until: nil))
      }
    }
  }

  /// The outages that began or ended since this was last asked.
  mutating func takeNews() -> [Outage] {
    defer { news = [] }
    return news.sorted().map { outages[$0] }
  }
}
