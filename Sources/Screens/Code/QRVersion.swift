/// A size of QR code, and how it lays data and error correction out.
///
/// - Source: ISO/IEC 18004:2015, tables 7 and 9, level L.
struct QRVersion {
  let number: Int
  /// Centres of the alignment patterns.
  let alignment: [Int]
  /// Data codewords of each block.
  let blocks: [Int]
  /// Error correction codewords of each block.
  let correction: Int

  var size: Int { 17 + 4 * number }

  /// Bits of data.
  private var room: Int { blocks.reduce(0, +) * 8 }

  /// Whether the segments fit.
  func holds(_ segments: [QRSegment]) -> Bool {
    segments.reduce(0) { $0 + $1.bits(in: self).count } <= room
  }

  static let all = [
    QRVersion(number: 1, alignment: [], blocks: [19], correction: 7),
    QRVersion(number: 2, alignment: [6, 18], blocks: [34], correction: 10),
    QRVersion(number: 3, alignment: [6, 22], blocks: [55], correction: 15),
    QRVersion(number: 4, alignment: [6, 26], blocks: [80], correction: 20),
    QRVersion(number: 5, alignment: [6, 30], blocks: [108], correction: 26),
    QRVersion(number: 6, alignment: [6, 34], blocks: [68, 68], correction: 18),
    QRVersion(number: 7, alignment: [6, 22, 38], blocks: [78, 78], correction: 20),
    QRVersion(number: 8, alignment: [6, 24, 42], blocks: [97, 97], correction: 24),
    QRVersion(number: 9, alignment: [6, 26, 46], blocks: [116, 116], correction: 30),
    QRVersion(number: 10, alignment: [6, 28, 50], blocks: [68, 68, 69, 69], correction: 18),
  ]

  /// Data and error correction, interleaved as they are placed.
  func codewords(of segments: [QRSegment]) -> [UInt8] {
    let data = padded(segments)
    var start = 0
    let parts = blocks.map { count in
      defer { start += count }
      return Array(data[start..<(start + count)])
    }
    let corrections = parts.map { ReedSolomon.remainder(of: $0, degree: correction) }
    return Self.interleaved(parts) + Self.interleaved(corrections)
  }

  /// The segments, and what fills the rest.
  private func padded(_ segments: [QRSegment]) -> [UInt8] {
    var bits = segments.flatMap { $0.bits(in: self) }
    bits += Array(repeating: false, count: min(4, room - bits.count))
    while !bits.count.isMultiple(of: 8) { bits.append(false) }
    var words = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var filler: UInt8 = 0xEC
    while words.count * 8 < room {
      words.append(filler)
      filler ^= 0xEC ^ 0x11
    }
    return words
  }

  private static func interleaved(_ parts: [[UInt8]]) -> [UInt8] {
    (0..<(parts.map(\.count).max() ?? 0)).flatMap { index in
      parts.compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }
}

/// Error correction over the field of 256 elements.
enum ReedSolomon {
  static func remainder(of data: [UInt8], degree: Int) -> [UInt8] {
    let divisor = Self.divisor(degree)
    var rest = Array(repeating: UInt8(0), count: degree)
    for byte in data {
      let factor = byte ^ rest.removeFirst()
      rest.append(0)
      for index in 0..<degree { rest[index] ^= product(divisor[index], factor) }
    }
    return rest
  }

  private static func divisor(_ degree: Int) -> [UInt8] {
    var result = Array(repeating: UInt8(0), count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in 0..<degree {
        result[index] = product(result[index], root)
        if index + 1 < degree { result[index] ^= result[index + 1] }
      }
      root = product(root, 2)
    }
    return result
  }

  private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
    var result = 0
    for place in (0..<8).reversed() {
      result = result << 1 ^ (result >> 7) * 0x11D
      result ^= (Int(other) >> place & 1) * Int(one)
    }
    return UInt8(truncatingIfNeeded: result)
  }
}
