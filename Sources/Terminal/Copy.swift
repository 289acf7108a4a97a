/// What became of a request to copy a text.
public enum Copy: Sendable, Hashable {
  /// It was sent to the terminal, which says nothing of what it did with it.
  case sent
  /// It is longer than terminals take; the limit, in bytes.
  case tooLong(limitBytes: Int)
  /// This terminal has no clipboard.
  case unsupported
}
