import Entra
import Graph
import Journal
import Remediation
import Wording

extension TenantHands {
  /// Looks whether a command that was interrupted happened, and to what extent; it changes nothing.
  ///
  /// What is not done is told as such: whether it is taken up again is not decided here.
  func reconcile(_ unsettled: Case.Unsettled) async throws(Hitch) -> WorkResult {
    let replayed = try situation()
    let (outcome, evidence) = try await found(unsettled.order, replayed)
    return .ended(
      unsettled.id, outcome, proof: .observed(["Looked up after an interruption: \(evidence)"]))
  }

  private func found(
    _ order: Order, _ replayed: Replayed
  ) async throws(Hitch) -> (Outcome, String) {
    let opened = replayed.opened
    switch order {
    case .enableServicePrincipal:
      let isSo = try await settings(opened)?.accountEnabled == true
      return isSo ? (.done, "sign-in is enabled.") : (.notDone, "sign-in is not enabled.")
    case .requireAssignment:
      let isSo = try await settings(opened)?.appRoleAssignmentRequired == true
      return isSo
        ? (.done, "assignment is required.") : (.notDone, "assignment is not required.")
    case .deleteServicePrincipal: return try await foundDeleted(replayed)
    case .restoreServicePrincipal: return try await foundRestored(opened)
    case .addServicePrincipal: return try await foundAdded(opened)
    case .consent(let route): return try await foundConsent(route, opened)
    case .assignPrincipals: return try await foundAssigned(opened)
    case .assignSnapshot: return try await foundPutBack(opened)
    }
  }

  private func settings(
    _ opened: Case
  ) async throws(Hitch) -> ServicePrincipalJSON.Settings? {
    try await living(isRecent: opened.isRecent)?.settings
  }

  private func foundDeleted(_ replayed: Replayed) async throws(Hitch) -> (Outcome, String) {
    let recorded = replayed.particulars[.objectID].flatMap { ObjectID($0.safe) }
    let found = try await living(isRecent: false)?.known
    guard let found, found == recorded || recorded == nil else {
      return (.done, "the application is deleted.")
    }
    return (.notDone, "the application \(found) is there; nothing was deleted.")
  }

  private func foundRestored(_ opened: Case) async throws(Hitch) -> (Outcome, String) {
    let deleted = try await restorable()
    if let found = try await living(isRecent: deleted == nil)?.known {
      return (.done, "the application \(found) is there again.")
    }
    return deleted.map { (.notDone, "the application \($0) still lies in the recycle bin.") }
      ?? (.refused(.notFound), "the application is neither there nor in the recycle bin.")
  }

  private func foundAdded(_ opened: Case) async throws(Hitch) -> (Outcome, String) {
    guard let found = try await living(isRecent: true)?.known else {
      return (.notDone, "no new service principal is there.")
    }
    recent.note([.object(.present)], at: client.time.now())
    return (.done, "the service principal \(found) is there.")
  }

  private func foundConsent(
    _ route: ConsentRoute, _ opened: Case
  ) async throws(Hitch) -> (Outcome, String) {
    guard let id = try await living(isRecent: opened.isRecent)?.known else {
      return (.notDone, "there is no service principal yet.")
    }
    let grants = try await grants(of: id)
    let wanted = try await wantedGrants(of: nil, opened)
    let organization = grants.filter(\.isOrganizationWide)
    let isGranted =
      wanted.isEmpty
      ? !organization.isEmpty
      : wanted.allSatisfy { entry in
        organization.contains {
          $0.resourceID == entry.resource && $0.permitted.covers(Scopes(entry.scope))
        }
      }
    guard isGranted else { return (.notDone, "the consent for the organization is not there.") }
    return (
      route == .graph ? .done : .appeared(.acceptedForOrganization),
      "the consent for the organization is there."
    )
  }

  /// Who of the list is assigned, without holding more than the list.
  private func foundAssigned(_ opened: Case) async throws(Hitch) -> (Outcome, String) {
    let list = try latestList()
    guard let object = try await living(isRecent: opened.isRecent), let id = object.known else {
      return (.notDone, "there is no service principal.")
    }
    let open = try rows(of: list, RowFilter(part: .assignment, isOpen: true))
    var finding = PrincipalFinding(client: client, roles: RoleMatching(declared: object.appRoles))
    var wanted: [Particulars.AssignmentEntry: [Int]] = [:]
    for row in open {
      if case .found(let entry) = try await finding.find(row.entry) {
        wanted[entry, default: []].append(row.number)
      }
    }
    var states = Dictionary(uniqueKeysWithValues: open.map { ($0.number, LedgerRow.State.planned) })
    try await forEachAssignment(of: id) { assignment in
      let entry = Particulars.AssignmentEntry(
        principal: assignment.principal.id, role: assignment.roleID)
      for row in wanted[entry] ?? [] { states[row] = .done }
    }
    let done = states.values.count { $0 == .done }
    try remembered { () throws(JournalError) in
      try journal.ledger.settle(list, states, at: now())
    }
    if done == open.count { return (.done, "all \(open.count) are assigned.") }
    return (
      done == 0 ? .notDone : .partly(done), "\(done) of \(open.count) are assigned."
    )
  }

  private func forEachAssignment(
    of id: ObjectID, _ take: (AppRoleAssignment) -> Void
  ) async throws(Hitch) {
    var pages = client.assignments(to: id).makeAsyncIterator()
    do throws(GraphError) {
      while let page = try await pages.next() {
        for row in try page.values({ row throws(WireError) in try row.assignment() }) { take(row) }
      }
    } catch { throw Hitch(error) }
  }

  private func foundPutBack(_ opened: Case) async throws(Hitch) -> (Outcome, String) {
    guard let snapshot = opened.loss.snapshot else { return (.notDone, "there is no snapshot.") }
    let comparison = try await comparison(with: snapshot.id, opened)
    // What was sent and is not there may be sent again: a second time changes nothing.
    let sent = try rows(of: snapshot.id, RowFilter(isOpen: true)).filter { $0.state == .sent }
    try remembered { () throws(JournalError) in
      try journal.ledger.settle(
        snapshot.id, Dictionary(uniqueKeysWithValues: sent.map { ($0.number, .planned) }), at: now()
      )
    }
    let byAct: LossParts = [.assignments, .permissions, .owners, .properties]
    let back = comparison.entries - comparison.missing
    let words = "\(back) of \(comparison.entries) entries are back."
    if comparison.open.isDisjoint(with: byAct) { return (.done, words) }
    return (back == 0 ? .notDone : .partly(back), words)
  }
}
