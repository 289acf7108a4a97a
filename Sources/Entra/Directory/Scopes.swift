/// Delegated permissions by their claim values, compared as a set and ignoring case.
public struct Scopes: Sendable, Hashable {
  /// The values in lower case.
  public let values: Set<String>

  /// The permissions in `text`, separated by white space, as a grant's `scope` holds them.
  public init(_ text: some StringProtocol) {
    self.init(text.split { $0.isWhitespace }.map { String($0) })
  }

  /// The permissions named one by one.
  public init(_ names: some Sequence<String>) {
    values = Set(names.lazy.filter { !$0.isEmpty }.map { $0.lowercased() })
  }

  /// Whether nothing is permitted.
  public var isEmpty: Bool { values.isEmpty }

  /// Whether everything in `other` is permitted.
  public func covers(_ other: Self) -> Bool { values.isSuperset(of: other.values) }

  /// What `other` holds and this does not.
  public func lacking(_ other: Self) -> Self { Self(other.values.subtracting(values)) }

  /// Both taken together.
  public func union(_ other: Self) -> Self { Self(values.union(other.values)) }
}

extension Scopes: LosslessStringConvertible, Codable, ExpressibleByArrayLiteral {
  /// The values in order, separated by spaces.
  public var description: String { values.sorted().joined(separator: " ") }

  /// The permissions written out.
  public init(arrayLiteral names: String...) { self.init(names) }

  /// Reads them as a grant's `scope` holds them.
  public init(from decoder: any Decoder) throws { self.init(try String(from: decoder)) }

  /// Writes them as a grant's `scope` holds them.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
