public import Entra

/// Why a list was not taken: everything that is wrong with it, not only the first.
///
/// A list that was understood in part would leave somebody out without a word.
public struct ListRefusal: Error, Sendable, Hashable {
  /// What is wrong, in the order of the text.
  public private(set) var problems: [Problem] = []
  /// How many more there are.
  public private(set) var more = 0

  /// How many problems are told one by one.
  public static let shownProblems = 100

  /// Notes a problem.
  mutating func append(_ reason: Reason, at place: TextPlace) {
    if problems.count < Self.shownProblems {
      problems.append(Problem(place: place, reason: reason))
    } else {
      more += 1
    }
  }

  /// Notes what another reader noted.
  mutating func append(contentsOf other: Self) {
    for problem in other.problems { append(problem.reason, at: problem.place) }
    more += other.more
  }

  /// Notes where bytes are no text.
  init(_ refusal: TextRefusal) {
    let places = refusal.places.isEmpty ? [TextPlace(line: 1, column: 1)] : refusal.places
    problems = places.map { Problem(place: $0, reason: .text(refusal.reason)) }
  }

  /// A list against which nothing speaks yet.
  init() {}

  /// Puts what was found in passing where it stands.
  mutating func sort() {
    problems.sort {
      ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
    }
  }

  /// Whether nothing is wrong.
  var isEmpty: Bool { problems.isEmpty }

  /// One thing that is wrong, and where.
  public struct Problem: Sendable, Hashable {
    /// Where it begins.
    public let place: TextPlace
    /// What it is.
    public let reason: Reason
  }

  /// What can be wrong with a list.
  public enum Reason: Sendable, Hashable {
    /// The bytes are no text.
    case text(TextRefusal.Reason)
    /// Nobody is on it.
    case empty
    /// The first line names columns, and none of them says who.
    case noPrincipalColumn
    /// Several columns without a heading: which is which can't be told.
    case headerNeeded
    /// A quotation mark opens a field and none closes it.
    case unclosedQuote
    /// Something follows the quotation mark that closes a field.
    case textAfterQuote
    /// A quotation mark inside a field that does not begin with one.
    case strayQuote
    /// More fields than the heading has columns.
    case tooManyFields(columns: Int)
    /// The line says of nobody what it says.
    case nobody
    /// Not an object ID, where one belongs.
    case notAnObjectID(ForeignText)
    /// Not a user principal name, where one belongs.
    case notAUserPrincipalName(ForeignText)
    /// Neither user, group nor service principal.
    case unknownKind(ForeignText)
    /// A line break between quotation marks: no name has one, a missing quotation mark causes it.
    case lineBreak
    /// Longer than Entra's names can be.
    case tooLong(characters: Int)
    /// Typed: identifiers and other words without a comma between them.
    case mixed(ForeignText)
  }
}
