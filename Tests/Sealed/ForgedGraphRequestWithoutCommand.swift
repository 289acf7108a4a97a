// error: cannot convert value of type 'Order' to expected argument type 'Command'
import Remediation

@testable import Graph

/// What changes a tenant is made of a command, even by a test.
func writes(_ order: Order, at service: GraphService) throws -> GraphRequest {
  try GraphRequest.writing(.add, ordered: order, at: service, id: "")
}
