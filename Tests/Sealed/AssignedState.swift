// error: 'state' is inaccessible due to 'internal' protection level
import Remediation

/// Who could assign a state could skip a guard.
func skips(_ opened: inout Case, like other: Case) { opened.state = other.state }
