import Foundation
import Testing

@Suite("The machine, looked at from outside")
struct MachineTests {
  @Test("holds its invariants, and says so one by one")
  func check() throws {
    let check = try Regrant().run(["machine", "check"])
    #expect(check.status == 0)
    let verdicts = check.output.split(separator: "\n").filter { $0.contains("  holds   ") }
    #expect(verdicts.count == 13)
    for word in ["states", "transitions", "time"] { #expect(check.output.contains(word)) }
    let json = try Regrant().json(["machine", "check", "--format", "json"])
    let invariants = try #require(json["invariants"] as? [[String: Any]])
    #expect(invariants.allSatisfy { $0["holds"] as? Bool == true })
    #expect((5_000...50_000).contains(try #require(json["states"] as? Int)))
  }

  @Test(
    "shows the shortest way to what a guard prevents",
    arguments: [
      ("lossAcknowledged", 1), ("assignmentIdentified", 2), ("accessDecided", 3),
      ("applicationPresent", 7),
    ])
  func without(_ guarded: String, _ invariant: Int) throws {
    let check = try Regrant().run(["machine", "check", "--without", guarded])
    #expect(check.status == 1)
    #expect(check.output.contains("Broken: \(invariant). "))
    #expect(check.output.contains("  1. reported("))
    let json = try Regrant().json(
      ["machine", "check", "--without", guarded, "--format", "json"], ending: 1)
    let violations = try #require(json["violations"] as? [[String: Any]])
    #expect(violations.compactMap { $0["invariant"] as? Int } == [invariant])
  }

  @Test("is drawn in at most thirty nodes")
  func diagram() throws {
    let diagram = try Regrant().run(["machine", "diagram"])
    #expect(diagram.output.hasPrefix("stateDiagram-v2\n  [*] --> intake\n"))
    let nodes = Set(
      diagram.output.split(separator: "\n").dropFirst().flatMap { line in
        line.split(separator: ":")[0].split(separator: " ").filter { $0 != "-->" && $0 != "[*]" }
      })
    #expect(nodes.count <= 30 && nodes.contains("deleting"))
  }

  @Test("is exported so that others can hold it to account")
  func graph() throws {
    let export = try Regrant().run(["machine", "graph", "--format", "json"])
    #expect(export.status == 0)
    #expect(export.output.utf8.count < 20_000_000)
    var machine = try JSONDecoder().decode(
      ExportedMachine.self, from: Data(export.output.utf8))
    #expect(machine.states.map(\.id) == Array(0..<machine.states.count))
    #expect((5_000...50_000).contains(machine.states.count))
    let deletes = machine.transitions.filter { $0.orders.contains("deleteServicePrincipal") }
    #expect(!deletes.isEmpty)
    let rash = machine.rashDeletes
    #expect(rash.isEmpty, "\(rash.count) of \(deletes.count), as \(rash.prefix(3))")
    let closings = machine.transitions.filter { machine.states[$0.to].closing == "resolved" }
    #expect(!closings.isEmpty)
    #expect(machine.rashClosings.isEmpty, "\(machine.rashClosings.prefix(3))")
    #expect(machine.deadEnds.isEmpty, "\(machine.deadEnds.prefix(3))")
    let missing = machine.states.filter { !$0.applicationPresent && $0.closing != nil }
    #expect(Set(missing.compactMap(\.closing)) == ["handedOver"])

    // The judge is one that can say no.
    for warning in ["W1", "W4", "W5"] {
      var forgetful = machine
      for index in forgetful.transitions.indices {
        forgetful.transitions[index].answers.removeAll { $0 == warning }
      }
      #expect(forgetful.rashDeletes.count == deletes.count)
    }
    machine.transitions.removeAll { $0.input == "verified" || $0.input == "closed" }
    #expect(!machine.deadEnds.isEmpty)
  }
}
