import PseudoTerminal

/// The programs beside each other, and where ours is held to a limit.
struct Comparison {
  /// One line: a figure a program (nil where not measured), and ours' limit.
  struct Row {
    let name: String
    let unit: String
    let figures: [Double?]
    let limit: Double?

    /// Whether the last figure, ours, keeps the limit.
    var isKept: Bool {
      guard let limit, let ours = figures.last else { return true }
      return ours.map { $0 <= limit } ?? false
    }
  }

  /// What our figure may be at most.
  enum Limit {
    case none
    case fixed(Double)
    case timesDialog(Double)
  }

  let candidates: [Candidate]
  private(set) var rows: [Row] = []
  private(set) var troubles: [String] = []

  init(candidates: [Candidate]) { self.candidates = candidates }

  /// Every row of the comparison, one after the other.
  mutating func measure() {
    starts("first screen, warm", count: 15, gap: 0.05, limit: .timesDialog(2))
    starts("first screen, after 5 idle seconds", count: 5, gap: 5, limit: .fixed(50))
    reactions("arrow key on a list", limits: (.timesDialog(1.25), .fixed(250))) {
      try Measurement.arrows(in: $0.openList())
    }
    reactions("typed character", limits: (.none, .fixed(60))) {
      try $0.openField().map(Measurement.letters) ?? []
    }
    reactions("Esc", limits: (.fixed(40), .none)) {
      try $0.openHelp().map { try Measurement.reactions(to: ["\u{1b}"], in: $0) } ?? []
    }
    hanging()
    row("SIGTERM to restored", "ms", limit: .fixed(1000)) { candidate in
      median(try (0..<5).map { _ in try Measurement.restoring(candidate) })
    }
    row("wake-ups in 10 idle seconds", "", limit: .fixed(0)) {
      try Measurement.wakeUps(of: $0, seconds: 10)
    }
  }

  /// Starts in turn, so that whatever slows the machine down meets all of them.
  private mutating func starts(_ name: String, count: Int, gap: Double, limit: Limit) {
    var taken = candidates.map { _ in [Double]() }
    var failed: Set<Int> = []
    for round in 0..<(count + 2) {
      for index in candidates.indices where !failed.contains(index) {
        pause(seconds: gap)
        do {
          let time = try Measurement.start(of: candidates[index])
          if round >= 2 { taken[index].append(time) }  // the first two only warm up
        } catch {
          note(name, candidates[index], error)
          failed.insert(index)
        }
      }
    }
    add(name, "ms", taken.map { $0.isEmpty ? nil : median($0) }, limit)
  }

  private mutating func reactions(
    _ name: String, limits: (time: Limit, bytes: Limit),
    measure: (Candidate) throws -> [Reaction]
  ) {
    let measured = candidates.map { candidate -> [Reaction] in
      do {
        return try measure(candidate)
      } catch {
        note(name, candidate, error)
        return []
      }
    }
    let times = measured.map { $0.isEmpty ? nil : median($0.map(\.milliseconds)) }
    let sizes = measured.map { $0.map { Double($0.bytes) }.max() }
    add("\(name), drawn", "ms", times, limits.time)
    add("\(name), most sent", "bytes", sizes, limits.bytes)
  }

  /// A row for each screen on which a request hangs: the slowest key there, and Esc, which ends it.
  private mutating func hanging() {
    for station in Hanging.stations {
      let title = "hangs, \(station.name)"
      let figures = candidates.map { candidate -> Hanging.Figures? in
        do { return try candidate.hanging?.measure(station) } catch {
          note(title, candidate, error)
          return nil
        }
      }
      add("\(title): slowest key", "ms", figures.map { $0?.keys.max() }, .fixed(50))
      add("\(title): Esc", "ms", figures.map { $0?.leaving }, .fixed(50))
    }
  }

  private mutating func row(
    _ name: String, _ unit: String, limit: Limit, figure: (Candidate) throws -> Double
  ) {
    let figures = candidates.map { candidate -> Double? in
      do {
        return try figure(candidate)
      } catch {
        note(name, candidate, error)
        return nil
      }
    }
    add(name, unit, figures, limit)
  }

  private mutating func add(_ name: String, _ unit: String, _ figures: [Double?], _ limit: Limit) {
    let dialog = zip(candidates, figures).first { $0.0.name == "dialog" }?.1
    let most: Double? =
      switch limit {
      case .none: nil
      case .fixed(let figure): figure
      case .timesDialog(let factor): dialog.map { $0 * factor }
      }
    rows.append(Row(name: name, unit: unit, figures: figures, limit: most))
  }

  private mutating func note(_ name: String, _ candidate: Candidate, _ error: any Error) {
    // Every byte a program ever wrote would bury the rest.
    let lines = "\(error)".split(separator: "\n", omittingEmptySubsequences: false)
    let seen = lines.prefix { !$0.hasSuffix("bytes received") }.joined(separator: "\n")
    troubles.append("\(candidate.name), \(name): \(seen)")
  }
}

extension Comparison: CustomStringConvertible {
  var description: String {
    let head = cells("", candidates.map(\.name) + ["limit", ""])
    let body = rows.map { row in
      let name = row.unit.isEmpty ? row.name : "\(row.name), \(row.unit)"
      let figures = row.figures.map { $0.map(Self.text) ?? "-" }
      let limit = row.limit.map(Self.text) ?? "-"
      return cells(name, figures + [limit, row.isKept ? "" : "over"])
    }
    return ([head] + body).joined(separator: "\n")
  }

  private func cells(_ first: String, _ others: [String]) -> String {
    let padded = others.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }
    return first + String(repeating: " ", count: max(1, 52 - first.count)) + padded.joined()
  }

  /// Three digits after the point below 1, else one; whole numbers as they are.
  private static func text(_ figure: Double) -> String {
    if figure == figure.rounded() { return String(Int(figure)) }
    let scale = figure < 1 ? 1000.0 : 10
    return String((figure * scale).rounded() / scale)
  }
}
