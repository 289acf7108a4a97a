/// What a reader takes for one character, as the columns that it takes on the screen.
public struct Cluster: Sendable, Hashable {
  /// Most text is printable ASCII, and costs no memory of its own.
  private enum Content: Sendable, Hashable {
    case printable(UInt8)
    case columns([String])
  }

  private let content: Content

  /// A cluster of columns that were found safe.
  init(_ columns: [String]) {
    let bytes = columns.count == 1 ? columns[0].utf8.prefix(2) : "".utf8.prefix(0)
    if bytes.count == 1, let byte = bytes.first, Self.isPrintable(byte) {
      content = .printable(byte)
    } else {
      content = .columns(columns)
    }
  }

  /// A printable character of ASCII.
  init(printable byte: UInt8) { content = .printable(byte) }

  /// Whether a byte is a printable character of ASCII.
  static func isPrintable(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

  /// The text of each column: a base with at most three marks.
  ///
  /// In the second column of a wide character nothing; the first is never empty.
  public var columns: [String] {
    switch content {
    case .printable: [text]
    case .columns(let columns): columns
    }
  }

  /// How many columns it takes; at least one.
  public var width: Int {
    switch content {
    case .printable: 1
    case .columns(let columns): columns.count
    }
  }

  /// The columns as one text.
  public var text: String {
    switch content {
    case .printable(let byte): String(Unicode.Scalar(byte))
    case .columns(let columns): columns.count == 1 ? columns[0] : columns.joined()
    }
  }

  /// The cluster, if it is a printable character of ASCII.
  var printable: UInt8? { if case .printable(let byte) = content { byte } else { nil } }

  /// Where a line may be broken.
  var isSpace: Bool { content == .printable(0x20) }

  /// A blank.
  static let space = Cluster(printable: 0x20)

  /// Stands where something can't be shown.
  static func replacement(ascii: Bool) -> Cluster { Cluster([ascii ? "?" : "\u{FFFD}"]) }
}
