public import Entra

/// Somebody who got in and could not any more, from one request to another.
public struct Outage: Sendable, Hashable, Codable {
  /// Their user principal name.
  public let person: ForeignText
  /// After what they were out.
  public let from: Edge
  /// After what they were in again; nil while they are out.
  public let until: Edge?

  /// A request, or what somebody did in a browser, after which sign-ins were judged.
  public struct Edge: Sendable, Hashable, Codable {
    /// Which of the requests into the tenant it was, from 1.
    public let request: Int
    /// What it did: method and kind of object.
    public let deed: String
    /// When, in milliseconds since 1970.
    public let at: Int

    /// An edge by its parts.
    public init(request: Int, deed: String, at: Int) {
      (self.request, self.deed, self.at) = (request, deed, at)
    }
  }

  /// An outage by its parts.
  public init(person: ForeignText, from: Edge, until: Edge?) {
    (self.person, self.from, self.until) = (person, from, until)
  }
}

/// What became of people's sign-ins, judged in a practice tenant after every change.
public struct OutageMeasurement: Sendable, Hashable, Codable {
  /// How many people were asked after.
  public let people: Int
  /// After how many changes so far.
  public let changes: Int
  /// How many of them get in now and did not at first.
  public let gained: Int
  /// Those that began or ended since the last measurement.
  public let outages: [Outage]

  /// A measurement by its parts.
  public init(people: Int, changes: Int, gained: Int, outages: [Outage]) {
    (self.people, self.changes, self.gained, self.outages) = (people, changes, gained, outages)
  }
}
