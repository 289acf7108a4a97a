/// A `$filter` expression.
indirect enum Filter: Sendable, Hashable {
  case compare(path: [String], Operator, Literal)
  case call(Function, path: [String], String)
  case any(path: [String], variable: String, Filter?)
  case and(Filter, Filter)
  case or(Filter, Filter)
  case not(Filter)

  enum Operator: String, Sendable {
    case equal = "eq"
    case unequal = "ne"
    case atLeast = "ge"
    case atMost = "le"
    case above = "gt"
    case below = "lt"
  }

  enum Function: String, Sendable {
    case startsWith = "startswith"
    case endsWith = "endswith"
  }

  enum Literal: Sendable, Hashable {
    case text(String)
    /// A GUID, date or number: what stands there without quotation marks.
    case bare(String)
    case flag(Bool)
    case null
  }
}

extension Filter {
  /// The comparisons in it, with the property each is about.
  var parts: [(property: String, isAdvanced: Bool, operator: Operator?, literal: Literal?)] {
    switch self {
    case .compare(let path, let comparison, let literal):
      [(path.joined(separator: "/"), comparison == .unequal, comparison, literal)]
    case .call(let function, let path, let text):
      [(path.joined(separator: "/"), function == .endsWith, nil, .text(text))]
    case .any(let path, _, _): [(path.joined(separator: "/"), false, nil, nil)]
    case .and(let one, let other), .or(let one, let other): one.parts + other.parts
    case .not(let inner): inner.parts.map { ($0.property, true, $0.operator, $0.literal) }
    }
  }

  /// Whether what `value` tells of an object fulfils it.
  func matches(_ value: (String) -> JSON?) -> Bool {
    switch self {
    case .compare(let path, let comparison, let literal):
      Self.compare(Self.find(path, value), comparison, literal)
    case .call(let function, let path, let text):
      Self.find(path, value)?.text.map { found in
        function == .startsWith
          ? found.lowercased().hasPrefix(text.lowercased())
          : found.lowercased().hasSuffix(text.lowercased())
      } ?? false
    case .any(let path, let variable, let inner):
      (Self.find(path, value)?.elements ?? []).contains { element in
        inner?.matches { $0 == variable ? element : value($0) } ?? true
      }
    case .and(let one, let other): one.matches(value) && other.matches(value)
    case .or(let one, let other): one.matches(value) || other.matches(value)
    case .not(let inner): !inner.matches(value)
    }
  }

  private static func find(_ path: [String], _ value: (String) -> JSON?) -> JSON? {
    guard let first = path.first, var found = value(first) else { return nil }
    for name in path.dropFirst() { found = found[name] ?? .null }
    return found
  }

  private static func compare(_ found: JSON?, _ comparison: Operator, _ literal: Literal) -> Bool {
    let order: Int? =
      switch (found ?? .null, literal) {
      case (.null, .null): 0
      case (.bool(let flag), .flag(let wanted)): flag == wanted ? 0 : 1
      case (.string(let text), .text(let wanted)), (.string(let text), .bare(let wanted)):
        compare(text.lowercased(), wanted.lowercased())
      case (.integer(let number), .bare(let wanted)): Int(wanted).map { compare(number, $0) }
      default: nil
      }
    return switch comparison {
    case .equal: order == 0
    case .unequal: order != 0
    case .atLeast: order.map { $0 >= 0 } ?? false
    case .atMost: order.map { $0 <= 0 } ?? false
    case .above: order.map { $0 > 0 } ?? false
    case .below: order.map { $0 < 0 } ?? false
    }
  }

  private static func compare<Value: Comparable>(_ one: Value, _ other: Value) -> Int {
    one < other ? -1 : one == other ? 0 : 1
  }
}
