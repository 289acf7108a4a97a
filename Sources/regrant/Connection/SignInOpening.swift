import Entra
import Foundation
import Graph
import Wording

/// Makes the sign-in that was chosen, of environment and standard input; it sends nothing.
struct SignInOpening {
  let plan: SignInPlan
  let service: GraphService
  let signIn: SignInService?
  let network: Network
  let time: RunningTime
  let wishes: ConnectionWishes
  let environment: [String: String]

  /// Where tokens come from.
  func tokens() throws(Failure) -> any TokenSource {
    switch plan.way {
    case .deviceCode: try deviceCode()
    case .azureCLI:
      AzureCLISignIn(
        to: signIn?.tenant ?? .organizations, for: service, time: time,
        secondsSince1970: { Composition.now / 1000 }, running: AzureCLI.run)
    case .token: try givenToken()
    case .clientSecret: try clientSecret()
    }
  }

  private func deviceCode() throws(Failure) -> any TokenSource {
    guard !wishes.noInput, wishes.isSeen else {
      throw Failure(
        .unavailable, "Signing in with a code needs somebody who sees it, and a terminal.",
        "Nothing was sent to the tenant.",
        "Use --sign-in azure-cli, client-secret, or a token in REGRANT_ACCESS_TOKEN.")
    }
    guard let signIn else { throw Failure(.usage, "--authority is missing.") }
    let client = plan.client.map { SignInClient(registered: $0) } ?? .graphTools
    if wishes.tellsCaveats { SignInLines.tell(of: client) }
    return DeviceCodeSignIn(
      at: signIn, as: client, scopes: client.scopes(for: wishes.requests, at: signIn),
      through: NetworkSignInTransport(over: network), time: time, telling: wishes.telling)
  }

  private func givenToken() throws(Failure) -> any TokenSource {
    let text = try secret(in: "REGRANT_ACCESS_TOKEN", called: "Access token")
    do throws(SignInRefusal) {
      return try GivenToken(
        text, to: signIn?.tenant ?? .organizations, for: service, time: time,
        secondsSince1970: Composition.now / 1000)
    } catch { throw Failure(error) }
  }

  private func clientSecret() throws(Failure) -> any TokenSource {
    guard let signIn, let client = plan.client else {
      throw Failure(.usage, "--client-id and a tenant are missing.")
    }
    let text = try secret(in: "REGRANT_CLIENT_SECRET", called: "Client secret")
    guard let secret = ClientSecret(text) else { throw Failure(.badData, .empty) }
    guard
      let tokens = ClientSecretSignIn(
        at: signIn, as: client, secret: secret,
        through: NetworkSignInTransport(over: network), time: time)
    else {
      throw Failure(
        .usage, "An application signs in to one tenant: name it with --tenant or in --authority.")
    }
    return tokens
  }

  /// A secret, from the environment, from a pipe, or typed unseen; never from an argument.
  private func secret(in variable: String, called name: String) throws(Failure) -> String {
    if let text = environment[variable], !text.isEmpty { return text }
    if StandardStream.isTerminal(STDIN_FILENO) {
      guard StandardStream.canAsk, !wishes.noInput else {
        throw Failure(.usage, "\(variable) is not set: set it, or pipe the value in.")
      }
      return try HiddenLine.asked(name)
    }
    let data: Data?
    do throws(StreamError) {
      data = try StandardStream.read(STDIN_FILENO, atMost: HiddenLine.maximumBytes)
    } catch { throw Failure(.noInput, "Standard input cannot be read.") }
    guard let data else { throw Failure(.badData, "Standard input holds no secret: too long.") }
    guard !data.isEmpty else {
      throw Failure(.usage, "\(variable) is not set, and nothing came on standard input.")
    }
    return String(decoding: data, as: UTF8.self)
  }
}

/// What a sign-in says on standard error.
enum SignInLines {
  static func tell(_ event: DeviceCodeEvent) {
    switch event {
    case .asked(let prompt):
      StandardStream.complain([
        Words().invitation(toType: prompt.code, at: prompt.address, seconds: prompt.seconds)
      ])
    case .signedIn: StandardStream.complain(["Signed in."])
    case .ended: break
    }
  }

  /// As which application somebody is about to sign in, and what comes with that.
  static func tell(of client: SignInClient) {
    let name =
      client.id == SignInClient.graphTools.id
      ? "Microsoft Graph Command Line Tools"
      : client.id == SignInClient.azureCLI.id ? "Azure CLI" : client.id.description
    StandardStream.complain(
      ["The sign-in is to \(name)."] + client.caveats.map { "- " + Words().sentence(for: $0) })
  }
}

extension Failure {
  /// Why nobody is signed in: words for people, and Microsoft's own beside them.
  init(_ refusal: SignInRefusal) { self.init(refusal.obstacle, said: refusal.message.safe) }

  /// Why a request had no token; `nil` when it failed for another reason.
  init?(signIn error: GraphError) {
    guard let obstacle = error.obstacle else { return nil }
    self.init(obstacle, said: error.message.safe)
  }

  private init(_ obstacle: SignInObstacle, said: String) {
    let trouble = Words().trouble(with: obstacle)
    let lines = [trouble.happened, said, trouble.meaning, trouble.next].filter { !$0.isEmpty }
    self.init(Self.code(of: obstacle), lines: lines)
  }

  private static func code(of obstacle: SignInObstacle) -> ExitCode {
    switch obstacle {
    case .unreachable, .toolMissing, .toolFailed: .unavailable
    case .codeExpired: .tryAgain
    case .tenantUnknown, .otherCloud, .otherTenant, .tokenUnreadable: .badData
    case .signInNeeded, .declined, .blockedByPolicy, .consentNeeded, .notAssigned, .clientRefused,
      .secretRefused, .accountRefused, .permissionsRefused, .sessionEnded, .toolSignedOut,
      .tokenExpired, .unknown:
      .noPermission
    }
  }
}
