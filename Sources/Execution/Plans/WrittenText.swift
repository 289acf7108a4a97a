public import Entra

/// Foreign text in a file of ours: one JSON string, whole; shown, it is harmless.
public struct WrittenText: Sendable, Hashable, Codable {
  /// The text.
  public let text: ForeignText

  /// A text for a file.
  public init(_ text: ForeignText) { self.text = text }

  /// Reads one string.
  public init(from decoder: any Decoder) throws {
    text = ForeignText(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes one string.
  public func encode(to encoder: any Encoder) throws { try text.returnWhole(to: encoder) }
}
