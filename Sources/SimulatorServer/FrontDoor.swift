import HTTPTypes
import Hummingbird
import NIOCore
import Simulator

/// What a request comes with: the connection, so that it can be broken off.
struct Visit: InitializableFromSource, Sendable {
  let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }
}

/// Takes every request to Graph, to the sign-in service or to a page.
struct FrontDoor: HTTPResponder {
  typealias Context = Visit

  private static let largestBody = 4 * 1024 * 1024  // Graph, "Request size limit"

  let tenant: LiveTenant
  let scheme: String

  func respond(to request: Request, context: Visit) async throws -> Response {
    guard let host = request.head.authority, Self.isLoopback(host) else {
      return Reply(status: 421, text: "This simulator answers to localhost alone.").response
    }
    let body = try await request.body.collect(upTo: Self.largestBody)
    let bytes = Array(body.readableBytesView)
    let path = request.head.path ?? "/"
    if path.hasPrefix("/v1.0/") || path.hasPrefix("/beta/") {
      var head = request.head
      head.scheme = scheme
      return try await Delivery(context.channel).deliver { () throws(LostConnection) in
        try await tenant.answer(head, body: bytes)
      }
    }
    guard let visitor = Visitor(request.head, body: bytes, base: "\(scheme)://\(host)") else {
      return Reply(status: 400, text: "The request cannot be read.").response
    }
    return await tenant.receive(visitor).response
  }

  /// Whether a `Host` names this machine's loopback, with or without a port.
  static func isLoopback(_ host: String) -> Bool {
    let name =
      host.hasPrefix("[") ? host.prefix { $0 != "]" }.dropFirst() : host.prefix { $0 != ":" }
    return ["localhost", "127.0.0.1", "::1"].contains(name.lowercased())
  }
}
