import ArgumentParser
import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Wording

/// Carries a plan out, or goes on with it after an interruption.
struct ApplyCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Carry a plan out; what it rests on is read again first.",
    discussion: """
      regrant apply plan.json --simulate default
      regrant apply plan.json --tenant contoso.example --confirm "delete 240 contoso.example"

      A delete asks for its phrase, every time; the plan holds it as confirmation. The case stays \
      in regrant cases; started again after an interruption, it goes on.
      """)

  @Argument(help: "The plan's file.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The phrase that a delete asks for.", valueName: "phrase"))
  var confirm: String?

  @Option(
    help: ArgumentHelp(
      "Leave out what does not come back: assignments, grants, permissions, owners, requirement, "
        + "properties or unlisted.", valueName: "part=reason"))
  var waive: [PartReason] = []

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  @Flag(help: "Never wait for somebody to type.")
  var noInput = false

  @OptionGroup(title: "Tenant") var connection: ConnectionOptions

  mutating func perform() throws -> ExitCode {
    let plan = try PlanReading.plan(inFileAt: file)
    let store = try Composition.openJournal()
    var told = ConnectionWishes()
    told.noInput = noInput
    let connection = try self.connection.open(told)
    let carrying = PlanCarrying(
      plan: plan, store: store, connection: connection, orders: try orders(for: plan),
      words: Words())
    let outcome = try Finished.waiting { () async throws(Failure) in
      let carried: Result<PlanOutcome, Failure>
      do throws(Failure) { carried = .success(try await carrying.carryOut()) } catch {
        carried = .failure(error)
      }
      await connection.close()
      return try carried.get()
    }
    switch format {
    case .text: try StandardStream.write(lines: outcome.lines)
    case .json: try StandardStream.write(JSONOutput.text(outcome))
    }
    if let failure = outcome.failure {
      StandardStream.complain(failure.lines)
      return failure.code
    }
    return .done
  }

  /// The phrase, given or typed; nobody is asked where there is no terminal.
  private func orders(for plan: PlanFile) throws(Failure) -> PlanRun.Orders {
    var orders = PlanRun.Orders()
    orders.phrase = confirm
    for waiver in waive { orders.waivers[waiver.part] = waiver.reason }
    orders.telling = PlanProgress(Words()).tell
    guard let phrase = plan.confirmation else { return orders }
    if let confirm {
      guard confirm == phrase else {
        throw Failure(.usage, "--confirm has to be \"\(phrase)\".", "Nothing was deleted.")
      }
      return orders
    }
    guard StandardStream.canAsk, !noInput else {
      throw Failure(
        .usage, "--confirm is missing: give --confirm \"\(phrase)\".", "Nothing was deleted.")
    }
    StandardStream.complain(
      PlanSheet(plan, Words()).lines + ["", "To do all of this, type: \(phrase)"])
    guard let typed = readLine(), typed == phrase else {
      throw Failure(.somethingOpen, "That is not the phrase. Nothing was deleted.")
    }
    orders.phrase = typed
    return orders
  }
}

/// Reads plan files.
enum PlanReading {
  /// The plan in a file.
  static func plan(inFileAt path: String) throws(Failure) -> PlanFile {
    let bytes: [UInt8]
    do throws(IncomingFile.Failure) { bytes = try IncomingFile.bytes(at: path) } catch {
      throw Failure(.noInput, "\(Failure.name(path)) can't be read.", "Nothing was changed.")
    }
    struct Versioned: Decodable { let version: Int }
    let decoder = JSONDecoder()
    do {
      let version = try decoder.decode(Versioned.self, from: Data(bytes)).version
      guard version == PlanFile.currentVersion else {
        throw Failure(
          .badData, "\(Failure.name(path)) is a plan of version \(version).",
          "This program reads version \(PlanFile.currentVersion).")
      }
      return try decoder.decode(PlanFile.self, from: Data(bytes))
    } catch let failure as Failure { throw failure } catch {
      throw Failure(.badData, "\(Failure.name(path)) is no plan.", "Nothing was changed.")
    }
  }
}
