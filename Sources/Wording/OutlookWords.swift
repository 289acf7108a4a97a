public import Entra
import Remediation

extension Words {
  /// A label and what stands beside it.
  public typealias Line = (label: String, value: String)

  /// How it is now and how it would be by each option, a line each.
  public func lines(for outlooks: [Outlook]) -> [Line] {
    guard let now = outlooks.first?.now else { return [] }
    var lines: [Line] = [("Now", now.people == 1 ? sentence(for: now) : counted(now))]
    for outlook in outlooks { lines.append((shortTitle(of: outlook.remedy), effect(of: outlook))) }
    return lines
  }

  /// What comes of the options, in a sentence: the gentlest that lets most people in.
  public func outlookLead(_ outlooks: [Outlook]) -> String {
    guard let first = outlooks.first else { return noOutlook }
    let most = outlooks.map(\.gaining.count).max() ?? 0
    guard most > 0, let best = outlooks.first(where: { $0.gaining.count == most }) else {
      return first.now.people == 1
        ? "No option lets the user in by itself." : "No option lets anybody in by itself."
    }
    let title = shortTitle(of: best.remedy)
    return first.now.people == 1
      ? "\(title): the user gets in."
      : "\(title): \(Quantity.counted(most, "person", plural: "people")) gain access."
  }

  /// What the counts rest on.
  public func basis(of outlooks: [Outlook]) -> String {
    guard let first = outlooks.first else { return noOutlook }
    let options =
      outlooks.contains { $0.remedy == .replace }
      ? " Option 1: if all are assigned. Option 2B: if all is put back." : ""
    let people = first.isCut ? "The first \(Quantity.grouped(first.now.people)) people. " : ""
    return "\(people)Foreseen; nothing was touched.\(options) \(policiesUnread)"
  }

  /// Why no option is told of.
  public var noOutlook: String {
    "The application is not there: who gets in shows when it is back, and read again."
  }

  /// Who gains and who stays out by an option, by name, in parts.
  public func names(
    in outlook: Outlook, most: Int = Outlook.Names.most
  ) -> [(title: String, people: [Line])] {
    let parts: [(String, Outlook.Names)] = [
      ("Gain access", outlook.gaining), ("Lose access", outlook.losing),
      ("Out", outlook.out), ("Not known", outlook.unknown),
    ]
    return parts.filter { $0.1.count > 0 }.map { title, names in
      let shown = names.first.prefix(most)
      var people: [Line] = shown.map { (label: $0.name.safe, value: line(for: $0)) }
      let more = names.count - shown.count
      if more > 0 { people.append(("", "and \(Quantity.grouped(more)) more")) }
      return (title: "\(title): \(Quantity.grouped(names.count))", people: people)
    }
  }

  /// An option in the fewest words.
  public func shortTitle(of remedy: Remedy) -> String {
    switch remedy {
    case .assign: shortTitle(of: Act.assign)
    case .reconsent: shortTitle(of: Act.reconsent)
    case .replace: shortTitle(of: Act.replace)
    case .restore: "Restore"
    }
  }

  private func line(for named: Outlook.Named) -> String {
    let name = named.userPrincipalName.safe
    switch named.access {
    case .admitted: return name
    case .asked: return "\(name), after a consent prompt of their own"
    case .out(let obstruction): return "\(name): \(short(obstruction))"
    case .unknown(let doubt): return "\(name): \(short(doubt))"
    }
  }

  private func effect(of outlook: Outlook) -> String {
    if outlook.after.people == 1 { return effectOnOne(outlook) }
    let gaining = outlook.gaining.count
    let gain = gaining == 0 ? "nobody gains" : "\(Quantity.grouped(gaining)) gain"
    let losing = outlook.losing.count
    let loss = losing == 0 ? "" : ", \(Quantity.grouped(losing)) LOSE"
    return "\(gain)\(loss): \(counted(outlook.after))"
  }

  private func effectOnOne(_ outlook: Outlook) -> String {
    if outlook.losing.count == 1 { return "LOSES access: \(sentence(for: outlook.after))" }
    if outlook.gaining.count == 1 { return "gets in" }
    if outlook.after.admitted == 1 { return "stays in" }
    return (outlook.after.out == 1 ? "stays " : "") + sentence(for: outlook.after)
  }

  private func sentence(for one: Outlook.Tally) -> String {
    if one.admitted == 1 { return "in" }
    if let obstruction = one.obstructions.keys.first { return "out: \(short(obstruction))" }
    return "not known: " + (one.doubts.keys.first.map(short) ?? "nobody looked")
  }

  /// "37 in, 13 out (12 not assigned, 1 blocked)".
  private func counted(_ tally: Outlook.Tally) -> String {
    var parts = ["\(Quantity.grouped(tally.admitted)) in"]
    if tally.out > 0 || tally.unknown == 0 { parts.append("\(Quantity.grouped(tally.out)) out") }
    if tally.unknown > 0 { parts.append("\(Quantity.grouped(tally.unknown)) not known") }
    let obstructions = Access.Obstruction.allCases.compactMap { one in
      tally.obstructions[one].map { (number: $0, why: short(one)) }
    }
    let doubts = Access.Doubt.allCases.compactMap { one in
      tally.doubts[one].map { (number: $0, why: short(one)) }
    }
    // The commonest first; of equals as sign-in asks.
    let reasons = (obstructions + doubts).enumerated()
      .sorted { ($1.element.number, $0.offset) < ($0.element.number, $1.offset) }
      .map { "\(Quantity.grouped($0.element.number)) \($0.element.why)" }
    let why = reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"
    return parts.joined(separator: ", ") + why
  }

  /// What keeps somebody out, in the fewest words.
  public func short(_ obstruction: Access.Obstruction) -> String {
    switch obstruction {
    case .accountMissing: "no account"
    case .accountDisabled: "blocked"
    case .blockedByPolicy: "Conditional Access"
    case .applicationMissing: "application missing"
    case .applicationDisabled: "switched off"
    case .notAssigned: "not assigned"
    case .nestedOnly: "nested group only"
    case .consentMissing: "no consent"
    }
  }

  /// What could not be told, in the fewest words.
  public func short(_ doubt: Access.Doubt) -> String {
    switch doubt {
    case .application: "application unread"
    case .assignment: "assignment unread"
    case .consent: "consent unread"
    case .ownConsent: "may consent themselves, or not"
    case .account: "account unread"
    }
  }
}
