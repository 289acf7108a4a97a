import ArgumentParser
import Entra
import Execution
import Foundation
import Graph
import Wording

/// Reads what a deletion would take away, twice, and keeps it.
struct SnapshotSaveCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Read everything a deletion would take away, twice, and keep it.",
    discussion: "regrant snapshot save --simulate default --out before.json")

  @Option(
    help: ArgumentHelp(
      "The file to write; - is standard output. Without it, it is kept here.", valueName: "file"))
  var out: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  @Flag(help: "Never wait for somebody to type.")
  var noInput = false

  @OptionGroup(title: "Tenant") var connection: ConnectionOptions

  mutating func perform() throws -> ExitCode {
    var wishes = ConnectionWishes()
    wishes.noInput = noInput
    let opened = try connection.open(wishes)
    let file = try Finished.waiting { () async throws(Failure) in
      let read: Result<SnapshotFile, Failure>
      do throws(Failure) { read = .success(try await Self.read(through: opened.client)) } catch {
        read = .failure(error)
      }
      await opened.close()
      return try read.get()
    }
    let bytes = try file.bytes()
    var place = "Written to \(Failure.name(out ?? "-"))."
    if let out {
      try WrittenFile.write(
        out == "-" ? JSONOutput.spelledOut(bytes) : bytes, to: out, replacing: force)
    } else {
      place = "It is kept as \(try SnapshotShelf.keep(file))."
    }
    guard out != "-" else { return .done }
    switch format {
    case .text: try StandardStream.write(lines: file.lines + [place])
    case .json:
      try StandardStream.write(String(decoding: JSONOutput.spelledOut(bytes), as: UTF8.self))
    }
    return .done
  }

  private static func read(through client: GraphClient) async throws(Failure) -> SnapshotFile {
    let words = Words()
    let diagnosis: Diagnosis
    do throws(GraphError) {
      diagnosis = try await Diagnosing(
        client: client, profile: words.profile, now: { Composition.now }
      ).diagnose()
    } catch { throw Failure(reading: error) }
    guard let application = diagnosis.application else {
      throw Failure(.somethingOpen, words.because(diagnosis.object), "Nothing was recorded.")
    }
    do throws(Hitch) {
      let survey = try await Survey.read(
        through: client, of: words.profile, now: { Composition.now })
      return SnapshotFile(
        survey, takenAt: Composition.now, tenantID: diagnosis.tenant, domain: diagnosis.domain,
        tenantName: diagnosis.tenantName, appID: words.profile.appID, objectID: application.id)
    } catch { throw Failure(stopped: error, words) }
  }
}
