/// One thing on a page: a paragraph, a question, a list.
///
/// A block knows no width and no colour.
public enum Block: Sendable, Hashable {
  /// The one thing that matters now; bold, and never below the fold.
  case lead(String)
  /// A paragraph.
  case text(String)
  /// What the engineer says to the customer, word by word.
  case say(String)
  /// Where to click, in the portal's own words, one a step.
  case path([String])
  /// What should appear then.
  case expect(String)
  /// A sentence of the article, and where in it.
  case quote(String, source: String)
  /// Names and values, aligned.
  case pairs([Pair])
  /// What is open and what is shut.
  case gates([GateRow])
  /// What one may choose from.
  case menu(Menu)
  /// What one may tick.
  case checklist(Checklist)
  /// The rows of a long list that are in sight.
  case list(List)
  /// A line to type into.
  case field(Field)
  /// An address, never broken by us where it fits.
  case link(String)
  /// Lines for the admin to run, verbatim.
  case command([String])
  /// An address as a QR code.
  case code(String)
  /// How far something is.
  case progress(Progress)
  /// A blank line, where there is room for one.
  case gap

  /// Where the focus can go in this block.
  var focusIDs: [String] {
    switch self {
    case .menu(let menu): [menu.id]
    case .checklist(let list): [list.filter?.id, list.id].compactMap(\.self)
    case .list(let list): [list.filter?.id, list.id].compactMap(\.self)
    case .field(let field): [field.id]
    default: []
    }
  }

  var isField: Bool { if case .field = self { true } else { false } }
}

/// A name and a value.
public struct Pair: Sendable, Hashable {
  /// What it is.
  public var label: String
  /// What it is now.
  public var value: String

  /// A pair.
  public init(_ label: String, _ value: String) { (self.label, self.value) = (label, value) }
}

/// One of the things that must be open, as judged.
public struct GateRow: Sendable, Hashable {
  /// What was found.
  public enum State: Sendable, Hashable, CaseIterable {
    /// Lets people through.
    case open
    /// Keeps people out.
    case shut
    /// Not known yet.
    case unknown
  }

  /// The gate.
  public var name: String
  /// Open, shut or unknown.
  public var state: State
  /// Why it is judged so.
  public var because: String
  /// What that rests on, and how old it is.
  public var evidence: String?

  /// A gate's row.
  public init(_ name: String, _ state: State, because: String, evidence: String? = nil) {
    (self.name, self.state, self.because, self.evidence) = (name, state, because, evidence)
  }
}

/// How far something is: done of total, and a line of words about it.
public struct Progress: Sendable, Hashable {
  /// How many are done.
  public var done: Int
  /// How many there are.
  public var total: Int
  /// What is being done, at which rate, how long it takes.
  public var text: String

  /// A progress.
  public init(done: Int, of total: Int, _ text: String) {
    (self.done, self.total, self.text) = (done, total, text)
  }

  /// From 0 to 100; what is done of nothing is everything.
  public var percent: Int { total > 0 ? min(max(done, 0), total) * 100 / total : 100 }
}
