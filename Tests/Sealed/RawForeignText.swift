// error: 'raw' is inaccessible due to 'private' protection level
import Entra

/// What a stranger wrote leaves Entra only made harmless.
func leaks(_ text: ForeignText) -> String { text.raw }
