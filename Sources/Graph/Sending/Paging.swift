public import Entra
import Foundation

/// A row of one of Graph's lists, told from the others by its ID.
public protocol GraphRow: Decodable, Sendable {
  /// The row's ID.
  var id: String? { get }
}

/// One answer of a list.
public struct ListPage<Row: GraphRow>: Sendable {
  /// The rows that were not on an earlier page; a page may be empty and yet not the last.
  public let rows: [Row]
  /// The rows that could not be read, by what stands against them.
  public let unreadable: [ForeignText]
  /// How many rows Graph says the list has, where that was asked.
  public let count: Int?
  let request: GraphRequest

  /// Every row as a value.
  ///
  /// - Throws: ``GraphError`` of kind ``GraphError/Kind/unreadable`` when one row is none: a list
  ///   that lacks a row must not look whole.
  public func values<Value>(
    _ value: (Row) throws(WireError) -> Value
  ) throws(GraphError) -> [Value] {
    if let field = unreadable.first { throw GraphError(.unreadable, to: request, message: field) }
    do throws(WireError) {
      var values: [Value] = []
      for row in rows { values.append(try value(row)) }
      return values
    } catch {
      throw GraphError(.unreadable, to: request, message: ForeignText(error.field))
    }
  }
}

/// A list of Graph's, page by page: while it is read rows may come and go, and one may come twice.
public struct Paging<Row: GraphRow>: AsyncSequence, Sendable {
  /// What is read at once.
  public typealias Element = ListPage<Row>
  /// Why the list ends too early.
  public typealias Failure = GraphError

  let first: GraphRequest
  let sender: Sender
  /// The first page, where a batch has answered it already.
  var answered: GraphResponse?

  /// Reads the list from its beginning.
  public func makeAsyncIterator() -> Iterator {
    Iterator(next: first, sender: sender, answered: answered)
  }

  /// One reading of the list.
  public struct Iterator: AsyncIteratorProtocol {
    private var next: GraphRequest?
    private let sender: Sender
    private var answered: GraphResponse?
    private var seen: Set<String> = []
    private var followed: Set<String> = []

    init(next: GraphRequest, sender: Sender, answered: GraphResponse?) {
      (self.next, self.sender, self.answered) = (next, sender, answered)
    }

    /// Whether there is a page that was not read yet.
    var hasMore: Bool { next != nil }

    /// The next page; `nil` after the last.
    ///
    /// - Throws: ``GraphError``; of kind ``GraphError/Kind/foreignLink`` when the list goes on
    ///   at another host, which is not asked.
    public mutating func next() async throws(GraphError) -> ListPage<Row>? {
      try await next(isolation: nil)
    }

    /// The next page; `nil` after the last.
    ///
    /// - Throws: ``GraphError``, as ``next()`` does.
    public mutating func next(
      isolation: isolated (any Actor)?
    ) async throws(GraphError) -> ListPage<Row>? {
      guard let request = next else { return nil }
      let given = answered
      (next, answered) = (nil, nil)
      let response: GraphResponse
      if let given { response = given } else { response = try await sender.send(request).response }
      let collection: CollectionJSON<Row> = try sender.decode(response, of: request)
      if let link = collection.nextLink {
        guard followed.insert(link).inserted,
          let more = request.following(link, in: sender.service, id: sender.requestID())
        else { throw GraphError(.foreignLink, to: request, message: ForeignText(link)) }
        next = more
      }
      var rows: [Row] = []
      var unreadable: [ForeignText] = []
      for row in collection.rows {
        switch row {
        case .read(let row):
          guard let id = row.id else {
            unreadable.append(ForeignText("id"))
            continue
          }
          if seen.insert(id).inserted { rows.append(row) }
        case .unreadable(let why): unreadable.append(why)
        }
      }
      return ListPage(
        rows: rows, unreadable: unreadable, count: collection.count, request: request)
    }
  }

  /// All pages together, for lists that are known to be short.
  /// - Throws: ``GraphError``, when any page could not be read.
  public func whole() async throws(GraphError) -> Listing<Row> { try await whole(pages: .max) }

  /// At most so many pages together; the listing says whether there were more.
  /// - Throws: ``GraphError``, when any of them could not be read.
  public func whole(pages most: Int) async throws(GraphError) -> Listing<Row> {
    var listing = Listing<Row>()
    var pages = makeAsyncIterator()
    var read = 0
    while read < most, let page = try await pages.next() {
      read += 1
      listing.rows += page.rows
      listing.unreadable += page.unreadable
    }
    listing.isCut = pages.hasMore
    return listing
  }
}

/// A list as it was read.
public struct Listing<Row: Sendable>: Sendable {
  /// The rows, each once.
  public internal(set) var rows: [Row] = []
  /// The rows that could not be read, by what stands against them.
  public internal(set) var unreadable: [ForeignText] = []

  /// Whether there are rows that were not asked for.
  public internal(set) var isCut = false

  /// Whether the list ended, and every row that came could be read.
  public var isComplete: Bool { unreadable.isEmpty && !isCut }
}

extension Sender {
  /// What a body says.
  func decode<Value: Decodable>(
    _ response: GraphResponse, of request: GraphRequest
  ) throws(GraphError) -> Value {
    do { return try JSONDecoder().decode(Value.self, from: Data(response.body)) } catch {
      throw GraphError(response, to: request.kind, clientRequestID: request.clientRequestID)
        .uncertain(request.kind.isWrite)
    }
  }
}
