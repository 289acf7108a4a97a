import HTTPTypes

extension SimulatedTenant {
  private static let requestsPerBatch = 20  // Graph, "JSON batching"

  /// One request of a batch.
  private struct Item {
    let id: String
    let method: HTTPRequest.Method
    let path: String
    let headers: [JSON.Member]
    let body: [UInt8]
    let needs: [String]
  }

  /// `$batch`: every item by itself, answered in any order.
  mutating func batch(_ call: Call, _ envelope: Incoming) throws(Failure) -> Reply {
    guard call.method == .post else { throw .verbNotAllowed }
    guard let requests = try call.object()["requests"]?.elements else {
      throw .malformed("Invalid batch payload format.")
    }
    guard requests.count <= Self.requestsPerBatch else {
      throw Failure(
        status: 400, code: "MaximumValueExceeded",
        message: "Number of batch request steps exceeds the maximum value of "
          + "\(Self.requestsPerBatch).")
    }
    var items: [Item] = []
    for request in requests { items.append(try Self.item(request)) }
    let ids = items.map { $0.id.lowercased() }
    guard Set(ids).count == ids.count else {
      throw .malformed("Duplicate request id in the batch.")
    }
    for item in items where !Set(item.needs).isSubset(of: ids) {
      throw .malformed("A dependency of request '\(item.id)' is not in the batch.")
    }
    var answers: [(id: String, status: Int, json: JSON)] = []
    for item in items {
      let failed = item.needs.contains { need in
        (answers.first { $0.id == need }?.status ?? 424) >= 400
      }
      answers.append(
        failed
          ? (item.id.lowercased(), 424, Self.dependencyFailed(item.id))
          : answer(to: item, in: envelope))
    }
    let shuffled = answers.enumerated().sorted {
      mixed(mint.seed ^ UInt64(answered * 32 + $0.offset))
        < mixed(mint.seed ^ UInt64(answered * 32 + $1.offset))
    }
    return .ok(["responses": .array(shuffled.map(\.element.json))])
  }

  private static func item(_ request: JSON) throws(Failure) -> Item {
    guard let id = request["id"]?.text, !id.isEmpty, let method = request["method"]?.text,
      let verb = HTTPRequest.Method(rawValue: method.uppercased()), let url = request["url"]?.text
    else { throw .malformed("Invalid batch payload format.") }
    let headers = request["headers"]?.members ?? []
    let body = request["body"]
    guard body == nil || headers.contains(where: { $0.name.lowercased() == "content-type" }) else {
      throw .malformed("The body of request '\(id)' needs a Content-Type header.")
    }
    let needs = request["dependsOn"]?.elements?.compactMap { $0.text?.lowercased() } ?? []
    let path = "/v1.0" + (url.hasPrefix("/") ? url : "/" + url)
    return Item(
      id: id, method: verb, path: path, headers: headers, body: body?.bytes ?? [], needs: needs)
  }

  private mutating func answer(
    to item: Item, in envelope: Incoming
  ) -> (id: String, status: Int, json: JSON) {
    var fields = HTTPFields()
    fields[.authorization] = envelope.headers[.authorization]
    for member in item.headers {
      if let name = HTTPField.Name(member.name), name != .authorization {
        fields[name] = member.value.text
      }
    }
    let request = Incoming(item.method, item.path, fields, item.body, in: envelope)
    let reply = serve(request).reply
    var headers = reply.headers.sorted { $0.key < $1.key }.map {
      JSON.Member($0.key, .string($0.value))
    }
    headers.append(JSON.Member("Cache-Control", "no-cache"))
    if let type = reply.contentType {
      headers.append(JSON.Member("Content-Type", .string(type)))
    }
    var members = JSON.members([
      ("id", .string(item.id)), ("status", .integer(reply.status)), ("headers", .object(headers)),
    ])
    switch reply.body {
    case .none: break
    case .json(let json): members.append(JSON.Member("body", json))
    case .text(let text), .page(let text): members.append(JSON.Member("body", .string(text)))
    }
    return (item.id.lowercased(), reply.status, .object(members))
  }

  private static func dependencyFailed(_ id: String) -> JSON {
    [
      "id": .string(id), "status": 424, "headers": [:],
      "body": [
        "error": [
          "code": "FailedDependency",
          "message": "Failed due to a dependency that failed.",
        ]
      ],
    ]
  }
}
