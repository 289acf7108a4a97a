import Entra
import Screens
import Wording

extension ConsentRow {
  /// What is granted for the organization and what is wanted, API by API.
  ///
  /// Wanted is what Regrant would grant: what the snapshot holds, else what anybody granted so far,
  /// else what the vendor says.
  static func rows(
    _ consent: ConsentStanding, snapshot: [WriteCommand.Grant], of profile: ApplicationProfile
  ) -> [ConsentRow] {
    var names: [ObjectID: ForeignText] = [:]
    for part in consent.organization + consent.individual { names[part.resource] = part.api }
    let granted = joined(consent.organization.map { ($0.resource, $0.scopes) })
    let anybodys = consent.organization + consent.individual
    let wanted =
      snapshot.isEmpty
      ? joined(anybodys.map { ($0.resource, $0.scopes) })
      : joined(snapshot.map { ($0.resource, $0.scopes) })
    guard !wanted.isEmpty else {
      guard !profile.expectedScopes.isEmpty else { return [] }
      return [
        ConsentRow(
          api: ForeignText("Microsoft Graph"), granted: [], wanted: Scopes(profile.expectedScopes))
      ]
    }
    return Set(granted.keys).union(wanted.keys).sorted { $0.description < $1.description }.map {
      ConsentRow(
        api: names[$0] ?? ForeignText($0.description), granted: granted[$0] ?? [],
        wanted: wanted[$0] ?? [])
    }
  }

  private static func joined(_ parts: [(ObjectID, Scopes)]) -> [ObjectID: Scopes] {
    parts.reduce(into: [:]) { joined, part in
      joined[part.0] = joined[part.0, default: []].union(part.1)
    }
  }
}
