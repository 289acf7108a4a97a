import Entra
import Execution
import Graph
import Testing

@Suite("The pasted outcome of a command") struct PastedOutcomeTests {
  private func read(_ text: String) throws -> [PastedOutcome] {
    try PastedOutcome.read(Array(text.utf8))
  }

  @Test("is the service principal that came back")
  func principal() throws {
    let id = try #require(ObjectID(Pasted.id))
    let outcomes = try read("PS C:\\> Invoke-It\n" + Pasted.servicePrincipal + "\nPS C:\\> ")
    #expect(outcomes == [.servicePrincipal(id, Pasted.app, name: ForeignText("Nexetic Backup"))])
  }

  @Test("is one for each answer, in their order")
  func several() throws {
    let denied = "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"\"}}"
    let outcomes = try read(
      Pasted.assignment(1) + "\nForbidden(\(denied))\n" + Pasted.grants[0] + Pasted.assignment(2))
    #expect(outcomes.count == 4)
    guard case .assigned = outcomes[0], case .refused(let error) = outcomes[1],
      case .granted = outcomes[2], case .assigned = outcomes[3]
    else {
      Issue.record("\(outcomes)")
      return
    }
    #expect(error.kind == .insufficientPrivileges)
  }

  @Test(
    "is nothing when nothing was printed but what was typed",
    arguments: [
      "", " \r\n",
      "PS C:\\Users\\kim> Invoke-MgGraphRequest -Method DELETE -Uri x\nPS C:\\Users\\kim>",
      "kim@host:~$ az rest --method delete --url x\nkim@host:~$ ", "HTTP/1.1 204 No Content\r\n",
    ])
  func silent(_ text: String) throws { #expect(try read(text) == []) }

  static let refusals: [(String, String, ErrorJSON.Kind)] = [
    ("Request_MultipleObjectsWithSameKeyValue", "is already in use.", .alreadyExists),
    (
      "Request_BadRequest", "Permission being assigned already exists on the object", .alreadyExists
    ),
    ("Request_BadRequest", "Permission entry already exists.", .alreadyExists),
    ("Request_BadRequest", "Not a valid reference update.", .notYet),
    ("Request_BadRequest", "Permission being assigned was not found on application 'x'", .notYet),
    ("Authorization_RequestDenied", "Insufficient privileges", .insufficientPrivileges),
    ("Authorization_RequestDenied", "When using this permission, ...", .insufficientPrivileges),
    ("Request_ResourceNotFound", "Resource 'x' does not exist", .notFound),
    (
      "Request_BadRequest", "The appId 'x' does not reference a valid application object.",
      .noSuchApplication
    ),
    ("InvalidAuthenticationToken", "Lifetime validation failed", .signInNeeded),
    ("TooManyRequests", "Please retry again later.", .throttled),
    ("Request_BadRequest", "One or more properties are invalid.", .unknown),
    ("", "", .unknown),
  ]

  @Test("tells refusals apart", arguments: refusals)
  func refused(_ code: String, _ message: String, _ kind: ErrorJSON.Kind) throws {
    for key in ["innerError", "innererror"] {
      let text = """
        {"error":{"code":"\(code)","message":"\(message)","details":"odd",\
        "\(key)":{"request-id":"r","odd":{}}}}
        """
      guard case .refused(let error)? = try read(text).first else {
        Issue.record("not refused")
        continue
      }
      #expect(error.kind == kind)
      #expect(error.requestID == "r")
    }
  }

  @Test(
    "is a refusal when the shell says so in its own words",
    arguments: [
      (
        "Invoke-MgGraphRequest : Response status code: Forbidden, Authorization_RequestDenied",
        ErrorJSON.Kind.insufficientPrivileges
      ),
      ("ERROR: Insufficient privileges to complete the operation.", .insufficientPrivileges),
      ("ERROR: Not a valid reference update.", .notYet),
    ])
  func words(_ text: String, _ kind: ErrorJSON.Kind) throws {
    guard case .refused(let error)? = try read(text).first else {
      Issue.record("not refused")
      return
    }
    #expect(error.kind == kind)
  }

  @Test(
    "is unknown, never done, otherwise",
    arguments: [
      "Ok", "The term 'Invoke-MgGraphRequest' is not recognized", "{\"id\":\"x\"}", "{\"a\":1}",
    ])
  func unknown(_ text: String) throws {
    guard case .unknown? = try read(text).first else {
      Issue.record("understood \(text)")
      return
    }
  }

  @Test(
    "is refused when it is cut",
    arguments: ["{\"id\":\"a", "{\"id\":...}", "\u{0}", "{\u{201C}id\u{201D}:1}"])
  func damaged(_ text: String) { #expect(throws: Shortcoming.self) { try read(text) } }
}
