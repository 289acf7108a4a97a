import Cells

extension Layout {
  /// The rows of the page's code where they need nearly the whole screen; nil for any other page.
  ///
  /// Title, trail and what is at stake give way to it: the code is looked at by a camera.
  var bareCode: [Line]? {
    guard let address = page.codeAlone, !Self.fits(page, size, charset) else { return nil }
    let lines = Self.rows(ofCode: address, on: page, size, charset)
    guard lines.count < size.rows, lines.allSatisfy({ $0.width <= size.columns - 2 * Area.gutter })
    else { return nil }
    return lines
  }

  /// A code, the header above it where a row is left, and the keys.
  func drawCode(_ lines: [Line], in frame: inout Frame) {
    var lines = lines
    lines[0].cursor = 0
    let top = size.rows - 1 - lines.count
    let area = Area(row: top, column: 0, rows: lines.count, columns: size.columns)
    frame.write(lines, in: area)
    if top > 0 { drawHeader(in: &frame) }
    drawFooter(under: extent, in: &frame)
  }

  /// The page; where its code doesn't fit even alone it says so, with the address instead.
  static func replacingCode(on page: Page, _ size: Size, _ charset: Charset) -> Page {
    guard let address = page.codeAlone, !fits(page, size, charset) else { return page }
    let lines = rows(ofCode: address, on: page, size, charset)
    let columns = (lines.first?.width ?? 0) + 2 * Area.gutter
    guard lines.count >= size.rows || columns > size.columns else { return page }
    var page = page
    page.blocks = [
      .text(Labels.codeNeeds(Size(columns: columns, rows: lines.count + 1))), .link(address),
    ]
    return page
  }

  /// Whether nothing of the page is out of sight.
  private static func fits(_ page: Page, _ size: Size, _ charset: Charset) -> Bool {
    let layout = Layout(whole: page, size: size, charset: charset)
    let lines = rows(ofCode: page.codeAlone ?? "", on: page, size, charset)
    return layout.fitted(in: layout.bodyArea).extent.limit == 0
      && lines.allSatisfy { $0.width <= layout.bodyArea.textColumns }
  }

  /// The code as it is, however much room there is.
  private static func rows(
    ofCode address: String, on page: Page, _ size: Size, _ charset: Charset
  ) -> [Line] {
    Pen(page, columns: .max / 2, flush: nil, charset: charset).rows(code: address)
  }
}

extension Page {
  /// The address whose code this page is for; nil where there is anything to answer, too.
  var codeAlone: String? {
    var address: String?
    for block in blocks {
      switch block {
      case .code(let code) where address == nil: address = code
      case .text, .gap: break
      default: return nil
      }
    }
    return address
  }
}
