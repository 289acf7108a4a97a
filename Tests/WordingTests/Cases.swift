import Entra
import Remediation

/// Cases brought to a place by their inputs, and the commands that the last input ordered.
enum Cases {
  static let snapshot = Snapshot(
    id: 1, digest: "d", assignments: 240, groups: 3, grants: 1, permissions: 0, owners: 0,
    isAssignmentRequired: true, properties: 0)

  static func opened(_ inputs: Input...) throws -> Case { try ordered(inputs).0 }

  static func ordered(_ inputs: [Input]) throws -> (Case, [Command]) {
    var opened = Case(id: CaseID(bits: 1), mode: .guide, profile: .nexeticBackup)
    var commands: [Command] = []
    for input in inputs { commands = try opened.handle(input) }
    return (opened, commands)
  }

  /// A deletion that is ready to be confirmed by its phrase.
  static let beforeDelete: [Input] = [
    .reported(.adminApproval), .observed(.assignmentRequired(true)),
    .observed(.assignment(person: 0, .open)), .observed(.roles([.globalAdministrator])),
    .chosen(.reconsent), .routeChosen(.signIn), .confirmed(.reconsent),
    .outcome(CommandID(input: 6, index: 0), .appeared(.noPrompt)),
    .routeSetAside(.link), .routeSetAside(.portal), .routeSetAside(.graph),
    .chosen(.replace),
    .answered(.identification, .compared(ApplicationProfile.nexeticBackup.appID)),
    .snapshotCompleted(snapshot),
  ]

  static func delete() throws -> [Input] {
    guard let domain = DomainName("contoso.example") else { return [] }
    return beforeDelete + [
      .answered(.tenant, .domain(domain)),
      .answered(.phrase(240), .phrase("delete 240 contoso.example")),
    ]
  }

  /// Deleted by this case, and missing.
  static func missing() throws -> [Input] {
    try delete() + [.outcome(CommandID(input: 15, index: 0), .done)]
  }
}
