// error: cannot assign to property: 'order' is a 'let' constant
import Remediation

/// A command that was given stays the command that was given.
func changes(_ command: Command) -> Command {
  var other = command
  other.order = .deleteServicePrincipal(snapshot: 1)
  return other
}
