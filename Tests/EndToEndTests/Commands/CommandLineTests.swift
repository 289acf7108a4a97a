import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  /// A command line and what must come of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    var input = ""
    let status: Int32
    var output = ""
    var complaint = ""

    var testDescription: String { "regrant " + arguments.joined(separator: " ") }
  }

  static let rows = [
    Row(arguments: ["--help"], status: 0, output: "regrant explain AADSTS50105"),
    Row(arguments: ["cases", "list", "-h"], status: 0, output: "--unfinished"),
    Row(arguments: ["--version"], status: 0, output: "build"),
    Row(arguments: ["help", "environment"], status: 0, output: "XDG_STATE_HOME"),
    Row(arguments: ["help", "exit-codes"], status: 0, output: "128+n"),
    Row(arguments: ["casse"], status: 64, complaint: "Did you mean 'cases'?"),
    Row(arguments: ["cases", "lits"], status: 64, complaint: "Did you mean 'list'?"),
    Row(arguments: ["machine", "chekc"], status: 64, complaint: "Did you mean 'check'?"),
    Row(
      arguments: ["diagnose", "--simulate", "nested-gruop"], status: 64,
      complaint: "Did you mean 'nested-group'?"),
    Row(
      arguments: ["diagnose", "--simulate", "default", "--admin-role", "eligible:Emperor"],
      status: 64, complaint: "eligible: before one makes it a role that is not activated."),
    Row(arguments: ["explain", "--formt", "json"], status: 64, complaint: "--format"),
    Row(arguments: ["cases", "show"], status: 64, complaint: "<number>"),
    Row(arguments: ["cases", "show", "0"], status: 64, complaint: "0"),
    Row(arguments: ["cases", "keep", "--days", "-1"], status: 64, complaint: "days"),
    Row(arguments: ["cases", "list"], status: 0, complaint: "There are no cases."),
    Row(arguments: ["cases"], status: 0, complaint: "There are no cases."),
    Row(arguments: ["cases", "verify"], status: 0, complaint: "There are no cases."),
    Row(arguments: ["cases", "show", "7"], status: 66, complaint: "no such case"),
    Row(arguments: ["cases", "report", "7"], status: 66, complaint: "no such case"),
    Row(arguments: ["cases", "verify", "7"], status: 66, complaint: "no such case"),
    Row(
      arguments: ["cases", "import", "/nowhere/case.json"], status: 66, complaint: "No such file"),
    Row(
      arguments: ["cases", "import", "-"], input: "{}", status: 65, complaint: "no case of Regrant"),
    Row(arguments: ["explain", "AADSTS50105"], status: 0, output: "Assign users"),
    Row(arguments: ["explain", "-"], input: "AADSTS65001", status: 0, output: "Consent again"),
    Row(arguments: ["explain"], input: "AADSTS700016", status: 0, output: "AADSTS700016"),
    Row(
      arguments: ["explain", "--format", "markdown", "65001"], status: 0, output: "## Gates"),
    Row(arguments: ["explain", "lovely", "weather"], status: 65, complaint: "can be read"),
    Row(arguments: ["explain"], status: 65, complaint: "There is nothing in it."),
    Row(
      arguments: ["machine", "check", "--without", "mercy"], status: 64,
      complaint: "lossAcknowledged"),
  ]

  @Test("ends and answers as documented", arguments: rows)
  func row(_ row: Row) throws {
    let result = try Regrant().run(row.arguments, input: Data(row.input.utf8))
    #expect(result.status == row.status, "\(result.complaints)")
    for (text, wanted) in [(result.output, row.output), (result.complaints, row.complaint)] {
      // What is not asked for is not there.
      #expect(wanted.isEmpty ? text.isEmpty : text.contains(wanted), "\(text)")
    }
    #expect((result.output + result.complaints).harmful.isEmpty)
  }

  @Test("ends quietly when whoever reads it has left")
  func closedPipe() throws {
    let regrant = try Regrant()
    try regrant.takeSamples()
    for arguments in [["cases", "list"], ["--help"], ["explain", "65001"], ["machine", "graph"]] {
      let result = try regrant.run(arguments, output: .closedPipe)
      #expect(result.status == 0)
      #expect(result.complaints.isEmpty)
    }
  }

  @Test(
    "says so when its output cannot be written", arguments: [["explain", "65001"], ["--help"]])
  func unwritable(_ arguments: [String]) throws {
    let full = try Regrant().run(arguments, output: .path("/dev/full"))
    #expect(full.status == 74)
    #expect(full.complaints.contains("no space left"))
    let closed = try Regrant().run(arguments, output: .nowhere)
    #expect(closed.status == 74)
    #expect(!closed.complaints.isEmpty)
  }

  @Test("keeps files away from a closed standard output")
  func closedOutput() throws {
    let regrant = try Regrant()
    try regrant.takeSamples()
    #expect(try regrant.run(["cases", "list"], output: .nowhere).status == 74)
    #expect(try regrant.run(["cases", "verify"]).status == 0)
  }

  @Test("prints a manual page that roff takes as text, with all its sections")
  func manual() throws {
    let page = try Regrant().run(["manual"])
    #expect(page.status == 0)
    for section in [
      "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "ENVIRONMENT",
      "FILES",
    ] {
      #expect(page.output.contains("\n.SH \(section)\n"))
    }
    for name in ["cases report", "machine check", "\\-\\-redact", "XDG_STATE_HOME", "128+n"] {
      #expect(page.output.contains(name), "\(name)")
    }
    let macros: Set = ["TH", "SH", "SS", "TP", "B", "PP", "nf", "fi", "br"]
    for line in page.output.split(separator: "\n") where line.hasPrefix(".") {
      #expect(macros.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)")
    }
  }

  /// Whether a program is there to ask.
  private static func has(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + program)
  }

  /// What a program says to a file: nothing, if it finds nothing wrong.
  private func complaints(of command: String, about text: String) throws -> String {
    let regrant = try Regrant()
    let file = try regrant.write(text, to: "file")
    return try regrant.shell(["$ \(command) \(file) >/dev/null"]).split(separator: "\n")
      .dropFirst().joined(separator: "\n")
  }

  @Test(
    "prints a manual page that roff has no warnings about", .enabled(if: has("nroff"), "no nroff"))
  func manualWarnings() throws {
    let page = try Regrant().run(["manual"]).output
    #expect(try complaints(of: "nroff -ww -man", about: page) == "")
    #expect(try complaints(of: "nroff -ww -man", about: ".XX\n").isEmpty == false)
  }

  private func expectCompletions(checkedBy command: String) throws {
    let shell = String(command.prefix { $0 != " " })
    let script = try Regrant().run(["--generate-completion-script", shell])
    #expect(script.status == 0)
    #expect(script.output.contains("explain"))
    #expect(try complaints(of: command, about: script.output) == "")
    #expect(try complaints(of: command, about: "if while (((").isEmpty == false)
  }

  @Test("prints completions that bash can read", .enabled(if: has("bash"), "no bash"))
  func bashCompletions() throws { try expectCompletions(checkedBy: "bash -n") }

  @Test("prints completions that zsh can read", .enabled(if: has("zsh"), "no zsh"))
  func zshCompletions() throws { try expectCompletions(checkedBy: "zsh -n") }

  @Test("prints completions that fish can read", .enabled(if: has("fish"), "no fish"))
  func fishCompletions() throws { try expectCompletions(checkedBy: "fish --no-execute") }
}
