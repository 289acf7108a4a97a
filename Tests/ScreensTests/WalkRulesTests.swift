import Cells
import Entra
import Remediation
import Testing
import Wording

@testable import Screens

@Suite("Every screen of the walk") struct WalkRulesTests {
  static let sizes = [Layout.smallest, Size.design, Size(columns: 120, rows: 40)]

  @Test("keeps the rules of a frame in every size and charset", arguments: Place.all)
  func rules(_ place: Place) {
    let page = place.player.page
    for size in Self.sizes {
      for charset in Layout.Charset.allCases {
        let broken = FrameRules.violations(of: page, size: size, charset: charset)
        #expect(broken.isEmpty, "\(place.name) at \(size), \(charset): \(broken)")
      }
    }
  }

  @Test("is whole at 80x24: no answer below the fold, no word cut off", arguments: Place.all)
  func whole(_ place: Place) {
    let player = place.player
    let layout = Layout(player.page, size: .design)
    let text = player.text
    #expect(!text.contains("more rows"), "\(text)")
    if !Self.isLong(player.view.layer) {
      #expect(layout.extent.limit == 0, "something scrolls:\n\(text)")
      let isCut = text.contains("\u{2026}") && !text.contains(Labels.linkTooLong)
      #expect(!isCut, "something is cut off:\n\(text)")
    }
  }

  @Test("shows no address of Microsoft's for a tenant that is made up", arguments: Place.all)
  func madeUp(_ place: Place) {
    var player = place.player
    guard case .walk(var opened) = player.room else { return }
    opened.reach = Reach(Reach.madeUp(.practice))
    player.room = .walk(opened)
    for layers in [player.view.layers, [.message]] {
      player.view.layers = layers
      let lines = PlainLayout(player.page).lines.joined(separator: "\n")
      #expect(!lines.contains("microsoftonline.com"), "\(lines)")
    }
  }

  @Test(
    "shows a simulator's own pages for a tenant that is served, and none of Microsoft's",
    arguments: Place.all)
  func served(_ place: Place) {
    var player = place.player
    guard case .walk(var opened) = player.room else { return }
    opened.particulars[.site] = ForeignText("http://127.0.0.1:8080")
    player.room = .walk(opened)
    for layers in [player.view.layers, [.message]] {
      player.view.layers = layers
      let lines = PlainLayout(player.page).lines.joined(separator: "\n")
      #expect(!lines.contains("microsoftonline.com") && !lines.contains("entra.microsoft.com"))
    }
    guard opened.matter.mode != .train, opened.reach?.isPractice != true else { return }
    #expect(opened.consentLink?.hasPrefix("http://127.0.0.1:8080/") == true)
  }

  @Test("shows the pages of the tenant's own cloud", arguments: Cloud.allCases)
  func clouds(_ cloud: Cloud) {
    var opened = Opened(
      Case(id: CaseID(bits: 1), mode: .connect, profile: .nexeticBackup), now: Player.now)
    opened.reach = Reach(Reach.card)
    opened.particulars[.site] = ForeignText(TenantSite.cloud(cloud).description)
    #expect(opened.consentLink?.hasPrefix("https://\(cloud.loginHost)/") == true)
  }

  @Test("asks nobody what Regrant itself has looked up after an interruption", arguments: Place.all)
  func lookedUp(_ place: Place) {
    var player = place.player
    guard case .walk(var opened) = player.room, !opened.matter.unsettled.isEmpty else { return }
    opened.command = nil
    opened.reach = Reach(Reach.card)
    opened.reach?.found = .notDone
    player.room = .walk(opened)
    player.view = View()
    let titles = player.page.menu?.choices.map(\.title)
    #expect(titles == ["Leave it at that"], "\(player.text)")
  }

  /// Whether a layer is there to be read at length.
  private static func isLong(_ layer: Layer?) -> Bool {
    switch layer {
    case .help, .message, .report, .command, .readCommands, .read, .held: true
    default: false
    }
  }

  @Test("has a step's whole body within 16 rows", arguments: Place.steps)
  func steps(_ place: Place) {
    let layout = Layout(place.player.page, size: .design)
    let fit = layout.fitted(in: layout.bodyArea)
    #expect(fit.lines.count <= 16)
    #expect(fit.extent.limit == 0)
  }

  @Test("is among the places: each prompt and question") func prompts() {
    var prompts: Set<String> = []
    var questions: Set<Question> = []
    for place in Place.all {
      guard let prompt = place.player.opened?.matter.prompt else { continue }
      prompts.insert(Self.name(prompt))
      if case .question(let question) = prompt { questions.insert(question) }
    }
    #expect(prompts.count == 17, "\(prompts.sorted())")
    let all: Set<Question> = [
      .object, .absence, .consent, .requirement, .formerRequirement, .assignment(person: 0),
      .assignment(person: 1), .account(person: 0), .account(person: 1), .nexeticRole, .roles,
    ]
    #expect(questions == all)
  }

  private static func name(_ prompt: Prompt) -> String {
    String("\(prompt)".prefix { $0 != "(" })
  }

  @Test("is among the places: each step of each order, and each ending") func endings() {
    var steps: Set<String> = []
    var closings: Set<Closing> = []
    for place in Place.all {
      let player = place.player
      if let closing = player.opened?.matter.closing { closings.insert(closing) }
      guard player.view.layers.isEmpty, let opened = player.opened, !opened.isInterrupted,
        let order = opened.matter.unsettled.first?.order
      else { continue }
      steps.insert("\(order.name) \(order.steps[player.view.step])")
    }
    let orders: [Order] = [
      .enableServicePrincipal, .restoreServicePrincipal, .deleteServicePrincipal(snapshot: 1),
      .addServicePrincipal, .requireAssignment, .consent(.signIn), .consent(.link),
      .consent(.portal), .consent(.graph), .assignPrincipals(3), .assignSnapshot(240),
    ]
    let all = orders.flatMap { order in order.steps.map { "\(order.name) \($0)" } }
    #expect(Set(all).subtracting(steps).isEmpty)
    #expect(closings == Set(Closing.allCases))
  }

  @Test("is among the places: each kind of layer") func layers() {
    let kinds = Set(
      Place.all.compactMap { $0.player.view.layer }.map { String("\($0)".prefix { $0 != "(" }) })
    let all: Set = [
      "help", "note", "deviations", "advice", "message", "report", "command", "readCommands",
      "pasting", "review", "revising", "offers", "leaving", "setAside", "reason", "waiver",
      "lookAlike", "domain", "counting", "recheck", "particulars", "particular", "held", "read",
      "code", "consents", "role", "setAllAside", "outlook", "names", "abilities",
    ]
    #expect(kinds == all)
  }

  @Test("leads home by Esc and q, and says so where Esc can't", arguments: Place.all)
  func wayBack(_ place: Place) {
    var player = place.player
    for _ in 0..<10 {
      let before = player.page
      player.press(.escape)
      #expect(!player.others.contains(.leave))
      if case .home = player.room, player.view.layers.isEmpty { return }
      if player.page.actions.contains(where: { $0.id == .back && $0.because != nil }),
        player.page.notice != nil
      {
        break
      }
      if player.page == before { Issue.record("Esc did nothing and said nothing:\n\(player.text)") }
    }
    #expect(player.page.notice != nil, "\(player.text)")
    while player.page.isTyping { player.press(.tab) }
    player.press(.character("q"))
    guard case .home = player.room else {
      Issue.record("q does not lead home:\n\(player.text)")
      return
    }
  }
}
