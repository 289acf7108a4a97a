import Entra
import HTTPTypes

/// Graph over the network: requests go to one service and nowhere else.
public struct NetworkTransport: Transport {
  private let service: GraphService
  private let network: Network

  /// A transport to `service`.
  public init(to service: GraphService, over network: Network) {
    (self.service, self.network) = (service, network)
  }

  /// Sends the request once, with the token in its `Authorization` field.
  public func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    guard request.head.scheme == service.scheme, request.head.authority == service.authority else {
      throw .unreachable(ForeignText("The request is meant for another service."))
    }
    guard token.canBeSent else {
      throw .unreachable(ForeignText("The token holds characters that no token has."))
    }
    var head = request.head
    head.headerFields[.authorization] = "Bearer \(token.secret)"
    let reply = try await network.exchange(head, request.body)
    return GraphResponse(status: reply.status, fields: reply.fields, body: reply.body)
  }
}
