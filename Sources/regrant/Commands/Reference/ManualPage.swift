/// The manual page, in roff's man macros, made from what the parser knows.
struct ManualPage {
  private let command: CommandTree.Node

  init(of command: CommandTree.Node) { self.command = command }

  /// The page.
  var roff: String {
    var lines = [
      ".TH REGRANT 1 \"\" \"Regrant \(Build.number)\" \"User Commands\"", ".SH NAME",
      "regrant \\- " + Self.escaped(sentence(command.abstract)), ".SH SYNOPSIS",
    ]
    lines += synopsis(of: command, path: []) + [".SH DESCRIPTION"]
    lines += [
      "Regrant walks a support engineer through restoring access, on the screen or as plain lines.",
      "A case can be interrupted at any moment; it continues where it was left, and ends with a",
      "report for the ticket.", ".SS Examples", ".nf",
    ]
    lines += Self.escapedLines(command.discussion) + [".fi", ".SH OPTIONS"]
    lines += command.shownArguments.flatMap(description) + [".SH COMMANDS"]
    lines += command.shownSubcommands.flatMap { section(of: $0, path: []) }
    lines += [".SH EXIT STATUS"] + ExitCode.table.flatMap { tagged($0.code, $0.meaning) }
    lines += [".SH ENVIRONMENT"]
    lines += EnvironmentCommand.variables.flatMap { tagged($0.name, $0.meaning) }
    lines += [".SH FILES"]
    lines += tagged(
      "$XDG_STATE_HOME/regrant/cases.sqlite", "every case, readable by its owner alone")
    lines += tagged(
      "~/.local/state/regrant/cases.sqlite", "the same where XDG_STATE_HOME is not set")
    return lines.joined(separator: "\n") + "\n"
  }

  private func synopsis(of node: CommandTree.Node, path: [String]) -> [String] {
    let path = path + [node.commandName]
    let words = ownArguments(of: node).map(usage)
    let shown = node.shownSubcommands
    var lines: [String] = []
    if shown.isEmpty || !words.isEmpty || path.count == 1 {
      if !path.dropFirst().isEmpty { lines.append(".br") }
      lines.append(
        ".B " + Self.escaped(path.joined(separator: " ")) + "\n"
          + words.map(Self.escaped).joined(separator: "\n"))
    }
    return lines + shown.flatMap { synopsis(of: $0, path: path) }
  }

  /// What is this command's alone: every command has the other two.
  private func ownArguments(of node: CommandTree.Node) -> [CommandTree.Argument] {
    node.shownArguments.filter { argument in
      !(argument.names ?? []).contains { $0.name == "help" || $0.name == "version" }
    }
  }

  private func usage(of argument: CommandTree.Argument) -> String {
    let value = (argument.valueName ?? "value").uppercased()
    let word =
      switch argument.kind {
      case .positional: value
      case .flag: argument.names?.first?.spelled ?? ""
      case .option: "\(argument.names?.first?.spelled ?? "") \(value)"
      }
    let repeated = argument.isRepeating ? word + "..." : word
    return argument.isOptional ? "[\(repeated)]" : repeated
  }

  private func section(of node: CommandTree.Node, path: [String]) -> [String] {
    let path = path + [node.commandName]
    var lines = [".SS " + Self.escaped(path.joined(separator: " "))]
    lines.append(Self.escaped(node.abstract ?? ""))
    if let discussion = node.discussion {
      lines += [".PP", ".nf"] + Self.escapedLines(discussion) + [".fi"]
    }
    lines += ownArguments(of: node).flatMap(description)
    return lines + node.shownSubcommands.flatMap { section(of: $0, path: path) }
  }

  private func description(of argument: CommandTree.Argument) -> [String] {
    let value = (argument.valueName ?? "value").uppercased()
    var heading = (argument.names ?? []).map(\.spelled).joined(separator: ", ")
    if argument.kind == .positional { heading = value }
    if argument.kind == .option { heading += " " + value }
    var text = argument.abstract ?? ""
    if let values = argument.allValueStrings, !values.isEmpty {
      text += " One of: " + values.joined(separator: ", ") + "."
    }
    if let standard = argument.defaultValue { text += " By default: \(standard)." }
    return tagged(heading, text)
  }

  private func tagged(_ tag: String, _ text: String) -> [String] {
    [".TP", ".B " + Self.escaped(tag), Self.escaped(text)]
  }

  private func sentence(_ text: String?) -> String {
    let text = text ?? ""
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func escapedLines(_ text: String?) -> [String] {
    (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map {
      escaped(String($0))
    }
  }

  /// Text that roff prints as it is.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("~", with: "\\(ti").replacing("'", with: "\\(aq").replacing("`", with: "\\(ga")
    return plain.hasPrefix(".") ? "\\&" + plain : plain
  }
}
