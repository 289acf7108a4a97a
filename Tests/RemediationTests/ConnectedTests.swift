import Entra
import Remediation
import Testing

@Suite("Regrant's own hands in the tenant") struct ConnectedTests {
  @Test("reach no state that breaks an invariant")
  func invariantsHold() {
    let exploration = Explorer(application: ExplorerTests.application, isConnected: true).explore()
    #expect(exploration.violations.isEmpty, "\(exploration.violations)")
    #expect((5_000...60_000).contains(exploration.places.count), "\(exploration.places.count)")
    #expect(Set(exploration.places.map(\.phase)) == Set(Phase.allCases))
  }

  @Test("put owners, permissions and properties back with the assignments")
  func everythingComesBack() throws {
    var call = Call(.connect)
    let snapshot = Snapshot(
      id: 7, digest: "d", assignments: 240, groups: 3, grants: 1, permissions: 2, owners: 4,
      isAssignmentRequired: true, properties: 5)
    try call.prepareReplace(snapshot)
    #expect(try call.delete() == [.deleteServicePrincipal(snapshot: 7)])
    try call.end(.done)
    try call.perform(.readd)
    try call.perform(.require)
    try call.consent(.signIn, .acceptedForOrganization)
    try call.perform(.assign)
    #expect(call.ordered.contains(.assignSnapshot(251)))
    #expect(call.opened.loss.outstanding == [])
    #expect(call.opened.prompt == .verification)
  }

  @Test("ask what became of what they could not put back")
  func someLost() throws {
    var call = Call(.connect)
    try call.prepareReplace(.some(owners: 1))
    try call.delete()
    try call.end(.done)
    try call.perform(.readd)
    try call.perform(.require)
    try call.consent(.signIn, .acceptedForOrganization)
    try call.perform(.assign, outcome: .partly(240))
    #expect(call.opened.loss.outstanding == [.assignments, .owners])
    // Whether those affected are among them is read from the tenant again.
    try call.say(
      .observed(.assignment(person: 0, .open)), .settled(.assignments, .compared))
    #expect(call.opened.refusal(of: .closed(.resolved)) == .guarded(.lossSettled))
    #expect(call.opened.prompt == .settlement(.owners))
    try call.say(.settled(.owners, .waivedNotNeeded))
    #expect(call.opened.prompt == .verification)
  }

  @Test("put back what is left where nobody was assigned")
  func ownersAlone() throws {
    var call = Call(.connect)
    try call.prepareReplace(
      Snapshot(
        id: 7, digest: "d", assignments: 0, groups: 0, grants: 0, permissions: 0, owners: 1,
        isAssignmentRequired: false, properties: 0))
    try call.delete()
    try call.end(.done)
    #expect(call.opened.plan.acts == [.readd, .assign, .reconsent])
    try call.perform(.readd)
    try call.consent(.signIn, .acceptedForOrganization)
    #expect(call.opened.plan.acts == [.assign])
    try call.perform(.assign)
    #expect(call.ordered.last == .assignSnapshot(1))
    #expect(call.opened.loss.outstanding == [])
  }

  @Test("name the tenant before the first command, and forget the object of another")
  func tenantIsKnown() throws {
    var call = Call(.connect)
    let domain = try #require(Call.domain)
    try call.say(.reported(.adminApproval), .observed(.tenant(domain)))
    #expect(call.opened.domain == domain)
    try call.say(
      .observed(.object(.present)), .observed(.consent(.open)),
      .observed(.assignmentRequired(true)), .observed(.assignment(person: 0, .shut)),
      .chosen(.assign))
    try call.identify()
    #expect(call.opened.isIdentified)
    let other = try #require(DomainName("fabrikam.example"))
    try call.say(.observed(.tenant(other)))
    #expect(!call.opened.isIdentified)
  }

  @Test("consent through Graph only with scopes that are known")
  func scopes() throws {
    var call = Call(.connect)
    try call.say(
      .reported(.adminApproval), .observed(.object(.present)), .observed(.consent(.shut)),
      .observed(.roles([.cloudApplicationAdministrator])), .observed(.assignmentRequired(false)),
      .chosen(.reconsent))
    #expect(call.opened.refusal(of: .routeChosen(.graph)) != nil)
    try call.say(.observed(.scopes(isKnown: true)))
    #expect(call.opened.refusal(of: .routeChosen(.graph)) == nil)
  }
}
