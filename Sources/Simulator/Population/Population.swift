public import Entra

/// The people of a tenant, each computed from the seed when asked for.
///
/// A million of them take no memory: what a person is called, where they work and whether they are
/// a guest follow from their index, and the index follows from their id or address.
public struct Population: Sendable, Hashable {
  /// How many people there are.
  public let size: Int
  /// The domain of their addresses.
  public let domain: String
  let mint: IdentifierMint
  private let offset: Int

  /// The first so many people are plain members, fit to be administrators.
  static let administrators = 5
  private static let guestsEvery = 12
  private static let disabledEvery = 15
  private static let hostileEvery = 20

  /// `size` people at `domain`, as `seed` has them.
  public init(size: Int, seed: UInt64, domain: String) {
    (self.size, self.domain) = (size, domain)
    mint = IdentifierMint(seed: mixed(seed))
    offset = Int(mixed(seed ^ 0xB0B) % 1 << 16)
  }

  /// The id of the person at `index`.
  public func id(at index: Int) -> ObjectID { mint.id(.user, index) }

  /// The index of the person with `id`; `nil` for anybody else's.
  public func index(of id: ObjectID) -> Int? {
    guard let (kind, ordinal) = mint.read(id), kind == .user, ordinal < size else { return nil }
    return ordinal
  }

  /// The index of the person who signs in as `name`, in either case.
  public func index(ofUserPrincipalName name: String) -> Int? {
    let local = name.prefix { $0 != "@" && $0 != "_" }
    let digits = local.reversed().prefix { $0.isNumber }
    guard let index = Int(String(digits.reversed())), index < size else { return nil }
    return userPrincipalName(at: index).lowercased() == name.lowercased() ? index : nil
  }

  /// Which of the given and family names the person at `index` has.
  func nameIndices(at index: Int) -> (given: Int, family: Int) {
    let bits = mixed(mint.seed ^ UInt64(index))
    return (Int(bits % UInt64(Names.given.count)), Int(bits >> 32 % UInt64(Names.family.count)))
  }

  /// The name made to trip screens that the person at `index` has; `nil` for most.
  func hostileName(at index: Int) -> String? {
    guard isSpecial(index, every: Self.hostileEvery, remainder: 13) else { return nil }
    return Names.hostile[(index / Self.hostileEvery) % Names.hostile.count]
  }

  /// Whether the person at `index` is a guest.
  public func isGuest(_ index: Int) -> Bool {
    isSpecial(index, every: Self.guestsEvery, remainder: 7)
  }

  /// Whether the account of the person at `index` was blocked from the start.
  func isDisabled(_ index: Int) -> Bool {
    isSpecial(index, every: Self.disabledEvery, remainder: 11)
  }

  /// Which department the person at `index` works in.
  func department(of index: Int) -> Int { (index + offset) % Names.departments.count }

  /// The smallest index that works in `department`.
  func firstIndex(inDepartment department: Int) -> Int {
    let count = Names.departments.count
    return ((department - offset) % count + count) % count
  }

  /// What the person at `index` signs in as.
  public func userPrincipalName(at index: Int) -> String {
    let address = localPart(at: index)
    return isGuest(index) ? "\(address)_partner.example#EXT#@\(domain)" : "\(address)@\(domain)"
  }

  func mail(at index: Int) -> String {
    "\(localPart(at: index))@\(isGuest(index) ? "partner.example" : domain)"
  }

  func displayName(at index: Int) -> String {
    if let hostile = hostileName(at: index) { return hostile }
    let (given, family) = nameIndices(at: index)
    return Names.given[given].shown + " " + Names.family[family].shown
  }

  private func localPart(at index: Int) -> String {
    let (given, family) = nameIndices(at: index)
    return "\(Names.given[given].address).\(Names.family[family].address)\(index)"
  }

  private func isSpecial(_ index: Int, every: Int, remainder: Int) -> Bool {
    index >= Self.administrators && (index + offset) % every == remainder
  }
}
