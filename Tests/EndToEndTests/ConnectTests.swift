import Foundation
import PseudoTerminal
import Testing

@Suite("regrant connect, in the real program") struct ConnectTests {
  /// Serves a tenant, and connects to it as a person would: by a code.
  private static let script = """
    line="$XDG_STATE_HOME-line"
    "$0" simulate --scenario default >"$line" &
    trap 'kill $!' EXIT
    while ! grep -q . "$line"; do sleep 0.02; done
    value() { sed "s/.*\\"$1\\":\\"//;s/\\".*//;s/\\\\\\\\//g" "$line"; }
    "$0" connect --graph "$(value graph)" --authority "$(value authority)" --sign-in device-code
    """

  @Test("signs in by the code on the screen once somebody accepts it in a browser")
  func deviceCode() throws {
    let driver = try NaiveDriver(shell: Self.script)
    let file = driver.folder.path + "-line"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let terminal = driver.terminal
    try terminal.expect("Begin")
    try terminal.send("1")
    try terminal.expect("Open this page and type the code:")
    let code = try #require(terminal.screen.lines.lazy.compactMap(Self.code).first)
    #expect(terminal.screen.shows("/devicelogin"))
    let place = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file))) as? [String: Any])
    let graph = try #require((place["graph"] as? String).flatMap { URL(string: $0) })
    let admin = try #require(place["admin"] as? String)
    let page = try Self.post(
      "code=\(code)&username=\(admin)&decision=accept", to: "/devicelogin",
      at: try #require(graph.port))
    #expect(page.contains("You are signed in"), "\(page)")
    try terminal.expect("A simulator's tenant")
    #expect(terminal.screen.shows("SIMULATOR"))
    #expect(!terminal.screen.shows("LIVE TENANT"))
    #expect(terminal.screen.shows(admin))
    #expect(terminal.screen.shows(try #require(place["tenantId"] as? String)))
  }

  /// The code in a line that spells it out, a space between two characters.
  private static func code(_ line: String) -> String? {
    let parts = line.split(separator: " ")
    guard parts.count > 6, parts.allSatisfy({ $0.count == 1 && ($0.first?.isASCII ?? false) }),
      parts.allSatisfy({ $0.first?.isLetter == true || $0.first?.isNumber == true })
    else { return nil }
    return parts.joined()
  }

  /// What a page answers to a form.
  private static func post(_ form: String, to path: String, at port: Int) throws -> String {
    let request = [
      "POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close",
      "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(form.utf8.count)", "",
      form,
    ].joined(separator: "\r\n")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c", "exec 3<>\"/dev/tcp/127.0.0.1/$0\"; printf %s \"$1\" >&3; cat <&3", "\(port)", request,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }
}
