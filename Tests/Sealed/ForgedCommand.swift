// error: 'Command' initializer is inaccessible due to 'fileprivate' protection level
import Remediation

/// Whoever obeys commands can't make one.
func forges(_ opened: Case) -> Command {
  Command(.deleteServicePrincipal(snapshot: 1), id: CommandID(input: 1, index: 0), of: opened)
}
