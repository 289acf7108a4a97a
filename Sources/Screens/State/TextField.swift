public import Cells

/// A line being edited: clusters, a cursor between them, and what was last cut off.
public struct TextField: Sendable, Hashable {
  /// What becomes of a paste.
  public enum Pasting: Sendable, Hashable {
    /// It goes in, its line breaks as blanks.
    case asOneLine
    /// It goes in, its line breaks as this separator.
    case separated(by: String)
    /// It is refused: a typed warning is typed.
    case refused
  }

  /// What stands there.
  public private(set) var clusters: [Character]
  /// Before which cluster the cursor stands.
  public private(set) var cursor: Int
  /// What Ctrl-Y puts back.
  public private(set) var killed: [Character] = []
  /// How many clusters there may be.
  public let limit: Int
  /// What becomes of a paste.
  public let pasting: Pasting

  /// A line, the cursor at its end.
  public init(_ text: String = "", limit: Int = 256, pasting: Pasting = .asOneLine) {
    (self.limit, self.pasting) = (max(0, limit), pasting)
    clusters = Array(text.prefix(max(0, limit)))
    cursor = clusters.count
  }

  /// What stands there, as text.
  public var text: String { String(clusters) }

  /// Takes a key that edits or moves; false when it means nothing to a line.
  public mutating func react(to key: Key) -> Bool {
    switch key {
    case .character(let character): insert([character])
    case .paste(let text): paste(text)
    default: move(by: key) || cut(by: key)
    }
  }

  /// Empties the line, keeping nothing to put back.
  public mutating func clear() { (clusters, cursor) = ([], 0) }
}

extension TextField {
  private mutating func move(by key: Key) -> Bool {
    switch key {
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(clusters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = clusters.count
    case .wordLeft, .alt("b"): cursor = wordStart
    case .wordRight, .alt("f"): cursor = wordEnd
    default: return false
    }
    return true
  }

  private mutating func cut(by key: Key) -> Bool {
    switch key {
    case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(clusters.count, cursor + 1))
    case .wordBackspace, .control("w"): kill(wordStart..<cursor)
    case .alt("d"): kill(cursor..<wordEnd)
    case .control("u"): kill(0..<cursor)
    case .control("k"): kill(cursor..<clusters.count)
    case .control("y"): return insert(killed)
    default: return false
    }
    return true
  }

  /// Puts text in at the cursor, as much as there is room for; false when there is none.
  private mutating func insert(_ text: [Character]) -> Bool {
    let fitting = text.prefix(limit - clusters.count)
    let tail = clusters.count - cursor
    clusters.insert(contentsOf: fitting, at: cursor)
    // A combining mark joins the cluster before it: count anew, or the cursor stands inside one.
    clusters = Array(String(clusters))
    cursor = max(0, clusters.count - tail)
    return text.isEmpty || !fitting.isEmpty
  }

  private mutating func paste(_ text: String) -> Bool {
    let separator: [Character]
    switch pasting {
    case .refused: return false
    case .asOneLine: separator = [" "]
    case .separated(let by): separator = Array(by)
    }
    var lines = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
    if text.last?.isNewline == true, lines.isEmpty { lines = [] }
    let joined = lines.map { line in line.map { $0 == "\t" ? " " : $0 } }
      .joined(separator: separator)
    return insert(Array(joined))
  }

  private mutating func remove(_ range: Range<Int>) {
    clusters.removeSubrange(range)
    cursor = range.lowerBound
    let whole = Array(String(clusters))
    if whole.count != clusters.count { (clusters, cursor) = (whole, min(cursor, whole.count)) }
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = Array(clusters[range])
    remove(range)
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, !clusters[index - 1].isPartOfWord { index -= 1 }
    while index > 0, clusters[index - 1].isPartOfWord { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < clusters.count, !clusters[index].isPartOfWord { index += 1 }
    while index < clusters.count, clusters[index].isPartOfWord { index += 1 }
    return index
  }
}

extension Character {
  /// Letters and digits; everything else separates words.
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
