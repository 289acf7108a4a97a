/// A key that works on a page, or would if something were otherwise.
public struct Action: Sendable, Hashable {
  /// What it does; ``KeyTable`` knows its keys.
  public var id: ActionID
  /// What it is called here; nil for the table's word.
  public var label: String?
  /// Why it is not possible now; nil when it is.
  public var because: String?

  /// An action, by the table's word or one of the page's own.
  public init(_ id: ActionID, _ label: String? = nil, because: String? = nil) {
    (self.id, self.label, self.because) = (id, label, because)
  }
}

/// Everything a key can mean, on any page.
public enum ActionID: String, Sendable, Hashable, CaseIterable {
  /// The row above.
  case up
  /// The row below.
  case down
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown
  /// Half a page up.
  case halfUp
  /// Half a page down.
  case halfDown
  /// To the first row.
  case first
  /// To the last row.
  case last
  /// Go on, with what is under the cursor.
  case goOn
  /// Carry out what the page shows; no other key does.
  case carryOut
  /// Choose a numbered row.
  case choose
  /// Tick or untick.
  case toggle
  /// Tick all that are shown.
  case tickAll
  /// Untick all that are shown.
  case tickNone
  /// Tick from here to where the cursor goes.
  case tickRange
  /// Show only what is ticked.
  case showTicked
  /// The next field or area.
  case nextArea
  /// The field or area before.
  case previousArea
  /// Narrow the list.
  case filter
  /// The next match.
  case nextMatch
  /// The match before.
  case previousMatch
  /// Sort by the next column.
  case sort
  /// Explain this screen.
  case help
  /// Close the nearest thing, or one step back.
  case back
  /// Close this, or leave from the top.
  case close
  /// Copy what is to be read out.
  case copy
  /// Show it alone, on the ordinary screen.
  case plain
  /// The rest of the walk as a message.
  case message
  /// Take a note.
  case note
  /// The report.
  case report
  /// Change an earlier answer.
  case edit
  /// Show everything that is folded away.
  case openAll
  /// Stop for a while what is under way, or go on with it.
  case pause
  /// Switch the mouse on or off.
  case mouse
  /// Draw the screen anew.
  case redraw
  /// Stop the program for a while.
  case suspend
  /// Cancel, or leave.
  case leave
}
