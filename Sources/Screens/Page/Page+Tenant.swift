extension Page {
  /// The tenant that a screen speaks of, as far as it is known: where people check where they are.
  public struct Tenant: Sendable, Hashable {
    /// Whose it is, where Regrant's own hands reach it; nil where nobody's hands do.
    public var kind: Kind?
    /// The organization's name.
    public var name: String?
    /// Its default domain.
    public var domain: String?
    /// Its ID.
    public var id: String?

    /// A tenant; what is not known is left out.
    public init(
      kind: Kind? = nil, name: String? = nil, domain: String? = nil, id: String? = nil
    ) {
      (self.kind, self.name, self.domain, self.id) = (kind, name, domain, id)
    }

    /// Whose a tenant is.
    public enum Kind: Sendable, Hashable, CaseIterable {
      /// A customer's, in Microsoft's cloud.
      case live
      /// Made up, inside this program.
      case practice
      /// Made up, served on this machine.
      case simulator
    }

    /// The word for whose it is, in capitals: nobody is to take practice for a customer, nor the
    /// reverse.
    var mark: String? { kind.map(Labels.mark) }

    /// The tenant as it is read out.
    var spoken: String {
      [mark, name, domain, id].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The tenant in ever fewer words; the last of them may still be too long.
    ///
    /// The ID is the last thing to become short, and its beginning stays with the domain: it tells
    /// tenants of one name apart.
    func lines(dot: String) -> [String] {
      let short = id.map { "\($0.prefix(8)).." }
      let ways = [
        [name, domain, id], [domain ?? name, id], [name, domain, short], [domain ?? name, short],
      ]
      return ways.map { parts in
        let line = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " \(dot) ")
        return mark.map { "\($0)  \(line)" } ?? line
      }
    }
  }
}
