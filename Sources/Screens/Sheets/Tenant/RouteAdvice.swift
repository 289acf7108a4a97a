import Entra
import Remediation
import Wording

/// Which way to consent is likely to work, from what was read and by the role that is at hand.
struct RouteAdvice {
  /// The way that comes first.
  let route: ConsentRoute
  /// Why not the article's own.
  let because: String?

  /// The advice where Regrant's own hands reach the tenant; nil where no way is left.
  init?(_ reach: Reach, _ opened: Opened) {
    let matter = opened.matter
    let left = [ConsentRoute.signIn, .link, .graph, .portal].filter {
      matter.status(of: $0) == .untried && opened.isAllowed($0)
    }
    guard let first = left.first else { return nil }
    let words = opened.words
    if first == .signIn, let lone = reach.reading?.loneConsent, lone.isSignedIn,
      let next = left.dropFirst().first
    {
      (route, because) = (next, words.noPromptFor(lone.by))
    } else if first != .signIn, matter.status(of: .signIn) == .untried,
      let roles = matter.facts.roles
    {
      (route, because) = (first, words.noCheckbox(for: roles))
    } else {
      (route, because) = (first, nil)
    }
  }
}

extension Opened {
  /// Whether the role at hand allows the way, or is not known to forbid it.
  fileprivate func isAllowed(_ route: ConsentRoute) -> Bool {
    if matter.intent == .reconsent { return matter.refusal(of: .routeChosen(route)) == nil }
    var trial = matter
    do throws(Refusal) { _ = try trial.handle(.chosen(.reconsent)) } catch { return false }
    return trial.refusal(of: .routeChosen(route)) == nil
  }
}

extension Sheet {
  /// Puts the way that is likely to work first, and says why.
  mutating func recommend(_ advice: RouteAdvice, _ words: Words) {
    let title = words.name(of: advice.route)
    guard let index = choices.firstIndex(where: { $0.title == title }) else { return }
    var choice = choices.remove(at: index)
    choice.detail = "Recommended. \(choice.detail ?? "")"
    choices.insert(choice, at: 0)
    if let because = advice.because { blocks.insert(.text(because), at: 1) }
  }
}
