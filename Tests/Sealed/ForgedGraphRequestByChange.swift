// error: cannot assign to property: 'head' is a 'let' constant
import Graph
import HTTPTypes

/// A request that was made stays the request that was made.
func changes(_ request: GraphRequest) -> GraphRequest {
  var other = request
  other.head.method = .delete
  return other
}
