/// What becomes of a scalar on the screen.
enum ScalarClass: UInt32 {
  /// Replaced by a visible mark: controls, direction, private use, unassigned, widths in dispute.
  case refused
  /// One column.
  case narrow
  /// Two columns.
  case wide
  /// No column of its own: it is drawn over the base before it.
  case mark
  /// Left out: invisible wherever it may stand (variation selectors, joiners, tags).
  case vanishing
  /// Drawn as a space that it isn't: the no-break space and its relatives.
  case blank

  /// The class of a scalar, by the table.
  init(_ scalar: Unicode.Scalar) {
    if (0x20..<0x7F).contains(scalar.value) {
      self = .narrow
      return
    }
    // The last run that begins at or before the scalar; the first one begins at zero.
    var (low, high) = (0, WidthTable.runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if WidthTable.runs[middle] >> 3 <= scalar.value { low = middle } else { high = middle }
    }
    self = ScalarClass(rawValue: WidthTable.runs[low] & 7) ?? .refused
  }
}
