/// One object of a list.
struct Row {
  /// Where in the list it stands; the next page goes on after it.
  let cursor: Int
  let schema: Schema
  /// One property, without making the others.
  let value: (String) -> JSON?
  /// Every property.
  let members: () -> [JSON.Member]

  init(
    _ cursor: Int, _ schema: Schema, value: ((String) -> JSON?)? = nil,
    _ members: @escaping () -> [JSON.Member]
  ) {
    (self.cursor, self.schema, self.members) = (cursor, schema, members)
    self.value = value ?? { name in members().first { $0.name == name }?.value }
  }
}

/// A list that is walked from a cursor, so that it need not be held.
struct Listing {
  /// The cursor before the first row.
  static let start = -1
  /// So many rows are looked at for a page, which may then be short and have a next link.
  static let rowsPerPage = 100_000

  /// What follows `$metadata#`.
  let context: String
  let schema: Schema
  /// Whether its objects are of several types, and each says which.
  var isMixed = false
  var allowsTop = true
  var defaultTop = 100
  var largestTop = 999
  /// How many there are, where that is known without walking; filters aside.
  var total: Int?
  /// The first object after a cursor.
  let next: (Int) -> Row?

  init(
    _ context: String, _ schema: Schema, isMixed: Bool = false, total: Int? = nil,
    next: @escaping (Int) -> Row?
  ) {
    (self.context, self.schema, self.isMixed) = (context, schema, isMixed)
    (self.total, self.next) = (total, next)
  }

  /// A list of rows in the order of their cursors.
  init(_ context: String, _ schema: Schema, isMixed: Bool = false, rows: [Row]) {
    self.init(context, schema, isMixed: isMixed, total: rows.count) { cursor in
      rows.first { $0.cursor > cursor }
    }
  }
}

extension Listing {
  /// Refuses what the list can't be asked.
  func check(_ query: Query) throws(Failure) {
    if query.hasExpand { throw .unsupportedQuery }
    if let text = query.topText {
      guard allowsTop else { throw .noPageSize }
      guard let top = Int(text) else { throw .malformed("Invalid value '\(text)' for $top.") }
      guard (1...largestTop).contains(top) else { throw .invalidPageSize(text) }
    }
    if let search = query.search {
      guard query.isEventual else { throw .searchNeedsConsistency }
      guard search.properties.allSatisfy(schema.searches.contains) else {
        throw .unsupportedQuery
      }
    }
    for part in query.filter?.parts ?? [] {
      guard schema.filters.contains(part.property) else { throw .unsupportedQuery }
      guard !part.isAdvanced || query.isAdvanced else { throw .unsupportedQuery }
      switch part.literal {
      case .text where schema.guids.contains(part.property):
        throw .invalidFilter(
          "A binary operator with incompatible types was detected. Found operand types 'Edm.Guid' "
            + "and 'Edm.String' for operator kind 'Equal'.")
      case .bare where part.property.hasSuffix("Id") && !schema.guids.contains(part.property):
        throw .invalidFilter(
          "A binary operator with incompatible types was detected. Found operand types "
            + "'Edm.String' and 'Edm.Guid' for operator kind 'Equal'.")
      default: break
      }
    }
    if let order = query.orderBy {
      guard schema.orders.contains(order.property) else { throw .unsupportedQuery }
      guard query.isAdvanced || query.filter == nil && order.property != "deletedDateTime" else {
        throw .unsupportedQuery
      }
    }
  }

  /// Whether `row` is asked for.
  func fits(_ row: Row, _ query: Query) -> Bool {
    (query.filter?.matches(row.value) ?? true)
      && (query.search?.matches { row.value($0)?.text } ?? true)
  }

  /// The first row after `cursor` that is asked for.
  func next(after cursor: Int, _ query: Query) -> Row? {
    var cursor = cursor
    while let row = next(cursor) {
      if fits(row, query) { return row }
      cursor = row.cursor
    }
    return nil
  }

  /// How many are asked for.
  func count(_ query: Query) -> Int {
    if let total, query.filter == nil, query.search == nil { return total }
    var count = 0
    var cursor = Self.start
    while let row = next(after: cursor, query) { (count, cursor) = (count + 1, row.cursor) }
    return count
  }

  /// The same rows in the order that is asked for, with their positions as cursors.
  func ordered(by query: Query) -> Listing {
    guard let order = query.orderBy else { return self }
    var rows: [(key: String, row: Row)] = []
    var cursor = Self.start
    while let row = next(after: cursor, query) {
      rows.append((row.value(order.property)?.text?.lowercased() ?? "", row))
      cursor = row.cursor
    }
    rows.sort { one, other in
      guard one.key != other.key else { return one.row.cursor < other.row.cursor }
      return order.isDescending ? one.key > other.key : one.key < other.key
    }
    var listing = self
    listing = Listing(context, schema, isMixed: isMixed, total: rows.count) { cursor in
      let position = max(0, cursor + 1)
      guard position < rows.count else { return nil }
      let row = rows[position].row
      return Row(position, row.schema, value: row.value, row.members)
    }
    (listing.allowsTop, listing.defaultTop) = (allowsTop, defaultTop)
    listing.largestTop = largestTop
    return listing
  }
}

extension Schema {
  /// The properties that `select` asks for, or those a list gives.
  func chosen(_ members: [JSON.Member], _ select: [String]?) throws(Failure) -> [JSON.Member] {
    guard let wanted = select ?? defaults, !wanted.contains("*") else { return members }
    var chosen: [JSON.Member] = []
    for name in wanted {
      if let member = members.first(where: { $0.name.lowercased() == name.lowercased() }) {
        chosen.append(member)
      } else if others.contains(name) {
        chosen.append(JSON.Member(name, .null))
      } else {
        throw .malformed(
          "Parsing OData Select and Expand failed: Could not find a property named '\(name)' on "
            + "type '\(type.dropFirst())'.")
      }
    }
    return chosen
  }
}
