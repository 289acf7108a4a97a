extension CellText {
  /// The text as lines of at most a number of columns.
  ///
  /// It is broken at line breaks, else at the spaces between words, which are dropped there, else
  /// within a word that is longer than a line. What a line has at its beginning stays.
  /// - Returns: at least one line; none when there are no columns.
  public func wrapped(to columns: Int) -> [CellText] {
    if columns <= 0 { return [] }
    var lines: [CellText] = []
    var start = 0
    for end in lineBreaks + [clusters.count] {
      var wrapper = Wrapper(columns: columns, empty: line)
      for cluster in clusters[start..<end] {
        wrapper.add(cluster.width > columns ? .replacement(ascii: isASCII) : cluster)
      }
      lines += wrapper.finish()
      start = end + 1
    }
    if lines.count > 1, lineBreaks.last == clusters.count - 1 { lines.removeLast() }
    return lines
  }

  /// What each line begins as: what was shown on one line for want of others is none of its alterations.
  private var line: CellText {
    var line = keeping([])
    line.isFlattened = false
    return line
  }
}

/// Fills lines with words, one paragraph.
private struct Wrapper {
  let columns: Int
  let empty: CellText
  private var lines: [CellText] = []
  private var line: CellText
  /// Spaces since the last word, and the word so far: neither is on the line yet.
  private var spaces: [Cluster] = []
  private var word: [Cluster] = []
  private var wordWidth = 0
  private var isFresh = true  // no word on this line

  init(columns: Int, empty: CellText) {
    (self.columns, self.empty, line) = (columns, empty, empty)
  }

  mutating func add(_ cluster: Cluster) {
    guard !cluster.isSpace else {
      placeWord()
      spaces.append(cluster)
      return
    }
    if wordWidth + cluster.width > columns {
      // Longer than any line: what there is of it goes on lines of its own.
      placeWord()
    }
    word.append(cluster)
    wordWidth += cluster.width
  }

  mutating func finish() -> [CellText] {
    placeWord()
    return lines + [line]
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    if line.width + spaces.count + wordWidth <= columns {
      for space in spaces { line.append(space) }
    } else if !isFresh {
      lines.append(line)
      line = empty
    }
    for cluster in word { line.append(cluster) }
    (spaces, word, wordWidth, isFresh) = ([], [], 0, false)
  }
}
