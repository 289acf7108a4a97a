import Entra
import Remediation
import Wording

extension Sheet {
  /// The screen of what is asked now where Regrant's own hands reach the tenant; nil where it is the
  /// same as in guide mode.
  static func reached(_ reach: Reach, _ opened: Opened, _ view: View) -> Sheet? {
    if let doing = reach.doing {
      guard case .watching(let order) = doing.task else { return .working(doing, opened) }
      if reach.isByHand { return byHand(order, doing, opened, view) }
      return .watching(order, doing, reach, opened)
    }
    if let setback = reach.setback { return .stopped(setback, reach, opened) }
    switch opened.matter.prompt {
    case .act: return findings(reach, opened)
    case .identification: return .applicationPicker(reach, opened)
    case .list: return .principalPicker(reach, opened, view)
    case .confirmation(let act):
      var sheet = confirmation(act, opened)
      if act == .assign { sheet.showEveryLine(opened) }
      sheet.showObject(of: act, reach, opened)
      sheet.name(reach.tenant)
      if act == .reconsent, let change = reach.consentSummary {
        sheet.blocks.insert(.pairs([Pair("Permissions", change)]), at: 1)
        sheet.choices.append(Choice("Show which, now and then", .open(.consents)))
      }
      return sheet
    case .phrase:
      var sheet = deletionStop(opened, view)
      // The article's sentence is in the help, and what it comes to here is counted.
      let stop = opened.words.deletionStop(in: opened.matter, opened.groupSizes)
      sheet.blocks = [
        .lead(stop.willHappen),
        .pairs(
          [
            Pair("Lost", stop.howMany),
            Pair("Then", opened.words.wayBack(in: opened.matter) ?? ""),
            Pair("Never back", opened.words.neverBack), Pair("What", stop.toWhat),
            Pair("Undo", stop.undo),
          ].filter { !$0.value.isEmpty }),
      ]
      sheet.showObject(of: opened.matter.intent, reach, opened)
      if !opened.listed.isEmpty {
        sheet.choices.append(Choice("Show what the snapshot holds", .open(.held)))
      }
      return sheet
    case .route: return .routes(opened)
    case .verification: return verification(reach, opened)
    case .settlement(let parts):
      var sheet = settlement(parts, opened)
      sheet.choices.insert(
        Choice("Compare with the tenant once more", .request(.work(.again))), at: 0)
      return sheet
    case .snapshot:
      var sheet = snapshot(opened)
      sheet.choices.insert(
        Choice("Let Regrant record everything", .request(.work(.again))), at: 0)
      return sheet
    case .question(let question): return .question(question, reach, opened)
    case .symptom, .appearance, .tenant, .outcome, .access, .closing, .nothing:
      return nil
    }
  }

  /// The guide's steps, while the hands watch until their effect shows.
  private static func byHand(
    _ order: Order, _ doing: Doing, _ opened: Opened, _ view: View
  ) -> Sheet? {
    guard case .outcome(let id) = opened.matter.prompt else { return nil }
    var sheet = step(id, opened, view)
    sheet.footnotes.append(.text(ScreenWords.movesOn))
    sheet.choices.append(Choice("Let Regrant do it after all", .request(.work(.again))))
    return sheet
  }

  /// Before a change the tenant is named whole, however narrow the header is.
  mutating func name(_ tenant: TenantCard) {
    let domain = tenant.domain.map { ", \($0)" } ?? ""
    let named = [
      Pair("Tenant", "\(tenant.name.safe)\(domain)"), Pair("Its ID", tenant.id.description),
    ]
    guard let index = blocks.firstIndex(where: { if case .pairs = $0 { true } else { false } }),
      case .pairs(let pairs) = blocks[index]
    else { return blocks.append(.pairs(named)) }
    blocks[index] = .pairs(named + pairs)
  }

  /// Every line of what will change is one answer away.
  mutating func showEveryLine(_ opened: Opened) {
    guard opened.listed.count > 1 else { return }
    choices.append(
      Choice(
        "Show it line by line", "\(opened.listed[0]).", .open(.held)))
  }

  /// Which object an act is done on; of one that is brought back also when it was deleted.
  mutating func showObject(of act: Act?, _ reach: Reach, _ opened: Opened) {
    guard let act, let reading = reach.reading else { return }
    var pairs: [Pair] = []
    switch act {
    case .restore, .swapBack:
      pairs =
        reading.restorable.map {
          [Pair("Restored", opened.words.deletion(of: $0))]
        } ?? []
    case .enable, .require, .assign, .reconsent, .replace:
      // After a deletion of ours what was read is of another object.
      let ours = reading.applications.first { $0.appID == opened.matter.profile.appID }
      if !opened.matter.loss.isOurs, let id = ours?.objectID {
        pairs = [Pair("Object", id.description)]
      }
    case .wait, .readd, .elsewhere, .rbac, .ask: break
    }
    guard !pairs.isEmpty, let index = blocks.firstIndex(where: \.isPairs) else { return }
    guard case .pairs(let present) = blocks[index] else { return }
    let before = act == .swapBack ? "Then" : "What"
    let place = (present.firstIndex { $0.label == before }).map { $0 + 1 } ?? 1
    blocks[index] = .pairs(Array(present.prefix(place)) + pairs + present.dropFirst(place))
  }

  /// What the list or snapshot at hand holds, line by line.
  static func held(_ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "Line by line", back: .close)
    sheet.blocks = opened.listed.prefix(1).map { .lead($0) }
    sheet.blocks += opened.listed.dropFirst().map(Block.text)
    sheet.plain = opened.listed.joined(separator: "\n") + "\n"
    return sheet
  }
}

extension Block {
  fileprivate var isPairs: Bool { if case .pairs = self { true } else { false } }
}

extension ScreenWords {
  static let movesOnWhenSeen = "Once Graph shows consent for everybody, Regrant goes on."
  static let movesOn = "Regrant watches, and moves on by itself when it shows."
}
