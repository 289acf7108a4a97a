import Foundation
import HTTPTypes

/// A request to the sign-in service or to a page: its path, and the fields of its query and form.
struct Visitor: Sendable {
  let method: HTTPRequest.Method
  /// The path's segments.
  let path: [String]
  /// The fields, those of the form before those of the query.
  let fields: [String: String]
  /// Scheme, host and port, as the visitor names them.
  let base: String

  /// `nil` for what is no form.
  init?(_ request: HTTPRequest, body: [UInt8], base: String) {
    (method, self.base) = (request.method, base)
    let halves = (request.path ?? "/").split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = halves[0].split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    guard let query = Self.fields(halves.count == 2 ? String(halves[1]) : ""),
      let form = Self.fields(String(decoding: body, as: UTF8.self))
    else { return nil }
    fields = query.merging(form) { $1 }
  }

  subscript(name: String) -> String? {
    fields[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func fields(_ text: String) -> [String: String]? {
    var fields: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.replacing("+", with: " ").removingPercentEncoding }
      guard let name = halves[0], let value = halves.count == 2 ? halves[1] : "" else { return nil }
      fields[name] = value
    }
    return fields
  }
}
