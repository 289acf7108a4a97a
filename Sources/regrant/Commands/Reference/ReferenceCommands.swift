import ArgumentParser

/// The environment variables: a page of the help.
struct EnvironmentCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "environment",
    abstract: "The environment variables that change what Regrant does.",
    discussion: lines.joined(separator: "\n"), shouldDisplay: false)

  /// Every variable that changes behaviour, and how.
  static let variables: [(name: String, meaning: String)] = [
    ("XDG_STATE_HOME", "cases are kept in its regrant/; else in ~/.local/state"),
    ("HOME", "the home folder, for that default"),
    ("REGRANT_ACCESS_TOKEN", "a token for Graph: --sign-in token"),
    ("REGRANT_CLIENT_SECRET", "an application's secret: --sign-in client-secret"),
    ("SSL_CERT_FILE", "certificates (PEM) trusted beside the system's"),
    ("NO_COLOR", "not empty: no colour, unless --color always"),
    ("CLICOLOR_FORCE", "not empty and not 0: colour, unless NO_COLOR is set"),
    ("ACCESSIBLE", "not empty: plain lines instead of screens"),
    ("TERM", "the kind of terminal; dumb: plain lines"),
    ("ESCDELAY", "how long Esc waits for a sequence, in milliseconds"),
    ("LC_ALL", "the characters, before LC_CTYPE and LANG"),
  ]

  private static var lines: [String] {
    variables.map { $0.name + String(repeating: " ", count: 24 - $0.name.count) + $0.meaning }
  }

  mutating func perform() throws -> ExitCode {
    try StandardStream.write(lines: Self.lines)
    return .done
  }
}

/// The exit codes: a page of the help.
struct ExitCodesCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-codes", abstract: "How Regrant ends: the exit codes, which never change.",
    discussion: lines.joined(separator: "\n"), shouldDisplay: false)

  private static var lines: [String] {
    ExitCode.table.map {
      $0.code + String(repeating: " ", count: 7 - $0.code.count) + $0.meaning
    }
  }

  mutating func perform() throws -> ExitCode {
    try StandardStream.write(lines: Self.lines)
    return .done
  }
}

/// The manual page, for `make install`.
struct ManualCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, in roff.", shouldDisplay: false)

  mutating func perform() throws -> ExitCode {
    let tree = try CommandTree(json: RegrantCommand._dumpHelp())
    try StandardStream.write(ManualPage(of: tree.command).roff)
    return .done
  }
}
