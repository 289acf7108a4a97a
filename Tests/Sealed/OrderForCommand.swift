// error: cannot convert value of type 'Order' to expected argument type 'Command'
import Remediation

func obey(_ command: Command) {}

/// What is only described is not obeyed.
func obeys(_ order: Order) { obey(order) }
