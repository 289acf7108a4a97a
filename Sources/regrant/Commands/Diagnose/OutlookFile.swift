import Entra
import Wording

/// The JSON of an option's outlook: who gets in now, who would, and who not, and why.
struct OutlookFile: Encodable {
  let option: String
  let now: Tally
  let after: Tally
  let gaining: Names
  let losing: Names
  let out: Names
  let unknown: Names
  let isCut: Bool

  init(_ outlook: Outlook, _ words: Words) {
    option = outlook.remedy.rawValue
    (now, after) = (Tally(outlook.now), Tally(outlook.after))
    gaining = Names(outlook.gaining, words)
    losing = Names(outlook.losing, words)
    out = Names(outlook.out, words)
    unknown = Names(outlook.unknown, words)
    isCut = outlook.isCut
  }

  /// How many, by what becomes of them.
  struct Tally: Encodable {
    let admitted: Int
    let out: Int
    let unknown: Int
    let because: [String: Int]

    init(_ tally: Outlook.Tally) {
      (admitted, out, unknown) = (tally.admitted, tally.out, tally.unknown)
      let reasons =
        tally.obstructions.map { ($0.key.rawValue, $0.value) }
        + tally.doubts.map { ($0.key.rawValue, $0.value) }
      because = Dictionary(reasons, uniquingKeysWith: +)
    }
  }

  /// People by name, the first of very many.
  struct Names: Encodable {
    let count: Int
    let first: [Named]

    init(_ names: Outlook.Names, _ words: Words) {
      count = names.count
      first = names.first.map { Named($0, words) }
    }
  }

  /// Somebody, and why they would not get in.
  struct Named: Encodable {
    let upn: String
    let name: String
    let because: String?

    init(_ named: Outlook.Named, _ words: Words) {
      (upn, name) = (named.userPrincipalName.safe, named.name.safe)
      because =
        switch named.access {
        case .admitted, .asked: nil
        case .out(let obstruction): words.short(obstruction)
        case .unknown(let doubt): words.short(doubt)
        }
    }

    enum CodingKeys: CodingKey { case upn, name, because }

    func encode(to encoder: any Encoder) throws {
      // A key that is null is there: whoever reads it need not ask first.
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(upn, forKey: .upn)
      try fields.encode(name, forKey: .name)
      try fields.encode(because, forKey: .because)
    }
  }
}
