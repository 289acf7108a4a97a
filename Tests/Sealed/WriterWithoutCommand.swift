// error: cannot convert value of type 'Order' to expected argument type 'Command'
import Graph
import Remediation

/// The writer obeys commands, not descriptions.
func obeys(_ order: Order, by writer: GraphWriter) async throws {
  _ = try await writer.perform(order, with: .creation)
}
