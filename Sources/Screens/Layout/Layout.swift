public import Cells

/// Draws a page as cells: pure, from a page, a size and a character set to a frame.
public struct Layout: Sendable, Hashable {
  /// What characters a terminal can show.
  public enum Charset: Sendable, Hashable, CaseIterable {
    /// Everything.
    case utf8
    /// Only ASCII, losing nothing but beauty.
    case ascii
  }

  /// How big a screen must be for a page to be drawn at all.
  public static let smallest = Size(columns: 60, rows: 20)

  /// How much of a page's text is in sight, and how far it can be scrolled.
  public struct Extent: Sendable, Hashable {
    /// Rows of text in sight at a time.
    public var rows: Int
    /// The greatest useful ``Page/scroll``.
    public var limit: Int
    /// Rows that a list on the page has.
    public var listRows: Int

    /// An extent.
    public init(rows: Int, limit: Int, listRows: Int) {
      (self.rows, self.limit, self.listRows) = (rows, limit, listRows)
    }
  }
}
