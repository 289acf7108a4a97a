public import Entra

/// Why a row of Graph's JSON is no value of ours.
public enum WireError: Error, Sendable, Hashable {
  /// The field is absent or null, and without it the row means nothing.
  case missing(field: String)
  /// The field holds something that is not what Graph documents for it.
  case unreadable(field: String, ForeignText)
  /// The field holds a member that Graph had not when this was written.
  case unknown(field: String, ForeignText)

  /// The field it is about.
  public var field: String {
    switch self {
    case .missing(let field), .unreadable(let field, _), .unknown(let field, _): field
    }
  }
}

extension WireError {
  /// An object ID that must be there.
  static func objectID(_ text: String?, _ field: String) throws(Self) -> ObjectID {
    guard let text, !text.isEmpty else { throw .missing(field: field) }
    guard let id = ObjectID(text) else { throw .unreadable(field: field, ForeignText(text)) }
    return id
  }

  /// A member of an enumeration that may grow.
  static func member<Member: RawRepresentable<String>>(
    _ text: String?, _ field: String
  ) throws(Self) -> Member {
    guard let text, !text.isEmpty else { throw .missing(field: field) }
    guard let member = Member(rawValue: text) else {
      throw .unknown(field: field, ForeignText(text))
    }
    return member
  }
}
