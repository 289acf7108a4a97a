/// How a list is laid out: told from its first lines before it is read.
struct ListShape {
  /// What stands between fields; nothing when a line is one field.
  let delimiters: [UInt8]
  /// What the columns hold, where the list has a heading.
  let columns: ListColumns?
  /// Where the list begins, after what Excel and Windows PowerShell put before it.
  let start: Int
  /// The line that is.
  let line: Int

  /// Looks at the beginning of `bytes`.
  init(of whole: [UInt8]) {
    let bytes = Array(whole.prefix(Self.sampledBytes))
    var (start, line) = (0, 1)
    var stated: UInt8?
    // `sep=;` tells Excel the delimiter, `#TYPE ...` is Export-Csv's of Windows PowerShell.
    while let preamble = Self.preamble(bytes, at: start) {
      stated = preamble.delimiter ?? stated
      (start, line) = (preamble.end, line + 1)
    }
    (self.start, self.line) = (start, line)

    let candidates = stated.map { [$0] } ?? Self.delimiters
    let headings = candidates.compactMap { delimiter -> (UInt8, ListColumns)? in
      var records = DelimitedRecords(bytes, delimiters: [delimiter], from: start, line: line)
      guard let names = records.next(), let columns = ListColumns(names.map(\.text)) else {
        return nil
      }
      return (delimiter, columns)
    }
    if let (delimiter, columns) = headings.max(by: { $0.1.recognized < $1.1.recognized }) {
      (self.delimiters, self.columns) = ([delimiter], columns)
      return
    }
    columns = nil
    delimiters = candidates.first { Self.separates(bytes, by: $0, from: start) }.map { [$0] } ?? []
  }

  private static let delimiters = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]

  /// How much of a list tells its layout.
  private static let sampledBytes = 65_536
  /// How many lines tell whether a delimiter separates identifiers.
  private static let sampledLines = 50

  /// Whether `delimiter` stands beside an identifier; "Sales, Berlin" is a name.
  private static func separates(_ bytes: [UInt8], by delimiter: UInt8, from start: Int) -> Bool {
    var records = DelimitedRecords(bytes, delimiters: [delimiter], from: start)
    for _ in 0..<sampledLines {
      guard let record = records.next() else { return false }
      if record.count > 1, record.contains(where: { PrincipalCSV.identifier($0.text) != nil }) {
        return true
      }
    }
    return false
  }

  private static func preamble(
    _ bytes: [UInt8], at start: Int
  ) -> (delimiter: UInt8?, end: Int)? {
    let rest = bytes[start...]
    let isStated = rest.prefix(4).elementsEqual("sep=".utf8)
    guard isStated || rest.prefix(6).elementsEqual("#TYPE ".utf8),
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return (isStated ? rest.dropFirst(4).first : nil, end + 1)
  }
}
