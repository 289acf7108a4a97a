/// Where a text that is too long loses something.
public enum Truncation: Sendable, Hashable {
  /// At the end, as prose and names do.
  case end
  /// In the middle, as addresses and ids do: both ends tell them apart.
  case middle
}

extension CellText {
  /// The text within a number of columns, with a visible mark where something is missing.
  /// - Parameters:
  ///   - columns: the most columns that the result takes.
  ///   - truncation: where it is cut.
  ///   - ascii: how the mark is written; as the text itself unless said otherwise.
  /// - Returns: the text itself when it fits, nothing when there are no columns.
  public func truncated(
    to columns: Int, _ truncation: Truncation = .end, ascii: Bool? = nil
  ) -> CellText {
    if width <= columns { return self }
    var cut = keeping([])
    cut.isTruncated = true
    if columns <= 0 { return cut }
    let room = columns - 1
    let tail = truncation == .end ? [] : clusters.suffix(within: room / 2)
    let head = clusters.prefix(within: room - tail.reduce(0) { $0 + $1.width })
    for cluster in head { cut.append(cluster) }
    cut.append(Cluster([Glyph.ellipsis.text(ascii: ascii ?? isASCII)]))
    for cluster in tail { cut.append(cluster) }
    return cut
  }
}

extension [Cluster] {
  /// The clusters from the beginning that fit into a number of columns.
  fileprivate func prefix(within columns: Int) -> [Cluster] {
    var room = columns
    return Array(
      prefix {
        room -= $0.width
        return room >= 0
      })
  }

  /// The clusters before the end that fit into a number of columns.
  fileprivate func suffix(within columns: Int) -> [Cluster] {
    Array([Cluster](reversed()).prefix(within: columns).reversed())
  }
}
