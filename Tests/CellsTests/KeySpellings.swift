import Cells
import Testing

/// A row of bytes that terminals send, and the keys that it is.
struct Spelling: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let keys: [Key]

  init(_ text: String, _ keys: Key...) { (bytes, self.keys) = (Array(text.utf8), keys) }
  init(bytes: [UInt8], _ keys: Key...) { (self.bytes, self.keys) = (bytes, keys) }

  var testDescription: String {
    bytes.map { (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : "\\x\($0)" }.joined()
  }

  /// Keys in the spellings of xterm, PuTTY, rxvt, the Linux console, tmux and screen.
  static let known: [Spelling] =
    characters + controls + arrows + editing + functions + keypad + mouse + pastes

  private static let characters = [
    Spelling("a", .character("a")), Spelling("é", .character("é")), Spelling("漢", .character("漢")),
    Spelling("😀", .character("😀")), Spelling("~", .character("~")), Spelling(" ", .character(" ")),
    Spelling("\u{1B}x", .alt("x")), Spelling("\u{1B}é", .alt("é")), Spelling("\u{1B}X\u{1B}\\"),
    Spelling("\u{85}", .character("\u{FFFD}")), Spelling("\u{1B}\u{1B}x", .escape, .alt("x")),
    Spelling(bytes: [0xE9, 0x61], .character("\u{FFFD}"), .character("a")),
    Spelling(
      bytes: [0xE2, 0x82, 0x61], .character("\u{FFFD}"), .character("\u{FFFD}"), .character("a")),
    Spelling(bytes: [0xC0, 0x80], .character("\u{FFFD}"), .character("\u{FFFD}")),
    Spelling(
      bytes: [0xED, 0xA0, 0x80], .character("\u{FFFD}"), .character("\u{FFFD}"),
      .character("\u{FFFD}")),
    Spelling(bytes: [0xC3, 0x1B, 0x5B, 0x41], .character("\u{FFFD}"), .up),
    Spelling(bytes: [0x1B, 0xC3, 0x0D], .alt("\u{FFFD}"), .enter),
  ]

  private static let controls = [
    Spelling("\r", .enter), Spelling("\n", .control("j")), Spelling("\t", .tab),
    Spelling("\u{0}", .control(" ")),
    Spelling("\u{3}", .control("c")), Spelling("\u{1A}", .control("z")),
    Spelling("\u{1C}", .control("\\")),
    Spelling("\u{8}", .backspace), Spelling("\u{7F}", .backspace),
    Spelling("\u{1B}\u{7F}", .wordBackspace),
    Spelling("\u{1B}\u{8}", .wordBackspace), Spelling("\u{1B}\r", .escape, .enter),
    Spelling("\u{1B}\u{3}", .escape, .control("c")), Spelling("\u{1B}[Z", .backTab),
    Spelling("\u{1B}[1;2Z", .backTab),
  ]

  private static let arrows =
    zip("ABCD", [Key.up, .down, .right, .left]).flatMap { letter, key in
      [
        Spelling("\u{1B}[\(letter)", key), Spelling("\u{1B}O\(letter)", key),
        Spelling("\u{1B}[1;2\(letter)", key),
        Spelling("\u{1B}[\(letter.lowercased())", key),
      ]
    }
    + zip("ABCD", [Key.up, .down, .wordRight, .wordLeft]).flatMap { letter, key in
      [
        Spelling("\u{1B}[1;5\(letter)", key), Spelling("\u{1B}[1;3\(letter)", key),
        Spelling("\u{1B}O5\(letter)", key),
        Spelling("\u{1B}O\(letter.lowercased())", key), Spelling("\u{1B}\u{1B}[\(letter)", key),
        Spelling("\u{1B}\u{1B}O\(letter)", key), Spelling("\u{1B}[1;9\(letter)", key),
      ]
    }

  private static let editing =
    ["[H", "OH", "[1~", "[7~", "[1;5H", "[7$", "[7^"].map { Spelling("\u{1B}" + $0, .home) }
    + ["[F", "OF", "[4~", "[8~", "[1;2F", "[8@"].map { Spelling("\u{1B}" + $0, .end) }
    + [
      Spelling("\u{1B}[2~", .insert), Spelling("\u{1B}[3~", .delete),
      Spelling("\u{1B}[3;5~", .delete),
      Spelling("\u{1B}[3$", .delete), Spelling("\u{1B}[5~", .pageUp),
      Spelling("\u{1B}[6~", .pageDown),
      Spelling("\u{1B}[6^", .pageDown), Spelling("\u{1B}\u{1B}[5~", .pageUp),
    ]

  private static let functions =
    zip([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24], 1...12).flatMap { number, key in
      [
        Spelling("\u{1B}[\(number)~", .function(key)),
        Spelling("\u{1B}[\(number);2~", .function(key)),
      ]
    }
    + zip("PQRSTUVWXYZ[", 1...12).map { Spelling("\u{1B}O\($0)", .function($1)) }
    + zip("PQRS", 1...4).map { Spelling("\u{1B}[1;5\($0)", .function($1)) }
    + zip("ABCDE", 1...5).map { Spelling("\u{1B}[[\($0)", .function($1)) }

  private static let keypad =
    zip("jklmnopqrstuvwxy", "*+,-./0123456789").map { Spelling("\u{1B}O\($0)", .character($1)) }
    + [Spelling("\u{1B}OM", .enter), Spelling("\u{1B}OI", .tab)]

  private static let mouse = [
    Spelling("\u{1B}[<0;300;24M", .mouse(Key.Mouse(.press, at: Position(row: 23, column: 299)))),
    Spelling("\u{1B}[<64;1;2M", .mouse(Key.Mouse(.wheelUp, at: Position(row: 1, column: 0)))),
    Spelling("\u{1B}[<69;1;1M", .mouse(Key.Mouse(.wheelDown, at: Position(row: 0, column: 0)))),
    Spelling("\u{1B}[M !\"", .mouse(Key.Mouse(.press, at: Position(row: 1, column: 0)))),
    Spelling("\u{1B}[M`!!", .mouse(Key.Mouse(.wheelUp, at: Position(row: 0, column: 0)))),
    Spelling(
      bytes: [0x1B, 0x5B, 0x4D, 0x20, 0xFF, 0x21],
      .mouse(Key.Mouse(.press, at: Position(row: 0, column: 222)))),
    Spelling("\u{1B}[M#!!"), Spelling("\u{1B}[<0;3;4m"), Spelling("\u{1B}[<2;3;4M"),
    Spelling("\u{1B}[<32;3;4M"),
    Spelling("\u{1B}[<0;0;0M"), Spelling("\u{1B}[32;3;4M"), Spelling("\u{1B}[<0;3M"),
    Spelling("\u{1B}[<0;99999999999999999999;1M"), Spelling("\u{1B}[M  \u{1B}[A", .up),
  ]

  private static let pastes = [
    Spelling("\u{1B}[200~\u{1B}[201~", .paste("")),
    Spelling("\u{1B}[200~a\tb\u{1B}[201~", .paste("a\tb")),
    Spelling("\u{1B}[200~a\r\nb\rc\nd\r\u{1B}[201~", .paste("a\nb\nc\nd\n")),
    Spelling("\u{1B}[200~é\u{0}\u{7F}\u{85}\u{3}x\u{1B}[201~q", .paste("éx"), .character("q")),
    Spelling("\u{1B}[200~\u{1B}[2\u{1B}[20\u{1B}\u{1B}[201~", .paste("[2[20")),
    Spelling("\u{1B}[200~\u{1B}[200~x\u{1B}[201~", .paste("[200~x")),
    Spelling(
      bytes: Array("\u{1B}[200~".utf8) + [0x61, 0xFF, 0x62] + Array("\u{1B}[201~".utf8),
      .paste("a\u{FFFD}b")),
  ]

  /// What means nothing to us: it must leave nothing behind.
  static let unknown: [Spelling] = [
    "[?1;2c", "[>41;330;0c", "[24;80R", "[?2026;2$y", "[I", "[O", "[201~", "[99;5u", "[27;5;99~",
    "[E", "[25~", "[P", "[[F",
    "[ q", "[!p", "[1;2;3;4;5;6;7;8;9x", "]11;rgb:0000/0000/0000\u{7}", "]52;c;YQ==\u{1B}\\",
    "P1+r544e=787465726d\u{1B}\\",
    "_Gi=1;OK\u{1B}\\", "^private\u{1B}\\", "Xstart\u{1B}\\", "]8;;https://contoso.example/ä\u{7}",
    "\\", "O ~", "[;;A;",
    "[" + String(repeating: "1", count: 200) + "A", "[" + String(repeating: "1;", count: 900) + "~",
  ].filter { $0 != "[;;A;" }.map { Spelling("\u{1B}" + $0) }
}
