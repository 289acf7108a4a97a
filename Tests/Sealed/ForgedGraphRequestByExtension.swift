// error: 'let' property 'kind' may not be initialized directly
import Graph
import HTTPTypes

/// An initialiser of one's own would need no command.
extension GraphRequest {
  init(forged head: HTTPRequest) {
    self.kind = .deleteServicePrincipal
    self.head = head
    self.body = []
    self.clientRequestID = ""
  }
}
