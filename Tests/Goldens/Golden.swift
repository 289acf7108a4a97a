public import Cells
import Foundation

/// A frame as people read it, compared with the one that was approved.
///
/// A golden is a text file: the screen's rows, then a letter for each cell's style, then the cursor.
/// `UPDATE_GOLDENS=1` writes it anew and fails, so that nothing is approved by accident.
public struct Golden: Sendable {
  /// The folder the files are in.
  public let folder: String
  /// Whether what is drawn is written down as approved.
  public let isRecording: Bool

  /// Goldens in the folder `Goldens` beside a test's file.
  public init(beside file: String = #filePath) {
    self.init(
      folder: URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens").path(),
      isRecording: ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1")
  }

  /// Goldens in a folder, compared or recorded.
  public init(folder: String, isRecording: Bool = false) {
    (self.folder, self.isRecording) = (folder, isRecording)
  }

  /// Why a frame is not the approved one; nil when it is.
  ///
  /// - Parameters:
  ///   - frame: what was drawn.
  ///   - name: what it shows; the size is appended, `stop` becomes `stop.80x24.txt`.
  ///   - variant: what else distinguishes it, `ascii`.
  /// - Returns: what to print when a test fails.
  public func difference(of frame: Frame, from name: String, variant: String? = nil) -> String? {
    let size = "\(frame.size.columns)x\(frame.size.rows)"
    let parts = [name, size, variant, "txt"].compactMap(\.self)
    return difference(of: Self.text(of: frame), fromFile: parts.joined(separator: "."))
  }

  /// Why lines are not the approved ones; nil when they are.
  public func difference(of lines: [String], from name: String) -> String? {
    difference(of: lines.joined(separator: "\n") + "\n", fromFile: "\(name).plain.txt")
  }

  private func difference(of text: String, fromFile file: String) -> String? {
    let url = URL(filePath: folder).appending(path: file)
    let approved = try? String(contentsOf: url, encoding: .utf8)
    if approved == text { return nil }
    if isRecording {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url, options: .atomic)
      } catch {
        return "\(file) could not be recorded: \(error)"
      }
      return "\(file) was recorded; read it, then run again without UPDATE_GOLDENS."
    }
    guard let approved else {
      return "\(file) is missing. Drawn was:\n\(text)\nUPDATE_GOLDENS=1 records it."
    }
    return "\(file) differs.\n--- approved\n\(approved)\n--- drawn\n\(text)"
  }

  /// A frame as text: rows, styles, cursor.
  public static func text(of frame: Frame) -> String {
    let rows = (0..<frame.size.rows).map { frame.text(row: $0) }
    let styles = (0..<frame.size.rows).map { row in
      var letters = frame.row(row).map { letter(for: $0.style) }.joined()
      while letters.last == "." { letters.removeLast() }
      return letters
    }
    let cursor = "cursor: row \(frame.cursor.row), column \(frame.cursor.column)"
    return (rows + [separator] + styles + [separator, cursor]).joined(separator: "\n") + "\n"
  }

  private static let separator = String(repeating: "~", count: 20)

  /// One letter a style: the role's first, a capital when bold, marked when underlined or reverse.
  private static func letter(for style: Style) -> String {
    if style.attributes.contains(.reverse) { return "#" }
    if style.attributes.contains(.underline) { return "_" }
    if style == .plain { return "." }
    let letter = String(style.role.rawValue.prefix(1))
    return style.attributes.contains(.bold) ? letter.uppercased() : letter
  }
}
