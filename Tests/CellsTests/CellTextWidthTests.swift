import Cells
import Testing

/// What a text promises to take, asked of a terminal and of the C library.
@Suite("The columns a text promises")
struct CellTextWidthTests {
  @Test("are the columns a terminal uses, for every scalar there is")
  func everyScalar() throws {
    let terminal = try #require(VirtualTerminal())
    var batch = ""
    var promised = 0
    var wrong: [UInt32] = []
    var members: [UInt32] = []
    func settle() {
      if terminal.cursor(after: batch) != (0, promised) { wrong += members }
      (batch, promised, members) = ("", 0, [])
    }
    for value in UInt32(0)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = CellText(String(scalar))
      if value > 0x3000, shown.clusters.first?.columns == ["\u{FFFD}"] { continue }  // seen below
      if !Self.isLawful(shown) { wrong.append(value) }
      if promised + shown.width > 78 { settle() }
      batch += shown.text
      promised += shown.width
      members.append(value)
    }
    settle()
    #expect(wrong.map { String($0, radix: 16) } == [])
  }

  @Test("are the columns a terminal uses, for what hostile people write", arguments: hostile)
  func hostileText(_ text: String) throws {
    let terminal = try #require(VirtualTerminal())
    for ascii in [false, true] {
      let shown = CellText(text, ascii: ascii).truncated(to: 79)
      #expect(Self.isLawful(shown))
      #expect(terminal.cursor(after: shown.text) == (0, shown.width))
      #expect(!ascii || shown.text.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }
  }

  @Test("are the columns a terminal uses, for texts at random", arguments: 0..<8 as Range<UInt64>)
  func randomText(seed: UInt64) throws {
    let terminal = try #require(VirtualTerminal())
    var random = Seeded(seed)
    for _ in 0..<500 {
      let text = Self.text(using: &random)
      let shown = CellText(text).truncated(to: 79, Bool.random(using: &random) ? .end : .middle)
      let isRight =
        shown.width <= 79 && Self.isLawful(shown)
        && terminal.cursor(after: shown.text) == (0, shown.width)
      #expect(isRight, "seed \(seed): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
      for line in CellText(text).wrapped(to: 7) {
        let fits = line.width <= 7 && terminal.cursor(after: line.text) == (0, line.width)
        #expect(fits, "seed \(seed): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
  }

  /// Whether each column begins with something that the C library gives that width, and holds
  /// nothing after it but at most three marks without one.
  private static func isLawful(_ text: CellText) -> Bool {
    text.width == text.clusters.reduce(0) { $0 + $1.columns.count }
      && text.clusters.allSatisfy { cluster in
        cluster.columns.first?.isEmpty == false
          && cluster.columns.indices.allSatisfy { isLawful(cluster.columns, at: $0) }
      }
  }

  private static func isLawful(_ columns: [String], at index: Int) -> Bool {
    let scalars = columns[index].unicodeScalars
    guard let base = scalars.first else {
      return index > 0 && columns[index - 1].unicodeScalars.first.map(Witness.columns) == 2
    }
    let isFollowed = index + 1 < columns.count && columns[index + 1].isEmpty
    return Witness.columns(base) == (isFollowed ? 2 : 1) && scalars.count <= 4
      && scalars.dropFirst().allSatisfy { Witness.columns($0) == 0 }
  }

  /// Texts from the corners of Unicode where widths go wrong.
  private static func text(using random: inout Seeded) -> String {
    let corners: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x24F, 0x300...0x36F, 0x590...0x6FF, 0x900...0x9FF, 0xE00...0xE7F,
      0x1100...0x11FF, 0x2000...0x206F, 0x2500...0x27BF, 0x3000...0x30FF, 0x4E00...0x4EFF,
      0xAC00...0xACFF, 0xD7B0...0xD7FF, 0xFE00...0xFEFF, 0xFF00...0xFFEF, 0x1_F1E6...0x1_F1FF,
      0x1_F300...0x1_FAFF, 0xE_0000...0xE_01EF, 0...0x10_FFFF,
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      guard let corner = corners.randomElement(using: &random),
        let scalar = Unicode.Scalar(UInt32.random(in: corner, using: &random))
      else { continue }
      scalars.append(scalar)
      if Int.random(in: 0..<4, using: &random) == 0 { scalars.append("\u{200D}") }
    }
    return String(scalars)
  }
}

/// What reviewers and attackers put into a display name.
private let hostile = [
  "", "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}2J", "a\tb", "a\r\nb", "\u{0}", "\u{7F}",
  "\u{202E}nimdA", "\u{200F}x\u{2066}y\u{2069}", "\u{200B}", "\u{FEFF}a", "\u{301}", "a\u{2028}b",
  "👨‍👩‍👧‍👦", "👩🏽‍💻", "🏳️‍🌈", "👍🏿", "🏽", "🇩🇪🇫🇷", "🇩", "❤️", "❤️‍🔥", "5️⃣", "\u{1FAE8}", "🏴\u{E0067}\u{E007F}",
  String(repeating: "x", count: 300), "a" + String(repeating: "\u{301}\u{489}", count: 40),
  "שָׁלוֹם", "السَّلَامُ", "ที่นี่", "क्षत्रिय", "தமிழ்", "\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{119E}", "漢字かな",
  "か\u{3099}", "\u{F8FF}", "\u{E000}", "\u{10FFFF}", "ﷺ", "𒐫", "ǆ", "\u{2800}\u{3164}\u{115F}",
  "\u{1100}\u{1100}\u{1161}", "e\u{301}\u{302}\u{303}\u{304}", "￾", "§±→…●█┌", "\u{FF21}\u{FF71}",
  String(repeating: "\u{915}\u{93F}", count: 50) + String(repeating: "\u{93F}", count: 400),
]
