import CVterm
import Glibc

/// Those who say independently of our tables how many columns a text takes.
enum Witness {
  /// What glibc says of one scalar, in a UTF-8 locale; minus one when it can't be printed.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    _ = utf8Locale
    return Int(wcwidth(wchar_t(bitPattern: scalar.value)))
  }

  private static let utf8Locale: Bool = setlocale(LC_CTYPE, "C.UTF-8") != nil
}

/// A terminal of libvterm, one row of it.
final class VirtualTerminal {
  private let terminal: OpaquePointer
  private let state: OpaquePointer
  let columns: Int

  init?(columns: Int = 80, rows: Int = 2) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)),
      let state = vterm_obtain_state(terminal)
    else { return nil }
    (self.terminal, self.state, self.columns) = (terminal, state, columns)
    vterm_set_utf8(terminal, 1)
    vterm_state_reset(state, 1)
  }

  deinit { vterm_free(terminal) }

  /// Where the cursor stands after a text was written from the first column of the first row.
  func cursor(after text: String) -> (row: Int, column: Int) {
    let bytes = Array(("\u{1B}[H" + text).utf8)
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        _ = vterm_input_write(terminal, $0.baseAddress, $0.count)
      }
    }
    var position = VTermPos()
    vterm_state_get_cursorpos(state, &position)
    return (Int(position.row), Int(position.col))
  }
}
