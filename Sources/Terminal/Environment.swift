import Glibc

/// What the environment says about the terminal; nothing else in this module reads it.
enum Environment {
  /// A variable's value; nil when it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// Makes the terminal's own size the only one: ncurses prefers these to it, even after a resize.
  static func dropSize() {
    unsetenv("LINES")
    unsetenv("COLUMNS")
  }

  /// Takes over the locale's characters, and says whether they are UTF-8.
  ///
  /// Only characters: numbers and dates are our own in every locale. Over ssh, a name such as
  /// `en_US.UTF-8` arrives at machines that don't have it; the characters are meant all the same.
  static func adoptCharacters() -> Bool {
    let isKnown = setlocale(LC_CTYPE, "") != nil
    if !isKnown, namesUTF8 { adoptUTF8() }
    let isUTF8 = String(cString: nl_langinfo(Int32(CODESET))).uppercased() == "UTF-8"
    // What is drawn is ASCII then. ncurses must not know: outside UTF-8 it repeats characters by a
    // sequence (REP) that not everything calling itself xterm has.
    if !isUTF8 { adoptUTF8() }
    return isUTF8
  }

  private static func adoptUTF8() {
    _ = setlocale(LC_CTYPE, "C.UTF-8") ?? setlocale(LC_CTYPE, "C.utf8")
  }

  private static var namesUTF8: Bool {
    let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? ""
    let codeset = locale.split(separator: ".").dropFirst().first?.prefix { $0 != "@" } ?? ""
    return ["UTF-8", "UTF8"].contains(codeset.uppercased())
  }
}
