import ArgumentParser
import Entra
import Graph

/// Which tenant a command works in, and how somebody signs in there.
///
/// What was typed; ``ConnectionChoice`` is what it means.
struct ConnectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A made-up tenant, embedded.", valueName: "scenario"))
  var simulate: String?

  @Option(help: "How many users the made-up tenant has.")
  var size: Int?

  @Option(help: "How many principals are assigned in it.")
  var assignments: Int?

  @Option(
    help: ArgumentHelp(
      "A role of its signed-in admin, or eligible:ROLE; may be repeated.", valueName: "name"))
  var adminRole: [String] = []

  @Option(help: "Decides its names, IDs and chances.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("The customer's tenant: ID or domain.", valueName: "id-or-domain"))
  var tenant: String?

  @Option(help: "The tenant's cloud.")
  var cloud: CloudName?

  @Option(help: "How to sign in; by default with a code, or the token in REGRANT_ACCESS_TOKEN.")
  var signIn: SignInWay?

  @Option(
    name: .customLong("client-id"),
    help: ArgumentHelp("The application to sign in as.", valueName: "id"))
  var clientID: String?

  @Option(help: ArgumentHelp("A simulator's Graph, on this machine.", valueName: "url"))
  var graph: String?

  @Option(help: ArgumentHelp("A simulator's sign-in service.", valueName: "url"))
  var authority: String?
}

/// How somebody signs in.
enum SignInWay: String, Sendable, CaseIterable, ExpressibleByArgument {
  /// A code, typed in a browser.
  case deviceCode = "device-code"
  /// What Azure CLI is signed in as.
  case azureCLI = "azure-cli"
  /// A token, from `REGRANT_ACCESS_TOKEN` or standard input.
  case token
  /// An application's own secret, from `REGRANT_CLIENT_SECRET` or standard input.
  case clientSecret = "client-secret"
}

/// A cloud as it is typed.
enum CloudName: String, Sendable, CaseIterable, ExpressibleByArgument {
  case global
  case usgov
  case dod
  case china

  var cloud: Cloud {
    switch self {
    case .global: .global
    case .usgov: .usGovernment
    case .dod: .dod
    case .china: .china
    }
  }
}
