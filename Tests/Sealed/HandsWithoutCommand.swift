// error: cannot convert value of type 'Order' to expected argument type 'Command'
import Execution
import Remediation

/// Regrant's hands obey commands, not descriptions.
func obeys(_ order: Order, by hands: TenantHands) async -> WorkResult {
  await hands.perform(.carryOut(order), telling: { _ in })
}
