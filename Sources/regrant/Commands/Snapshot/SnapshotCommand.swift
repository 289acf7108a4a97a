import ArgumentParser
import Entra
import Execution
import Foundation
import Wording

/// What a deletion would take away, read and kept.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Record what a deletion would take away; list, show, compare, export and import it.",
    subcommands: [
      SnapshotSaveCommand.self, SnapshotListCommand.self, SnapshotShowCommand.self,
      SnapshotDiffCommand.self, SnapshotExportCommand.self, SnapshotImportCommand.self,
    ])

  /// How a snapshot is named.
  static let naming: ArgumentHelp =
    "A file, a name from the list, or CASE:LIST for one of a case."
}

/// The snapshots on this machine.
struct SnapshotListCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The snapshots kept here, and those of the cases.")

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  private struct Line: Encodable {
    let name: String
    let domain: String?
    let takenAt: String
    let assignments: Int
    let digest: String
  }

  mutating func perform() throws -> ExitCode {
    let lines = try SnapshotShelf.all().map { item in
      Line(
        name: item.name, domain: item.file.domain?.text,
        takenAt: Moment(journal: item.file.takenAt).iso, assignments: item.file.counts.assignments,
        digest: item.file.digest)
    }
    switch format {
    case .json: try StandardStream.write(JSONOutput.text(["snapshots": lines]))
    case .text:
      if lines.isEmpty { StandardStream.complain(["There are no snapshots."]) }
      try StandardStream.write(
        lines: lines.map {
          "\($0.name)  \($0.takenAt)  \($0.domain ?? "-")  "
            + Quantity.counted($0.assignments, "assignment")
        })
    }
    return .done
  }
}

/// One snapshot, entry by entry.
struct SnapshotShowCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a snapshot, entry by entry.",
    discussion: "regrant snapshot show before.json")

  @Argument(help: SnapshotCommand.naming, completion: .file())
  var snapshot: String

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  mutating func perform() throws -> ExitCode {
    let file = try SnapshotShelf.find(snapshot)
    switch format {
    case .json:
      let text = JSONOutput.spelledOut(try file.bytes())
      try StandardStream.write(String(decoding: text, as: UTF8.self))
    case .text: try StandardStream.write(lines: file.lines + [""] + file.entries.map(\.line))
    }
    return .done
  }
}

/// Two snapshots compared.
struct SnapshotDiffCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two snapshots entry by entry; exit code 1 when they differ.",
    discussion: "regrant snapshot diff before.json after.json")

  @Argument(help: SnapshotCommand.naming, completion: .file())
  var before: String

  @Argument(help: "The later one.", completion: .file())
  var after: String

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  private struct Difference: Encodable {
    let missing: [SnapshotFile.Row]
    let added: [SnapshotFile.Row]
  }

  mutating func perform() throws -> ExitCode {
    let (one, other) = (try SnapshotShelf.find(before), try SnapshotShelf.find(after))
    let (here, there) = (Set(one.entries.map(\.right)), Set(other.entries.map(\.right)))
    let difference = Difference(
      missing: one.entries.filter { !there.contains($0.right) },
      added: other.entries.filter { !here.contains($0.right) })
    switch format {
    case .json:
      let text = JSONOutput.spelledOut(Data(try JSONOutput.text(difference).utf8))
      try StandardStream.write(String(decoding: text, as: UTF8.self))
    case .text:
      try StandardStream.write(
        lines: difference.missing.map { "- \($0.line)" } + difference.added.map { "+ \($0.line)" })
    }
    return difference.missing.isEmpty && difference.added.isEmpty ? .done : .somethingOpen
  }
}

/// A snapshot written to a file.
struct SnapshotExportCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a snapshot to a file.",
    discussion: "regrant snapshot export 3:1 --output before.json")

  @Argument(help: SnapshotCommand.naming)
  var snapshot: String

  @OptionGroup var destination: Destination

  mutating func perform() throws -> ExitCode {
    let bytes = try SnapshotShelf.find(snapshot).bytes()
    let isShown = destination.output == "-" && StandardStream.isTerminal(STDOUT_FILENO)
    try destination.write(isShown ? JSONOutput.spelledOut(bytes) : bytes)
    return .done
  }
}

/// A snapshot taken from a file.
struct SnapshotImportCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Keep a snapshot from a file, after checking its digest.",
    discussion: "regrant snapshot import before.json")

  @Argument(help: "The file; - reads standard input.", completion: .file())
  var file: String

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  mutating func perform() throws -> ExitCode {
    let name = try SnapshotShelf.keep(try SnapshotShelf.read(file))
    switch format {
    case .text: try StandardStream.write(lines: ["It is kept as \(name)."])
    case .json: try StandardStream.write(JSONOutput.text(["name": name]))
    }
    return .done
  }
}
