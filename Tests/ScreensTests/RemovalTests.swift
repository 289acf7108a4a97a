import Cells
import Entra
import Remediation
import Screens
import Testing
import Wording

@Suite("Before a removal") struct RemovalTests {
  @Test("counts that are read out stand for the list, where no command can be run")
  func counts() {
    let player = Player(Ways.counting + [.type("240 3 2 0 1 yes 2"), .enter])
    #expect(player.opened?.matter.prompt == .route, "what is to be granted may be known")
    let snapshot = player.opened?.matter.snapshot
    #expect(snapshot?.assignments == 240 && snapshot?.groups == 3 && snapshot?.grants == 2)
    #expect(snapshot?.permissions == 0 && snapshot?.owners == 1 && snapshot?.properties == 2)
    #expect(snapshot?.isAssignmentRequired == true)
  }

  @Test("counts are read out in linear mode as well")
  func linear() {
    var player = Player(Ways.snapshot)
    player.say("no command can")
    player.say("7 0 1 0 0 no 0")
    #expect(player.opened?.matter.snapshot?.assignments == 7, "\(player.text)")
    #expect(player.opened?.matter.snapshot?.isAssignmentRequired == false)
  }

  @Test("shows beside each count what was understood while it is typed")
  func understood() {
    let player = Player(Ways.counting + [.type("2400 3")])
    #expect(player.text.contains("2,400"))
    #expect(player.text.contains("yes or no"), "what is still asked says where to look")
  }

  @Test("takes no line that is not the seven counts", arguments: ["", "240", "240 3 2 0 1 yes"])
  func tooFew(_ line: String) {
    let player = Player(Ways.counting + [.type(line), .enter])
    #expect(player.opened?.matter.snapshot == nil)
    #expect(player.page.notice?.isEmpty == false)
  }

  @Test("asks for the list again when something was changed since", arguments: [0, 1, 2])
  func changed(_ place: Int) {
    let changed = "Something was changed since"
    let ways: [[Move]] = [
      Ways.tenant + [.choose(changed)], Ways.stop + [.choose(changed)],
      Ways.grantsKnown + [.key(.character("e")), "The list of what goes"],
    ]
    let player = Player(ways[place])
    #expect(player.opened?.matter.prompt == .snapshot, "\(player.text)")
    #expect(player.orders.allSatisfy { $0.name != "deleteServicePrincipal" })
  }

  @Test("consent that was given counts as without effect only after a recheck")
  func recheck() {
    var player = Player(Ways.verification + ["It still fails: need admin"])
    #expect(player.opened?.matter.status(of: .signIn) == .worked)
    #expect(player.text.contains("private window"))
    #expect(player.text.contains("facd4a2d-cbd2-4095-bfa8-ac9c819f843e"))
    for move in ["The error page names another", "Let them try once more"] as [Move] {
      player.make(move)
      #expect(player.opened?.matter.status(of: .signIn) == .worked, "\(player.text)")
    }
    player.make("It still fails: need admin")
    player.make("It still fails: waited")
    #expect(player.opened?.matter.status(of: .signIn) == .ineffective)
    #expect(player.notes.contains { $0.contains("private window") })
  }

  @Test("says until when a failure proves nothing, and when consent has settled")
  func settled() {
    var player = Player(Ways.verification)
    guard case .walk(var opened) = player.room else { return }
    opened.since = Moment(seconds: Player.now.seconds - 60)
    player.room = .walk(opened)
    player.make("It still fails: need admin")
    let end = Moment(seconds: Player.now.seconds - 60 + Words.settlingSeconds)
    #expect(player.text.contains("before \(end)"), "\(player.text)")
    opened.since = Moment(seconds: Player.now.seconds - 3_600)
    player.room = .walk(opened)
    #expect(player.text.contains("has settled"))
  }

  @Test("consenting where the application is deleted says that it creates one, open to all")
  func creating() {
    let player = Player(Ways.deleted + ["Consent again", "The admin-consent link"])
    #expect(player.text.contains("new, empty object"), "\(player.text)")
    #expect(player.text.contains("stands open"))
    let present = Player(Ways.route + ["The admin-consent link"])
    #expect(!present.text.contains("new, empty object"))
  }
}

@Suite("What was only read afterwards") struct ReadBackTests {
  @Test("is never called working, from the hand-over to the closed case")
  func words() {
    var player = Player(Ways.verification + ["Grant and assignments"])
    for move in ["Nobody", "Resolved"] as [Move] {
      #expect(!player.text.contains("Signing in works"), "\(player.text)")
      player.make(move)
    }
    #expect(player.opened?.matter.closing == .resolved)
    #expect(!player.text.contains("Access works"))
    #expect(player.text.contains("Nobody has signed in yet"))
  }
}

@Suite("The application's address") struct ApplicationLinkTests {
  @Test("is that of the object which is there: the new one after adding it again")
  func readded() throws {
    let (old, new) = (
      "11111111-2222-4333-8444-555555555555", "99999999-2222-4333-8444-555555555555"
    )
    for (way, id) in [(Ways.portal, old), (Ways.requiring, new)] {
      var player = Player(way)
      guard case .walk(var opened) = player.room else { return }
      opened.particulars[.objectID] = ForeignText(old)
      opened.particulars[.readdedObjectID] = ForeignText(new)
      player.room = .walk(opened)
      let links = player.page.blocks.compactMap { block -> String? in
        if case .link(let address) = block { address } else { nil }
      }
      #expect(links.count == 1 && links[0].contains(id), "\(links)")
    }
  }
}
