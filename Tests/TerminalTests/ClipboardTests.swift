import PseudoTerminal
import Testing

@testable import Terminal

@Suite("Copying") struct ClipboardTests {
  @Test("asks the terminal with OSC 52") func request() throws {
    let terminal = try Story.begin()
    try terminal.send("y")
    try terminal.expect("note: sent")
    #expect(terminal.screen.operatingSystemCommands == ["52;c;dG8gdGhlIGNsaXBib2FyZA=="])
  }

  @Test("inside tmux also asks the terminal around it") func tmux() throws {
    let terminal = try Story.begin(environment: ["TERM": "tmux-256color"])
    try terminal.send("y")
    try terminal.expect("note: sent")
    let inner = "\u{1b}\u{1b}]52;c;dG8gdGhlIGNsaXBib2FyZA==\u{07}"
    #expect(Story.sent(terminal, "\u{1b}Ptmux;\(inner)\u{1b}\\"))
  }

  @Test("refuses what terminals don't take") func limit() {
    let most = String(repeating: "x", count: 74_994)
    #expect(Clipboard.request(most, throughTmux: false)?.count == 99_992 + 8)
    #expect(Clipboard.request(most + "x", throughTmux: false) == nil)
  }

  @Test(
    "encodes as RFC 4648 says",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{ffff}\u{0}>?", "77+/AD4/"),
    ])
  func base64(_ text: String, _ encoded: String) {
    #expect(String(decoding: Clipboard.base64(Array(text.utf8)), as: UTF8.self) == encoded)
  }
}
