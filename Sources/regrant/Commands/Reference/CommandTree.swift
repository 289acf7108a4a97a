import Foundation

/// The commands as the parser describes them, as far as a manual page says it.
struct CommandTree: Decodable {
  /// The program.
  let command: Node

  init(json: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(json.utf8)) }

  /// A command with what it takes and what is below it.
  struct Node: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let subcommands: [Node]?
    let arguments: [Argument]?

    /// What `--help` shows of the arguments.
    var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
    /// What `--help` shows of the commands below; `help` itself explains nothing.
    var shownSubcommands: [Node] {
      (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }
  }

  /// An option, a flag or a word.
  struct Argument: Decodable {
    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValueStrings: [String]?
    let abstract: String?

    enum Kind: String, Decodable { case positional, option, flag }

    /// A name with its dashes.
    struct Name: Decodable {
      let kind: Kind
      let name: String

      enum Kind: String, Decodable { case long, short, longWithSingleDash }

      var spelled: String { (kind == .long ? "--" : "-") + name }
    }
  }
}
