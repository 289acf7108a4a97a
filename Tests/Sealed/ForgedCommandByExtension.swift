// error: 'let' property 'id' may not be initialized directly
import Entra
import Remediation

/// An initialiser of one's own would skip every guard.
extension Command {
  init(forged order: Order, for opened: Case) {
    self.id = CommandID(input: 1, index: 0)
    self.caseID = opened.id
    self.order = order
    self.application = opened.profile.appID
    self.tenant = nil
  }
}
