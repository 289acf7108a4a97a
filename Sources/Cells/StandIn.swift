/// What is written for a character that can't be, where readers would write the same.
enum StandIn {
  /// For characters refused in every locale, because their width is in dispute.
  static func everywhere(_ scalar: Unicode.Scalar) -> String? {
    (0x2000..<0x2600).contains(scalar.value) ? disputed[scalar] : nil
  }

  private static let disputed: [Unicode.Scalar: String] = [
    "…": "...", "•": "*", "●": "*", "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "≤": "<=",
    "≥": ">=", "≠": "!=", "─": "-", "│": "|",
  ]

  /// For other characters, where there is only ASCII; nothing when there is none.
  static func inASCII(_ scalar: Unicode.Scalar) -> String? {
    if (0xFF01...0xFF5E).contains(scalar.value) {
      return Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }  // a full-width form
    }
    return table[scalar]
  }

  private static let table: [Unicode.Scalar: String] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"",
    "\u{201A}": "'", "\u{2039}": "<", "\u{203A}": ">", "\u{AB}": "<<", "\u{BB}": ">>",
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-",
    "\u{2015}": "-", "\u{2212}": "-", "\u{B4}": "'", "\u{D7}": "x", "\u{F7}": "/", "\u{B7}": ".",
    "\u{20AC}": "EUR", "\u{A3}": "GBP", "\u{A9}": "(c)", "\u{AE}": "(r)", "\u{2122}": "(tm)",
    "\u{2116}": "No.", "\u{B2}": "2", "\u{B3}": "3", "\u{B9}": "1", "\u{B1}": "+-",
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "n", "Ŋ": "N", "ĸ": "k", "ŧ": "t", "Ŧ": "T",
  ]
}
