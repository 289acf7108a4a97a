import Foundation
import Wording

/// Why a command could not do its work: words for people, a code for scripts.
struct Failure: Error, Sendable, Hashable {
  /// How the program ends.
  let code: ExitCode
  /// What happened, what it means and what comes next, a line each.
  let lines: [String]

  /// A failure in our own words.
  init(_ code: ExitCode, _ lines: String...) { (self.code, self.lines) = (code, lines) }

  /// A failure by its lines.
  init(_ code: ExitCode, lines: [String]) { (self.code, self.lines) = (code, lines) }

  /// A failure for which there are words; `detail` says which file it is about.
  init(_ code: ExitCode, _ mishap: Mishap, detail: String? = nil) {
    let trouble = Words().trouble(with: mishap)
    let lines = [trouble.happened, detail, trouble.meaning, trouble.next].compactMap(\.self)
    self.init(code, lines: lines)
  }

  /// The system's words for an error number, as part of a sentence.
  static func text(of number: Int32) -> String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
