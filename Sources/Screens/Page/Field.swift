/// A line to type into, as it stands: what was typed, where the cursor is, what is wrong with it.
public struct Field: Sendable, Hashable {
  /// What ``Page/focus`` calls it.
  public var id: String
  /// What is asked.
  public var label: String
  /// What was typed so far.
  public var value: String
  /// Before which cluster of ``value`` the cursor stands.
  public var cursor: Int
  /// What is wrong with it, said under it; the value stays.
  public var problem: String?
  /// The phrase that must be typed, shown above the line; the line says where it differs.
  public var expected: String?
  /// What an empty line stands for, or an example.
  public var hint: String?
  /// In linear mode an answer must begin with this, `W5`, so that none is given by accident.
  public var answerPrefix: String?

  /// A field.
  public init(
    id: String = "field", _ label: String, value: String = "", cursor: Int? = nil,
    problem: String? = nil, expected: String? = nil, hint: String? = nil,
    answerPrefix: String? = nil
  ) {
    (self.id, self.label, self.value, self.problem) = (id, label, value, problem)
    self.cursor = min(max(cursor ?? value.count, 0), value.count)
    (self.expected, self.hint, self.answerPrefix) = (expected, hint, answerPrefix)
  }

  /// A field that shows a line being edited.
  public init(
    id: String = "field", _ label: String, editing line: TextField, problem: String? = nil,
    expected: String? = nil, hint: String? = nil, answerPrefix: String? = nil
  ) {
    self.init(
      id: id, label, value: line.text, cursor: line.cursor, problem: problem, expected: expected,
      hint: hint, answerPrefix: answerPrefix)
  }

  /// How what was typed compares with what must be typed.
  public enum Comparison: Sendable, Hashable {
    /// Nothing was typed.
    case empty
    /// Right so far, and more is missing.
    case beginning
    /// The same, but for blanks around it.
    case same
    /// Different after this, which is right.
    case differs(after: String)
  }

  /// How the value compares with ``expected``; nil when nothing is expected.
  public var comparison: Comparison? {
    guard let expected else { return nil }
    var typed = value[...]
    typed = typed.drop(while: \.isWhitespace)
    while typed.last?.isWhitespace == true { typed.removeLast() }
    guard !typed.isEmpty else { return .empty }
    let same = zip(typed, expected).prefix { $0 == $1 }.count
    if same == typed.count { return same == expected.count ? .same : .beginning }
    return .differs(after: String(typed.prefix(same)))
  }
}
