import Cells

extension Pen {
  /// Light modules around a code, which a camera needs: the standard has four, two do.
  static let quietModules = 2

  /// A QR code, two modules in a row of cells; in ASCII two columns for each module.
  func rows(code address: String) -> [Line] {
    guard let code = QRCode(link: address) else { return paragraph(address) }
    let width = (code.size + 2 * Self.quietModules) * (isASCII ? 2 : 1)
    guard width <= columns else { return paragraph(address) }
    let span = (-Self.quietModules)..<(code.size + Self.quietModules)
    let ink = Style(.inkOnPaper)
    guard !isASCII else {
      return span.map { row in
        Line(spans: [mark(span.map { code[row, $0] ? "##" : "  " }.joined(), ink)])
      }
    }
    return stride(from: span.lowerBound, to: span.upperBound, by: 2).map { row in
      let cells = span.map { column -> String in
        switch (code[row, column], code[row + 1, column]) {
        case (true, true): "\u{2588}"
        case (true, false): "\u{2580}"
        case (false, true): "\u{2584}"
        case (false, false): " "
        }
      }
      return Line(spans: [mark(cells.joined(), ink)])
    }
  }
}
