// error: cannot convert value of type 'Order' to expected argument type 'Command'
import Entra
import Remediation

@testable import Graph

/// An owner is added by a command, or not at all: a description of the deed is none.
func addsOwner(_ owner: ObjectID, to object: Identified, at service: GraphService) throws
  -> GraphRequest
{
  try GraphRequest.writing(
    .addOwner(object, owner: owner), ordered: Order.assignSnapshot(1), at: service, id: "")
}
