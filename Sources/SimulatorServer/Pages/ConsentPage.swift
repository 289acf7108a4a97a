import Entra
import Simulator

/// The pages on which people sign in and consent, in the words that Entra uses.
enum ConsentPage {
  /// Asks who is signing in.
  static func account(_ request: ConsentRequest, to application: String, known: [String]) -> HTML {
    let options = HTML(known.map { "<option value=\"\(exactly: $0)\">" })
    return .page(
      "Sign in",
      """
      <h1>Sign in</h1>
      <p>to continue to <b>\(application)</b></p>
      \(.form(request.hidden, """
        <label for="username">Email, phone, or Skype</label>
        <input type="text" id="username" name="username" list="accounts" autofocus required
         value="\(exactly: request.hint ?? "")">
        <datalist id="accounts">\(options)</datalist>
        <button type="submit" id="next">Next</button>

        """))
      """)
  }

  /// "Permissions requested", with the checkbox where `prompt` shows it.
  static func prompt(
    _ request: ConsentRequest, _ application: RegisteredApplication, _ prompt: ConsentPrompt
  ) -> HTML {
    let box: HTML =
      prompt.showsCheckbox
      ? """
      <p><label><input type="checkbox" id="on_behalf" name="on_behalf" value="true">
      Consent on behalf of your organization</label></p>

      """ : ""
    return requested(
      request, application, title: "Permissions requested", scopes: prompt.scopes, roles: [], box)
  }

  /// The admin-consent page: always for the organization, and so without a checkbox.
  static func adminConsent(
    _ request: ConsentRequest, _ application: RegisteredApplication
  ) -> HTML {
    requested(
      request, application, title: "Permissions requested",
      scopes: application.wants.flatMap(\.scopes), roles: application.wants.flatMap(\.roles),
      """
      <p id="organization"><b>Accept for your organization</b></p>
      <p>If you accept, this app will get access to the specified resources for all users in your
      organization. No one else will be prompted to review these permissions.</p>

      """)
  }

  private static func requested(
    _ request: ConsentRequest, _ application: RegisteredApplication, title: String,
    scopes: [String], roles: [String], _ extra: HTML
  ) -> HTML {
    let rows = HTML((scopes + roles).map { "<li>\(meaning(of: $0)) <small>\($0)</small></li>\n" })
    return .page(
      title,
      """
      <p class="detail">\(request.username ?? "")</p>
      <h1>\(title)</h1>
      <p><b>\(application.name)</b><br>\(application.isVerified ? "verified" : "unverified")</p>
      <p>This app would like to:</p>
      <ul>
      \(rows)</ul>
      \(.form(request.hidden, """
        \(extra)<p>Accepting these permissions means that you allow this app to use your data as
        specified in their terms of service and privacy statement.</p>
        \(.button("cancel", "Cancel"))\(.button("accept", "Accept"))
        """))
      """)
  }

  private static func meaning(of permission: String) -> String {
    switch permission {
    case "openid": "Sign you in"
    case "profile": "View your basic profile"
    case "email": "View your email address"
    case "offline_access": "Maintain access to data you have given it access to"
    case "User.Read": "Sign you in and read your profile"
    default: "Use the permission"
    }
  }

  /// Where a browser ends that goes nowhere else.
  static func landing(_ title: String, _ text: String, returnsTo address: String?) -> HTML {
    let next: HTML =
      address.map { "<p class=\"detail\">The application would go on at \($0)</p>" } ?? ""
    return .page(title, "<h1 id=\"done\">\(title)</h1>\n<p>\(text)</p>\n\(next)")
  }
}
