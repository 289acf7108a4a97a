import Entra
import Execution
import Graph
import Remediation
import Screens
import Wording

extension TenantReading {
  /// A diagnosis as screens show it; `snapshot` is what a deletion took or would take.
  init(
    _ diagnosis: Diagnosis, snapshot: [WriteCommand.Grant], of profile: ApplicationProfile,
    _ words: Words
  ) {
    self.init(at: Moment(milliseconds: diagnosis.readAt))
    takesGroups = diagnosis.isPremium
    ownOutlooks = diagnosis.outlooksOfPerson
    admin = diagnosis.admin
    activationToRead = diagnosis.activationToRead
    unread = diagnosis.unread.map { words.line(unread: $0) }
    let judged = diagnosis.told(in: words).facts
    for (gate, text) in diagnosis.reasons(in: words) {
      reasons[gate] = Reason(judged.judgement(of: gate), text)
    }
    assigned = diagnosis.assigned.map { $0.inside.map { words.line(for: $0) } } ?? []
    let ours = diagnosis.application.map {
      ApplicationRow(name: $0.name, appID: $0.appID, objectID: $0.id)
    }
    let others = diagnosis.lookAlikes.map {
      ApplicationRow(
        name: $0.name, appID: $0.appID, objectID: $0.id,
        detail: $0.isTwin ? "the same name, another application" : nil)
    }
    applications = [ours].compactMap(\.self) + others
    if let person = diagnosis.person, let access = diagnosis.access {
      verdict = words.sentence(for: access, person)
    }
    restorable = diagnosis.deleted.first
    if let record = diagnosis.consent?.record, let proof = words.proof(of: record) {
      loneConsent = LoneConsent(
        by: record.by, isSignedIn: record.by == diagnosis.admin?.userPrincipalName, proof: proof)
    }
    consents = diagnosis.consent.map { ConsentRow.rows($0, snapshot: snapshot, of: profile) } ?? []
    roles = (diagnosis.application?.rolesForPeople ?? []).map { RoleRow(id: $0.id, name: $0.name) }
  }
}

extension Words {
  /// What could not be read, and why.
  fileprivate func line(unread error: GraphError) -> String {
    "\(error.request.template): \(sentence(for: UnreadReason(error)))"
  }
}
