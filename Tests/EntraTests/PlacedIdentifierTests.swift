import Entra
import Testing

@Suite("GUIDs in a text")
struct PlacedIdentifierTests {
  private let id = "0d9c7b6a-1111-4222-8333-944455566677"

  @Test(
    "are what the words before them say",
    arguments: [
      ("Application ID: ", Recognition.Identifier.Role.application),
      ("Application (client) ID\n", .application), ("client_id=", .application),
      ("\"appId\": \"", .application), ("/appId/", .application),
      ("Application with identifier '", .application), ("application with ID '", .application),
      ("the application Acme Über-Tool ('", .application),
      ("Resource app ID: '", .resource), ("Resource ID ", .resource),
      ("Object ID\n", .object), ("/objectId/", .object),
      ("Directory (tenant) ID: ", .tenant), ("tenant '", .tenant), ("&tenant=", .tenant),
      ("login.microsoftonline.com/", .tenant), ("https://entra.microsoft.com/", .tenant),
      ("https://sts.windows.net/", .homeTenant),
      ("Correlation Id: ", .correlation), ("\"correlation_id\":\"", .correlation),
      ("Trace ID: ", .request), ("Request Id: ", .request), ("x-ms-request-id: ", .request),
      ("Session ID: ", .session), ("my number is ", .unstated), ("", .unstated),
    ])
  func roles(_ label: String, _ role: Recognition.Identifier.Role) throws {
    let bits = try #require(ObjectID(id)).bits
    let found = Recognition(ForeignText("\(label)\(id)"))
    #expect(found.identifiers == [.init(bits: bits, role: role)])
  }

  @Test("need not be followed by a space before the next label")
  func runTogether() {
    let found = Recognition(ForeignText("Request Id: \(id)Correlation Id: \(id)Timestamp: x"))
    #expect(found.identifiers.map(\.role) == [.request, .correlation])
  }

  @Test("are not read out of longer strings", arguments: ["a", "0"])
  func longer(_ digit: String) {
    #expect(Recognition(ForeignText("\(id)\(digit)")).identifiers.isEmpty)
    #expect(Recognition(ForeignText("\(digit)\(id)")).identifiers.isEmpty)
  }
}
