import Entra
import Foundation
import HTTPTypes
import Testing

@testable import Graph

@Suite("Questions asked together") struct QuestionsTests {
  private static func part(_ id: Int, _ status: Int, _ body: String) -> String {
    "{\"id\":\"\(id)\",\"status\":\(status),\"headers\":{},\"body\":\(body)}"
  }

  private static func batch(_ parts: [String]) -> ScriptedTransport.Answer {
    .json(200, "{\"responses\":[\(parts.joined(separator: ","))]}")
  }

  @Test("are one request, whose parts carry no body where there is none")
  func envelope() async throws {
    let transport = ScriptedTransport([
      Self.batch([Self.part(0, 200, Made.organization), Self.part(1, 404, "{}")])
    ])
    let answers = try await Bench(transport).client.ask([
      .organization, .servicePrincipal(Made.app),
    ])
    let found: Result<ServicePrincipalJSON?, GraphError> = answers.found(
      .servicePrincipal(Made.app))
    #expect(try found.get() == nil)
    let listing: Result<Listing<OrganizationJSON>, GraphError> = await answers.list(.organization)
    #expect(try listing.get().rows.count == 1)
    #expect(transport.lines == ["POST /$batch"])
    let body = String(decoding: transport.sent[0].request.body, as: UTF8.self)
    #expect(!body.contains("\"body\""))
    #expect(!transport.sent[0].request.kind.isWrite)
  }

  @Test("hide none of the others when one is refused")
  func refused() async throws {
    let denied = "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"no\"}}"
    let transport = ScriptedTransport([
      Self.batch([Self.part(1, 403, denied), Self.part(0, 200, "{\"id\":\"1\"}")])
    ])
    let answers = try await Bench(transport).client.ask([.signedInUser, .authorizationPolicy])
    let user: Result<UserJSON, GraphError> = answers.value(.signedInUser)
    #expect(try user.get().id == "1")
    let policy: Result<AuthorizationPolicyJSON, GraphError> = answers.value(.authorizationPolicy)
    #expect(throws: GraphError.self) { try policy.get() }
  }

  @Test("are asked again by themselves when they were too many for the moment")
  func throttled() async throws {
    let transport = ScriptedTransport([
      Self.batch([Self.part(0, 429, "{}"), Self.part(1, 200, "{\"isEnabled\":true}")]),
      .json(200, "{\"id\":\"1\"}"),
    ])
    let answers = try await Bench(transport).client.ask([
      .signedInUser, .adminConsentRequestPolicy,
    ])
    let user: Result<UserJSON, GraphError> = answers.value(.signedInUser)
    #expect(try user.get().id == "1")
    #expect(transport.lines == ["POST /$batch", "GET /me"])
  }

  @Test("go on with a list where the batch's page ended")
  func pages() async throws {
    let next = "https://graph.microsoft.com/v1.0/users?$skiptoken=x"
    let first = "{\"value\":[{\"id\":\"1\"}],\"@odata.nextLink\":\"\(next)\"}"
    let transport = ScriptedTransport([
      Self.batch([Self.part(0, 200, first), Self.part(1, 200, "{\"id\":\"me\"}")]),
      .json(200, "{\"value\":[{\"id\":\"2\"}]}"),
    ])
    let answers = try await Bench(transport).client.ask([.users, .signedInUser])
    let users: Result<Listing<UserJSON>, GraphError> = await answers.list(.users)
    #expect(try users.get().rows.map(\.id) == ["1", "2"])
    let cut: Result<Listing<UserJSON>, GraphError> = await answers.list(.users, pages: 1)
    #expect(try cut.get().isCut)
  }
}
