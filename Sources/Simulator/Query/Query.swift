import HTTPTypes

/// What a request asks of a list: OData's system query options.
struct Query: Sendable {
  private(set) var select: [String]?
  private(set) var filter: Filter?
  private(set) var search: Search?
  private(set) var topText: String?
  private(set) var wantsCount = false
  private(set) var orderBy: (property: String, isDescending: Bool)?
  private(set) var skipToken: String?
  private(set) var hasExpand = false
  /// `ConsistencyLevel: eventual`.
  let isEventual: Bool
  /// The options as they came, but for the page token: what the next link repeats.
  private(set) var repeated: [String] = []

  var top: Int? { topText.flatMap { Int($0) } }
  /// Whether it asks for anything beside where to go on.
  var isBare: Bool { repeated.isEmpty }
  /// Whether it may ask what only the eventually consistent index answers.
  var isAdvanced: Bool { isEventual && wantsCount }

  init(_ text: some StringProtocol, isEventual: Bool) throws(Failure) {
    self.isEventual = isEventual
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Percent.decoded(halves[0]),
        let value = Percent.decoded(halves.count == 2 ? halves[1] : "")
      else { throw .malformed("The query string is malformed.") }
      if name != "$skiptoken" { repeated.append(String(pair)) }
      try take(name, value)
    }
  }

  private mutating func take(_ name: String, _ value: String) throws(Failure) {
    switch name {
    case "$select":
      select = value.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    case "$filter": filter = try FilterReader.read(value)
    case "$search": search = try SearchReader.read(value)
    case "$top": topText = value
    case "$count":
      guard value == "true" || value == "false" else {
        throw .malformed("Invalid value '\(value)' for $count query option found.")
      }
      wantsCount = value == "true"
    case "$orderby":
      let words = value.split(separator: " ")
      guard let property = words.first, words.count < 3,
        words.count == 1 || ["asc", "desc"].contains(words[1])
      else { throw .malformed("Invalid $orderby clause.") }
      orderBy = (String(property), words.last == "desc")
    case "$skiptoken": skipToken = value
    case "$expand": hasExpand = true
    case "$skip": throw .unsupportedQuery
    case "$format": break
    default:
      guard !name.hasPrefix("$") else {
        throw .malformed("The query parameter '\(name)' is not supported.")
      }
    }
  }
}

/// Percent-encoding as it comes in a request's target.
enum Percent {
  /// The text that is meant, `+` being a space; `nil` where it is not UTF-8 or cut off.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = true) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next(), let low = rest.next(),
          let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
        else { return nil }
        bytes.append(value)
      case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
