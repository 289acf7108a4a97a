import Entra
import Foundation
public import HTTPTypes
import Remediation

/// One request to Graph, sealed: a transport can send it, and nobody else can make one.
///
/// A struct with a fileprivate initialiser, for the reasons that ``Remediation/Command`` has one.
/// What only reads is made of a ``Reading``; what changes the tenant is made in this file, of a
/// command that orders it, or not at all.
public struct GraphRequest: Sendable, Hashable {
  /// What it is for.
  public let kind: RequestKind
  /// Method, address and header fields; the token is added by the transport.
  public let head: HTTPRequest
  /// The JSON that goes along; empty for none.
  public let body: [UInt8]
  /// The ID it carries, by which Graph's logs and ours are compared.
  public let clientRequestID: String
  /// The requests inside a batch.
  let items: [GraphRequest]

  fileprivate init(
    _ kind: RequestKind, _ method: HTTPRequest.Method, at target: String, of service: GraphService,
    isAdvanced: Bool = false, body: [UInt8] = [], id: String, items: [GraphRequest] = []
  ) {
    var fields = HTTPFields()
    fields.set(.accept, to: "application/json")
    fields.set("client-request-id", to: id)
    fields.set("return-client-request-id", to: "true")
    if isAdvanced { fields.set("ConsistencyLevel", to: "eventual") }
    if !body.isEmpty { fields.set(.contentType, to: "application/json") }
    (self.kind, self.body, clientRequestID, self.items) = (kind, body, id, items)
    head = HTTPRequest(
      method: method, scheme: service.scheme, authority: service.authority, path: target,
      headerFields: fields)
  }

  /// How many writes it counts as.
  var writes: Int { kind == .batch ? items.count : kind.isWrite ? 1 : 0 }
}

extension GraphRequest {
  /// A request that only reads.
  static func reading(_ reading: Reading, from service: GraphService, id: String) -> Self {
    Self(
      reading.kind, reading.method, at: service.root + reading.target, of: service,
      isAdvanced: reading.isAdvanced, body: reading.body(), id: id)
  }

  /// The next page of a list: the link as it was given, with the header fields of the first.
  ///
  /// `nil` when the link leads to another host, or when there is nothing that only reads to follow.
  func following(_ link: String, in service: GraphService, id: String) -> Self? {
    guard !kind.isWrite, head.method == .get, let target = service.target(ofLink: link) else {
      return nil
    }
    return Self(
      kind, .get, at: target, of: service,
      isAdvanced: head.headerFields.first(named: "ConsistencyLevel") != nil, id: id)
  }

  /// A request that changes the tenant, as `command` orders it.
  ///
  /// - Throws: ``WriteRefusal/misfit`` when the command orders something else, or when the object
  ///   was not identified for this very command.
  static func writing(
    _ write: Write, ordered command: Command, at service: GraphService, id: String
  ) throws(WriteRefusal) -> Self {
    guard write.isOrdered(by: command.order) else { throw .misfit }
    if let object = write.object {
      guard object.command == command.id, object.caseID == command.caseID,
        object.application == command.application
      else { throw .misfit }
    }
    return Self(
      write.kind, write.method, at: service.root + write.target, of: service,
      body: write.body(for: command.application, at: service), id: id)
  }

  /// Up to twenty requests in one: assignments, each made from a command, or questions.
  static func batch(
    _ items: ArraySlice<GraphRequest>, at service: GraphService, id: String
  ) -> Self {
    let parts = items.enumerated().map { index, item in
      BatchPart(
        id: "\(index)", method: item.head.method.rawValue,
        url: String((item.head.path ?? "").dropFirst(service.root.count)),
        headers: item.headersInBatch, body: item.body)
    }
    let isReading = items.allSatisfy { !$0.kind.isWrite }
    return Self(
      isReading ? .readBatch : .batch, .post, at: service.root + "/$batch", of: service,
      body: BatchPart.envelope(of: parts), id: id, items: Array(items))
  }
}

extension GraphRequest {
  /// Whether it, or a part of it, falls under the narrow limit of audit and sign-in records.
  var isReport: Bool { kind.isReport || items.contains { $0.kind.isReport } }

  /// What a part of a batch has for itself; the token and the form of the answer are the whole's.
  fileprivate var headersInBatch: [String: String] {
    var headers = ["client-request-id": clientRequestID]
    if !body.isEmpty { headers["Content-Type"] = "application/json" }
    if let level = head.headerFields.first(named: "ConsistencyLevel") {
      headers["ConsistencyLevel"] = level
    }
    return headers
  }
}

/// One request inside a batch.
private struct BatchPart {
  let id: String
  let method: String
  let url: String
  let headers: [String: String]
  let body: [UInt8]

  /// The batch's JSON; what is inside is JSON already.
  static func envelope(of parts: [Self]) -> [UInt8] {
    let texts = parts.map { part in
      let head = String(
        decoding: RequestBody.encode(
          Head(headers: part.headers, id: part.id, method: part.method, url: part.url)),
        as: UTF8.self)
      guard !part.body.isEmpty else { return head }
      let body = String(decoding: part.body, as: UTF8.self)
      return "{\"body\":\(body),\(head.dropFirst())"
    }
    return Array("{\"requests\":[\(texts.joined(separator: ","))]}".utf8)
  }

  private struct Head: Encodable {
    let headers: [String: String]
    let id: String
    let method: String
    let url: String
  }
}
