public import Cells

/// The program's face: two pure functions, a page and what a key means on it.
public enum Desk {
  /// What the person sees.
  public static func page(_ room: Room, _ view: View) -> Page {
    sheet(room, view).page(room, view)
  }

  /// What a key means.
  public static func react(to key: Key, in room: Room, _ view: View, size: Size) -> Reaction {
    Reading(room: room, view: view, size: size).react(to: key)
  }

  /// What a line means in linear mode.
  public static func react(to line: String, in room: Room, _ view: View) -> Reaction {
    Reading(room: room, view: view, size: .design).react(to: line)
  }
}
