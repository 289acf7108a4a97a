/// A key and its word, as the footer shows them.
public struct KeyHint: Sendable, Hashable {
  /// What it does.
  public let id: ActionID
  /// The key's name.
  public let shown: String
  /// What it does, in one or two words.
  public let label: String
}

extension Page {
  /// At most how many keys a footer shows.
  static let widestFooter = 7

  /// The keys that work here and now, most useful first, as many as fit; help is always one.
  ///
  /// While a field is typed into, only keys that are not text are named, Tab among them.
  public func footer(columns: Int) -> [KeyHint] {
    let isTyping = self.isTyping
    func hint(_ action: Action) -> KeyHint? { self.hint(action, isTyping: isTyping) }
    var hints = actions.filter { $0.because == nil }.compactMap(hint)
    if isTyping, focusable.count > 1, !actions.contains(where: { $0.id == .nextArea }) {
      let place = min(1, hints.count)
      if let tab = hint(Action(.nextArea)) { hints.insert(tab, at: place) }
    }
    let help = hints.first { $0.id == .help } ?? hint(Action(.help))
    hints.removeAll { $0.id == .help }
    hints = Array(hints.prefix(Self.widestFooter - 1))
    while true {
      let shown = hints + [help].compactMap(\.self)
      let width = shown.reduce(3 * (shown.count - 1)) { $0 + $1.shown.count + 1 + $1.label.count }
      if width <= columns || hints.isEmpty { return shown }
      hints.removeLast()
    }
  }

  private func hint(_ action: Action, isTyping: Bool) -> KeyHint? {
    guard let binding = KeyTable.binding(of: action.id),
      let shown = isTyping ? binding.shownTyping : binding.shown
    else { return nil }
    let count = menu?.choices.count ?? 9
    let isNumbered = action.id == .choose && count < 9
    let keys = isNumbered ? (count == 1 ? "1" : "1-\(count)") : shown
    return KeyHint(id: action.id, shown: keys, label: action.label ?? binding.label)
  }
}
