/// Bytes from a file or a paste, found to be text before anything reads them.
///
/// UTF-8 with or without a mark, and the UTF-16 that Windows PowerShell's `>` and Excel's
/// "Unicode text" write.
struct IncomingText {
  /// The text in UTF-8, without a mark, with no NUL in it.
  let utf8: [UInt8]

  /// Reads `bytes`.
  /// - Throws: ``TextRefusal`` with every place that is no text.
  init(_ bytes: [UInt8]) throws(TextRefusal) {
    guard bytes.count <= TextRefusal.maximumBytes else {
      throw TextRefusal(reason: .tooLarge(bytes: bytes.count), places: [])
    }
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): utf8 = try Self.utf8(ofUTF16: bytes, lowFirst: true)
    case (0xFE, 0xFF): utf8 = try Self.utf8(ofUTF16: bytes, lowFirst: false)
    default:
      let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
      try Self.check(unmarked, as: UTF8.self, reason: .notUTF8)
      utf8 = unmarked
    }
    guard !utf8.contains(0) else {
      throw TextRefusal(
        reason: .nul, places: Self.places(in: utf8) { Self.scalars(before: 0, in: $0) })
    }
  }

  private static func utf8(ofUTF16 bytes: [UInt8], lowFirst: Bool) throws(TextRefusal) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(lowFirst ? second << 8 | first : first << 8 | second)
    }
    try check(units, as: UTF16.self, reason: .notUTF16)
    guard bytes.count.isMultiple(of: 2) else {
      let line = units.count { $0 == 10 } + 1
      throw TextRefusal(reason: .notUTF16, places: [TextPlace(line: line, column: 1)])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func check<Encoding: UnicodeCodec>(
    _ units: [Encoding.CodeUnit], as encoding: Encoding.Type, reason: TextRefusal.Reason
  ) throws(TextRefusal) {
    guard String(validating: units, as: encoding) == nil else { return }
    let places = places(in: units) { line in
      var codec = Encoding()
      var iterator = line.makeIterator()
      var scalars = 0
      while true {
        switch codec.decode(&iterator) {
        case .scalarValue: scalars += 1
        case .error: return scalars
        case .emptyInput: return nil
        }
      }
    }
    throw TextRefusal(reason: reason, places: places)
  }

  /// The first fault of each line that has one, up to the limit.
  private static func places<Unit: FixedWidthInteger>(
    in units: [Unit], fault: (ArraySlice<Unit>) -> Int?
  ) -> [TextPlace] {
    var places: [TextPlace] = []
    let lines = units.split(separator: 10, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let scalars = fault(line) else { continue }
      places.append(TextPlace(line: index + 1, column: scalars + 1))
      if places.count == ListRefusal.shownProblems { break }
    }
    return places
  }

  private static func scalars(before byte: UInt8, in line: ArraySlice<UInt8>) -> Int? {
    guard let end = line.firstIndex(of: byte) else { return nil }
    return line[..<end].count { $0 & 0xC0 != 0x80 }
  }
}

/// Where something stands in a text: both count from 1, the column in characters.
public struct TextPlace: Sendable, Hashable {
  /// The line.
  public let line: Int
  /// The character in it.
  public let column: Int

  /// A place by its line and column.
  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

/// Why bytes are no text that could be read.
public struct TextRefusal: Error, Sendable, Hashable {
  /// What is wrong.
  public let reason: Reason
  /// Where, at most once a line and at most ``ListRefusal/shownProblems`` times.
  public let places: [TextPlace]

  /// What can be wrong with bytes.
  public enum Reason: Sendable, Hashable {
    /// More than ``TextRefusal/maximumBytes``.
    case tooLarge(bytes: Int)
    /// Not UTF-8: perhaps saved in an older Windows encoding.
    case notUTF8
    /// Marked as UTF-16, and isn't.
    case notUTF16
    /// Holds the character NUL: no text file does.
    case nul
  }

  /// Room for some 25,000 assignments as Graph writes them.
  public static let maximumBytes = 10_000_000
}
