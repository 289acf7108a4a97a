import Cells
import Screens
import Testing

/// What a person does on a screen; a string is the row that begins so.
enum Move: ExpressibleByStringLiteral, Sendable, Hashable {
  case choose(String)
  case key(Key)
  case type(String)
  case paste(String)
  /// The program was killed, and the case opened again.
  case reopen

  init(stringLiteral words: String) { self = .choose(words) }

  static let carryOut = Move.key(.character("c"))
  static let enter = Move.key(.enter)
  static let escape = Move.key(.escape)
}

extension Player {
  /// A walk from home.
  init(_ moves: [Move]) {
    self.init()
    for move in moves { make(move) }
  }

  mutating func make(_ move: Move) {
    switch move {
    case .choose(let words): choose(words)
    case .key(let key): press(key)
    case .type(let text):
      if page.isTyping == false { focusField() }
      type(text)
    case .paste(let text):
      if page.isTyping == false { focusField() }
      press(.paste(text))
    case .reopen: reopen()
    }
  }

  private mutating func focusField() {
    for _ in page.focusable where !page.isTyping { press(.tab) }
  }
}
