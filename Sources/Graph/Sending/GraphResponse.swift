public import HTTPTypes

/// What came back for a request.
public struct GraphResponse: Sendable, Hashable {
  /// The status.
  public let status: Int
  /// The header fields.
  public let fields: HTTPFields
  /// The body, whatever it holds.
  public let body: [UInt8]

  /// An answer by its parts.
  public init(status: Int, fields: HTTPFields = [:], body: [UInt8] = []) {
    (self.status, self.fields, self.body) = (status, fields, body)
  }

  /// Graph's ID of the request, for support.
  public var requestID: String? { fields.first(named: "request-id") }
}
