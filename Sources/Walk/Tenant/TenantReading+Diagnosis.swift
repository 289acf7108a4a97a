import Entra
import Execution
import Graph
import Remediation
import Screens
import Wording

extension TenantReading {
  /// A diagnosis as screens show it.
  init(_ diagnosis: Diagnosis, _ words: Words) {
    self.init(at: Moment(milliseconds: diagnosis.readAt))
    takesGroups = diagnosis.isPremium
    unread = diagnosis.unread.map { words.line(unread: $0) }
    for gate in Gate.allCases { evidence[gate] = words.evidence(for: gate, in: diagnosis) }
    assigned = words.assigned(diagnosis)
    applications = Self.applications(diagnosis)
    roles = (diagnosis.application?.rolesForPeople ?? []).map { RoleRow(id: $0.id, name: $0.name) }
  }

  private static func applications(_ diagnosis: Diagnosis) -> [ApplicationRow] {
    let ours = diagnosis.application.map {
      ApplicationRow(name: $0.name, appID: $0.appID, objectID: $0.id)
    }
    return [ours].compactMap(\.self)
      + diagnosis.lookAlikes.map {
        ApplicationRow(
          name: $0.name, appID: $0.appID, objectID: $0.id,
          detail: $0.isTwin ? "the same name, another application" : nil)
      }
  }
}

extension Words {
  /// What a gate's judgement rests on, in the fewest words.
  fileprivate func evidence(for gate: Gate, in diagnosis: Diagnosis) -> String? {
    switch gate {
    case .object:
      diagnosis.application == nil
        ? diagnosis.deleted.first { $0.isBest }.map {
          "deleted \($0.deletedAt.prefix(10)), \(Quantity.counted($0.daysLeft, "day")) left"
        } : nil
    case .consent: diagnosis.consent.map(consentEvidence)
    case .assignment: assigned(diagnosis).first
    case .user, .rbac: nil
    }
  }

  private func consentEvidence(_ consent: ConsentStanding) -> String {
    let wide = consent.organizationScopes.values.count
    var parts = [
      wide == 0
        ? "nothing for the organization"
        : "\(Quantity.counted(wide, "permission")) for the organization"
    ]
    if consent.ownConsents > 0 {
      parts.append(
        "\(Quantity.counted(consent.ownConsents, "person", plural: "people")) for "
          + "themselves")
    }
    if let record = consent.record, record.isForOrganization == false {
      parts.append("\(record.by.safe) did not tick the box on \(record.at.prefix(10))")
    }
    return parts.joined(separator: "; ")
  }

  /// Who is assigned: how many first, then the groups that hold others who are out.
  fileprivate func assigned(_ diagnosis: Diagnosis) -> [String] {
    guard let assigned = diagnosis.assigned else { return [] }
    let first =
      "\(Quantity.counted(assigned.users, "user")) and "
      + "\(Quantity.counted(assigned.groups, "group")) assigned"
    return [first]
      + assigned.inside.map { group in
        let members = group.members.map { ", \(Quantity.counted($0, "direct member"))" } ?? ""
        let nested =
          group.nested.isEmpty
          ? "" : "; out: members of \(Quantity.listed(group.nested.map(\.safe)))"
        return "Group \(group.name.safe)\(members)\(nested)"
      }
  }

  /// What could not be read, and why.
  fileprivate func line(unread error: GraphError) -> String {
    "\(error.request.template): \(trouble(with: error).happened)"
  }
}
