// error: 'GraphRequest' initializer is inaccessible due to 'fileprivate' protection level
import Graph

/// Whoever can send a request can't make one.
func forges(_ service: GraphService) -> GraphRequest {
  GraphRequest(.deleteServicePrincipal, .delete, at: "/v1.0/x", of: service, id: "")
}
