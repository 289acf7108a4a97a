/// A text as a QR code: its modules, dark or light, without the quiet zone.
///
/// Error correction L, versions 1 to 10: enough for any address of ours.
/// - Source: ISO/IEC 18004:2015.
public struct QRCode: Sendable, Hashable {
  /// How many modules a side has.
  public let size: Int
  private var dark: [Bool]
  /// Modules that belong to the code itself and hold no data.
  private var reserved: [Bool]

  /// The code of a text, in the smallest version that holds it; nil for more than 271 bytes.
  public init?(_ text: String) {
    self.init([QRSegment(text)])
  }

  /// The code of an address at which an admin consents: what means the same in capitals stands in
  /// them, which takes less room.
  public init?(link address: String) {
    self.init(QRSegment.parts(ofLink: address))
  }

  private init?(_ segments: [QRSegment]) {
    guard let version = QRVersion.all.first(where: { $0.holds(segments) }) else { return nil }
    self.init(version.codewords(of: segments), in: version)
  }

  private init(_ codewords: [UInt8], in version: QRVersion) {
    size = version.size
    dark = Array(repeating: false, count: size * size)
    reserved = dark
    drawPatterns(of: version)
    place(codewords)
    let best = (0..<8).map { masked(by: $0) }.min { $0.penalty < $1.penalty }
    if let best { dark = best.dark }
  }

  /// Whether a module is dark; outside of the code it is light.
  public subscript(row: Int, column: Int) -> Bool {
    guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
    return dark[row * size + column]
  }

  private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard (0..<size).contains(row), (0..<size).contains(column) else { return }
    dark[row * size + column] = isDark
    reserved[row * size + column] = true
  }
}

extension QRCode {
  private mutating func drawPatterns(of version: QRVersion) {
    for index in 0..<size {
      set(6, index, index.isMultiple(of: 2))
      set(index, 6, index.isMultiple(of: 2))
    }
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
    let centres = version.alignment
    for row in centres {
      for column in centres {
        let isFinder =
          (row, column) == (6, 6) || (row, column) == (6, centres.last ?? 6)
          || (row, column) == (centres.last ?? 6, 6)
        if !isFinder { drawAlignment(row, column) }
      }
    }
    drawFormat(mask: 0)
    drawVersion(version.number)
  }

  private mutating func drawFinder(_ row: Int, _ column: Int) {
    for down in -4...4 {
      for right in -4...4 {
        let ring = max(abs(down), abs(right))
        set(row + down, column + right, ring != 2 && ring != 4)
      }
    }
  }

  private mutating func drawAlignment(_ row: Int, _ column: Int) {
    for down in -2...2 {
      for right in -2...2 { set(row + down, column + right, max(abs(down), abs(right)) != 1) }
    }
  }

  /// Error correction and mask, twice, each protected by a BCH code.
  private mutating func drawFormat(mask: Int) {
    let data = 0b01 << 3 | mask
    var rest = data
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (data << 10 | rest) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0..<6 { set(index, 8, bit(index)) }
    set(7, 8, bit(6))
    set(8, 8, bit(7))
    set(8, 7, bit(8))
    for index in 9..<15 { set(8, 14 - index, bit(index)) }
    for index in 0..<8 { set(8, size - 1 - index, bit(index)) }
    for index in 8..<15 { set(size - 15 + index, 8, bit(index)) }
    set(size - 8, 8, true)
  }

  private mutating func drawVersion(_ number: Int) {
    guard number >= 7 else { return }
    var rest = number
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = number << 12 | rest
    for index in 0..<18 {
      let isDark = bits >> index & 1 == 1
      set(index / 3, size - 11 + index % 3, isDark)
      set(size - 11 + index % 3, index / 3, isDark)
    }
  }

  /// Two columns at a time, from the right, up and down in turn.
  private mutating func place(_ codewords: [UInt8]) {
    var index = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        let isUpwards = (right + 1) & 2 == 0
        let row = isUpwards ? size - 1 - step : step
        for column in [right, right - 1] where !reserved[row * size + column] {
          guard index < codewords.count * 8 else { continue }
          dark[row * size + column] = codewords[index / 8] >> (7 - index % 8) & 1 == 1
          index += 1
        }
      }
      right -= 2
    }
  }

  private func masked(by mask: Int) -> QRCode {
    var code = self
    for row in 0..<size {
      for column in 0..<size where !reserved[row * size + column] {
        if Self.flips(mask, row, column) { code.dark[row * size + column].toggle() }
      }
    }
    code.drawFormat(mask: mask)
    return code
  }

  private static func flips(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: row * column % 2 + row * column % 3 == 0
    case 6: (row * column % 2 + row * column % 3) % 2 == 0
    default: ((row + column) % 2 + row * column % 3) % 2 == 0
    }
  }
}
