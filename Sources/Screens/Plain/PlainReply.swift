/// What a line typed in linear mode answers.
public enum PlainAnswer: Sendable, Hashable {
  /// The choice with this index, which is possible.
  case choice(Int)
  /// The row of the list or checklist at this index of the whole.
  case row(Int)
  /// What was typed into the field, without its prefix.
  case text(String)
  /// An action, possible here.
  case action(ActionID)
  /// Known, but not possible now, and why.
  case refused(String)
  /// Nothing that means anything here.
  case unknown
}

/// Reads a typed line as an answer to a page: a number, a choice's words, a key's letter, a text.
public struct PlainReply: Sendable, Hashable {
  let page: Page

  /// Replies to a page.
  public init(to page: Page) { self.page = page }

  /// What a line answers.
  ///
  /// A field takes the line as text; a line that begins with a slash and goes on with a number, a
  /// key's letter or an action's word is that instead: `/2`, `/back`. On a page with a prefix only
  /// what begins with it answers; without it there are the ways back and the explanations.
  public func answer(to line: String) -> PlainAnswer {
    let typed = Self.trimmed(line)
    if let prefix = page.answerPrefix {
      guard let rest = Self.rest(of: typed, after: prefix) else {
        return typed.isEmpty ? .unknown : action(named: typed) ?? .unknown
      }
      return page.menu == nil ? .text(rest) : numbered(rest) ?? .text(rest)
    }
    if page.isTyping {
      guard typed.first == "/" else { return .text(typed) }
      let word = String(typed.dropFirst())
      return numbered(word) ?? action(named: word) ?? .text(typed)
    }
    if typed.isEmpty { return action(.goOn) ?? .unknown }
    return numbered(typed) ?? named(typed) ?? action(named: typed) ?? .unknown
  }

  private func numbered(_ typed: String) -> PlainAnswer? {
    guard typed.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(typed), number > 0
    else { return nil }
    if let menu = page.menu, menu.choices.indices.contains(number - 1) {
      return answer(choosing: number - 1, in: menu)
    }
    if page.menu == nil, let total = rowTotal, number <= total { return .row(number - 1) }
    return nil
  }

  private func named(_ typed: String) -> PlainAnswer? {
    guard let menu = page.menu else { return nil }
    let words = typed.lowercased()
    let titles = menu.choices.map { $0.title.lowercased() }
    if let same = titles.firstIndex(of: words) { return answer(choosing: same, in: menu) }
    let beginning = titles.indices.filter { words.count >= 3 && titles[$0].hasPrefix(words) }
    guard beginning.count == 1, let only = beginning.first else { return nil }
    return answer(choosing: only, in: menu)
  }

  private func answer(choosing index: Int, in menu: Menu) -> PlainAnswer {
    menu.choices[index].because.map(PlainAnswer.refused) ?? .choice(index)
  }

  private var rowTotal: Int? {
    for block in page.blocks {
      if case .list(let list) = block { return list.total }
      if case .checklist(let list) = block { return list.total }
    }
    return nil
  }

  /// The action with a letter or a word: `b` and `back`, `?` and `help`, `q`, `y`, `!`.
  private func action(named word: String) -> PlainAnswer? {
    if word == "b" { return action(.back) }
    let lower = word.lowercased()
    for binding in KeyTable.bindings where binding.id != .choose {
      let isLetter = binding.keys.contains { KeyTable.name($0) == word }
      guard isLetter || binding.label == lower || binding.id.rawValue == lower else { continue }
      if let answer = action(binding.id) { return answer }
    }
    return nil
  }

  private func action(_ id: ActionID) -> PlainAnswer? {
    if let offered = page.actions.first(where: { $0.id == id }) {
      return offered.because.map(PlainAnswer.refused) ?? .action(id)
    }
    return KeyTable.binding(of: id)?.reach == .everywhere ? .action(id) : nil
  }

  private static func trimmed(_ line: String) -> String {
    var text = line[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// What follows a prefix that is a word of its own; nil when the line doesn't begin with it.
  private static func rest(of line: String, after prefix: String) -> String? {
    let start = line.prefix(prefix.count)
    guard start.lowercased() == prefix.lowercased() else { return nil }
    let rest = line.dropFirst(prefix.count)
    guard let next = rest.first, next.isWhitespace else { return nil }
    return trimmed(String(rest))
  }
}
