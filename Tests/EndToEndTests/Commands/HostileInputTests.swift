import Foundation
import Testing

@Suite("Hostile input is refused in words")
struct HostileInputTests {
  /// Something nobody should send, by its name.
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: Data
  }

  static let limit = 10 << 20

  static let attacks = [
    Attack(testDescription: "a line of 10 MB", bytes: Data(repeating: 0x61, count: limit)),
    Attack(testDescription: "more than 10 MB", bytes: Data(repeating: 0x61, count: limit + 1)),
    Attack(testDescription: "NUL", bytes: Data("AADSTS\0 50105 \0\0".utf8)),
    Attack(testDescription: "nothing but NUL", bytes: Data(count: 4096)),
    Attack(
      testDescription: "bytes that are no text", bytes: Data((0...255).map { UInt8($0) } + [0xC3])),
    Attack(
      testDescription: "JSON nested 100,000 deep",
      bytes: Data(repeating: UInt8(ascii: "["), count: 100_000)),
    Attack(
      testDescription: "objects nested 100,000 deep",
      bytes: Data(String(repeating: "{\"format\":", count: 100_000).utf8)),
    Attack(
      testDescription: "escape sequences",
      bytes: Data("\u{1B}]52;c;AAAA\u{7}\u{1B}[2J\u{9B}31mAADSTS50105\u{1B}[?1049h\u{202E}".utf8)),
    Attack(
      testDescription: "escape sequences in names",
      bytes: Data(
        """
        {"format":"regrant-case\u{202E}","version":1,"mode":"\\u001b[2J","application":"\u{9B}2J",\
        "id":"\\u0000","openedAt":-1e400,"head":"","entries":[],"lists":[]}
        """.utf8)),
    Attack(testDescription: "half of a UTF-16 text", bytes: Data([0xFF, 0xFE, 0x00, 0xD8, 0x41])),
  ]

  @Test("by explain", arguments: attacks)
  func explain(_ attack: Attack) throws {
    for format in ["text", "markdown", "json"] {
      let result = try Regrant().run(["explain", "--format", format], input: attack.bytes)
      #expect(result.status == 0 || result.status == 65, "\(result.complaints)")
      #expect((result.output + result.complaints).harmful.isEmpty)
      if result.status == 65 { #expect(!result.complaints.isEmpty) }
    }
  }

  @Test("by import, which takes nothing of it in", arguments: attacks)
  func importing(_ attack: Attack) throws {
    let regrant = try Regrant()
    let file = try regrant.write(attack.bytes, to: "case.json")
    for result in [
      try regrant.run(["cases", "import", file]),
      try regrant.run(["cases", "import", "-"], input: attack.bytes),
    ] {
      #expect(result.status == 65)
      #expect(!result.complaints.isEmpty)
      #expect((result.output + result.complaints).harmful.isEmpty)
    }
    #expect(try regrant.json(["cases", "list", "--format", "json"])["cases"] as? [String] == [])
  }

  @Test("by every other command that reads a file, which does nothing with it", arguments: attacks)
  func files(_ attack: Attack) throws {
    let regrant = try Regrant()
    let file = try regrant.write(attack.bytes, to: "file")
    let plan = regrant.path("plan.json")
    for arguments in [
      ["apply", file, "--simulate", "default"], ["snapshot", "import", file],
      ["snapshot", "show", file], ["snapshot", "diff", file, file],
      ["plan", "assign", "--principals", file, "--simulate", "unassigned", "--out", plan],
    ] {
      let result = try regrant.run(arguments)
      #expect([65, 66].contains(result.status), "\(arguments): \(result.complaints)")
      #expect(!result.complaints.isEmpty && result.output.isEmpty, "\(arguments)")
      #expect(result.complaints.harmful.isEmpty, "\(arguments): \(result.complaints.harmful)")
    }
    #expect(!FileManager.default.fileExists(atPath: plan))
    #expect(try regrant.json(["cases", "list", "--format", "json"])["cases"] as? [String] == [])
  }

  @Test("by linear mode, which asks on", arguments: attacks)
  func plain(_ attack: Attack) throws {
    let regrant = try Regrant()
    let input = Data("1\n".utf8) + attack.bytes + Data("\n.\n?\n".utf8)
    let result = try regrant.run(["--plain"], input: input)
    #expect([0, 1].contains(result.status), "\(result.complaints)")
    #expect(result.output.contains("The input has ended."))
    #expect((result.output + result.complaints).harmful.isEmpty)
  }

  @Test("by import, when a file is larger than any case")
  func tooLarge() throws {
    let regrant = try Regrant()
    let file = try regrant.write(Data(), to: "large.json")
    #expect(truncate(file, (64 << 20) + 1) == 0)
    let result = try regrant.run(["cases", "import", file])
    #expect(result.status == 65)
    #expect(result.complaints.contains("67,108,864"))
  }

  @Test("by export's path, by the name of a case file, by arguments")
  func arguments() throws {
    let regrant = try Regrant()
    try regrant.takeSamples()
    for arguments in [
      ["cases", "import", "/nowhere/\u{1B}[2J"],
      ["cases", "export", "1", "--output", "/nowhere/\u{9B}2J\u{202E}"],
    ] {
      let result = try regrant.run(arguments)
      #expect([66, 73].contains(result.status), "\(result.complaints)")
      #expect(result.complaints.harmful.isEmpty)
    }
  }

  @Test("by the parser, which repeats what it does not know")
  func unknownWords() throws {
    for arguments in [["\u{1B}[2J"], ["cases", "show", "\u{1B}[2J"], ["--\u{9B}2J\u{202E}"]] {
      let result = try Regrant().run(arguments)
      #expect(result.status == 64)
      #expect((result.output + result.complaints).harmful.isEmpty, "\(result.complaints.harmful)")
    }
  }
}
