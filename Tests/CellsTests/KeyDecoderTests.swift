import Cells
import Testing

@Suite("Bytes from a terminal")
struct KeyDecoderTests {
  @Test("are the keys that people pressed, whoever spells them", arguments: Spelling.known)
  func known(_ spelling: Spelling) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(spelling.bytes) == spelling.keys)
    #expect(!decoder.isPending && decoder.flush().isEmpty)
  }

  @Test("are nothing at all when nobody knows them", arguments: Spelling.unknown)
  func unknown(_ spelling: Spelling) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(spelling.bytes).isEmpty)
    #expect(decoder.feed(UInt8(ascii: "q")) == [.character("q")])
  }

  @Test(
    "are the same keys wherever a slow line tears them",
    arguments: Spelling.known + Spelling.unknown)
  func torn(_ spelling: Spelling) {
    for split in spelling.bytes.indices.dropFirst() {
      var decoder = KeyDecoder()
      var keys = decoder.feed(spelling.bytes[..<split])
      let isUndecided = decoder.isPending
      if !isUndecided {
        let flushed = decoder.flush()
        #expect(flushed.isEmpty)
      }
      keys += decoder.feed(spelling.bytes[split...])
      #expect(keys == spelling.keys, "split at \(split)")
      // What can be a key of its own: an ESC, two, or the beginning of a string.
      let beginning = spelling.bytes[..<split].suffix(2)
      #expect(!isUndecided || beginning.contains(0x1B), "split at \(split)")
    }
  }

  @Test("are an Escape when nothing follows in time")
  func loneEscape() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(0x1B).isEmpty && decoder.isPending)
    #expect(decoder.flush() == [.escape])
    #expect(!decoder.isPending)
    #expect(decoder.feed("[A".utf8) == [.character("["), .character("A")])
    #expect(decoder.feed("\u{1B}\u{1B}".utf8).isEmpty)
    #expect(decoder.flush() == [.escape, .escape])
    #expect(decoder.feed("\u{1B}[A".utf8) == [.up])
    #expect(decoder.feed("\u{1B}\u{1B}\u{1B}\u{1B}".utf8) == [.escape, .escape])
  }

  @Test(
    "are Alt and a capital when no string follows it in time", arguments: ["P", "]", "X", "^", "_"])
  func altCapital(_ letter: Character) {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}\(letter)".utf8).isEmpty && decoder.isPending)
    #expect(decoder.flush() == [.alt(letter)])
    #expect(decoder.feed("q".utf8) == [.character("q")])
  }

  @Test(
    "don't vanish for ever into a string that never ends", arguments: ["]", "P", "_", "^", "X"])
  func endlessString(_ introducer: String) {
    var decoder = KeyDecoder()
    let most = Array(repeating: UInt8(ascii: "x"), count: KeyDecoder.longestString)
    #expect(decoder.feed(Array("\u{1B}\(introducer)".utf8) + most).isEmpty)
    #expect(decoder.feed("q".utf8) == [.character("q")])
    #expect(decoder.feed("\u{1B}\(introducer)abc\r".utf8) == [.enter])
    #expect(decoder.feed("\u{1B}\(introducer)abc\u{3}".utf8) == [.control("c")])
    #expect(decoder.feed("\u{1B}\(introducer)abc\u{1B}[A".utf8) == [.up])
  }

  @Test("don't vanish for ever into a sequence that never ends")
  func endlessSequence() {
    var decoder = KeyDecoder()
    let most = Array(repeating: UInt8(ascii: "1"), count: KeyDecoder.longestString)
    #expect(decoder.feed(Array("\u{1B}[".utf8) + most).isEmpty)
    #expect(decoder.feed("q".utf8).isEmpty)
    #expect(decoder.feed("q".utf8) == [.character("q")])
    #expect(decoder.feed("\u{1B}[1;\u{3}".utf8) == [.control("c")])
    #expect(decoder.feed("\u{1B}[1;\u{18}q".utf8) == [.character("q")])
    #expect(decoder.feed("\u{1B}[1;é".utf8) == [.character("é")])
  }
}

@Suite("A paste")
struct PasteTests {
  private static let begin = Array("\u{1B}[200~".utf8)
  private static let end = Array("\u{1B}[201~".utf8)

  @Test("of ten million bytes is one text")
  func large() {
    var decoder = KeyDecoder()
    let line = Array("anna@contoso.example;Reader\r\n".utf8)
    var keys = decoder.feed(Self.begin)
    for _ in 0..<(10_000_000 / line.count) { keys += decoder.feed(line) }
    keys += decoder.feed(Self.end)
    #expect(keys.count == 1)
    guard case .paste(let text) = keys.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == 10_000_000 / line.count * (line.count - 1))
  }

  @Test(
    "longer than the limit is only counted",
    arguments: [(9, false), (10, false), (11, true), (5000, true)])
  func tooLong(_ count: Int, _ isTooLong: Bool) {
    var decoder = KeyDecoder(pasteLimit: 10)
    let bytes = Array(repeating: UInt8(ascii: "x"), count: count)
    let expected: Key =
      isTooLong ? .pasteTooLong(count) : .paste(String(repeating: "x", count: count))
    #expect(decoder.feed(Self.begin + bytes + Self.end) == [expected])
    #expect(decoder.feed(Self.begin + [0x79] + Self.end) == [.paste("y")])
  }

  @Test("goes on, however slowly it comes")
  func slow() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in Self.begin + Array("q\u{1B}x\r".utf8) + Self.end {
      keys += decoder.feed(byte)
      if !decoder.isPending { keys += decoder.flush() }
    }
    #expect(keys == [.paste("qx\n")])
    #expect(!decoder.isPasting)
  }
}

@Suite("Bytes at random")
struct KeyDecoderFuzz {
  @Test(
    "are never more keys than bytes, and leave nothing behind after a terminator",
    arguments: 0..<16 as Range<UInt64>)
  func random(seed: UInt64) {
    var random = Seeded(seed)
    let likely = Array("\u{1B}\u{1B}\u{1B}[[OM<;;0123456789~ABPcu]P\\\u{7}$^\r\u{3}\u{18}".utf8)
    for round in 0..<2000 {
      var decoder = KeyDecoder(pasteLimit: 100)
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? likely.randomElement(using: &random) ?? 0x1B : UInt8.random(in: 0...255, using: &random)
      }
      var keys = decoder.feed(bytes)
      if Bool.random(using: &random) { keys += decoder.flush() }
      let isModest = keys.count <= bytes.count && keys.allSatisfy(Self.isHarmless)
      #expect(isModest, "seed \(seed), round \(round): \(bytes)")
      if decoder.isPasting { _ = decoder.feed("\u{1B}[201~".utf8) }
      _ = decoder.feed("\u{1B}\\".utf8)
      let isGround = !decoder.isPending && decoder.flush().isEmpty
      #expect(
        isGround && decoder.feed("q".utf8) == [.character("q")],
        "seed \(seed), round \(round): \(bytes)")
    }
  }

  /// Whether no control hides in a key.
  private static func isHarmless(_ key: Key) -> Bool {
    switch key {
    case .character(let character), .alt(let character):
      character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    case .control(let character): character.isASCII && character >= " " && character <= "z"
    case .mouse(let mouse): mouse.position.row >= 0 && mouse.position.column >= 0
    case .function(let number): (1...12).contains(number)
    default: true
    }
  }
}
