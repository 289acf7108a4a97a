public import ArgumentParser
import Entra
public import Execution
import Foundation
import Graph
import Journal
import Remediation
import Wording

/// Plans, made without the screen and carried out by `regrant apply`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Read a tenant and write down what would be done; nothing is changed.",
    discussion: """
      regrant plan assign --principals people.csv --simulate unassigned --out plan.json
      regrant plan reconsent --consent grant --tenant contoso.example --out plan.json
      regrant plan replace --consent grant --tried sign-in=no-prompt \\
        --set-aside link=REASON --simulate default --out plan.json
      regrant plan restore --simulate deleted --out plan.json

      regrant apply carries a plan out. Ends with 1 where the case's rules refuse the act.
      """,
    subcommands: [
      PlanAssignCommand.self, PlanReconsentCommand.self, PlanReplaceCommand.self,
      PlanRestoreCommand.self,
    ])
}

/// What every plan takes.
struct PlanOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var out: String

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Option(help: "Who consents, where consent is part of it: Regrant through Graph, or the admin.")
  var consent: ConsentWay?

  @Option(help: ArgumentHelp("Whose access it is about.", valueName: "upn"))
  var user: String?

  @Option(help: "Who needs the vendor's own role (W6): nobody, people or customer.")
  var access = AccessChoice.customer

  @Option(help: ArgumentHelp("Who they are, with --access people.", valueName: "names"))
  var accessPeople: String?

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  @Flag(help: "Never wait for somebody to type.")
  var noInput = false

  @OptionGroup(title: "Tenant") var connection: ConnectionOptions

  /// What was decided, as far as every plan has it.
  func wishes() throws(Failure) -> PlanWishes {
    var wishes = PlanWishes()
    wishes.consent = consent
    if let user {
      guard let name = UserPrincipalName(user) else {
        throw Failure(.usage, "\(Failure.name(user)) is no user principal name.")
      }
      wishes.user = name
    }
    wishes.access = access.need
    guard (access == .people) == (accessPeople != nil) else {
      throw Failure(
        .usage, "--access people and --access-people belong together.",
        "The names stand in the case, and no rule reads them.")
    }
    wishes.accessPeople = accessPeople.map { WrittenText(ForeignText($0)) }
    if consent == .watch, connection.simulate != nil {
      throw Failure(
        .usage, "Nobody has a browser in an embedded tenant.",
        "Give --consent grant, or serve the tenant with regrant simulate.")
    }
    return wishes
  }
}

/// Who needs the vendor's own role, as it is typed.
enum AccessChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// Nobody.
  case nobody
  /// People who are named.
  case people
  /// The customer will decide.
  case customer

  var need: AccessNeed {
    switch self {
    case .nobody: .nobody
    case .people: .namedPeople
    case .customer: .customerDecides
    }
  }
}

extension ConsentWay: ExpressibleByArgument {}

/// A plan for Option 1.
struct PlanAssignCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Plan to give people and groups the application (Option 1).",
    discussion: "regrant plan assign --principals people.csv --simulate unassigned --out plan.json")

  @Option(
    help: ArgumentHelp(
      "A CSV of user principal names, group names or object IDs.", valueName: "file"))
  var principals: String

  @OptionGroup var options: PlanOptions

  mutating func perform() throws -> ExitCode {
    let given = principals
    return try PlanMaking(.assign, options).make(try options.wishes()) {
      (client, words, wishes) throws(Failure) in
      try await PrincipalFile(path: given).resolve(through: client, into: &wishes, words)
    }
  }
}

/// A plan for Option 2A.
struct PlanReconsentCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconsent",
    abstract: "Plan to consent on behalf of the organization (Option 2A).",
    discussion: "regrant plan reconsent --consent grant --simulate default --out plan.json")

  @OptionGroup var options: PlanOptions

  mutating func perform() throws -> ExitCode {
    try PlanMaking(.reconsent, options).make(try options.wishes())
  }
}

/// A plan to bring a deleted application back.
struct PlanRestoreCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Plan to bring the deleted application back.",
    discussion: "regrant plan restore --simulate deleted --out plan.json")

  @OptionGroup var options: PlanOptions

  mutating func perform() throws -> ExitCode {
    try PlanMaking(.restore, options).make(try options.wishes())
  }
}

/// A plan for Option 2B.
struct PlanReplaceCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace",
    abstract: "Plan to delete the application, add it again and put everything back (Option 2B).",
    discussion: """
      regrant plan replace --consent grant --tried sign-in=no-prompt --set-aside link=REASON \\
        --set-aside portal=REASON --set-aside graph=REASON --simulate default --out plan.json

      Every gentler way to consent that the admin's role allows was tried, or is set aside for a
      reason: sign-in, link, portal, graph.
      """)

  @Option(help: "What the consent prompt did (W3); the same as --tried sign-in=WHAT.")
  var appearance: AppearanceChoice?

  @Option(
    help: ArgumentHelp("A gentler way that was tried, and what appeared.", valueName: "way=what"))
  var tried: [TriedWay] = []

  @Option(help: ArgumentHelp("One that was not, and why.", valueName: "way=reason"))
  var setAside: [WayReason] = []

  @OptionGroup var options: PlanOptions

  mutating func perform() throws -> ExitCode {
    var wishes = try options.wishes()
    wishes.tried = tried.map(\.attempt)
    wishes.setAside = setAside.map(\.reason)
    if let appearance, !wishes.tried.contains(where: { $0.route == .signIn }) {
      wishes.tried.insert(.init(.signIn, appearance.appearance), at: 0)
    }
    let routes = wishes.tried.map(\.route) + wishes.setAside.map(\.route)
    guard Set(routes).count == routes.count else {
      throw Failure(.usage, "A way to consent is named twice: tried, or set aside, once each.")
    }
    return try PlanMaking(.replace, options).make(wishes)
  }
}
