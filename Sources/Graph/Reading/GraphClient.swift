public import Foundation

/// Microsoft Graph, read: one function a question, and the only maker of requests that read.
public struct GraphClient: Sendable {
  let sender: Sender

  /// A client of one service, through one transport.
  ///
  /// - Parameters:
  ///   - service: Where to ask; nothing is sent anywhere else.
  ///   - transport: What carries requests.
  ///   - tokens: Whose sign-in it is.
  ///   - time: How time passes.
  ///   - newRequestID: Makes the `client-request-id` of each request.
  ///   - waiting: Told of each pause before a request is repeated.
  public init(
    of service: GraphService, through transport: any Transport, signedInBy tokens: any TokenSource,
    time: RunningTime, newRequestID: @escaping @Sendable () -> UUID,
    waiting: @escaping @Sendable (Waiting) -> Void = { _ in }
  ) {
    sender = Sender(
      service: service, transport: transport, tokens: tokens, pacer: Pacer(time: time), time: time,
      newRequestID: newRequestID, waiting: waiting)
  }

  private init(_ sender: Sender) { self.sender = sender }

  /// The same client, which tells somebody else of its pauses; they share one budget of requests.
  public func telling(_ waiting: @escaping @Sendable (Waiting) -> Void) -> GraphClient {
    GraphClient(
      Sender(
        service: sender.service, transport: sender.transport, tokens: sender.tokens,
        pacer: sender.pacer, time: sender.time, newRequestID: sender.newRequestID, waiting: waiting)
    )
  }

  /// How time passes for it.
  public var time: RunningTime { sender.time }

  func request(_ reading: Reading) -> GraphRequest {
    .reading(reading, from: sender.service, id: sender.requestID())
  }

  /// What one answer says.
  func read<Value: Decodable>(_ reading: Reading) async throws(GraphError) -> Value {
    let request = request(reading)
    let response = try await sender.send(request).response
    return try sender.decode(response, of: request)
  }

  /// What one answer says; `nil` when there is no such object.
  func find<Value: Decodable>(_ reading: Reading) async throws(GraphError) -> Value? {
    do throws(GraphError) { return try await read(reading) } catch {
      if error.kind == .notFound { return nil }
      throw error
    }
  }

  func list<Row: GraphRow>(_ reading: Reading) -> Paging<Row> {
    Paging(first: request(reading), sender: sender)
  }

  /// The first page alone.
  func page<Row: GraphRow>(_ reading: Reading) async throws(GraphError) -> Listing<Row> {
    var pages: Paging<Row>.Iterator = list(reading).makeAsyncIterator()
    var listing = Listing<Row>()
    guard let page = try await pages.next() else { return listing }
    (listing.rows, listing.unreadable) = (page.rows, page.unreadable)
    return listing
  }
}
