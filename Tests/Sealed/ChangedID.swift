// error: cannot assign to property: 'bits' is a 'let' constant
import Entra

/// An id is not turned into another one.
func changes(_ app: AppID) -> AppID {
  var other = app
  other.bits = 0
  return other
}
