public import Cells

/// One line of the key table: what a key does, how it is shown and what is said about it.
public struct Binding: Sendable, Hashable {
  /// When a binding is in force.
  public enum Reach: Sendable, Hashable {
    /// On every page.
    case everywhere
    /// Where a page offers it.
    case offered
  }

  /// What it does.
  public let id: ActionID
  /// The keys, each of them enough.
  public let keys: [Key]
  /// How the keys are written in the footer.
  public let shown: String
  /// How they are written while a field is typed into; nil when they are text there.
  public let shownTyping: String?
  /// One or two words for the footer.
  public let label: String
  /// A sentence for the help.
  public let help: String
  /// When it is in force.
  public let reach: Reach

  init(
    _ id: ActionID, _ keys: [Key], _ shown: String, typing: String? = nil, _ label: String,
    _ help: String, reach: Reach = .offered
  ) {
    (self.id, self.keys, self.shown, self.shownTyping) = (id, keys, shown, typing)
    (self.label, self.help, self.reach) = (label, help, reach)
  }
}
