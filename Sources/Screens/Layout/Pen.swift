import Cells

/// Turns blocks into rows of a width.
struct Pen {
  let charset: Layout.Charset
  /// Columns for prose.
  let measure: Int
  /// Columns for tables and everything else.
  let columns: Int
  /// Columns for an address that begins at the screen's edge; nil where it can't.
  let flush: Int?
  /// The block that has the focus.
  let focused: String
  /// The column at which what follows "Say:" stands; 0 to run it in.
  let labelColumn: Int
  let glyphs: Glyphs

  /// The widest prose.
  static let widestProse = 76

  init(_ page: Page, columns: Int, flush: Int?, charset: Layout.Charset) {
    (self.charset, self.columns, self.flush) = (charset, columns, flush)
    measure = min(columns, Self.widestProse)
    focused = page.focused
    glyphs = Glyphs(charset)
    let labels = page.blocks.compactMap { block in
      switch block {
      case .say: Labels.say.count
      case .path: Labels.goTo.count
      case .expect: Labels.expect.count
      default: nil
      }
    }
    labelColumn = measure >= 64 ? (labels.max() ?? -2) + 2 : 0
  }

  var isASCII: Bool { charset == .ascii }

  func text(_ string: String) -> CellText { CellText(string, ascii: isASCII) }

  func width(_ string: String) -> Int { CellText.width(of: string, ascii: isASCII) }

  func span(_ string: String, _ style: Style = .plain) -> Span {
    Span(text: text(string), style: style)
  }

  /// What the layout itself draws.
  func mark(_ string: String, _ style: Style = .plain) -> Span {
    Span(text: CellText(string, from: .wording, ascii: isASCII), style: style)
  }

  func blanks(_ count: Int) -> Span { span(String(repeating: " ", count: max(0, count))) }

  /// A paragraph beside what stands before its first row, all rows under the first.
  func paragraph(
    _ string: String, _ style: Style = .plain, after label: Span? = nil, indent: Int = 0,
    width: Int? = nil
  ) -> [Line] {
    let room = max(1, (width ?? measure) - indent)
    let wrapped =
      string.utf8.contains(UInt8(ascii: "\n"))
      ? string.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { text(String($0)).wrapped(to: room) }
      : text(string).wrapped(to: room)
    let rows = wrapped.isEmpty ? [text("")] : wrapped
    return rows.enumerated().map { index, row in
      var before: [Span] = []
      if index == 0, let label { before.append(label) }
      let used = before.reduce(0) { $0 + $1.text.width }
      if indent > used { before.append(blanks(indent - used)) }
      return Line(spans: before + [Span(text: row, style: style)])
    }
  }

  /// A text that fits a width, cut in its middle if it is an address, else at its end.
  func cut(_ string: String, to width: Int) -> CellText {
    let isMachineFact = string.contains("@") || string.count { $0 == "-" } >= 4
    return text(string).truncated(to: max(1, width), isMachineFact ? .middle : .end, ascii: isASCII)
  }

  /// A text in a column: cut, or filled with blanks.
  func cell(_ string: String, width: Int, _ style: Style = .plain) -> [Span] {
    let shown = cut(string, to: width)
    return [Span(text: shown, style: style), blanks(width - shown.width)]
  }
}

extension Style {
  static let strong = Style(.text, .bold)
  static let heading = Style(.heading, .bold)
  static let rule = Style(.rule)
  static let caution = Style(.caution, .bold)
}
