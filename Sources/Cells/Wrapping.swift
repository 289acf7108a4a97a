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
      var wrapper = Wrapper(columns: columns, start: start)
      for index in start..<end { wrapper.take(clusters[index], at: index) }
      lines += wrapper.finished(at: end).map { line($0, within: columns) }
      start = end + 1
    }
    if lines.count > 1, lineBreaks.last == clusters.count - 1 { lines.removeLast() }
    return lines
  }

  /// Some of the clusters as a line: what was shown on one line for want of others is none of its
  /// alterations.
  private func line(_ range: Range<Int>, within columns: Int) -> CellText {
    var line = keeping(
      clusters[range].lazy.map { $0.width > columns ? .replacement(ascii: isASCII) : $0 })
    line.isFlattened = false
    return line
  }
}

/// Fills lines with words, one paragraph; a line is where in the text it stands.
private struct Wrapper {
  let columns: Int
  private var lines: [Range<Int>] = []
  /// The line so far, and what it takes.
  private var line: Range<Int>
  private var lineWidth = 0
  /// The word so far, which is not on the line yet, and what it takes.
  private var word: Range<Int>
  private var wordWidth = 0
  private var isFresh = true  // no word on this line

  init(columns: Int, start: Int) {
    (self.columns, line, word) = (columns, start..<start, start..<start)
  }

  mutating func take(_ cluster: Cluster, at index: Int) {
    guard !cluster.isSpace else {
      placeWord()
      word = (index + 1)..<(index + 1)
      return
    }
    // Too wide for any line, it is replaced by a mark of one column.
    let width = cluster.width > columns ? 1 : cluster.width
    if wordWidth + width > columns {
      // Longer than any line: what there is of it goes on lines of its own.
      placeWord()
    }
    word = word.lowerBound..<(index + 1)
    wordWidth += width
  }

  /// The lines; spaces at the end belong to none.
  mutating func finished(at end: Int) -> [Range<Int>] {
    placeWord()
    return lines + [line]
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    let spaces = word.lowerBound - line.upperBound
    if lineWidth + spaces + wordWidth <= columns {
      line = line.lowerBound..<word.upperBound
      lineWidth += spaces + wordWidth
    } else {
      // A line that holds nothing yet loses the spaces before its first word, too.
      if !isFresh { lines.append(line) }
      line = word
      lineWidth = wordWidth
    }
    (word, wordWidth, isFresh) = (word.upperBound..<word.upperBound, 0, false)
  }
}
