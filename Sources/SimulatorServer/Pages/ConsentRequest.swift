import Entra
import Foundation

/// What an application asks of the sign-in service in a browser.
struct ConsentRequest: Sendable {
  /// The application, as the address has it.
  let client: String
  /// Where the browser shall go afterwards.
  let redirect: String?
  /// What comes back with it.
  let state: String?
  /// `prompt=consent`: the prompt shows although everything was granted.
  let asksAgain: Bool
  /// Whom the address names.
  let hint: String?
  /// Who is signing in, once they said so.
  let username: String?
  /// What was pressed, once something was.
  let decision: String?
  /// Whether "Consent on behalf of your organization" is ticked.
  let isForOrganization: Bool

  init(_ visitor: Visitor) {
    (client, redirect) = (visitor["client_id"] ?? "", visitor["redirect_uri"])
    (state, hint) = (visitor["state"], visitor["login_hint"])
    asksAgain = visitor["prompt"] == "consent"
    (username, decision) = (visitor["username"], visitor["decision"])
    isForOrganization = visitor["on_behalf"] == "true"
  }

  var application: AppID? { AppID(client) }

  /// The fields that every page hands on.
  var hidden: [(String, String)] {
    var fields = [("client_id", client)]
    if let redirect { fields.append(("redirect_uri", redirect)) }
    if let state { fields.append(("state", state)) }
    if asksAgain { fields.append(("prompt", "consent")) }
    if let username { fields.append(("username", username)) }
    return fields
  }

  /// Where the browser goes with `fields`; `nil` for anywhere but this machine.
  ///
  /// A registered address of the vendor's is shown and never visited.
  func address(with fields: [(String, String)]) -> String? {
    guard let redirect, let target = URL(string: redirect), target.scheme == "http",
      ["localhost", "127.0.0.1", "[::1]", "::1"].contains(target.host() ?? "")
    else { return nil }
    let all = fields + (state.map { [("state", $0)] } ?? [])
    let query = all.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
    return redirect + (redirect.contains("?") ? "&" : "?") + query
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
