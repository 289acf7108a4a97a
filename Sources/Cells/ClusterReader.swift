/// Makes clusters of characters: classifies, measures, replaces, and remembers whether it did.
struct ClusterReader {
  let source: CellText.Source
  let isASCII: Bool
  /// Whether something was dropped or replaced so far.
  private(set) var isAltered = false
  /// Whether a script from right to left occurred so far.
  private(set) var isRightToLeft = false

  /// A base takes three marks at most: more of them grow out of the row.
  private static let marksPerBase = 3
  /// A longer cluster is read as several, so that each fits into a row.
  private static let columnsPerCluster = 8

  init(source: CellText.Source, isASCII: Bool) {
    (self.source, self.isASCII) = (source, isASCII)
  }

  /// The clusters of a character: one, none when nothing of it is visible, several of an endless one.
  mutating func read(_ character: Character) -> [Cluster] {
    if let byte = character.asciiValue, Cluster.isPrintable(byte) {
      return [Cluster(printable: byte)]
    }
    let scalars = character.unicodeScalars
    if source == .wording, scalars.count == 1, let glyph = scalars.first.flatMap(Glyph.init) {
      return [Cluster([glyph.text(ascii: isASCII)])]
    }
    let columns = columns(of: scalars)
    return split(isASCII ? folded(columns) : columns)
  }

  private mutating func columns(of scalars: Character.UnicodeScalarView) -> [String] {
    var columns: [String] = []
    var base: Int?  // the column that takes the next mark
    var marks = 0
    var rest = scalars[...]
    while let scalar = rest.popFirst() {
      if scalar.value >= 0x590, Self.rightToLeft.contains(where: { $0.contains(scalar.value) }) {
        isRightToLeft = true
      }
      switch ScalarClass(scalar) {
      case _ where Glyph(scalar) != nil: columns += replacement(of: scalar)
      case .narrow:
        if scalar == "\u{FFFD}" { isAltered = true }
        (base, marks) = (columns.count, 0)
        columns.append(String(scalar))
      case .wide where scalar.properties.isEmojiModifier && !columns.isEmpty: isAltered = true
      case .wide:
        (base, marks) = (columns.count, 0)
        columns += [String(scalar), ""]
      case .mark:
        if let base, marks < Self.marksPerBase {
          columns[base].unicodeScalars.append(scalar)
          marks += 1
        } else if columns.isEmpty {
          columns += replacement(of: scalar)
        } else {
          isAltered = true
        }
      case .vanishing:
        isAltered = true
        // A family, a flag with something on it: the first picture stands for all.
        if scalar == "\u{200D}", let next = rest.first, next.properties.isEmoji { return columns }
      case .blank:
        isAltered = true
        columns.append(" ")
        base = nil
      case .refused where isDrawnOver(scalar) && !columns.isEmpty: isAltered = true
      case .refused:
        columns += replacement(of: scalar)
        base = nil
      }
    }
    return columns
  }

  /// What stands for a refused scalar, column by column.
  private mutating func replacement(of scalar: Unicode.Scalar) -> [String] {
    isAltered = true
    if (0x1F1E6...0x1F1FF).contains(scalar.value),
      let letter = Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
    {
      return [String(letter)]  // half of a flag
    }
    guard let text = StandIn.everywhere(scalar) else { return ["\u{FFFD}"] }
    return text.map { String($0) }
  }

  private func isDrawnOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The columns in ASCII: letters lose their marks, some characters have a stand-in, others don't.
  private mutating func folded(_ columns: [String]) -> [String] {
    var folded: [String] = []
    for column in columns {
      guard let scalar = column.unicodeScalars.first else { continue }
      let base = Normalization.base(of: scalar)
      let text =
        scalar.isASCII || base.isASCII
        ? String(base) : StandIn.inASCII(scalar)
      if text != column, source == .foreign || text == nil { isAltered = true }
      folded += (text ?? "?").map { String($0) }
    }
    return folded
  }

  private func split(_ columns: [String]) -> [Cluster] {
    if columns.isEmpty { return [] }
    if columns.count <= Self.columnsPerCluster { return [Cluster(columns)] }
    var clusters: [Cluster] = []
    var start = 0
    while start < columns.count {
      var end = min(start + Self.columnsPerCluster, columns.count)
      if end < columns.count, columns[end].isEmpty { end -= 1 }
      clusters.append(Cluster(Array(columns[start..<end])))
      start = end
    }
    return clusters
  }

  /// Hebrew, Arabic and their relatives.
  /// - Source: the blocks of bidirectional class R or AL, DerivedBidiClass.txt 14.0.0.
  private static let rightToLeft: [ClosedRange<UInt32>] = [
    0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF,
  ]
}
