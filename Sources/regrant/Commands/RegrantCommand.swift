public import ArgumentParser
import Journal
public import Walk

/// The command line: with options alone the walk, else one of its commands.
struct RegrantCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "regrant",
    abstract: "Restore users' access to an enterprise application in a customer's tenant.",
    discussion: """
      regrant                            walk through a case on the screen
      regrant --plain                    the same as numbered questions
      regrant --case 3                   go on with case 3
      regrant connect --tenant ID        the same, and Regrant itself reads and changes
      regrant diagnose --tenant ID       read a tenant: which gates are shut, for whom
      regrant explain AADSTS50105        what an error means, and what to do first
      regrant cases list                 the cases on this machine
      regrant cases report 3 --redact    a report for the ticket, without names
      regrant simulate                   a made-up tenant, for any client of Microsoft Graph
      regrant help environment           the environment variables it reads
      regrant help exit-codes            what its exit codes mean
      """,
    version: Build.version,
    subcommands: [
      ConnectCommand.self, CasesCommand.self, DiagnoseCommand.self, PlanCommand.self,
      ApplyCommand.self, SnapshotCommand.self, ExplainCommand.self,
      MachineCommand.self, SimulateCommand.self, ManualCommand.self, EnvironmentCommand.self,
      ExitCodesCommand.self,
    ])

  @OptionGroup var looks: WalkOptions

  mutating func perform() -> ExitCode { Composition.walk(looks.wishes) }
}

/// How the walk looks, and which case it goes on with.
struct WalkOptions: ParsableArguments {
  @Flag(help: "Plain lines and numbered questions instead of screens.")
  var plain = false

  @Flag(help: "Only characters of ASCII.")
  var ascii = false

  @Option(help: "Colour.")
  var color = Wishes.Color.auto

  @Flag(help: "Take over the mouse; selecting then needs the Shift key.")
  var mouse = false

  @Flag(help: "Never sound the bell.")
  var noBell = false

  @Option(name: .customLong("case"), help: "Go on with this case.")
  var number: CaseNumber?

  /// The same as the walk takes it.
  var wishes: Wishes {
    var wishes = Wishes()
    wishes.isPlain = plain
    wishes.isASCII = ascii
    wishes.color = color
    wishes.isMouseOn = mouse
    wishes.ringsBell = !noBell
    wishes.caseNumber = number?.value
    return wishes
  }
}

extension Wishes.Color: ExpressibleByArgument {}

/// The number people call a case by: positive.
struct CaseNumber: Sendable, Hashable, ExpressibleByArgument {
  /// The number.
  let value: Int

  init?(argument: String) {
    guard let value = Int(argument), value > 0 else { return nil }
    self.value = value
  }
}

/// Which build of the program this is.
enum Build {
  /// The version of the program.
  static let number = "0.1.0"

  /// Version and build: what a bug report needs.
  static var version: String {
    "regrant \(number) (\(kind) build, \(system), rules \(JournalStore.rules))"
  }

  private static var kind: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  private static var system: String {
    #if os(Linux)
      let name = "Linux"
    #else
      let name = "macOS"
    #endif
    #if arch(x86_64)
      return name + " x86_64"
    #elseif arch(arm64)
      return name + " arm64"
    #else
      return name
    #endif
  }
}
