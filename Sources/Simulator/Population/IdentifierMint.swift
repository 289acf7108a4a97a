import Entra

/// Every id in the tenant, computed from its seed, so that none is remembered to be found again.
///
/// An id holds its kind and ordinal, scrambled by a permutation that the seed keys, and a check.
struct IdentifierMint: Sendable, Hashable {
  let seed: UInt64

  /// What an id is of.
  enum Kind: UInt64 {
    case user = 1
    case group
    case listedGroup
    case servicePrincipal
    case directoryRole
    case role
    case other
  }

  private static let half: UInt64 = 1 << 30 - 1
  private static let ordinalBits: UInt64 = 54

  func id(_ kind: Kind, _ ordinal: Int) -> ObjectID {
    let plain = kind.rawValue << Self.ordinalBits | UInt64(ordinal)
    return assemble(scramble(plain))
  }

  /// What `id` is of; `nil` for an id that this tenant never made.
  func read(_ id: ObjectID) -> (kind: Kind, ordinal: Int)? {
    let high = UInt64(truncatingIfNeeded: id.bits >> 64)
    let scrambled = (high >> 16) << 12 | high & 0xFFF
    guard assemble(scrambled) == id else { return nil }
    let plain = unscramble(scrambled)
    guard let kind = Kind(rawValue: plain >> Self.ordinalBits) else { return nil }
    return (kind, Int(plain & (1 << Self.ordinalBits - 1)))
  }

  /// A GUID of version 4 that nothing is looked up by: a request's id, half of an assignment's.
  func arbitrary(_ number: Int) -> UInt128 {
    let high = mixed(seed ^ 0xA5A5 ^ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
    let low = mixed(high ^ seed)
    return UInt128(high & ~0xF000 | 0x4000) << 64 | UInt128(low >> 2 | 1 << 63)
  }

  private func assemble(_ scrambled: UInt64) -> ObjectID {
    let high = (scrambled >> 12) << 16 | 0x4000 | scrambled & 0xFFF
    let low = 1 << 63 | mixed(scrambled ^ seed) >> 2
    return ObjectID(bits: UInt128(high) << 64 | UInt128(low))
  }

  private func round(_ number: UInt64, _ half: UInt64) -> UInt64 {
    mixed(seed &+ number &* 0x9E37_79B9_7F4A_7C15 ^ half) & Self.half
  }

  private func scramble(_ plain: UInt64) -> UInt64 {
    var (left, right) = (plain >> 30, plain & Self.half)
    for number in 0..<4 as Range<UInt64> { (left, right) = (right, left ^ round(number, right)) }
    return left << 30 | right
  }

  private func unscramble(_ scrambled: UInt64) -> UInt64 {
    var (left, right) = (scrambled >> 30, scrambled & Self.half)
    for number in (0..<4 as Range<UInt64>).reversed() {
      (left, right) = (right ^ round(number, left), left)
    }
    return left << 30 | right
  }
}

/// Spreads a number's bits over all 64 (the finaliser of SplitMix64).
func mixed(_ number: UInt64) -> UInt64 {
  var bits = number &+ 0x9E37_79B9_7F4A_7C15
  bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
  return bits ^ bits >> 31
}
