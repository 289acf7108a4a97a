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

  /// From how many columns on the journey has a panel of its own.
  public static let wide = 110

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

  let page: Page
  let size: Size
  let charset: Charset

  /// A page in a size.
  public init(_ page: Page, size: Size, charset: Charset = .utf8) {
    self.init(whole: Self.replacingCode(on: page, size, charset), size: size, charset: charset)
  }

  /// The page as it is, in a size.
  init(whole page: Page, size: Size, charset: Charset) {
    (self.page, self.size, self.charset) = (page, size, charset)
  }

  /// The cells; too small a screen gets a notice, and the page keeps everything.
  public var frame: Frame {
    guard isBigEnough else { return noticeOfSize }
    var frame = Frame(size: size)
    if let code = bareCode {
      drawCode(code, in: &frame)
      return frame
    }
    let fit = self.fit
    if page.isStop {
      drawStop(fit, in: &frame)
    } else if isWide {
      drawWide(fit, in: &frame)
    } else {
      drawNarrow(fit, in: &frame)
    }
    drawHeader(in: &frame)
    drawFooter(under: fit.extent, in: &frame)
    return frame
  }

  /// What of the page is in sight at this size.
  ///
  /// Nothing is, and nothing scrolls, on a screen too small for a page.
  public var extent: Extent {
    guard isBigEnough, bareCode == nil else { return Extent(rows: 0, limit: 0, listRows: 0) }
    return fit.extent
  }

  private var fit: Fit { fitted(in: page.isStop ? stopArea : bodyArea) }

  private var isBigEnough: Bool {
    size.columns >= Self.smallest.columns && size.rows >= Self.smallest.rows
  }

  /// The glyphs of the character set.
  var glyphs: Glyphs { Glyphs(charset) }

  /// Whether the journey has a panel; a panel that says nothing is not drawn.
  var isWide: Bool { size.columns >= Self.wide && !page.isStop && page.journey != Journey() }

  /// Whether rows are so scarce that the trail and a rule give way.
  var isLow: Bool { size.rows < Size.design.rows }

  func fitted(in area: Area) -> Fit {
    let isAtEdge = area.column == 0 && area.columns == size.columns
    let pen = Pen(
      page, columns: area.textColumns, flush: isAtEdge ? size.columns : nil, charset: charset)
    return Fit(page, pen: pen, capacity: area.rows)
  }

  func text(_ string: String) -> CellText { CellText(string, ascii: charset == .ascii) }

  private var noticeOfSize: Frame {
    var frame = Frame(size: size)
    let lines = [Labels.program, Labels.enlarge(size), Labels.kept]
    for (row, line) in lines.enumerated() where row < size.rows {
      frame.write(
        text(line), at: Position(row: row, column: 0), style: row == 1 ? .strong : .plain,
        within: max(0, size.columns))
    }
    return frame
  }
}
