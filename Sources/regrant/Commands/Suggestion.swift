import ArgumentParser

/// What a mistyped command was probably meant to be.
enum Suggestion {
  /// A line for the first word that is no command, or for a scenario that does not exist, where one
  /// is close; else nothing.
  static func lines(for arguments: [String]) -> [String] {
    if let option = arguments.firstIndex(of: "--scenario"), option + 1 < arguments.count,
      !ScenarioName.allValueStrings.contains(arguments[option + 1])
    {
      return line(for: arguments[option + 1], among: ScenarioName.allValueStrings)
    }
    var command: any ParsableCommand.Type = RegrantCommand.self
    for word in arguments where !word.hasPrefix("-") {
      let commands = command.configuration.subcommands
      if let next = commands.first(where: { name(of: $0) == word }) {
        command = next
        continue
      }
      guard word != "help" else { continue }
      let shown = commands.filter { $0.configuration.shouldDisplay }
      let names = shown.map { name(of: $0) }
      return line(for: word, among: names)
    }
    return []
  }

  /// The closest of some names, as a question; nothing where none is close.
  static func line(for word: String, among names: [String]) -> [String] {
    let close = names.map { ($0, distance(from: word, to: $0)) }.min { $0.1 < $1.1 }
    guard let close, close.1 <= max(1, close.0.count / 3) else { return [] }
    return ["Did you mean '\(close.0)'?"]
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  static func distance(from one: String, to other: String) -> Int {
    let (one, other) = (Array(one.utf8.prefix(64)), Array(other.utf8))
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        let change = last[column] + (one[row] == other[column] ? 0 : 1)
        var best = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
