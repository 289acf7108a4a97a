import Entra
import Execution
import Journal
import Remediation
import Screens
import Training
import Wording

/// What somebody saw in a browser of the practice tenant.
enum BrowserSight: Sendable {
  /// The admin, asked to consent.
  case admin(PracticeTenant.Seen)
  /// The admin cancelled.
  case cancelled
  /// The user signed in: nil when they got in, else what their page says.
  case user(ForeignText?)
}

extension Session {
  /// Somebody in the practice tenant does something in their browser.
  func act(_ deed: BrowserDeed) {
    guard let running, let practice = running.reached?.practice else { return }
    let number = running.underWay?.number ?? 0
    let isSigningIn =
      if case .consent(.signIn)? = running.runner.opened.unsettled.first?.order { true } else {
        false
      }
    browsing += 1
    Task { [mailbox] in
      let sight: BrowserSight =
        switch deed {
        case .cancel: .cancelled
        case .userSignsIn: .user(await practice.userSignsIn())
        case .accept(let isTicked):
          .admin(
            isSigningIn
              ? await practice.adminSignsIn(ticking: isTicked) : await practice.adminConsents())
        }
      mailbox.post(.seen(errand: number, sight))
    }
  }

  /// What was seen; an accepted consent is left to those who watch.
  func take(_ sight: BrowserSight) {
    guard running != nil else { return }
    switch sight {
    case .user(nil): say([.input(.verified(.ordinaryUser))], from: .browser)
    case .user(let text?):
      running?.triesInVain += 1
      let tries = running?.triesInVain ?? 1
      view.notice =
        tries == 1 ? "The user is not in: \(text.safe)" : "Try \(tries), not in: \(text.safe)"
    case .cancelled: see(.declined)
    case .admin(.acceptedForOrganization):
      view.notice = "The admin accepted. Regrant looks for it in Graph."
    case .admin(.acceptedForSelf): see(.acceptedForSelf)
    case .admin(.noPrompt): see(.noPrompt)
    case .admin(.noCheckbox): see(.noCheckbox)
    case .admin(.approvalPage): see(.approvalPage)
    case .admin(.notYet): see(.notYet)
    case .admin(.error(let text)):
      see(.error)
      view.notice = ForeignText(text).safe
    }
  }

  private func see(_ appearance: Appearance) {
    guard let id = running?.runner.opened.unsettled.first?.id else { return }
    if say([.input(.outcome(id, .appeared(appearance)))], from: .browser) {
      view.notice = "The admin saw: \(words.name(of: appearance))."
    }
  }
}
