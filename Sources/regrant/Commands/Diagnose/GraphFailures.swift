import Entra
import Graph

extension Failure {
  /// Why a tenant could not be read: what happened, what it means and what comes next.
  init(reading error: GraphError) {
    if let signIn = Failure(signIn: error) {
      self = signIn
      return
    }
    let nothing = "Nothing was changed in the tenant."
    let said = [error.message.safe].filter { !$0.isEmpty }
    let ids = error.requestID.map { ["Graph's request ID: \($0)"] } ?? []
    let (code, happened, next): (ExitCode, String, String) =
      switch error.kind {
      case .unreachable, .lost:
        (.unavailable, "The tenant could not be reached.", "Check the network, and try again.")
      case .throttled, .unavailable, .serverFault:
        (.tryAgain, "The tenant's Graph is too busy.", "Try again in some minutes.")
      case .insufficientPrivileges, .notLicensed:
        (.noPermission, "The signed-in account may not read this tenant.", "Use another account.")
      case .signInNeeded, .claimsChallenge:
        (.noPermission, "The sign-in does not hold any more.", "Sign in again.")
      case .cancelled: (.interrupted, "Stopped.", "Start again when it suits.")
      default: (.badData, "Graph's answer could not be used.", "Try again; report it if it stays.")
      }
    self.init(code, lines: [happened] + said + [nothing, next] + ids)
  }
}
