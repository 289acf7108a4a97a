import Entra

/// The page on which the code of another device is entered.
enum DevicePage {
  static func enter(code: String, known: [String], problem: String? = nil) -> HTML {
    let options = HTML(known.map { "<option value=\"\(exactly: $0)\">" })
    let complaint: HTML = problem.map { "<p id=\"error\">\($0)</p>" } ?? ""
    return .page(
      "Enter code",
      """
      <h1>Enter code to allow access</h1>
      <p>Once you enter the code displayed on your app or device, it will have access to your
      account. Do not enter codes from sources you don&#39;t trust.</p>
      \(complaint)
      \(.form([], """
        <label for="code">Code</label>
        <input type="text" id="code" name="code" required autofocus value="\(exactly: code)">
        <label for="username">Sign in as</label>
        <input type="text" id="username" name="username" list="accounts" required>
        <datalist id="accounts">\(options)</datalist>
        <button type="submit" id="next">Next</button>

        """))
      """)
  }

  static func confirm(code: String, username: String, client: AppID) -> HTML {
    .page(
      "Confirm sign-in",
      """
      <p class="detail">\(username)</p>
      <h1>Are you trying to sign in to \(name(of: client))?</h1>
      <p>Only continue if you downloaded the app from a store or website that you trust.</p>
      \(.form([("code", code), ("username", username)], """
        \(.button("cancel", "Cancel"))\(.button("accept", "Continue"))
        """))
      """)
  }

  private static func name(of client: AppID) -> String {
    switch "\(client)" {
    case "14d82eec-204b-4c2f-b7e8-296a70dab67e": "Microsoft Graph Command Line Tools"
    case "04b07795-8ddb-461a-bbee-02f9e1bf7b46": "Microsoft Azure CLI"
    default: "the application \(client)"
    }
  }
}
