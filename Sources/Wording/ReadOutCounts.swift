public import Entra

/// What an admin reads out from the portal's pages before a deletion: seven counts that name nobody.
public struct ReadOutCounts: Sendable, Hashable {
  private let numbers: [Part: Int]

  /// One of the seven, in the order they are said.
  public enum Part: Sendable, Hashable, CaseIterable {
    /// Who may use the application: rows.
    case assignments
    /// Those of groups among them.
    case groups
    /// Delegated consents, users' own included.
    case grants
    /// Application permissions.
    case permissions
    /// Owners.
    case owners
    /// "Assignment required?": yes or no.
    case requirement
    /// Other properties that somebody set.
    case properties
  }

  /// Why a line is not the seven counts.
  public enum Problem: Error, Sendable, Hashable {
    /// It ends before this one.
    case missing(Part)
    /// This many more than seven.
    case more(Int)
    /// This is none of the kind that is asked.
    case unreadable(Part, ForeignText)
    /// More groups than assignments.
    case groupsExceedAssignments
  }

  /// Reads a line as it is read out: `240 3 2 0 1 yes 2`.
  public init(_ line: String) throws(Problem) {
    let words = Self.words(of: line)
    var numbers: [Part: Int] = [:]
    for (part, word) in zip(Part.allCases, words) {
      guard let number = Self.number(word, of: part) else {
        throw .unreadable(part, ForeignText(word))
      }
      numbers[part] = number
    }
    if words.count < Part.allCases.count { throw .missing(Part.allCases[words.count]) }
    if words.count > Part.allCases.count { throw .more(words.count - Part.allCases.count) }
    self.numbers = numbers
    if self[.groups] > self[.assignments] { throw .groupsExceedAssignments }
  }

  /// How many; of the requirement, 1 stands for yes.
  public subscript(part: Part) -> Int { numbers[part] ?? 0 }

  /// "Assignment required?" is set.
  public var isAssignmentRequired: Bool { self[.requirement] == 1 }

  /// What a line that is still being typed says, part by part, as far as it can be read.
  public static func understood(_ line: String) -> [Part: String] {
    var said: [Part: String] = [:]
    for (part, word) in zip(Part.allCases, words(of: line)) {
      guard let number = number(word, of: part) else { break }
      said[part] = part == .requirement ? (number == 1 ? "yes" : "no") : Quantity.grouped(number)
    }
    return said
  }

  private static func words(of line: String) -> [String] {
    line.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
  }

  private static func number(_ word: String, of part: Part) -> Int? {
    if part == .requirement {
      switch word.lowercased() {
      case "yes", "y": return 1
      case "no", "n": return 0
      default: return nil
      }
    }
    guard word.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(word),
      number <= most
    else { return nil }
    return number
  }

  /// More than the portal shows, fewer than anybody counts.
  private static let most = 100_000
}

extension Words {
  /// What one of the seven counts is called.
  public func name(of part: ReadOutCounts.Part) -> String {
    switch part {
    case .assignments: "Assignments"
    case .groups: "Groups"
    case .grants: "Consents"
    case .permissions: "App permissions"
    case .owners: "Owners"
    case .requirement: "Required?"
    case .properties: "Properties"
    }
  }

  /// Where one of the seven counts is read.
  public func place(of part: ReadOutCounts.Part) -> String {
    switch part {
    case .assignments: "Users and groups: its rows, on all pages"
    case .groups: "those of them that are groups"
    case .grants: "Permissions: rows of type Delegated, on both tabs"
    case .permissions: "Permissions: rows of type Application"
    case .owners: "Owners: its rows"
    case .requirement: "Properties, \"Assignment required?\": yes or no"
    case .properties: "Properties: what else was set (notes, not visible)"
    }
  }

  /// What to think of before counts are taken for a list.
  public var countsNameNobody: String {
    "Counts name nobody: have a copy of each page kept, to put people back by."
  }

  /// The journal's note on a snapshot of counts.
  public var countsNote: String {
    "The snapshot holds counts that the admin read out from the portal's pages. It names nobody."
  }

  /// Why a line is not the seven counts.
  public func sentence(_ problem: ReadOutCounts.Problem) -> String {
    switch problem {
    case .missing(let part): "Not all seven yet. Next: \(place(of: part))."
    case .more(let count): "\(7 + count) of them; seven are asked, without commas inside numbers."
    case .unreadable(.requirement, let word): "\"\(word.safe)\" is neither yes nor no."
    case .unreadable(let part, let word): "\"\(word.safe)\" is no count of: \(name(of: part))."
    case .groupsExceedAssignments: "More groups than assignments: the groups are among them."
    }
  }
}
