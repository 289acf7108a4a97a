import Entra
import Execution
import Graph
import Journal
import Remediation
import Wording

/// What a plan would do, line by line.
struct PlanSteps {
  let act: PlannedAct
  let wishes: PlanWishes
  let basis: PlanBasis
  let words: Words

  init(_ act: PlannedAct, _ wishes: PlanWishes, _ basis: PlanBasis, _ words: Words) {
    (self.act, self.wishes, self.basis, self.words) = (act, wishes, basis, words)
  }

  /// How many people and groups are named one by one.
  private static let mostNamed = 20

  /// The lines; before a deletion with what would not come back.
  func lines(through client: GraphClient) async throws(Failure) -> [String] {
    var lines = deeds.enumerated().map { "\($0.offset + 1). \($0.element)" }
    if act == .assign { lines += assignees }
    guard act == .replace else { return lines }
    do throws(Hitch) {
      let survey = try await Survey.read(
        through: client, of: words.profile, now: { Composition.now })
      let losses = try await survey.losses(through: client, of: words.profile)
      lines += losses.map {
        "Does not come back: \(Quantity.counted($0.entries, "entry", plural: "entries")). \($0.reason)"
      }
      if !losses.isEmpty {
        lines.append("That needs a reason when the plan is applied: --waive PART=REASON.")
      }
      let own = survey.entries.count { $0.part == .grant && $0.objectID != nil }
      if own > 0 {
        lines.append(
          "Users' own consents, \(own), are not written again: the organization's covers them.")
      }
    } catch { throw Failure(stopped: error, words) }
    return lines
  }

  private var deeds: [String] {
    let again = "Read the tenant again; stop if anything is not as it is now."
    let verify = "Read back, verify and close the case."
    switch act {
    case .assign:
      return [again, sentence(.assignPrincipals(wishes.principals.count))] + otherHalf + [verify]
    case .reconsent: return [again, consent, verify]
    case .restore: return [again, sentence(.restoreServicePrincipal)] + otherHalf + [verify]
    case .replace:
      return [
        again, "Record everything: \(counts).", sentence(.deleteServicePrincipal(snapshot: 0)),
      ]
        + [sentence(.addServicePrincipal)]
        + (basis.counts?.isAssignmentRequired == true ? [sentence(.requireAssignment)] : [])
        + [consent, "Put back what was recorded, entry by entry, and compare."] + [verify]
    }
  }

  /// Consent where an act alone may be too little, and somebody was named to give it.
  private var otherHalf: [String] {
    wishes.consent == nil ? [] : ["If the organization has not consented: \(consent)"]
  }

  private var consent: String {
    switch wishes.consent {
    case .grant?: sentence(.consent(.graph))
    case .watch?, nil: "The admin consents by the link; Regrant waits until Graph shows it."
    }
  }

  private var counts: String {
    guard let counts = basis.counts else { return "nothing" }
    let groups = counts.groups > 0 ? ", \(Quantity.counted(counts.groups, "group")) among them" : ""
    return [
      Quantity.counted(counts.assignments, "assignment") + groups,
      Quantity.counted(counts.grants, "consent"),
      Quantity.counted(counts.permissions, "application permission"),
      Quantity.counted(counts.owners, "owner"),
      Quantity.counted(counts.properties, "property", plural: "properties"),
    ].joined(separator: ", ")
  }

  private var assignees: [String] {
    let named = wishes.principals.prefix(Self.mostNamed).map {
      "\($0.kind == .group ? "Group" : "User") \"\($0.name.text.safe)\", \($0.id)"
    }
    let more = wishes.principals.count - named.count
    return named + (more > 0 ? ["And \(more) more."] : [])
  }

  private func sentence(_ order: Order) -> String {
    let name = words.name(of: order)
    return name.prefix(1).uppercased() + name.dropFirst() + "."
  }
}
