// error: cannot assign to property: 'unsettled' setter is inaccessible
import Remediation

/// What was ordered stays ordered until its outcome is known.
func forgets(_ opened: inout Case) { opened.unsettled = [] }
