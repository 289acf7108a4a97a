import Cells
import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Screens
import Testing

@testable import Walk

/// Somebody at the keyboard of a session without a terminal, who counts the keys.
final class Trainee {
  let session: Session
  /// Keys pressed, what was typed into fields apart.
  private(set) var keys = 0
  private var iterator: AsyncStream<Void>.Iterator

  init(about person: UserPrincipalName? = nil, makeHands: @escaping HandsMaker = Trainee.ownHands) {
    let (stream, posting) = AsyncStream<Void>.makeStream()
    iterator = stream.makeAsyncIterator()
    session = Session(
      Surroundings(
        now: { Int(Date().timeIntervalSince1970 * 1000) }, newCaseID: { CaseID(bits: 7) },
        folder: nil, environment: [:], person: person, makeHands: makeHands)
    ) { posting.yield() }
    session.start()
  }

  /// Regrant's own hands.
  static let ownHands: HandsMaker = { client, journal, profile, person in
    TenantHands(client, for: journal, of: profile, person: person) {
      Int(Date().timeIntervalSince1970 * 1000)
    }
  }

  var opened: Case? { session.running?.runner.opened }

  var text: String {
    let frame = Layout(session.page, size: .design).frame
    return (0..<Size.design.rows).map { frame.text(row: $0) }.joined(separator: "\n")
  }

  func press(_ key: Key) {
    keys += 1
    _ = session.take(key, size: .design)
  }

  /// Types into the field that has the focus, and counts nothing.
  func type(_ text: String) {
    for character in text { _ = session.take(.character(character), size: .design) }
  }

  /// Chooses the row that begins so, by its number, or where it has none by moving to it.
  func choose(_ words: String) async {
    guard let menu = session.page.menu,
      let index = menu.choices.firstIndex(where: { $0.title.hasPrefix(words) })
    else {
      Issue.record("no row \(words) on:\n\(text)")
      return
    }
    if index < 9 {
      press(.character(Character("\(index + 1)")))
    } else {
      while let selected = session.page.menu?.selected, selected < index { press(.down) }
      press(.enter)
    }
    await settle()
  }

  func carryOut() async {
    press(.character("c"))
    await settle()
  }

  /// Waits until nothing is under way but what a person does elsewhere.
  func settle() async {
    while session.isWorking, !session.mayTakeLong {
      _ = await iterator.next()
      session.receive()
    }
  }

  /// Waits for the next news, whatever is under way.
  func hear() async {
    _ = await iterator.next()
    session.receive()
  }
}

/// Hands whose requests hang for a minute, unless they are cancelled.
struct HangingHands: Hands {
  func perform(
    _ work: Work, telling: @escaping @Sendable (WorkProgress) -> Void
  ) async -> WorkResult {
    telling(WorkProgress(done: 1, total: 3))
    do { try await Task.sleep(for: .seconds(60)) } catch { return .stopped(.cancelled) }
    return .stopped(.changedMeanwhile)
  }
}
