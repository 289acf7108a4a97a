public import Entra

/// One answer of a list: its rows, and whether there is more.
public struct CollectionJSON<Row: Decodable & Sendable>: Sendable, Decodable {
  /// Which list it is a part of, as `@odata.context` says.
  public let context: String?
  /// The address of the next answer; `nil` when this is the last.
  public let nextLink: String?
  /// How many rows the list has in all, where that was asked.
  public let count: Int?
  /// The rows; an unreadable one does not hide the others.
  public let rows: [RowJSON<Row>]

  private enum CodingKeys: String, CodingKey {
    case context = "@odata.context"
    case nextLink = "@odata.nextLink"
    case count = "@odata.count"
    case rows = "value"
  }
}

extension CollectionJSON: Hashable, Equatable where Row: Hashable {}

/// A row, or why it could not be read.
public enum RowJSON<Row: Decodable & Sendable>: Sendable, Decodable {
  /// Read.
  case read(Row)
  /// Not of the row's shape; the text names the field, where the decoder does.
  case unreadable(ForeignText)

  /// Never fails: what is wrong becomes ``unreadable(_:)``.
  public init(from decoder: any Decoder) {
    do {
      self = .read(try Row(from: decoder))
    } catch DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context), DecodingError.keyNotFound(_, let context)
    {
      self = .unreadable(ForeignText(context.codingPath.last?.stringValue ?? ""))
    } catch {
      self = .unreadable(ForeignText(""))
    }
  }
}

extension RowJSON: Hashable, Equatable where Row: Hashable {}
