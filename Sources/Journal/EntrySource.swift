extension JournalEntry {
  /// On what an entry rests: who said it, or how Regrant came to know it.
  public enum Source: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody at the keyboard said it: attested.
    case person
    /// What a command that the admin ran printed.
    case pasted
    /// Decided beforehand, in a plan that was made.
    case planned
    /// Regrant read it in the tenant.
    case observed
    /// Regrant asked Graph to change it, and this is the answer.
    case executed
    /// What somebody saw in a browser of the practice tenant.
    case browser
    /// Regrant itself, from what it knew already.
    case program
  }
}

/// What kind of entry it is, and on what it rests, as they are written: `input`, `input/observed`.
struct EntryKind: Sendable, Hashable {
  let name: String
  let source: JournalEntry.Source

  init(_ name: String, from source: JournalEntry.Source) {
    (self.name, self.source) = (name, source)
  }

  /// Reads it; a source of a newer program makes it a kind that nobody knows.
  init(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      self.init(text, from: .person)
      return
    }
    guard let source = JournalEntry.Source(rawValue: String(parts[1])), source != .person else {
      self.init(text, from: .person)
      return
    }
    self.init(String(parts[0]), from: source)
  }

  var text: String { source == .person ? name : "\(name)/\(source.rawValue)" }

  /// Whether it is an input, even one whose source this program doesn't know.
  var isInput: Bool { name == "input" || name.hasPrefix("input/") }
}
