extension Words {
  /// What it means that the look-alike was deleted.
  public var lookAlikeMeaning: String {
    "Nobody signs in to \(lookAlikeName). It runs the backups: they stand still now."
  }

  /// What to do about the look-alike itself.
  public var lookAlikeRemedy: String {
    "It can be restored for 30 days, by its own ID. Pass that to \(vendor) at once."
  }

  /// What to ask, to find out how ours stands.
  public var lookAlikeQuestion: String {
    "Is \(app), without \"for Entra ID\", still in the list of all applications?"
  }

  /// What the journal keeps of it.
  public var lookAlikeNote: String {
    "\(lookAlikeName) was deleted: its backups stand still until it is restored."
  }

  /// Why nothing of ours has to be put back.
  public var lookAlikeWaiver: String { "\(lookAlikeName) was deleted, not \(app)." }
}
