extension Frame {
  /// Puts a text's clusters into a row; a wide character takes two cells, the second empty.
  ///
  /// Clusters that don't fit whole are left out, at either edge, and so is half of a wide character
  /// that was there before. Nothing says that something is missing: ``CellText/truncated(to:_:ascii:)`` does.
  /// - Parameters:
  ///   - text: what to write.
  ///   - position: where its first column stands.
  ///   - style: how it looks.
  ///   - columns: the most columns it may take; to the edge of the frame unless said otherwise.
  /// - Returns: how many columns it took.
  @discardableResult
  public mutating func write(
    _ text: CellText, at position: Position, style: Style = .plain, within columns: Int? = nil
  ) -> Int {
    guard position.row >= 0, position.row < size.rows else { return 0 }
    let room = max(0, columns ?? .max)
    var used = 0
    for cluster in text.clusters {
      let column = position.column + used
      if cluster.width > room - used || column + cluster.width > size.columns { break }
      if column >= 0 { write(cluster, row: position.row, column: column, style: style) }
      used += cluster.width
    }
    return used
  }

  /// Writes what is known to fit into the row.
  private mutating func write(_ cluster: Cluster, row: Int, column: Int, style: Style) {
    let start = row * size.columns
    let next = column + cluster.width
    if column > 0, cells[start + column].isCovered { cells[start + column - 1].text = " " }
    if let byte = cluster.printable {
      cells[start + column] = Cell(printable: byte, style)
    } else {
      for (offset, text) in cluster.columns.enumerated() {
        cells[start + column + offset] = Cell(text, style)
      }
    }
    if next < size.columns, cells[start + next].isCovered { cells[start + next].text = " " }
  }
}
