// compiles
import Entra
import Graph
import HTTPTypes
import Remediation

// The one way to a change, and what a transport may do, so that the other files fail for what
// they try.
func carriesOut(
  _ command: Command, on id: ObjectID, by writer: GraphWriter
) async throws(WriteRefusal) -> [EntryOutcome] {
  try await writer.perform(command, with: .object(Particulars.Target(id)))
}

struct Carrier: Transport {
  func send(
    _ request: GraphRequest, bearing token: AccessToken
  ) async throws(TransportError) -> GraphResponse {
    let head: HTTPRequest = request.head
    return GraphResponse(status: head.path == nil ? 400 : 200, body: request.body)
  }
}
