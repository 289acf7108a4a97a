import Cells

struct CellText: Sendable, Hashable {
  enum Truncation { case end, middle }
  var clusters: [String]
  var isAltered = false
  var width: Int { clusters.reduce(0) { $0 + Self.columns($1) } }

  init(_ text: String, ascii: Bool = false) {
    clusters = text.map { character in
      guard let scalar = character.unicodeScalars.first, scalar.value >= 32, scalar.value != 127
      else { return ascii ? "?" : "\u{FFFD}" }
      return ascii && !character.isASCII ? "?" : String(character)
    }
  }
  static func columns(_ text: String) -> Int {
    guard let value = text.unicodeScalars.first?.value else { return 0 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
  func truncated(to columns: Int, _ mode: Truncation = .end, ascii: Bool = false) -> CellText {
    guard width > columns else { return self }
    let mark = ascii ? "..." : "…"
    var result = self
    let room = columns - (ascii ? 3 : 1)
    guard room > 0 else {
      result.clusters = Array(repeating: ".", count: max(0, columns))
      return result
    }
    var head: [String] = []
    var tail: [String] = []
    var used = 0
    let headRoom = mode == .end ? room : (room + 1) / 2
    for cluster in clusters {
      guard used + Self.columns(cluster) <= headRoom else { break }
      used += Self.columns(cluster)
      head.append(cluster)
    }
    if mode == .middle {
      for cluster in clusters.reversed() {
        guard used + Self.columns(cluster) <= room else { break }
        used += Self.columns(cluster)
        tail.insert(cluster, at: 0)
      }
    }
    result.clusters = head + mark.map { String($0) } + tail
    return result
  }
  func wrapped(to columns: Int) -> [CellText] {
    var lines: [[String]] = []
    var line: [String] = []
    var used = 0
    for word in clusters.split(separator: " ") {
      var word = Array(word)
      var wide = word.reduce(0) { $0 + Self.columns($1) }
      if !line.isEmpty, used + 1 + wide <= columns {
        line += [" "] + word
        used += 1 + wide
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while wide > columns {
        var part: [String] = []
        var partWide = 0
        while let next = word.first, partWide + Self.columns(next) <= columns {
          part.append(word.removeFirst())
          partWide += Self.columns(next)
        }
        if part.isEmpty { part = [word.removeFirst()] }
        lines.append(part)
        wide = word.reduce(0) { $0 + Self.columns($1) }
      }
      line = word
      used = wide
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines.map {
      var text = self
      text.clusters = $0
      return text
    }
  }
}
extension Frame {
  mutating func write(
    _ text: CellText, at position: Position, style: Style = .plain, within columns: Int
  ) {
    var column = position.column
    for cluster in text.clusters {
      let wide = CellText.columns(cluster)
      guard column + wide <= position.column + columns else { return }
      self[Position(row: position.row, column: column)] = Cell(cluster, style)
      if wide == 2 { self[Position(row: position.row, column: column + 1)] = Cell("", style) }
      column += wide
    }
  }
}
