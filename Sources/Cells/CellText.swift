/// A text as the screen can hold it: every column accounted for, nothing in it that could move the
/// cursor, reorder a row or hide a character.
public struct CellText: Sendable, Hashable {
  /// Whose text it is.
  public enum Source: Sendable, Hashable {
    /// A tenant's, a file's, a paste's: the program's own drawing characters are refused.
    case foreign
    /// The program's own: a ``Glyph`` is drawn, or its twin where there is only ASCII.
    case wording
  }

  /// The most scalars that are looked at; what is beyond is cut off, visibly.
  public static let longest = 65_536

  /// The clusters, in logical order.
  public internal(set) var clusters: [Cluster] = []
  /// The columns that all clusters take.
  public internal(set) var width = 0
  /// Whether something was cut off, here or by ``truncated(to:_:ascii:)``.
  public internal(set) var isTruncated = false
  /// Whether a script from right to left occurs: such a text stands in a field of its own.
  public internal(set) var isRightToLeft = false
  /// Whether it was made for a locale without UTF-8.
  public internal(set) var isASCII = false
  /// Whether a cluster differs from what was written.
  var holdsAlterations = false
  /// Whether a line break or a tab had to be shown on one line.
  var isFlattened = false
  /// The clusters that stand for line breaks, by index.
  var lineBreaks: [Int] = []

  /// Nothing.
  public init() {}

  /// Whether something was dropped or replaced: worth a mark, because a name that hides characters
  /// is itself a finding.
  ///
  /// Composing (NFC) is no alteration: it is another spelling of the same text.
  public var isAltered: Bool { holdsAlterations || isFlattened }

  /// The clusters as one text, safe to write to a terminal as it is.
  public var text: String { clusters.map(\.text).joined() }

  /// What of a text can be shown, on one line: a line break is visible, a tab is one space.
  public init(_ text: String, from source: Source = .foreign, ascii: Bool = false) {
    isASCII = ascii
    if holdsPrintable(text) { return }
    let scalars = text.unicodeScalars
    let end =
      scalars.index(scalars.startIndex, offsetBy: Self.longest, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
    var reader = ClusterReader(source: source, isASCII: ascii)
    for character in Normalization.composed(String(scalars[..<end])) {
      switch character {
      case "\t":
        isFlattened = true
        append(.space)
      case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}":
        isFlattened = true
        lineBreaks.append(clusters.count)
        append(.replacement(ascii: ascii))
      default:
        for cluster in reader.read(character) { append(cluster) }
      }
    }
    if end != scalars.endIndex { cutOff() }
    holdsAlterations = holdsAlterations || reader.isAltered
    isRightToLeft = reader.isRightToLeft
  }

  /// Takes a text that is all printable ASCII, as most are: there is nothing to be read in it.
  private mutating func holdsPrintable(_ text: String) -> Bool {
    guard Self.isPrintable(text) else { return false }
    clusters = text.utf8.map(Cluster.init(printable:))
    width = clusters.count
    return true
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.utf8.count <= longest && text.utf8.allSatisfy(Cluster.isPrintable)
  }

  /// How many columns a text takes.
  public static func width(of text: String, ascii: Bool = false) -> Int {
    isPrintable(text) ? text.utf8.count : CellText(text, ascii: ascii).width
  }

  /// Adds a cluster at the end.
  mutating func append(_ cluster: Cluster) {
    clusters.append(cluster)
    width += cluster.width
  }

  /// Says at the end that there was more.
  mutating func cutOff() {
    append(Cluster([Glyph.ellipsis.text(ascii: isASCII)]))
    (isTruncated, holdsAlterations) = (true, true)
  }

  /// A text with the same properties and none or some of the clusters.
  func keeping(_ clusters: some Sequence<Cluster>) -> CellText {
    var kept = self
    (kept.clusters, kept.lineBreaks) = (Array(clusters), [])
    kept.width = kept.clusters.reduce(0) { $0 + $1.width }
    return kept
  }
}
