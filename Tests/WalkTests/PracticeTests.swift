import Cells
import Execution
import Remediation
import Screens
import Testing
import Training

@testable import Walk

@Suite("Practising", .timeLimit(.minutes(10))) struct PracticeTests {
  private func arrived(in situation: String) async -> Trainee {
    let trainee = Trainee()
    await trainee.choose("Practise")
    await trainee.choose(situation)
    await trainee.choose("Begin")
    return trainee
  }

  /// From home to the findings of the article's beginning, where signing in showed no prompt.
  private func triedInVain() async -> Trainee {
    let trainee = await arrived(in: "default")
    await trainee.choose("The admin gets in")
    await trainee.choose("Consent again")
    await trainee.choose("Sign in and tick")
    await trainee.carryOut()
    await trainee.choose("The admin signs in, ticks")
    while trainee.opened?.unsettled.isEmpty == false { await trainee.hear() }
    await trainee.settle()
    return trainee
  }

  private func removed() async -> Trainee {
    let trainee = await triedInVain()
    await trainee.choose("Consent again")
    await trainee.choose("None of the others")
    trainee.type("the customer's admin is not at hand")
    trainee.press(.enter)
    await trainee.choose("Remove and re-add")
    await trainee.choose("Nexetic Backup")
    trainee.type(trainee.opened?.phrase ?? "")
    trainee.press(.tab)
    await trainee.choose("Delete and go on")
    return trainee
  }

  @Test(
    "2B takes fewer than 25 keys beside what is typed, from home to a closed case with all back")
  func replace() async {
    let trainee = await removed()
    // The phrase was typed for adding, requiring and putting back, too: only consent is left.
    #expect(trainee.opened?.loss.outstanding == .grants, "\(trainee.text)")
    await trainee.choose("A grant through")
    await trainee.carryOut()
    #expect(trainee.opened?.loss.isOutstanding == false, "\(trainee.text)")
    await trainee.choose("Let the user try")
    while trainee.opened?.verification == nil { await trainee.hear() }
    await trainee.choose("Nobody")
    await trainee.choose("Resolved")
    #expect(trainee.opened?.closing == .resolved, "\(trainee.text)")
    #expect(trainee.opened?.verification == .ordinaryUser)
    #expect(trainee.keys < 22, "\(trainee.keys) keys")
  }

  @Test("a second try to sign in looks like one, though its end is the same") func secondTry() async
  {
    let trainee = await triedInVain()
    await trainee.choose("Let the user try")
    let first = trainee.session.view.notice
    await trainee.choose("Let the user try")
    #expect(first != nil)
    #expect(trainee.session.view.notice != first)
  }

  @Test("2A by the link is seen in Graph, and the walk moves on by itself")
  func link() async {
    let trainee = await arrived(in: "default")
    await trainee.choose("The admin gets in")
    await trainee.choose("Consent again")
    await trainee.choose("The admin-consent link")
    await trainee.carryOut()
    await trainee.choose("The admin accepts")
    while trainee.opened?.facts.consent != .open { await trainee.hear() }
    await trainee.settle()
    #expect(trainee.opened?.prompt == .verification, "\(trainee.text)")
  }

  @Test("a look-alike is refused with the article's sentence") func lookAlike() async {
    let trainee = await arrived(in: "unassigned")
    await trainee.choose("Blocked unless")
    await trainee.choose("Assign users")
    await trainee.choose("Nexetic Backup for")
    #expect(trainee.opened?.isIdentified == false)
    #expect(trainee.session.view.notice != nil)
    await trainee.choose("Nexetic Backup")
    #expect(trainee.opened?.isIdentified == true)
  }

  @Test("Option 1: people are found, ticked, assigned, and the user gets in") func assign() async {
    let trainee = await arrived(in: "unassigned")
    await trainee.choose("Blocked unless")
    await trainee.choose("Assign users")
    await trainee.choose("Nexetic Backup")
    let name = trainee.session.running?.reached?.practice?.userName ?? ""
    trainee.type(String(name.prefix { $0 != "@" }))
    trainee.session.searchDue = .now
    trainee.session.searchIfDue()
    while trainee.session.running?.finds.rows.isEmpty == true { await trainee.hear() }
    trainee.press(.down)
    trainee.press(.character(" "))
    #expect(trainee.session.view.picked.count == 1, "\(trainee.text)")
    trainee.press(.enter)
    #expect(trainee.opened?.listed == 1, "\(trainee.text)")
    // Thought better of: another list takes its place, and Esc keeps the one at hand.
    await trainee.choose("Change the list")
    #expect(trainee.text.contains("Who is to be assigned?"), "\(trainee.text)")
    trainee.press(.escape)
    #expect(trainee.opened?.prompt == .confirmation(.assign))
    await trainee.choose("Change the list")
    trainee.type(String(name.prefix { $0 != "@" }))
    trainee.session.searchDue = .now
    trainee.session.searchIfDue()
    while trainee.session.running?.finds.rows.isEmpty == true { await trainee.hear() }
    trainee.press(.down)
    trainee.press(.character(" "))
    trainee.press(.enter)
    #expect(trainee.opened?.listed == 1, "\(trainee.text)")
    #expect(trainee.opened?.prompt == .confirmation(.assign), "\(trainee.text)")
    await trainee.carryOut()
    await trainee.choose("Let the user try")
    while trainee.opened?.verification == nil { await trainee.hear() }
    #expect(trainee.opened?.verification == .ordinaryUser, "\(trainee.text)")
  }

  @Test("Enter, Space, y, Tab and digits order nothing in the practice tenant")
  func hammer() async {
    let idle: [Key] =
      [.enter, .character(" "), .character("y"), .tab]
      + (1...9).map { .character(Character("\($0)")) }
    let trainee = await arrived(in: "default")
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      trainee.press(idle.randomElement(using: &random) ?? .enter)
      trainee.session.receive()
      guard trainee.opened?.unsettled.isEmpty ?? true else {
        Issue.record("ordered \(String(describing: trainee.opened?.unsettled))")
        return
      }
    }
    trainee.session.stop()
  }
}
