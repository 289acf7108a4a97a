public import Entra

/// Somebody on a list of who was assigned, as the list names them.
public struct ListedPrincipal: Sendable, Hashable {
  /// Who it is.
  public let who: Who
  /// What it is, where the list says.
  public let kind: Principal.Kind?
  /// Which role, where the list says.
  public let role: Role?
  /// A name to show beside an ID, where the list has one.
  public let name: ForeignText?
  /// The line it stands on.
  public let line: Int

  /// A principal by its parts.
  public init(
    who: Who, kind: Principal.Kind? = nil, role: Role? = nil, name: ForeignText? = nil, line: Int
  ) {
    (self.who, self.kind, self.role) = (who, kind, role)
    (self.name, self.line) = (name, line)
  }

  /// The three ways in which lists name people and groups.
  public enum Who: Sendable, Hashable {
    /// By object ID: certain.
    case id(ObjectID)
    /// By the name they sign in with: certain, until it is changed.
    case userPrincipalName(UserPrincipalName)
    /// By display name, which several may share.
    case name(ForeignText)
  }

  /// A role as a list names it.
  public enum Role: Sendable, Hashable {
    /// By ID.
    case id(ObjectID)
    /// By its name in the portal.
    case name(ForeignText)
  }
}

/// A list that was read whole: every line understood.
public struct PrincipalList: Sendable, Hashable {
  /// Who is on it, each once for each role, in the list's order.
  public let principals: [ListedPrincipal]
  /// Lines that repeat an earlier one.
  public let duplicates: [Duplicate]
  /// How many lines repeat an earlier one and are not among ``duplicates``.
  public let moreDuplicates: Int

  /// A line that says what an earlier one said.
  public struct Duplicate: Sendable, Hashable {
    /// The line that adds nothing.
    public let line: Int
    /// The line it repeats.
    public let first: Int
  }

  /// Reads a file.
  ///
  /// - Throws: ``IntakeFailure`` with everything that is wrong with it.
  public init(inFileAt path: String) throws(IntakeFailure) {
    let bytes: [UInt8]
    do throws(IncomingFile.Failure) { bytes = try IncomingFile.bytes(at: path) } catch {
      throw .file(error)
    }
    do throws(ListRefusal) { self = try PrincipalCSV.read(bytes) } catch { throw .list(error) }
  }

  /// Sorts out the repetitions.
  init(_ listed: [ListedPrincipal]) {
    struct Entry: Hashable {
      let who: ListedPrincipal.Who
      let role: ListedPrincipal.Role?
    }
    var first: [Entry: Int] = [:]
    var principals: [ListedPrincipal] = []
    var duplicates: [Duplicate] = []
    for principal in listed {
      let entry = Entry(who: principal.who, role: principal.role)
      if let line = first[entry] {
        duplicates.append(Duplicate(line: principal.line, first: line))
      } else {
        first[entry] = principal.line
        principals.append(principal)
      }
    }
    self.principals = principals
    self.duplicates = Array(duplicates.prefix(ListRefusal.shownProblems))
    moreDuplicates = duplicates.count - self.duplicates.count
  }
}
