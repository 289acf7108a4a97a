import AsyncHTTPClient
import Entra
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// The way out to the network: one for the whole program, opened by the first request.
///
/// No redirect is followed and nothing is repeated. No proxy is used, whatever the environment says:
/// tokens go to Microsoft's hosts and to nobody in between. HTTP/1.1 alone, so that one request
/// that hangs holds up no other and cancelling it ends its connection. TLS 1.2 or later.
public actor Network {
  nonisolated let limits: NetworkLimits
  private let roots: [String]
  private var client: HTTPClient?
  private var isClosed = false

  /// A way out that nobody has used yet: nothing is opened, and no thread is started.
  ///
  /// - Parameters:
  ///   - roots: Files of certificates (PEM) that are trusted beside the system's own.
  ///   - limits: How long and how much it may take.
  public init(trusting roots: [String] = [], limits: NetworkLimits = NetworkLimits()) {
    (self.roots, self.limits) = (roots, limits)
  }

  /// Closes every connection; what is under way fails, and so does whatever comes later.
  public func close() async {
    isClosed = true
    guard let client else { return }
    self.client = nil
    // It fails only for a client that was shut down before, which this one was not.
    do { try await client.shutdown() } catch {}
  }

  // Whoever forgot to close it must not bring the program down: a client that is dropped traps.
  deinit { client?.shutdown { _ in } }

  private func opened() throws(TransportError) -> HTTPClient {
    if let client { return client }
    guard !isClosed else { throw .cancelled }
    var settings = HTTPClient.Configuration(
      tlsConfiguration: try tls(), redirectConfiguration: .disallow,
      timeout: .init(
        connect: TimeAmount(limits.connecting), read: TimeAmount(limits.silence),
        write: TimeAmount(limits.silence)),
      connectionPool: .init(idleTimeout: TimeAmount(limits.keptAlive)),
      decompression: .enabled(limit: .size(limits.answerBytes)))
    settings.connectionPool.retryConnectionEstablishment = false
    settings.httpVersion = .http1Only
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
    self.client = client
    return client
  }

  private func tls() throws(TransportError) -> TLSConfiguration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    for path in roots {
      do {
        tls.additionalTrustRoots.append(.certificates(try NIOSSLCertificate.fromPEMFile(path)))
      } catch {
        throw .unreachable(ForeignText("\(path) cannot be read as certificates (PEM)."))
      }
    }
    return tls
  }
}

extension Network {
  /// What came back.
  struct Reply: Sendable {
    let status: Int
    let fields: HTTPFields
    let body: [UInt8]
  }

  /// Sends one request to where its head says, once, and reads the whole answer.
  nonisolated func exchange(
    _ head: HTTPRequest, _ body: [UInt8]
  ) async throws(TransportError) -> Reply {
    guard !Task.isCancelled else { throw .cancelled }
    let client = try await opened()
    do {
      let deadline = NIODeadline.now() + TimeAmount(limits.total)
      let answer = try await client.execute(Self.outgoing(head, body), deadline: deadline)
      let bytes = try await read(answer.body, until: deadline)
      var fields = HTTPFields()
      for (name, value) in answer.headers {
        if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
      }
      return Reply(status: Int(answer.status.code), fields: fields, body: bytes)
    } catch {
      throw Task.isCancelled ? .cancelled : TransportError(error)
    }
  }

  private nonisolated func read(
    _ body: HTTPClientResponse.Body, until deadline: NIODeadline
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await part in body {
      guard NIODeadline.now() < deadline else { throw TransportError.timedOut }
      guard bytes.count + part.readableBytes <= limits.answerBytes else {
        throw TransportError.tooLarge
      }
      bytes.append(contentsOf: part.readableBytesView)
    }
    // A cancelled body ends like a whole one.
    try Task.checkCancellation()
    return bytes
  }

  private static func outgoing(_ head: HTTPRequest, _ body: [UInt8]) -> HTTPClientRequest {
    let origin = "\(head.scheme ?? "")://\(head.authority ?? "")"
    var request = HTTPClientRequest(url: origin + (head.path ?? ""))
    request.method = HTTPMethod(rawValue: head.method.rawValue)
    for field in head.headerFields {
      request.headers.add(name: field.name.rawName, value: field.value)
    }
    // A page of 999 rows shrinks to a tenth.
    request.headers.replaceOrAdd(name: "Accept-Encoding", value: "gzip")
    if !body.isEmpty { request.body = .bytes(ByteBuffer(bytes: body)) }
    return request
  }
}
