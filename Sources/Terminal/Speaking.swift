import CNcurses
import Glibc

extension CursesTerminal {
  /// Writes lines on the ordinary screen; within ``plainly(_:)`` only.
  public func say(_ text: String) { line.write(text + "\n") }

  /// Waits for Enter on the ordinary screen; within ``plainly(_:)`` only.
  ///
  /// - Returns: false if something else came first, which the next wait tells.
  @discardableResult public func waitForEnter() -> Bool {
    while true {
      notes.take()
      if notes.isStopRequested {
        notes.isStopRequested = false
        stop_job()
      }
      guard notes.leaving.isEmpty else { return false }
      if KeyReader.isReadable(line.input) {
        var bytes = [UInt8](repeating: 0, count: 4096)
        return read(line.input, &bytes, bytes.count) > 0
      }
      _ = Self.sleep(on: [line.input, wake_descriptor()], milliseconds: -1)
    }
  }

  /// Asks the terminal to put a text on its clipboard.
  public func copy(_ text: String) -> Copy {
    guard description.isXtermLike else { return .unsupported }
    guard let request = Clipboard.request(text, throughTmux: description.isInTmux) else {
      return .tooLong(limitBytes: Clipboard.limitBytes)
    }
    line.write(request)
    return .sent
  }

  /// Names the window, where leaving brings back the name that it had.
  public func setTitle(_ title: String) {
    guard description.restoresTitle else { return }
    let printable = title.unicodeScalars.filter { $0.properties.generalCategory != .control }
    line.write("\u{1b}]2;\(String(String.UnicodeScalarView(printable.prefix(120))))\u{07}")
  }

  /// Rings once: something that the person waits for has happened.
  public func bell() { line.write([0x07]) }
}
