/// Rules out most people for a search by looking at their names' places in the tables alone.
///
/// So that a search through a million people makes few of their names.
struct NamePrefilter {
  /// For each alternative, the names that could be part of a fit.
  private var alternatives: [Alternative] = []

  private struct Alternative {
    let given: [Bool]
    let family: [Bool]
  }

  /// A filter for `search`; `nil` where it can't be told from names.
  init?(_ search: Search) {
    guard add(search) else { return nil }
  }

  /// Whether the person at `index` could fit.
  func mayFit(_ index: Int, _ people: Population) -> Bool {
    if people.hostileName(at: index) != nil { return true }
    let (given, family) = people.nameIndices(at: index)
    return alternatives.contains { $0.given[given] || $0.family[family] }
  }

  private mutating func add(_ search: Search) -> Bool {
    switch search {
    case .or(let one, let other): return add(one) && add(other)
    case .and(let one, let other):
      // Each half alone rules out enough.
      return add(one) || add(other)
    case .clause("displayName", let wanted):
      guard let token = Search.tokens(of: wanted).first else { return false }
      let begins = { (name: Names.Name) in
        Search.tokens(of: name.shown).contains { $0.hasPrefix(token) }
      }
      alternatives.append(
        Alternative(given: Names.given.map(begins), family: Names.family.map(begins)))
      return true
    case .clause("userPrincipalName", let wanted), .clause("mail", let wanted):
      let wanted = wanted.lowercased()
      guard !wanted.isEmpty else { return false }
      alternatives.append(
        Alternative(
          given: Names.given.map {
            $0.address.hasPrefix(wanted) || wanted.hasPrefix($0.address + ".")
          }, family: Names.family.map { _ in false }))
      return true
    case .clause: return false
    }
  }
}
