import ArgumentParser
import Entra
import Execution
import Graph
import Wording

/// Reads a tenant and says which gates are shut, for everybody or for one user.
struct DiagnoseCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose",
    abstract: "Read a tenant: which gates are shut, for whom, and what to do.",
    discussion: """
      regrant diagnose --simulate default
      regrant diagnose --simulate nested-group --user UPN
      regrant diagnose --tenant contoso.example --user UPN --format json

      Only reads. Ends with 0 when every gate that was read is open, with 1 when one is shut or \
      not known.
      """)

  @Option(help: ArgumentHelp("Whether this user gets in, and why.", valueName: "upn"))
  var user: String?

  @Option(help: "The form of the answer.")
  var format = PlainFormat.text

  @Flag(help: "Never wait for somebody to type.")
  var noInput = false

  @OptionGroup(title: "Tenant") var connection: ConnectionOptions

  mutating func perform() throws -> ExitCode {
    let person = try UserPrincipalName.asked(user)
    var wishes = ConnectionWishes()
    wishes.requests = Self.requests
    wishes.noInput = noInput
    let opened = try connection.open(wishes)
    let (diagnosis, outlooks) = try Finished.waiting { () async throws(Failure) in
      let outcome = await Self.read(opened.client, about: person)
      await opened.close()
      return try outcome.mapError { Failure(reading: $0) }.get()
    }
    let words = Words()
    switch format {
    case .json:
      try StandardStream.write(JSONOutput.text(DiagnosisFile(diagnosis, outlooks, words)))
    case .text: try StandardStream.write(lines: DiagnosisSheet(diagnosis, outlooks, words).lines)
    }
    return DiagnosisFile.isAllOpen(diagnosis, words) ? .done : .somethingOpen
  }

  /// What there is, and what each option would do; nil where that could not be foreseen.
  private static func read(
    _ client: GraphClient, about person: UserPrincipalName?
  ) async -> Result<(Diagnosis, [Outlook]?), GraphError> {
    do throws(GraphError) {
      var diagnosis = try await Diagnosing(
        client: client, profile: .nexeticBackup, now: { Composition.now }
      ).diagnose(person)
      guard person == nil else { return .success((diagnosis, diagnosis.outlooksOfPerson)) }
      do throws(GraphError) {
        let outlooks = try await Foreseeing(client: client).outlooks(after: diagnosis)
        return .success((diagnosis, outlooks))
      } catch {
        if !diagnosis.unread.contains(where: { $0.request == error.request }) {
          diagnosis.unread.append(error)
        }
        return .success((diagnosis, nil))
      }
    } catch { return .failure(error) }
  }

  /// Everything that a diagnosis may ask: a sign-in asks for no more.
  static let requests: [RequestKind] = [
    .servicePrincipal, .lookAlikes, .deletedServicePrincipals, .assignments, .assignmentCount,
    .organizationGrants, .ownGrants, .ownGrantsOfUser, .owners, .user, .userAssignments,
    .userGroups, .objectsByID, .signedInUser, .activeRoles, .eligibleRoles, .organization,
    .authorizationPolicy, .adminConsentRequestPolicy, .consentRecords, .removalRecords, .signIns,
    .memberCount, .nestedGroups, .transitiveGroups, .groupAssignments, .users, .roleAssignments,
    .groupMembers, .readBatch,
  ]
}
