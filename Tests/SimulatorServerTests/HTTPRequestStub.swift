import HTTPTypes

/// Requests by their path alone.
enum HTTPRequestStub {
  static func get(_ path: String) -> HTTPRequest {
    HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:1", path: path)
  }
}
