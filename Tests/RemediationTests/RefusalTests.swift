import Entra
import Remediation
import Testing

@Suite("Every input") struct RefusalTests {
  /// One case for each place that differs: where it stands, what it asks, what is there.
  static let places: [Case] = {
    struct Place: Hashable {
      let phase: Phase
      let prompt: Prompt
      let object: ApplicationObject
      let order: Order?
    }
    var seen: Set<Place> = []
    return RandomWalk.all.flatMap(\.cases).filter { opened in
      var prompt = opened.prompt
      if case .outcome = prompt { prompt = .nothing }
      let place = Place(
        phase: opened.phase, prompt: prompt, object: opened.facts.object,
        order: opened.unsettled.first?.order)
      return seen.insert(place).inserted
    }
  }()

  @Test("is accepted, or refused and leaves no trace, in every kind of place")
  func leavesNoTrace() {
    #expect(Self.places.count > 100, "\(Self.places.count)")
    var accepted = 0
    for opened in Self.places {
      for input in Lexicon.inputs(for: opened) {
        var trial = opened
        do throws(Refusal) {
          _ = try trial.handle(input)
          accepted += 1
          #expect(trial.count == opened.count + 1)
          #expect(opened.closing == nil, "\(input)")
        } catch {
          if trial != opened { Issue.record("\(input) left a trace: \(error)") }
          if case .observed = input, opened.closing == nil {
            Issue.record("\(input) was refused: \(error)")
          }
        }
      }
    }
    #expect(accepted > 1_000)
  }

  @Test("is refused by a closed case")
  func closed() throws {
    let closed = Self.places.filter { $0.closing != nil }
    #expect(Set(closed.compactMap(\.closing)) == Set(Closing.allCases))
    for opened in closed {
      for input in Lexicon.inputs(for: opened) { #expect(opened.refusal(of: input) != nil) }
      #expect(opened.offers.allSatisfy { !$0.isPossible })
      #expect(opened.prompt == .nothing)
    }
  }

  @Test("that is offered as possible is accepted, and that is not is refused with the reason")
  func offers() {
    for opened in Self.places {
      for offer in opened.offers {
        #expect(opened.refusal(of: offer.choice.input) == offer.refusal)
      }
    }
  }

  @Test("orders nothing but what a confirmation, a phrase or a resumption ordered")
  func orders() {
    for opened in Self.places {
      for input in Lexicon.inputs(for: opened) {
        var trial = opened
        do throws(Refusal) {
          let commands = try trial.handle(input)
          guard let command = commands.first else { continue }
          #expect(commands.count == 1 && command.caseID == opened.id)
          #expect(trial.unsettled.map(\.id) == [command.id])
          switch input {
          case .confirmed, .answered(.phrase, _), .resumed: break
          default: Issue.record("\(input) ordered \(command.order)")
          }
          if command.order.name == "deleteServicePrincipal" {
            guard case .answered(.phrase, .phrase) = input else {
              Issue.record("\(input) ordered a delete")
              continue
            }
          }
        } catch { continue }
      }
    }
  }

  @Test("leaves an open case able to be handed over")
  func handedOver() {
    for opened in Self.places where opened.closing == nil {
      #expect(opened.refusal(of: .closed(.handedOver)) == nil)
    }
  }

  @Test("to write grants is refused for its own reason while the scopes are not known")
  func scopes() throws {
    var call = Call()
    try call.say(.reported(.adminApproval))
    try call.answer(Known(isRequired: false))
    try call.say(.chosen(.reconsent))
    try call.answer(Known())
    #expect(call.opened.refusal(of: .routeChosen(.graph)) == .scopesUnknown)
    #expect(call.opened.refusal(of: .routeChosen(.portal)) == nil)
  }
}
