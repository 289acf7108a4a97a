/// Delegated permissions by their claim values, compared as a set and ignoring case.
///
/// They are written as they were first spelled: what is granted anew is spelled as the API does.
public struct Scopes: Sendable, Hashable {
  /// Each value as it was first spelled, by its lower-case form.
  private let spelled: [String: String]

  /// The values in lower case.
  public var values: Set<String> { Set(spelled.keys) }

  /// The permissions in `text`, separated by white space, as a grant's `scope` holds them.
  public init(_ text: some StringProtocol) {
    self.init(text.split { $0.isWhitespace }.map { String($0) })
  }

  /// The permissions named one by one.
  public init(_ names: some Sequence<String>) {
    spelled = Dictionary(
      names.lazy.filter { !$0.isEmpty }.map { ($0.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private init(spelled: [String: String]) { self.spelled = spelled }

  /// Whether nothing is permitted.
  public var isEmpty: Bool { spelled.isEmpty }

  /// Whether everything in `other` is permitted.
  public func covers(_ other: Self) -> Bool { other.spelled.keys.allSatisfy { spelled[$0] != nil } }

  /// What `other` holds and this does not.
  public func lacking(_ other: Self) -> Self {
    Self(spelled: other.spelled.filter { spelled[$0.key] == nil })
  }

  /// Both taken together.
  public func union(_ other: Self) -> Self {
    Self(spelled: spelled.merging(other.spelled) { own, _ in own })
  }

  /// Whether both permit the same, however it is spelled.
  public static func == (one: Self, other: Self) -> Bool { one.values == other.values }

  /// Hashes what is permitted, however it is spelled.
  public func hash(into hasher: inout Hasher) { hasher.combine(values) }
}

extension Scopes: LosslessStringConvertible, Codable, ExpressibleByArrayLiteral {
  /// The values in order, separated by spaces.
  public var description: String {
    spelled.sorted { $0.key < $1.key }.map(\.value).joined(separator: " ")
  }

  /// The permissions written out.
  public init(arrayLiteral names: String...) { self.init(names) }

  /// Reads them as a grant's `scope` holds them.
  public init(from decoder: any Decoder) throws { self.init(try String(from: decoder)) }

  /// Writes them as a grant's `scope` holds them.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}
