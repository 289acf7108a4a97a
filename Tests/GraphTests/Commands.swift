import Entra
import Remediation

/// Sealed commands, got from the machine by walking a case to them.
enum Commands {
  static let caseID = CaseID(bits: 1)
  static let snapshot = Snapshot(
    id: 1, digest: "d", assignments: 240, groups: 3, grants: 1, permissions: 0, owners: 0,
    isAssignmentRequired: true, properties: 0)

  private static let identified = Input.answered(
    .identification, .compared(ApplicationProfile.nexeticBackup.appID))

  static func ordered(_ inputs: [Input], case id: CaseID = caseID) throws -> Command {
    var opened = Case(id: id, mode: .connect, profile: .nexeticBackup)
    var commands: [Command] = []
    for input in inputs { commands = try opened.handle(input) }
    guard let command = commands.first else { throw Refusal.outOfPlace }
    return command
  }

  static func enable() throws -> Command {
    try ordered([
      .reported(.applicationDisabled), .observed(.roles([.globalAdministrator])),
      .chosen(.enable), .confirmed(.enable),
    ])
  }

  static func restore() throws -> Command {
    try ordered([
      .reported(.applicationGone), .observed(.roles([.globalAdministrator])), .chosen(.restore),
      .confirmed(.restore),
    ])
  }

  static func assign(_ count: Int, case id: CaseID = caseID) throws -> Command {
    try ordered(
      [
        .reported(.notAssigned), .chosen(.assign), identified, .listCompleted(count),
        .confirmed(.assign),
      ], case: id)
  }

  static func delete(in domain: String = "contoso.example") throws -> Command {
    try ordered(deletion(in: domain))
  }

  static func add() throws -> Command {
    try ordered(missing() + [.chosen(.readd), .confirmed(.readd)])
  }

  static func require() throws -> Command {
    try ordered(readded() + [.chosen(.require), .confirmed(.require)])
  }

  static func grant(in domain: String = "contoso.example") throws -> Command {
    try ordered(
      required(in: domain) + [.chosen(.reconsent), .routeChosen(.graph), .confirmed(.reconsent)])
  }

  static func consentBySigningIn() throws -> Command {
    try ordered([
      .reported(.adminApproval), .observed(.assignmentRequired(true)),
      .observed(.assignment(person: 0, .open)), .observed(.roles([.globalAdministrator])),
      .chosen(.reconsent), .routeChosen(.signIn), .confirmed(.reconsent),
    ])
  }

  private static func deletion(in domain: String) throws -> [Input] {
    guard let name = DomainName(domain) else { throw Refusal.misfit }
    return [
      .reported(.adminApproval), .observed(.assignmentRequired(true)),
      .observed(.assignment(person: 0, .open)), .observed(.roles([.globalAdministrator])),
      .chosen(.reconsent), .routeChosen(.signIn), .confirmed(.reconsent),
      .outcome(CommandID(input: 6, index: 0), .appeared(.noPrompt)),
      .routeSetAside(.link), .routeSetAside(.portal), .routeSetAside(.graph),
      .chosen(.replace), identified, .snapshotCompleted(snapshot),
      .answered(.tenant, .domain(name)),
      .answered(.phrase(240), .phrase("delete 240 \(domain)")),
    ]
  }

  private static func missing(in domain: String = "contoso.example") throws -> [Input] {
    try deletion(in: domain) + [.outcome(CommandID(input: 15, index: 0), .done)]
  }

  private static func readded(in domain: String = "contoso.example") throws -> [Input] {
    try missing(in: domain) + [
      .chosen(.readd), .confirmed(.readd), .outcome(CommandID(input: 18, index: 0), .done),
    ]
  }

  private static func required(in domain: String) throws -> [Input] {
    try readded(in: domain) + [
      .chosen(.require), .confirmed(.require), .outcome(CommandID(input: 21, index: 0), .done),
    ]
  }
}
