import Cells
import Execution
import Journal
import Remediation
import Screens
import Wording

extension Session {
  /// What a key leads to on the page that is shown; the effects are the caller's to bring about.
  func take(_ key: Key, size: Size) -> [Effect] {
    perform(desk.react(to: key, size: size))
  }

  /// What a line leads to, in linear mode.
  func take(line: String) -> [Effect] {
    perform(desk.react(to: line))
  }

  private func perform(_ reaction: Reaction) -> [Effect] {
    let step = view.step
    view = reaction.view
    var effects: [Effect] = []
    for request in reaction.requests {
      guard perform(request, &effects) else { break }
    }
    let isAsked = reaction.requests.contains { if case .place = $0 { true } else { false } }
    if view.step != step, !isAsked, reaction.requests.isEmpty { keep(view.step) }
    finishTakingIn()
    attend()
    refresh()
    return effects
  }

  /// Performs a request; false when those after it must not follow.
  private func perform(_ request: Request, _ effects: inout [Effect]) -> Bool {
    switch request {
    case .submit(let sayings): return say(sayings)
    case .begin(let symptom): begin(symptom)
    case .open(let number): openOrConnect(number)
    case .arrive(let step): take(step)
    case .work(let step): take(step)
    case .browser(let deed): act(deed)
    case .search(let term): search(term)
    case .assign(let picked, let role): return assign(picked, role)
    case .home:
      view = View()
      goHome()
    case .takeList(let text): return take(.list, of: text)
    case .takeSnapshot(let text): return take(.output, of: text)
    case .attestSnapshot(let counts): return take(counts)
    case .report: makeReport()
    case .place(let step): keep(step)
    case .copy(let text): effects.append(.copy(text))
    case .plain(let text): effects.append(.plain(text))
    case .leave: effects.append(.leave)
    case .suspend: effects.append(.suspend)
    case .redraw: effects.append(.redraw)
    case .mouse: effects.append(.mouse)
    }
    return true
  }

  /// Opens a case; one that Regrant worked in goes on where the tenant is signed in to.
  private func openOrConnect(_ number: Int) {
    open(number)
    guard let running, running.reached == nil, running.runner.opened.closing == nil,
      running.runner.opened.mode == .connect, door != nil
    else { return }
    connect(forCase: number)
  }

  private func makeReport() {
    guard let running else { return }
    do throws(JournalError) { try running.makeReport() } catch {
      view.notice = words.line(error)
      return
    }
    if view.layer != .report { view.layers.append(.report) }
  }

  private func keep(_ step: Int) {
    guard let running else { return }
    do throws(Hindrance) { try running.keep(step: step) } catch { view.notice = words.line(error) }
  }
}
