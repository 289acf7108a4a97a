import Simulator

/// The pages on which somebody is not let in.
enum RefusalPage {
  /// What support gets to see when they ask for the details.
  struct Trace: Sendable {
    let request: String
    let correlation: String
    let timestamp: String
  }

  static func page(
    _ refusal: SignInRefusal, _ request: ConsentRequest, _ application: RegisteredApplication,
    _ trace: Trace
  ) -> HTML {
    switch refusal.code {
    case 90094: approvalNeeded(request, application)
    case 90095: approvalRequired(request, application)
    default: trouble(refusal.message, trace)
    }
  }

  /// "Need admin approval": no number stands in what people see.
  private static func approvalNeeded(
    _ request: ConsentRequest, _ application: RegisteredApplication
  ) -> HTML {
    .page(
      "Need admin approval",
      """
      <p class="detail">\(request.username ?? "")</p>
      <h1>Need admin approval</h1>
      <p><b>\(application.name)</b><br>\(application.isVerified ? "verified" : "unverified")</p>
      <p>\(application.name) needs permission to access resources in your organization that only an
      admin can grant. Please ask an admin to grant permission to this app before you can use it.</p>
      \(otherAccount(request))
      \(.form(request.hidden, .button("cancel", "Return to the application without granting consent")))
      """)
  }

  private static func approvalRequired(
    _ request: ConsentRequest, _ application: RegisteredApplication
  ) -> HTML {
    let rows = HTML(application.wants.flatMap(\.scopes).map { "<li>\($0)</li>\n" })
    return .page(
      "Approval required",
      """
      <p class="detail">\(request.username ?? "")</p>
      <h1>Approval required</h1>
      <p><b>\(application.name)</b></p>
      <p>This app requires your admin&#39;s approval to:</p>
      <ul>
      \(rows)</ul>
      \(.form(request.hidden, """
        <label for="reason">Enter justification for requesting this app</label>
        <input type="text" id="reason" name="reason">
        \(.button("cancel", "Cancel"))\(.button("request", "Request approval"))
        """))
      \(otherAccount(request))
      """)
  }

  private static func otherAccount(_ request: ConsentRequest) -> HTML {
    .form(
      request.hidden.filter { $0.0 != "username" },
      """
      <p>Have an admin account?
      <button type="submit" id="other">Sign in with that account</button></p>

      """)
  }

  /// "Sorry, but we’re having trouble signing you in", with the number.
  static func trouble(_ message: String, _ trace: Trace) -> HTML {
    .page(
      "Sign in to your account",
      """
      <h1>Sign in</h1>
      <p>Sorry, but we’re having trouble signing you in.</p>
      <p id="error">\(message)</p>
      <h2>Troubleshooting details</h2>
      <p>If you contact your administrator, send this info to them.</p>
      <p class="detail">Request Id: \(trace.request)<br>
      Correlation Id: \(trace.correlation)<br>
      Timestamp: \(trace.timestamp)<br>
      Message: \(message)</p>
      """)
  }
}
