/// Numbered choices, of which one is under the cursor; 1 to 9 choose at once.
public struct Menu: Sendable, Hashable {
  /// What ``Page/focus`` calls it.
  public var id: String
  /// The choices in order.
  public var choices: [Choice]
  /// The index of the one under the cursor.
  public var selected: Int

  /// A menu.
  public init(id: String = "menu", _ choices: [Choice], selected: Int = 0) {
    (self.id, self.choices) = (id, choices)
    self.selected = choices.isEmpty ? 0 : min(max(selected, 0), choices.count - 1)
  }

  /// One line of a menu.
  public struct Choice: Sendable, Hashable {
    /// What one chooses.
    public var title: String
    /// What follows from it, or what it costs.
    public var detail: String?
    /// Why it is not possible now; nil when it is.
    public var because: String?

    /// A choice.
    public init(_ title: String, detail: String? = nil, because: String? = nil) {
      (self.title, self.detail, self.because) = (title, detail, because)
    }
  }

  /// The index that a typed number chooses, if it is possible now.
  public func choice(numbered number: Int) -> Int? {
    guard choices.indices.contains(number - 1), choices[number - 1].because == nil else {
      return nil
    }
    return number - 1
  }
}
