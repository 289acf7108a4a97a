import Entra
import HTTPTypes

/// A request as it came.
struct Incoming {
  let method: HTTPRequest.Method
  let path: String
  let base: String
  let headers: HTTPFields
  let body: [UInt8]
  var isBatchItem = false

  init(_ request: HTTPRequest, _ body: [UInt8]) {
    method = request.method
    path = request.path ?? "/"
    base =
      (request.scheme ?? "https") + "://" + (request.authority ?? "graph.microsoft.com") + "/v1.0"
    headers = request.headerFields
    self.body = body
  }

  /// An item of a batch that came as `envelope`.
  init(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: [UInt8],
    in envelope: Incoming
  ) {
    (self.method, self.path, self.headers, self.body) = (method, path, headers, body)
    (base, isBatchItem) = (envelope.base, true)
  }

  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

extension Reply {
  var bytes: [UInt8] {
    switch body {
    case .none: []
    case .json(let json): json.bytes
    case .text(let text), .page(let text): Array(text.utf8)
    }
  }

  var contentType: String? {
    switch body {
    case .none: nil
    case .json:
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;"
        + "charset=utf-8"
    case .text: "text/plain"
    case .page: "text/html"
    }
  }
}

extension SimulatedTenant {
  /// Answers a request, or an item of a batch, with whatever goes wrong with it.
  mutating func serve(
    _ request: Incoming
  ) -> (reply: Reply, delaySeconds: Double, isLost: Bool, isCutOff: Bool) {
    answered += 1
    let number = answered
    let faults = settings.faults.filter { $0.request == number }.map(\.kind)
    var delay = 0.0
    for case .slow(let seconds) in faults { delay += seconds }
    let fault = faults.first { $0.failure != nil }
    guard let fault, let failure = fault.failure else {
      return (obey(request, number), delay, false, faults.contains(.truncated))
    }
    if fault.isObeyed { _ = obey(request, number) }
    var isLost = false
    if case .reset = fault { isLost = !request.isBatchItem }
    return (reply(failure, request, number), delay, isLost, false)
  }

  private mutating func obey(_ request: Incoming, _ number: Int) -> Reply {
    do throws(Failure) {
      return try handle(request, number)
    } catch {
      return reply(error, request, number)
    }
  }

  private mutating func handle(_ request: Incoming, _ number: Int) throws(Failure) -> Reply {
    let caller = try identify(request)
    let halves = request.path.split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves.first?.split(separator: "/") ?? []
    guard parts.first == "v1.0",
      let path = Call.segments(of: parts.dropFirst().joined(separator: "/"))
    else { throw .malformed("Invalid version.") }
    let isEventual = request.header("ConsistencyLevel")?.lowercased() == "eventual"
    let call = Call(
      method: request.method, path: path,
      query: try Query(halves.count == 2 ? halves[1] : "", isEventual: isEventual),
      body: request.body, caller: caller, base: request.base,
      target: parts.dropFirst().joined(separator: "/"),
      isStale: settings.replication.isStale(request: number, seed: mint.seed))
    if path == ["$batch"] {
      guard !request.isBatchItem else { throw .malformed("Batch requests cannot be nested.") }
      return try batch(call, request)
    }
    let cost = Throttle.Cost(call)
    let full = Throttle(settings.limits, size: settings.size, at: now)
    switch throttles[caller.client, default: full].charge(cost, at: now) {
    case .refused(let seconds, let information, let scope):
      throw .throttled(
        after: retryAfter(seconds), information,
        scope: "Tenant_Application/\(scope)/\(caller.client)/\(id)")
    case .passed(let percentage):
      var reply = try route(call)
      reply.headers["x-ms-resource-unit"] = "\(cost.units)"
      if percentage > 0.8 {
        let tenths = Int((percentage * 10).rounded())
        reply.headers["x-ms-throttle-limit-percentage"] = "\(tenths / 10).\(tenths % 10)"
      }
      return reply
    }
  }

  private func retryAfter(_ seconds: Double) -> String {
    guard settings.switches.retryAfterIsFractional else { return "\(Int(seconds.rounded(.up)))" }
    let thousandths = Int((seconds * 1000).rounded(.up))
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  private func requestID(_ number: Int) -> String { "\(ObjectID(bits: mint.arbitrary(number)))" }

  private func reply(_ failure: Failure, _ request: Incoming, _ number: Int) -> Reply {
    if let page = failure.page {
      return Reply(status: failure.status, body: .page(page), headers: failure.headers)
    }
    let id = requestID(number)
    var inner: [JSON.Member] = JSON.members([
      ("date", .string(now.secondsText)), ("request-id", .string(id)),
      ("client-request-id", .string(request.header("client-request-id") ?? id)),
    ])
    if failure.status == 429 {
      inner = JSON.members([
        ("code", "429"), ("date", .string(now.secondsText)), ("message", "Please retry after"),
        ("request-id", .string(id)), ("status", "429"),
      ])
    }
    var error = JSON.members([
      ("code", .string(failure.code)), ("message", .string(failure.message)),
    ])
    if let detail = failure.detail {
      error.append(
        JSON.Member(
          "details",
          [["code": .string(detail), "message": .string(failure.message), "target": "None"]]))
    }
    error.append(JSON.Member("innerError", .object(inner)))
    return Reply(
      status: failure.status, body: .json(["error": .object(error)]), headers: failure.headers)
  }

  /// The answer's head, with what every answer carries.
  func response(to request: Incoming, _ reply: Reply) -> HTTPResponse {
    let id = requestID(answered)
    var fields: [(String, String)] = [
      ("Date", now.httpText), ("Cache-Control", "no-cache"), ("request-id", id),
      ("client-request-id", request.header("client-request-id") ?? id),
      (
        "x-ms-ags-diagnostic",
        "{\"ServerInfo\":{\"DataCenter\":\"Sweden Central\",\"Slice\":\"E\",\"Ring\":\"3\","
          + "\"ScaleUnit\":\"000\",\"RoleInstance\":\"SIM00000001\"}}"
      ),
    ]
    if let type = reply.contentType { fields.append(("Content-Type", type)) }
    if case .json = reply.body { fields.append(("OData-Version", "4.0")) }
    fields += reply.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    var response = HTTPResponse(status: HTTPResponse.Status(code: reply.status))
    for (name, value) in fields {
      if let name = HTTPField.Name(name) { response.headerFields[name] = value }
    }
    return response
  }

  /// Whose token the request carries.
  private func identify(_ request: Incoming) throws(Failure) -> Caller {
    let words = request.headers[.authorization]?.split(separator: " ") ?? []
    guard words.count == 2, words[0].lowercased() == "bearer" else {
      throw .unauthenticated("Access token is empty.")
    }
    guard let caller = callers[String(words[1])] else {
      throw .unauthenticated("CompactToken parsing failed with error code: 80049217")
    }
    guard now < caller.expires else {
      throw .unauthenticated("Lifetime validation failed, the token is expired.")
    }
    if let person = caller.person, !isEnabled(person) {
      throw Fault.Kind.claimsChallenge.failure ?? .denied
    }
    return caller
  }
}
