// error: 'Identified' initializer is inaccessible due to 'fileprivate' protection level
import Entra
import Remediation

@testable import Graph

/// No object is said to be the right one: it was looked at.
func identifies(_ read: ServicePrincipalJSON, _ id: ObjectID, for command: Command) -> Identified {
  Identified(read, id, for: command)
}
