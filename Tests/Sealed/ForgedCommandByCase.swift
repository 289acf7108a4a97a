// error: type 'Command' has no member 'deleteServicePrincipal'
import Remediation

/// An order describes a deed; it isn't a command, and doesn't turn into one.
func orders() -> Command { .deleteServicePrincipal(snapshot: 1) }
