/// Who is assigned to an application, as counts, with the groups by name.
public struct AssignmentStanding: Sendable, Hashable {
  /// How many users are assigned themselves.
  public var users = 0
  /// How many groups are.
  public var groups = 0
  /// How many applications are.
  public var others = 0
  /// How many rows could not be read.
  public var unreadable = 0
  /// The groups that were looked into, the first ones of very many.
  public var inside: [Group] = []
  /// Whether the one user assigned is the one who consented: the article's starting point.
  public var isConsenterAlone = false

  /// Nobody is assigned.
  public init() {}

  /// How many people and groups are assigned: nobody gets in by the others.
  public var principals: Int { users + groups }

  /// An assigned group.
  public struct Group: Sendable, Hashable {
    /// Its object ID.
    public var id: ObjectID
    /// Its name.
    public var name: ForeignText
    /// How many direct members it has; `nil`: it could not be read.
    public var members: Int?
    /// The groups in it, whose own members are out.
    public var nested: [ForeignText]

    /// A group by its parts.
    public init(id: ObjectID, name: ForeignText, members: Int?, nested: [ForeignText]) {
      (self.id, self.name, self.members, self.nested) = (id, name, members, nested)
    }
  }

  /// The groups inside assigned groups.
  public var nested: [ForeignText] { inside.flatMap(\.nested) }
}
