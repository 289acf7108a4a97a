/// What was explored, as JSON for other people's checkers.
///
/// `{"start", "states": [{"id", "phase", "closing", "applicationPresent"}], "transitions": [{"from",
/// "to", "input", "answers", "orders"}]}`; written line by line, for it is some megabytes.
public struct GraphExport: Sendable {
  private let exploration: Exploration

  /// The export of an exploration.
  public init(_ exploration: Exploration) { self.exploration = exploration }

  /// Hands out the text in pieces, in order.
  public func write(_ piece: (String) throws -> Void) rethrows {
    try piece("{\"start\":0,\"states\":[\n")
    for (id, place) in exploration.places.enumerated() {
      let closing = place.closing.map { "\"\($0.rawValue)\"" } ?? "null"
      let end = id == exploration.places.count - 1 ? "\n" : ",\n"
      try piece(
        "{\"id\":\(id),\"phase\":\"\(place.phase.rawValue)\",\"closing\":\(closing),"
          + "\"applicationPresent\":\(place.isApplicationPresent)}" + end)
    }
    try piece("],\"transitions\":[\n")
    for (index, transition) in exploration.transitions.enumerated() {
      let end = index == exploration.transitions.count - 1 ? "\n" : ",\n"
      try piece(
        "{\"from\":\(transition.from),\"to\":\(transition.to),\"input\":\"\(transition.input.name)\","
          + "\"answers\":\(list(transition.input.answeredWarnings.map(\.rawValue))),"
          + "\"orders\":\(list(transition.orders.map(\.name)))}" + end)
    }
    try piece("]}\n")
  }

  private func list(_ names: [String]) -> String {
    "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }
}
