public import Entra

/// A line of a report that knows which of its words are whose.
///
/// What others wrote is set apart by each rendering, and what is about a person can be left out.
/// Written as a string: `"Said by \(person: name) on \(domain)"`.
public struct ReportText: Sendable, Hashable {
  /// The runs, in order.
  public private(set) var runs: [Run] = []

  /// Some words, and whose they are.
  public enum Run: Sendable, Hashable {
    /// The program's own words.
    case own(String)
    /// A label that others gave: a ticket's number, a domain.
    case foreign(ForeignText)
    /// The name, address or ID of a person, or of a customer who may be one.
    case personal(ForeignText)
    /// Words that somebody typed or an error said, whatever they hold.
    case free(ForeignText)
    /// What stands where something was left out.
    case withheld(String)
  }

  /// No words.
  public init() {}

  init(runs: [Run]) { self.runs = runs }

  /// The program's own words.
  public init(_ text: String) { runs = [.own(text)] }

  /// Two texts, one after the other.
  public static func + (one: Self, other: Self) -> Self { Self(runs: one.runs + other.runs) }

  /// The words as they are, harmless, without any marks of whose they are.
  public var plain: String {
    runs.map { run in
      switch run {
      case .own(let text): text
      case .foreign(let text), .personal(let text), .free(let text):
        text.safeLines.joined(separator: " ")
      case .withheld(let what): "[\(what) withheld]"
      }
    }.joined()
  }
}

extension ReportText: ExpressibleByStringInterpolation {
  /// The program's own words.
  public init(stringLiteral text: String) { self.init(text) }

  /// The runs of a string that was written with values in it.
  public init(stringInterpolation: Interpolation) { runs = stringInterpolation.runs }

  /// Collects the runs of a string as it is written.
  public struct Interpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    /// No runs yet.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// The program's own words.
    public mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { runs.append(.own(text)) }
    }

    /// The program's own words, made elsewhere.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// A number.
    public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

    /// A text in a text.
    public mutating func appendInterpolation(_ text: ReportText) { runs += text.runs }

    /// A label that others gave.
    public mutating func appendInterpolation(_ text: ForeignText) { runs.append(.foreign(text)) }

    /// A domain: others chose it.
    public mutating func appendInterpolation(_ domain: DomainName) {
      runs.append(.foreign(ForeignText(domain.text)))
    }

    /// A person's name, address or ID.
    public mutating func appendInterpolation(person text: ForeignText) {
      runs.append(.personal(text))
    }

    /// Words that somebody typed.
    public mutating func appendInterpolation(free text: ForeignText) { runs.append(.free(text)) }
  }
}
