extension QRCode {
  /// How hard the code is to read: of the eight masks the one with the least is taken.
  ///
  /// - Source: ISO/IEC 18004:2015, 7.8.3.1.
  var penalty: Int {
    let lines = (0..<size).map { row in (0..<size).map { self[row, $0] } }
    let columns = (0..<size).map { column in (0..<size).map { self[$0, column] } }
    return (lines + columns).reduce(0) { $0 + Self.runs(in: $1) + Self.finders(in: $1) }
      + blocks + imbalance
  }

  /// Five and more of a colour in a line.
  private static func runs(in line: [Bool]) -> Int {
    var points = 0
    var length = 0
    var last: Bool?
    for module in line {
      length = module == last ? length + 1 : 1
      last = module
      if length == 5 { points += 3 } else if length > 5 { points += 1 }
    }
    return points
  }

  /// What looks like a finder pattern, with four light ones before or after it.
  private static func finders(in line: [Bool]) -> Int {
    let core = [true, false, true, true, true, false, true]
    let air = [false, false, false, false]
    let patterns = [core + air, air + core]
    guard line.count >= 11 else { return 0 }
    return (0...(line.count - 11)).reduce(0) { points, start in
      let part = Array(line[start..<(start + 11)])
      return points + 40 * patterns.count { $0 == part }
    }
  }

  /// Two by two of a colour.
  private var blocks: Int {
    var points = 0
    for row in 0..<(size - 1) {
      for column in 0..<(size - 1) {
        let colour = self[row, column]
        if self[row, column + 1] == colour, self[row + 1, column] == colour,
          self[row + 1, column + 1] == colour
        {
          points += 3
        }
      }
    }
    return points
  }

  /// Ten for each 5 % that dark modules are away from half.
  private var imbalance: Int {
    let dark = (0..<size).reduce(0) { count, row in
      count + (0..<size).count { self[row, $0] }
    }
    let total = size * size
    return (abs(dark * 20 - total * 10) + total - 1) / total * 10 - 10
  }
}
