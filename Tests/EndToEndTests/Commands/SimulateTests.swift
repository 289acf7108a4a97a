import Foundation
import Testing

@Suite("The simulator's command")
struct SimulateTests {
  /// Starts the simulator, lets `script` ask it things and ends it; `$line` is what it printed.
  private func serve(_ arguments: String, ending signal: String = "INT", _ script: String = "")
    throws -> String
  {
    let lines = [
      "$ \(try Regrant.program()) simulate \(arguments) >line 2>error & pid=$!",
      "$ while ! grep -q . line error; do sleep 0.02; done; cat line error; \(script)",
      "$ kill -\(signal) $pid; wait $pid; echo ended $?",
    ]
    return try Regrant().shell(lines.map { $0[...] })
  }

  private func place(_ text: String) throws -> [String: Any] {
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("{") })
    return try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test("says in one line where it listens, and ends as a signal wants it")
  func line() throws {
    for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
      let text = try serve("--scenario unassigned", ending: signal)
      let place = try place(text)
      #expect(text.split(separator: "\n").count { $0.hasPrefix("{") } == 1)
      #expect(text.contains("\nended \(code)\n"), "\(text)")
      for key in ["graph", "authority", "tenantId", "accessToken", "admin", "user", "scenario"] {
        #expect((place[key] as? String)?.isEmpty == false, "\(key)")
      }
      let graph = try #require(place["graph"] as? String)
      #expect(graph.hasPrefix("http://127.0.0.1:") && graph.hasSuffix("/v1.0"))
      #expect(place["certificate"] == nil)
    }
  }

  @Test("takes its certificate away when it ends")
  func certificate() throws {
    let text = try serve(
      "--tls", "file=$(sed 's/.*certificate\":\"//;s/\".*//' line); head -n 1 $file")
    #expect(text.contains("-----BEGIN CERTIFICATE-----"))
    let file = try #require(try place(text)["certificate"] as? String)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("has a million people at once, and the same ones for the same seed")
  func size() throws {
    let first = try place(try serve("--size 1000000 --seed 7 --admin-role globalreader"))
    let again = try place(try serve("--size 1000000 --seed 7"))
    let other = try place(try serve("--size 1000000 --seed 8"))
    #expect(first["user"] as? String == again["user"] as? String)
    #expect(first["tenantId"] as? String == again["tenantId"] as? String)
    #expect(first["tenantId"] as? String != other["tenantId"] as? String)
  }

  @Test("lists its scenarios, and knows what was probably meant")
  func scenarios() throws {
    let regrant = try Regrant()
    let list = try regrant.run(["simulate", "--scenario", "list"])
    #expect(list.status == 0)
    #expect(list.output.split(separator: "\n").count > 15)
    let wrong = try regrant.run(["simulate", "--scenario", "nested-gruop"])
    #expect(wrong.status == 64)
    #expect(wrong.complaints.contains("Did you mean 'nested-group'?"))
    let far = try regrant.run(["simulate", "--scenario", "something-else"])
    #expect(far.status == 64 && !far.complaints.contains("Did you mean"))
  }

  @Test(
    "refuses what it cannot do",
    arguments: [
      ["--size", "9"], ["--size", "1000001"], ["--port", "65536"], ["--port", "-1"],
      ["--admin-role", "Emperor"], ["--faults", "0:429"], ["--faults", "now"], ["--seed", "-1"],
      ["--assignments", "-1"],
    ])
  func mistakes(_ arguments: [String]) throws {
    let result = try Regrant().run(["simulate"] + arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }

  @Test("says when the port is taken")
  func takenPort() throws {
    let text = try serve(
      "",
      "port=$(sed 's|.*127.0.0.1:\\([0-9]*\\)/v1.0.*|\\1|' line); "
        + "\(try Regrant.program()) simulate --port $port; echo second $?")
    #expect(text.contains("The simulator cannot listen"))
    #expect(text.contains("second 69"))
  }
}
