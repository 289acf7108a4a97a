// error: 'GraphRequest' initializer is inaccessible due to 'fileprivate' protection level
@testable import Graph

/// Nor can a test, to which everything internal is open.
func forges(_ service: GraphService) -> GraphRequest {
  GraphRequest(.deleteServicePrincipal, .delete, at: "/v1.0/x", of: service, id: "")
}
