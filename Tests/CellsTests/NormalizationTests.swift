import Testing

@testable import Cells

/// The standard library compares by canonical equivalence, so it can judge our composing.
@Suite("Composing")
struct NormalizationTests {
  @Test("changes the spelling of no scalar but to an equivalent one, once and for all")
  func everyScalar() {
    var wrong: [UInt32] = []
    for value in UInt32(0x300)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let composed = Normalization.composed(String(scalar))
      if composed.unicodeScalars.first == scalar, composed.unicodeScalars.count == 1 { continue }
      let again = Normalization.composed(composed)
      if composed != String(scalar) || !composed.unicodeScalars.elementsEqual(again.unicodeScalars)
      {
        wrong.append(value)
      }
    }
    #expect(wrong == [])
  }

  @Test(
    "makes equivalent texts the same, whatever the order of their marks",
    arguments: 0..<8 as Range<UInt64>)
  func marks(seed: UInt64) {
    var random = Seeded(seed)
    let bases = Array("aeiosuAEO\u{1EA5}\u{3B1}\u{1100}\u{AC00}\u{915}\u{5D0}".unicodeScalars)
    let marks = Array(
      "\u{300}\u{301}\u{302}\u{307}\u{308}\u{323}\u{327}\u{328}\u{345}\u{93C}\u{5B8}\u{1161}\u{11A8}"
        .unicodeScalars)
    for _ in 0..<2000 {
      var scalars: [Unicode.Scalar] = []
      for _ in 0..<3 {
        scalars += [bases.randomElement(using: &random) ?? "a"]
        scalars += (0..<Int.random(in: 0...4, using: &random)).map { _ in
          marks.randomElement(using: &random) ?? "\u{300}"
        }
      }
      let text = String(String.UnicodeScalarView(scalars))
      let shuffled = String(String.UnicodeScalarView(Self.swapped(scalars, using: &random)))
      let composed = Normalization.composed(text).unicodeScalars
      #expect(String(composed) == text, "seed \(seed): \(scalars)")
      let isSame = composed.elementsEqual(Normalization.composed(shuffled).unicodeScalars)
      #expect(isSame == (shuffled == text), "seed \(seed): \(scalars)")
    }
  }

  /// Two neighbours exchanged, which may or may not be an equivalent text.
  private static func swapped(_ scalars: [Unicode.Scalar], using random: inout Seeded) -> [Unicode
    .Scalar]
  {
    var swapped = scalars
    let index = Int.random(in: 1..<scalars.count, using: &random)
    swapped.swapAt(index - 1, index)
    return swapped
  }
}
