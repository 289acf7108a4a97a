public import Cells

/// The program's face as it is now, made once for each state: a page, and what a key means on it.
///
/// Pure: the same room and view make the same desk. A class, so that handing it on copies nothing.
public final class Desk {
  let room: Room
  let view: View
  let sheet: Sheet
  /// What the person sees.
  public let page: Page

  /// The face of a room, looked at in a way.
  public init(_ room: Room, _ view: View) {
    (self.room, self.view) = (room, view)
    sheet = Self.sheet(room, view)
    page = sheet.page(room, view)
  }

  /// What a key means.
  public func react(to key: Key, size: Size) -> Reaction {
    Reading(of: self, size: size).react(to: key)
  }

  /// What a line means in linear mode.
  public func react(to line: String) -> Reaction {
    Reading(of: self, size: .design).react(to: line)
  }
}
