import Foundation
import Testing

@Suite("Trouble with the journal is said in words, and nothing is overwritten")
struct JournalTroubleTests {
  private let regrant: Regrant

  init() throws {
    regrant = try Regrant()
    try regrant.takeSamples()
  }

  /// Changes the file behind the program's back.
  private func change(_ body: (inout Data) -> Void) throws -> Data {
    var bytes = try Data(contentsOf: regrant.journal)
    body(&bytes)
    try bytes.write(to: regrant.journal)
    return bytes
  }

  @Test("when another process has the case")
  func held() throws {
    let locks = regrant.state.appending(path: "regrant/locks")
    let lock = locks.appending(path: "0123456789abcdef0011223344556677").path
    let descriptor = open(lock, O_RDWR | O_CREAT, 0o600)
    try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    defer { close(descriptor) }
    let process = "4242\n"
    try #require(write(descriptor, process, process.utf8.count) == process.utf8.count)
    for arguments in [
      ["cases", "delete", "1", "--confirm", "delete case 1"], ["cases", "export", "1"],
    ] {
      let result = try regrant.run(arguments)
      #expect(result.status == 75)
      #expect(result.complaints.contains("process 4242"))
      #expect(result.output.isEmpty)
    }
    #expect(try regrant.run(["cases", "show", "1"]).status == 0, "reading is no conflict")
  }

  @Test("when a newer program wrote it")
  func newer() throws {
    let userVersion = 60..<64
    let changed = try change { $0.replaceSubrange(userVersion, with: [0, 0, 0, 9]) }
    for arguments in [["cases", "list"], ["cases", "show", "1"], ["cases", "report", "1"]] {
      let result = try regrant.run(arguments)
      #expect(result.status == 65)
      #expect(result.complaints.contains("newer Regrant"))
    }
    #expect(try Data(contentsOf: regrant.journal) == changed)
  }

  @Test("when an entry was edited")
  func edited() throws {
    let ticket = Data("T-1042".utf8)
    _ = try change { bytes in
      while let place = bytes.range(of: ticket) {
        bytes.replaceSubrange(place, with: Data("T-9999".utf8))
      }
    }
    let result = try regrant.run(["cases", "verify"])
    #expect(result.status == 1)
    #expect(result.output.contains("Case 1: damaged or edited, from entry 2 on"))
    #expect(result.output.contains("Case 2: intact"))
    let json = try regrant.json(["cases", "verify", "1", "--format", "json"], ending: 1)
    #expect((json["cases"] as? [[String: Any]])?.first?["entry"] as? Int == 2)
    let show = try regrant.run(["cases", "show", "1"])
    #expect(show.status == 0)
    #expect(show.output.contains("damaged or was edited, from entry 2 on"))
  }

  @Test("when it is no database any more", arguments: [0, 5000])
  func damaged(from place: Int) throws {
    let changed = try change { bytes in
      bytes.replaceSubrange(place..<bytes.count, with: Data(repeating: 0x58, count: 5000))
    }
    let verified = try regrant.run(["cases", "verify"])
    #expect(verified.status == 1)
    #expect(verified.complaints.contains("damaged"))
    #expect(try Data(contentsOf: regrant.journal) == changed)
  }

  @Test("when the folder cannot be made")
  func unusable() throws {
    let sample = Data(SampleCase.waiting.utf8)
    // Nobody may write there, root included; and a device is no folder.
    for (place, status) in [("/sys", Int32(77)), ("/dev/null", 73)] {
      let result = try regrant.run(
        ["cases", "import", "-"], input: sample, environment: ["XDG_STATE_HOME": place])
      #expect(result.status == status, "\(result.complaints)")
      #expect(result.complaints.contains("XDG_STATE_HOME"))
    }
  }

  @Test("when no folder is named")
  func homeless() throws {
    let result = try regrant.run(
      ["cases", "list"], environment: ["XDG_STATE_HOME": "relative", "HOME": ""])
    #expect(result.status == 73)
    #expect(result.complaints.contains("XDG_STATE_HOME"))
  }
}
