// error: 'Command' initializer is inaccessible due to 'fileprivate' protection level
@testable import Remediation

/// Nor can a test, to which everything internal is open.
func forges(_ opened: Case) -> Command {
  Command(.deleteServicePrincipal(snapshot: 1), id: CommandID(input: 1, index: 0), of: opened)
}
