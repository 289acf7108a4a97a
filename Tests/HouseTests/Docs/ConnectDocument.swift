import Entra
import Graph
import Wording

/// What `Docs/connect.md` takes from the sign-in and from the words about it.
enum ConnectDocument {
  private static let words = Wording.Words()

  static var document: Document {
    Document(
      path: "Docs/connect.md",
      passages: [
        .init(name: "clients", lines: clients), .init(name: "clouds", lines: clouds),
        .init(name: "limits", lines: limits), .init(name: "obstacles", lines: obstacles),
      ])
  }

  private static var clients: [String] {
    [
      ("Microsoft Graph Command Line Tools, the default", SignInClient.graphTools),
      ("Azure CLI", .azureCLI),
      ("An application of your own", SignInClient(registered: AppID(bits: 0))),
    ].flatMap { name, client in
      let id = client.id.bits == 0 ? "`--client-id` with its ID" : "`\(client.id)`"
      return ["**\(name)**: \(id)", ""]
        + client.caveats.map { "- \(words.sentence(for: $0))" } + [""]
    }.dropLast()
  }

  private static var clouds: [String] {
    let names: [Cloud: String] = [
      .global: "global", .usGovernment: "usgov", .dod: "dod", .china: "china",
    ]
    return Table(
      head: ["`--cloud`", "Sign-in", "Graph"],
      rows: Cloud.allCases.map {
        ["`\(names[$0] ?? "")`", "`\($0.loginHost)`", "`\($0.graphHost)`"]
      }
    ).lines
  }

  private static var limits: [String] {
    let limits = NetworkLimits()
    return Table(
      head: ["What", "At most"],
      rows: [
        ["Until a connection stands: nothing was sent", "\(seconds(limits.connecting)) s"],
        ["Silence of the other side", "\(seconds(limits.silence)) s"],
        ["A request with its answer", "\(seconds(limits.total)) s"],
        ["The size of an answer", "\(limits.answerBytes >> 20) MB"],
        ["A wait that Graph asks for", "\(RetryPolicy.longestWaitSeconds) s"],
      ]
    ).lines
  }

  private static var obstacles: [String] {
    Table(
      head: ["What happened", "What to do"],
      rows: SignInObstacle.allCases.map { obstacle in
        let trouble = words.trouble(with: obstacle)
        return [trouble.happened, trouble.next]
      }
    ).lines
  }

  private static func seconds(_ duration: Duration) -> Int64 { duration.components.seconds }
}
