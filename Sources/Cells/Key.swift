/// What a person did at the keyboard, however the terminal spelled it.
public enum Key: Sendable, Hashable {
  /// A printable character, as typed.
  case character(Character)
  /// Control and a letter, `control("c")`.
  case control(Character)
  /// Alt and a character (ESC and a byte in the same read).
  case alt(Character)
  /// Go on.
  case enter
  /// Close the nearest thing.
  case escape
  /// To the next field, or back.
  case tab
  /// Shift and Tab.
  case backTab
  /// Both spellings, ^H and DEL.
  case backspace
  /// Alt and Backspace: a word.
  case wordBackspace
  /// Delete forward.
  case delete
  /// Insert.
  case insert
  /// An arrow.
  case up
  /// An arrow.
  case down
  /// An arrow.
  case left
  /// An arrow.
  case right
  /// By word: Control or Alt and the arrow.
  case wordLeft
  /// By word: Control or Alt and the arrow.
  case wordRight
  /// To the beginning.
  case home
  /// To the end.
  case end
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown
  /// F1 to F12.
  case function(Int)
  /// A bracketed paste, whole; controls but line breaks and tabs dropped, invalid bytes U+FFFD.
  case paste(String)
  /// A paste longer than the limit, thrown away: how many bytes it had.
  case pasteTooLong(Int)
  /// A mouse event, when the mouse is switched on.
  case mouse(Mouse)

  /// What a mouse did, where.
  public struct Mouse: Sendable, Hashable {
    /// Press, or the wheel.
    public enum Action: Sendable, Hashable {
      /// The first button pressed.
      case press
      /// The wheel away from the person.
      case wheelUp
      /// The wheel towards the person.
      case wheelDown
    }
    /// What was done.
    public let action: Action
    /// Where.
    public let position: Position

    /// A mouse event.
    public init(_ action: Action, at position: Position) {
      (self.action, self.position) = (action, position)
    }
  }
}
