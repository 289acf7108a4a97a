/// What a reader takes for one character, as the columns that it takes on the screen.
public struct Cluster: Sendable, Hashable {
  /// The text of each column: a base with at most three marks.
  ///
  /// In the second column of a wide character nothing; the first is never empty.
  public let columns: [String]

  /// A cluster of columns that were found safe.
  init(_ columns: [String]) { self.columns = columns }

  /// How many columns it takes; at least one.
  public var width: Int { columns.count }

  /// The columns as one text.
  public var text: String { columns.count == 1 ? columns[0] : columns.joined() }

  /// Where a line may be broken.
  var isSpace: Bool { columns == [" "] }

  /// Printable ASCII, made once: most text is nothing else.
  static let printable = (UInt8(0x20)..<0x7F).map { Cluster([String(Unicode.Scalar($0))]) }

  /// Stands where something can't be shown.
  static func replacement(ascii: Bool) -> Cluster { Cluster([ascii ? "?" : "\u{FFFD}"]) }
}
