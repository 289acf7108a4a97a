import Foundation
import PseudoTerminal
import Testing

extension ProvocationTests {
  /// Somewhere that takes connections, and never says a word.
  private final class Silence {
    let port: Int
    private let descriptor: Int32

    init() throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let (descriptor, length) = (descriptor, size)
      let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
            && getsockname(descriptor, $0, &size) == 0
        }
      }
      try #require(descriptor >= 0 && isBound)
      port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
  }

  /// A person who is signed in by a token to a Graph at that port.
  private func connecting(to silence: Silence) throws -> NaiveDriver {
    let driver = try NaiveDriver(
      ["connect", "--graph", "http://127.0.0.1:\(silence.port)/v1.0", "--sign-in", "token"],
      environment: ["REGRANT_ACCESS_TOKEN": "a-made-up-token"])
    try driver.terminal.expect("Begin")
    try driver.terminal.send("1")
    try driver.terminal.expect("Asking Microsoft")
    return driver
  }

  /// Opens help and closes it, while nothing is answered elsewhere.
  private func isAnswered(_ terminal: PseudoTerminal, besides words: String) throws {
    try terminal.send("?")
    try terminal.expect("the help") { $0.lines[1].contains("Help") }
    try terminal.send("\u{1b}")
    try terminal.expect("what it was before") { !$0.lines[1].contains("Help") && $0.shows(words) }
  }

  @Test("20: while a network hangs keys are answered, the state is said, and Esc cancels")
  func hangingSignIn() throws {
    let silence = try Silence()
    let driver = try connecting(to: silence)
    for _ in 0..<3 { try isAnswered(driver.terminal, besides: "Asking Microsoft") }
    driver.terminal.resize(columns: 100, rows: 30)
    try driver.terminal.expect("the footer") { $0.lines[29].contains("Esc cancel") }
    try driver.terminal.send("\u{1b}")
    try driver.terminal.expect("New case")
    try driver.terminal.send("\u{3}\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.changes.isEmpty)
  }

  @Test("20: while a network hangs Ctrl-C asks, and a second one leaves")
  func hangingInterrupt() throws {
    let silence = try Silence()
    let driver = try connecting(to: silence)
    try driver.terminal.send("\u{3}")
    try driver.terminal.expect("Leave Regrant?")
    try driver.terminal.send("\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.changes.isEmpty)
  }

  /// Serves a tenant whose process can be stopped, and connects to it.
  private static let script = """
    line="$XDG_STATE_HOME-line"
    "$0" simulate --scenario default >"$line" &
    echo $! >"$line-process"
    trap 'kill -KILL $!; rm -f "$line" "$line-process"' EXIT
    while ! grep -q . "$line"; do sleep 0.02; done
    value() { sed "s/.*\\"$1\\":\\"//;s/\\".*//;s/\\\\\\\\//g" "$line"; }
    export REGRANT_ACCESS_TOKEN="$(value accessToken)"
    "$0" connect --graph "$(value graph)" --sign-in token
    """

  @Test("20: a network that hangs in the middle of reading is told, left and taken up again")
  func hangingReading() throws {
    let driver = try NaiveDriver(shell: Self.script)
    let terminal = driver.terminal
    try terminal.expect("Begin")
    let text = try String(contentsOfFile: driver.folder.path + "-line-process", encoding: .utf8)
    let server = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    try terminal.send("1")
    try terminal.expect("A simulator's tenant")
    driver.settle()
    #expect(kill(server, SIGSTOP) == 0)
    defer { kill(server, SIGCONT) }
    try driver.make(.choose("Begin"))
    if terminal.screen.shows("What does the user see?") {
      try driver.make(.choose("\"Need admin approval\""))
    }
    try terminal.expect("Reading the tenant")
    for _ in 0..<3 { try isAnswered(terminal, besides: "Esc stops it") }
    try terminal.send("\u{1b}")
    try terminal.expect("Stopped")
    try terminal.expect("Do it again")
    driver.settle()
    #expect(kill(server, SIGCONT) == 0)
    try driver.make(.choose("Do it again"))
    try terminal.expect("Are those affected assigned")
    try terminal.send("\u{3}\u{3}")
    #expect(try terminal.wait() == .exited(130))
    #expect(terminal.changes.isEmpty)
  }
}
