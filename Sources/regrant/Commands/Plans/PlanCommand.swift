import ArgumentParser
import Execution

/// Plans: what is to be done, written down before it is done.
struct PlanCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write down what is to be done in a tenant, before it is done.",
    discussion: """
      regrant plan assign --principals people.csv --tenant ID --out plan.json
      regrant plan reconsent --consent grant --tenant ID --out plan.json
      regrant plan replace --tried sign-in=no-prompt --set-aside link=REASON --out plan.json
      regrant apply plan.json --tenant ID
      """,
    subcommands: [
      PlanAssignCommand.self, PlanReconsentCommand.self, PlanReplaceCommand.self,
      PlanRestoreCommand.self,
    ])

  mutating func perform() throws -> ExitCode { throw CleanExit.helpRequest(self) }
}

/// What every plan is asked.
struct PlanOptions: ParsableArguments {
  @Option(help: "The file to write; - is standard output.")
  var out: String

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Option(help: ArgumentHelp("Whose access it is about.", valueName: "upn"))
  var user: String?

  @Option(help: "Who needs the vendor's own role: nobody, or the customer decides.")
  var access: AccessWish?

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  @Flag(help: "Never wait for somebody to type.")
  var noInput = false

  @OptionGroup(title: "Tenant") var connection: ConnectionOptions
}

/// Option 1, planned.
struct PlanAssignCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Assign people and groups (the article's Option 1).")

  @Option(help: "A CSV of user principal names, group names or object IDs.", completion: .file())
  var principals: String

  @Option(help: "How consent is given, where it is missing too.")
  var consent: ConsentWish?

  @OptionGroup var options: PlanOptions

  mutating func perform() throws -> ExitCode {
    var making = PlanMaking(.assign, options)
    making.plan.principals = try PlanMaking.list(at: principals)
    making.plan.consent = consent?.route
    return try making.make()
  }
}

/// Option 2A, planned.
struct PlanReconsentCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconsent", abstract: "Consent for the organization (the article's Option 2A).")

  @Option(help: "Whether Regrant grants through Graph, or watches while the admin consents.")
  var consent: ConsentWish

  @OptionGroup var options: PlanOptions

  mutating func perform() throws -> ExitCode {
    var making = PlanMaking(.reconsent, options)
    making.plan.consent = consent.route
    return try making.make()
  }
}

/// Option 2B, planned.
struct PlanReplaceCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace",
    abstract: "Delete the application and add it again (the article's Option 2B).",
    discussion: """
      It is the last resort: --tried says which gentler way was tried and what appeared, and \
      --set-aside which one is not tried and why. A way is sign-in, link, portal or graph; what \
      appeared is accepted-for-organization, no-prompt, no-checkbox, approval-page or declined.
      """)

  @Option(help: ArgumentHelp("A way that was tried, and what appeared.", valueName: "way=what"))
  var tried: [String] = []

  @Option(help: ArgumentHelp("A way that is not tried, and why.", valueName: "way=reason"))
  var setAside: [String] = []

  @Option(help: "How consent is given afterwards.")
  var consent = ConsentWish.grant

  @OptionGroup var options: PlanOptions

  mutating func perform() throws -> ExitCode {
    var making = PlanMaking(.replace, options)
    making.plan.tried = try tried.map(PlanMaking.trial)
    making.plan.setAside = try setAside.map(PlanMaking.waiver)
    making.plan.consent = consent.route
    return try making.make()
  }
}

/// A restore, planned.
struct PlanRestoreCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring the deleted application back.")

  @OptionGroup var options: PlanOptions

  mutating func perform() throws -> ExitCode { try PlanMaking(.restore, options).make() }
}
