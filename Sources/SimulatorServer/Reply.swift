import Foundation
import HTTPTypes
import Hummingbird

/// What the sign-in service or a page answers.
struct Reply: Sendable {
  var status: Int
  var contentType = "text/plain; charset=utf-8"
  var body: [UInt8] = []
  var location: String?

  init(status: Int, text: String) { (self.status, body) = (status, Array(text.utf8)) }

  /// A page of HTML.
  init(status: Int = 200, page: HTML) {
    (self.status, contentType) = (status, "text/html; charset=utf-8")
    body = Array(page.text.utf8)
  }

  /// A JSON object.
  init(status: Int = 200, json value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    (self.status, contentType) = (status, "application/json; charset=utf-8")
    do { body = Array(try encoder.encode(value)) } catch { self.status = 500 }
  }

  /// Sends the browser on.
  init(redirectTo location: String) { (status, self.location) = (302, location) }

  var response: Response {
    var fields: HTTPFields = [
      .contentType: contentType, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      .contentSecurityPolicy:
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http://localhost:* "
        + "http://127.0.0.1:*; frame-ancestors 'none'",
    ]
    fields[.location] = location
    return Response(
      status: HTTPResponse.Status(code: status), headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }
}
