import Entra
public import Remediation

extension Words {
  /// The rest of the walk, as a mail to a customer who is not on the line: plain lines.
  ///
  /// It never asks to delete anything, unless the case has ordered just that. `link` is the
  /// admin-consent link, where it can be made.
  public func message(for opened: Case, link: String? = nil) -> [String] {
    var lines = [
      "Hello,", "",
      "these are the next steps for \(app) (Application ID \(profile.appID)).",
      "Please do them in this order, and stop where something looks different.",
    ]
    var number = 0
    for part in parts(of: opened, link: link) {
      lines.append("")
      if !part.title.isEmpty { lines.append(part.title) }
      for item in part.items {
        number += 1
        lines.append("\(number). \(item.say)")
        lines += item.details.map { "   \($0)" }
      }
    }
    return lines + ["", sendBack(opened), pleaseDoNot(opened), "", "Thank you."]
  }

  private struct Part {
    let title: String
    let items: [Item]
  }

  private struct Item {
    let say: String
    var details: [String] = []
  }

  private func parts(of opened: Case, link: String?) -> [Part] {
    if let unsettled = opened.unsettled.first {
      return [part(for: unsettled.order, titled: "", link)]
    }
    var parts: [Part] = []
    if let item = asked(opened) { parts.append(Part(title: "", items: [item])) }
    for act in opened.intent.map({ [$0] }) ?? opened.plan.acts where act != .ask {
      parts.append(part(for: act, in: opened, link))
    }
    return parts
  }

  /// What is asked now, as far as the customer can answer it.
  private func asked(_ opened: Case) -> Item? {
    switch opened.prompt {
    case .question, .symptom, .identification, .appearance, .tenant, .list, .verification,
      .access, .settlement:
      let text = text(of: opened.prompt, in: opened)
      return Item(
        say: text.say, details: text.path.isEmpty ? [] : ["Where: \(line(for: text.path))"])
    case .act, .route, .snapshot, .phrase, .confirmation, .outcome, .closing, .nothing: return nil
    }
  }

  private func part(for act: Act, in opened: Case, _ link: String?) -> Part {
    switch act {
    case .enable: part(for: .enableServicePrincipal, titled: heading(act), link)
    case .restore: part(for: .restoreServicePrincipal, titled: heading(act), link)
    case .readd: part(for: .addServicePrincipal, titled: heading(act), link)
    case .require: part(for: .requireAssignment, titled: heading(act), link)
    case .reconsent: part(for: .consent(opened.route ?? .link), titled: heading(act), link)
    case .assign: part(for: assignment(in: opened), titled: heading(act), link)
    case .wait: Part(title: "", items: [Item(say: "Please wait five minutes. \(opens(act))")])
    case .replace, .swapBack:
      Part(
        title: "", items: [Item(say: "The next step we do together, on a call. Please call me.")])
    case .elsewhere:
      Part(
        title: "",
        items: [Item(say: "Please look at the user in the sign-in logs.", details: whereLogs)])
    case .rbac: Part(title: "", items: [Item(say: accessHandOff(in: opened))])
    case .ask: Part(title: "", items: [])
    }
  }

  private var whereLogs: [String] { ["Where: \(line(for: path(to: .signInLogs)))"] }

  private func heading(_ act: Act) -> String {
    "\(title(of: act)). Role needed: Global Administrator, or \(roles(for: act))."
  }

  private func assignment(in opened: Case) -> Order {
    guard let snapshot = opened.loss.snapshot, opened.loss.outstanding.contains(.assignments) else {
      return .assignPrincipals(opened.listed)
    }
    return .assignSnapshot(snapshot.assignments)
  }

  private func part(for order: Order, titled title: String, _ link: String?) -> Part {
    let items = order.steps.map { step in
      let text = text(of: step, for: order)
      var details = text.path.isEmpty ? [] : ["Where: \(line(for: text.path))"]
      if step == .openConsentLink { details.append("Link: \(link ?? "in a mail of its own")") }
      details.append("You should see: \(text.expect)")
      return Item(say: text.say, details: details)
    }
    return Part(title: title, items: items)
  }

  private func sendBack(_ opened: Case) -> String {
    guard let order = opened.unsettled.first?.order else {
      return "Please send me your answers, and the text of every error, whole."
    }
    return switch order {
    case .enableServicePrincipal, .requireAssignment:
      "Please write back whether it was saved, or send me the text of the error, whole."
    case .restoreServicePrincipal, .addServicePrincipal, .consent(.graph):
      "Please send me everything that the command printed."
    case .consent(.signIn), .consent(.link), .consent(.portal):
      "Please write back what the page showed, or send me the text of the error, whole."
    case .assignPrincipals, .assignSnapshot:
      "Please write back how many were assigned, and who was not."
    case .deleteServicePrincipal:
      "Please write back as soon as it is deleted: until then I wait, and nobody gets in."
    }
  }

  private func pleaseDoNot(_ opened: Case) -> String {
    if case .deleteServicePrincipal? = opened.unsettled.first?.order {
      return "Please delete only this application: its Application ID is \(profile.appID)."
    }
    return "Please do not delete the application: that would take all assignments with it."
  }
}
