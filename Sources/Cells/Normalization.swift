/// Canonical composition (NFC): one spelling for what reads the same.
enum Normalization {
  /// The composed form of a text.
  static func composed(_ text: String) -> String {
    // Everything below the first combining mark is composed already.
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return text }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { decompose(scalar, into: &scalars) }
    order(&scalars)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: compose(scalars))
    return String(view)
  }

  /// The first scalar of a scalar's full decomposition: the letter without its marks.
  static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    var parts: [Unicode.Scalar] = []
    decompose(scalar, into: &parts)
    return parts.first ?? scalar
  }

  private static func decompose(_ scalar: Unicode.Scalar, into parts: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0..<0xC0: parts.append(scalar)
    case 0xAC00...0xD7A3: parts += Hangul.decomposed(scalar)
    case 0xF900...0xFAD9:
      parts.append(CompositionTable.ideographs[Int(scalar.value - 0xF900)])
    case 0x2F800...0x2FA1D:
      parts.append(CompositionTable.supplementaryIdeographs[Int(scalar.value - 0x2F800)])
    default:
      guard let pair = pair(composing: scalar.value) else { return parts.append(scalar) }
      decompose(pair.first, into: &parts)
      if let second = pair.second { decompose(second, into: &parts) }
    }
  }

  /// Puts marks into canonical order, each run of them by combining class, else as written.
  private static func order(_ scalars: inout [Unicode.Scalar]) {
    var start = 0
    while start < scalars.count {
      guard combiningClass(scalars[start]) != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
      if end - start > 1 {
        let run = scalars[start..<end].enumerated().map {
          (combiningClass($0.element), $0.offset, $0.element)
        }
        scalars.replaceSubrange(
          start..<end, with: run.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2))
      }
      start = end
    }
  }

  private static func compose(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var starter: Int?
    var lastClass: UInt8 = 0  // of what stands between the starter and here
    for scalar in scalars {
      let ordering = combiningClass(scalar)
      if let index = starter {
        let isAdjacent = index == result.count - 1
        if isAdjacent || lastClass < ordering,
          let composed = composition(of: result[index], scalar)
        {
          result[index] = composed
          continue
        }
      }
      if ordering == 0 { starter = result.count }
      lastClass = ordering
      result.append(scalar)
    }
    return result
  }

  private static func composition(
    of first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> Unicode.Scalar? {
    if let syllable = Hangul.composition(of: first, second) { return syllable }
    return compositions[UInt64(first.value) << 21 | UInt64(second.value)]
  }

  /// The pairs that compose, first and second as one number.
  private static let compositions: [UInt64: Unicode.Scalar] = {
    var table: [UInt64: Unicode.Scalar] = [:]
    for entry in CompositionTable.pairs where entry >> 63 == 0 {
      table[entry & 0x3FF_FFFF_FFFF] = Unicode.Scalar(UInt32(entry >> 42 & 0x1F_FFFF))
    }
    return table
  }()

  private static func pair(
    composing value: UInt32
  ) -> (first: Unicode.Scalar, second: Unicode.Scalar?)? {
    var (low, high) = (0, CompositionTable.pairs.count)
    while low < high {
      let middle = (low + high) / 2
      let entry = CompositionTable.pairs[middle]
      let composed = UInt32(entry >> 42 & 0x1F_FFFF)
      if composed == value {
        guard let first = Unicode.Scalar(UInt32(entry >> 21 & 0x1F_FFFF)) else { return nil }
        let second = UInt32(entry & 0x1F_FFFF)
        return (first, second == 0 ? nil : Unicode.Scalar(second))
      }
      if composed < value { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }
}

/// Hangul syllables from letters and back, by arithmetic.
/// - Source: The Unicode Standard 14.0, section 3.12.
private enum Hangul {
  private static let (syllables, leads, vowels, trails): (UInt32, UInt32, UInt32, UInt32) = (
    0xAC00, 0x1100, 0x1161, 0x11A7
  )

  static func decomposed(_ syllable: Unicode.Scalar) -> [Unicode.Scalar] {
    let index = syllable.value - syllables
    let trail = index % 28
    let parts =
      [leads + index / 588, vowels + index % 588 / 28] + (trail == 0 ? [] : [trails + trail])
    return parts.compactMap(Unicode.Scalar.init)
  }

  static func composition(
    of first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> Unicode.Scalar? {
    switch (first.value, second.value) {
    case (0x1100...0x1112, 0x1161...0x1175):
      Unicode.Scalar(syllables + (first.value - leads) * 588 + (second.value - vowels) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first.value - syllables) % 28 == 0:
      Unicode.Scalar(first.value + second.value - trails)
    default: nil
    }
  }
}
