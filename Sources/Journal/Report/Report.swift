public import Remediation
public import Wording

/// A case as it goes into a ticket: what was found, decided, answered and done, by whom, and what
/// is still open.
public struct Report: Sendable, Hashable {
  /// The case's number on this machine.
  public let number: Int
  /// What the case is called.
  public let title: String
  /// Where the case stands.
  public let phase: Phase
  /// How it ended; nil while it is unfinished.
  public let closing: Closing?
  /// When this was written.
  public let written: Moment
  /// The whole in three to five sentences, ready for a ticket.
  public internal(set) var paragraph: [ReportText]
  /// Customer, ticket, tenant, application, and who acts.
  public internal(set) var fields: [Field]
  /// The gates, judged.
  public let findings: [JudgedGate]
  /// The same, a line each, and on what each rests.
  public internal(set) var findingLines: [Line]
  /// The warnings, and whether each was answered.
  public internal(set) var warnings: [AnsweredWarning]
  /// What happened, by subject.
  public internal(set) var sections: [Section]
  /// The last link of the chain: the same number proves the same journal.
  public let head: String
  /// Whether names, addresses and IDs of people, notes and reasons are left out.
  public internal(set) var isRedacted = false

  /// A value with its name.
  public struct Field: Sendable, Hashable {
    /// What it is: "Ticket".
    public let name: String
    /// The value.
    public internal(set) var value: ReportText
  }

  /// A warning and its answer.
  public struct AnsweredWarning: Sendable, Hashable {
    /// Which warning.
    public let warning: Warning
    /// What it is called.
    public let title: String
    /// The answer; nil when it was not asked or not answered.
    public internal(set) var answer: Line?
  }

  /// Lines on one subject.
  public struct Section: Sendable, Hashable {
    /// What it is about.
    public let subject: Subject
    /// Its lines, in the order things happened.
    public internal(set) var lines: [Line]
  }

  /// What a section is about, in a report's order.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    /// What was found.
    case found
    /// What was decided.
    case decided
    /// What was done in the tenant.
    case done
    /// Snapshots and lists.
    case lists
    /// Who was out while the application was away, and for how long.
    case outages
    /// What is still open.
    case open
    /// What can be undone.
    case undo
    /// Notes of the engineer.
    case notes
    /// What the vendor's support needs.
    case escalation

    /// The section's heading.
    public var title: String {
      switch self {
      case .found: "What was found"
      case .decided: "What was decided"
      case .done: "What was done"
      case .lists: "Lists"
      case .outages: "Who was out meanwhile"
      case .open: "What is still open"
      case .undo: "What can be undone"
      case .notes: "Notes"
      case .escalation: "For the vendor's support"
      }
    }
  }

  /// Something that is so, or that happened.
  public struct Line: Sendable, Hashable {
    /// When, where it has a time.
    public let at: Moment?
    /// What.
    public internal(set) var text: ReportText
    /// Who says so, where somebody does.
    public internal(set) var by: ReportText?
    /// The same for programs: on what it rests.
    public let source: JournalEntry.Source?

    /// A line by its parts.
    public init(
      _ text: ReportText, at: Moment? = nil, by: ReportText? = nil,
      source: JournalEntry.Source? = nil
    ) {
      (self.text, self.at, self.by, self.source) = (text, at, by, source)
    }
  }

  /// The paragraph as one text, harmless, to be pasted where there is no markup.
  public var paragraphText: String { paragraph.map(\.plain).joined(separator: " ") }

  /// The lines of a section.
  public func lines(of subject: Subject) -> [Line] {
    sections.first { $0.subject == subject }?.lines ?? []
  }
}
