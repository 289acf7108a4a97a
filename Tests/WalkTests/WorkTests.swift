import Cells
import Execution
import Remediation
import Screens
import Testing

@testable import Walk

@Suite("Work under way", .timeLimit(.minutes(10))) struct WorkTests {
  /// In a practice tenant whose requests hang.
  private func hanging() async -> Trainee {
    let trainee = Trainee { _, _, _, _ in HangingHands() }
    await trainee.choose("Practise")
    await trainee.choose("default")
    trainee.press(.character("1"))
    trainee.press(.character("1"))
    return trainee
  }

  @Test("keeps no key waiting while a request hangs") func answersKeys() async {
    let trainee = await hanging()
    #expect(trainee.session.running?.doing?.task == .reading, "\(trainee.text)")
    let clock = ContinuousClock()
    var slowest = Duration.zero
    for key: Key in [.character("?"), .escape, .down, .pageDown, .character("!"), .escape] {
      let taken = clock.measure {
        trainee.press(key)
        _ = trainee.session.page
      }
      slowest = max(slowest, taken)
    }
    #expect(slowest < .milliseconds(50))
    trainee.session.stop()
  }

  @Test("stops at Esc, says so, and goes on when asked") func stops() async {
    let trainee = await hanging()
    trainee.press(.escape)
    #expect(trainee.session.running?.doing == nil)
    #expect(trainee.session.running?.setback?.isCancelled == true)
    #expect(trainee.text.contains("You stopped it."), "\(trainee.text)")
    trainee.press(.character("1"))
    #expect(trainee.session.running?.doing?.task == .reading)
    trainee.session.stop()
  }

  @Test("is left behind with the case, and what comes of it is not taken") func left() async {
    let trainee = await hanging()
    trainee.press(.character("q"))
    #expect(trainee.session.running == nil)
    await trainee.hear()
    #expect(trainee.session.running == nil)
    guard case .home(let home) = trainee.session.room else {
      Issue.record("not at home")
      return
    }
    #expect(home.cases?.count == 1)
  }

  @Test("a step is given to the admin after a setback, and back") func byHand() async {
    let trainee = await hanging()
    trainee.press(.escape)
    await trainee.choose("Answer it yourself")
    #expect(trainee.session.running?.isByHand == true)
    #expect(trainee.session.running?.work == nil)
    trainee.session.stop()
  }
}

@Suite("The mailbox") struct MailboxTests {
  @Test("replaces progress that nobody took, wakes once for it, and keeps results in order")
  func progress() {
    let woken = Counter()
    let box = Mailbox { woken.count() }
    for done in 1...100 { box.post(.progress(errand: 1, WorkProgress(done: done))) }
    box.post(.result(errand: 1, .stopped(.cancelled)))
    #expect(woken.value == 2)
    let letters = box.take()
    #expect(letters.count == 2)
    if case .progress(1, let progress)? = letters.first {
      #expect(progress.done == 100)
    } else {
      Issue.record("no progress first")
    }
    #expect(box.take().isEmpty)
  }

  @Test("takes nothing more once it is closed") func closed() {
    let box = Mailbox {}
    box.post(.progress(errand: 1, WorkProgress(done: 1)))
    box.close()
    box.post(.result(errand: 1, .stopped(.cancelled)))
    #expect(box.take().isEmpty)
  }
}
