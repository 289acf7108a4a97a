import CNcurses
import Glibc

/// What terminfo knows of a terminal, and what follows from it.
struct Description: Sendable, Hashable {
  /// The name that ncurses is told.
  let name: String
  /// The name that `TERM` has, when this machine doesn't know it.
  let unknownName: String?
  /// Whether it speaks xterm's private modes and control strings.
  let isXtermLike: Bool
  /// Whether leaving the screen brings back the title that was there before.
  let restoresTitle: Bool
  /// Whether a tmux stands between.
  let isInTmux: Bool
  /// Switches off every mode that we switch on beside ncurses.
  let modesOff: [UInt8]
  /// From the middle of a screen back to the ordinary one.
  let undo: [UInt8]
  /// Empties a screen that was never an alternate one; nothing where there was one.
  let sweep: [UInt8]

  /// Looks the terminal up, under a name like its own if this machine doesn't know it.
  init(of output: Int32) throws(TerminalError) {
    guard let term = Environment.value("TERM") else { throw .unnamed }
    let names = [term] + Self.substitutes(for: term)
    guard let name = names.first(where: { description_load($0, output) }) else {
      throw .unknown(term)
    }
    defer { description_unload() }
    guard ["cup", "clear", "el"].allSatisfy({ Self.string($0) != nil }) else { throw .dumb(term) }

    self.name = name
    unknownName = name == term ? nil : term
    let enter = Self.string("smcup").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let leave = Self.string("rmcup") ?? []
    isXtermLike = enter.contains("[?1049h") || enter.contains("[?47h")
    restoresTitle = String(decoding: leave, as: UTF8.self).contains("[23;0;0t")
    isInTmux = Environment.value("TMUX") != nil || term.hasPrefix("tmux")
    modesOff = isXtermLike ? Array(Mode.allOff.utf8) : []
    sweep = leave.isEmpty ? (Self.string("clear") ?? []) : []
    let attributesOff = Self.string("sgr0") ?? []
    let cursorOn = isXtermLike ? Array(Mode.cursorOn.utf8) : []
    undo = modesOff + attributesOff + cursorOn + leave + sweep
  }

  private static func string(_ capability: String) -> [UInt8]? {
    var bytes = [CChar](repeating: 0, count: 128)
    let count = Int(description_string(capability, &bytes, Int32(bytes.count)))
    return count < 0 ? nil : bytes.prefix(count).map(UInt8.init(bitPattern:))
  }

  /// Names to try for a terminal that this machine doesn't know: most of them are xterm's children.
  static func substitutes(for term: String) -> [String] {
    let name = term.lowercased()
    if name.hasPrefix("tmux") || name.hasPrefix("screen") {
      return ["screen-256color", "screen", "xterm-256color"]
    }
    let known = [
      "xterm", "alacritty", "contour", "foot", "ghostty", "gnome", "iterm", "kitty", "konsole",
      "mintty", "mlterm", "ms-terminal", "nsterm", "putty", "rio", "rxvt", "st-", "terminator",
      "terminology", "vscode", "vte", "wezterm", "zellij",
    ]
    let isChild =
      name == "st" || known.contains { name.hasPrefix($0) } || name.hasSuffix("-direct")
      || name.hasSuffix("-256color")
    return isChild ? ["xterm-256color", "xterm"] : []
  }
}

/// Private modes that ncurses doesn't know, written by ourselves.
enum Mode {
  static let pasteOn = "\u{1b}[?2004h"
  static let mouseOn = "\u{1b}[?1000h\u{1b}[?1006h"
  static let mouseOff = "\u{1b}[?1006l\u{1b}[?1000l"
  static let frameBegins = "\u{1b}[?2026h"
  static let frameEnds = "\u{1b}[?2026l"
  static let cursorOn = "\u{1b}[?25h"
  /// Also those that somebody's terminal may have had on before: none of them is a shell's.
  static let allOff =
    frameEnds + "\u{1b}[?1003l\u{1b}[?1002l" + mouseOff + "\u{1b}[?1004l\u{1b}[?2004l"
}
