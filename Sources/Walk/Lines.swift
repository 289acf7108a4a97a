import Foundation

/// Standard input and output as lines.
///
/// Whatever comes in: too long a line is told, bytes that are no UTF-8 are marked, controls dropped.
struct Lines {
  /// What was read.
  enum Line: Sendable, Hashable {
    case text(String)
    case tooLong
    case end
  }

  /// The longest line that is taken.
  static let longestBytes = 1_000_000

  private var buffer: [UInt8] = []
  private var isEnded = false

  /// Nothing was read yet.
  init() {}

  /// Whether something was read that no line has been made of yet.
  var isAnythingLeft: Bool { !buffer.isEmpty || isEnded }

  /// The next line; waits for it.
  mutating func next() -> Line {
    var isTooLong = false
    while true {
      if let end = buffer.firstIndex(of: Self.newline) {
        let line = buffer[..<end]
        defer { buffer.removeSubrange(...end) }
        return isTooLong || line.count > Self.longestBytes ? .tooLong : .text(Self.text(line))
      }
      if buffer.count > Self.longestBytes {
        isTooLong = true
        buffer.removeAll()
      }
      guard !isEnded else {
        defer { buffer.removeAll() }
        if isTooLong { return .tooLong }
        return buffer.isEmpty ? .end : .text(Self.text(buffer[...]))
      }
      fill()
    }
  }

  private mutating func fill() {
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { space, count in
      count = max(0, read(0, space.baseAddress, space.count))
    }
    if bytes.isEmpty { isEnded = true }
    buffer += bytes
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      $0 == "\t" || $0.properties.generalCategory != .control
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let newline = UInt8(ascii: "\n")

  /// Writes a line to standard output; a reader who is gone hears nothing any more.
  static func write(_ line: String) {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
