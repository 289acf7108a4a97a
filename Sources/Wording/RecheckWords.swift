extension Words {
  /// How long consent may take until every sign-in sees it.
  ///
  /// - Source: Microsoft names minutes, and no bound.
  public static let settlingSeconds = 600

  /// What to try before consent that was given counts as without effect.
  public var recheckTitle: String { "Before it counts as failed" }

  /// Whether consent has had its time; `since` is when it was given.
  public func recheckWait(since: Moment?, now: Moment) -> String {
    guard let since else { return "Consent takes some minutes until every sign-in sees it." }
    let end = Moment(seconds: since.seconds + Self.settlingSeconds)
    return now < end
      ? "Consent takes minutes to settle: a failure before \(end) proves nothing."
      : "Consent was given \(Span(from: since, to: now).ago): it has settled."
  }

  /// What the engineer reads out.
  public var recheckSay: String {
    "Please sign out everywhere, or open a private window, and try once more. If it fails: which "
      + "Application ID is on the error page?"
  }

  /// The answers: wait; another application; it still fails.
  public var recheckAgain: String { "Let them try once more, in a private window" }
  /// The error is another application's.
  public var recheckOther: String { "The error page names another Application ID" }
  /// What to do then.
  public var recheckOtherMeaning: String {
    "Then that error is another application's. Have them open \(app) itself."
  }
  /// It was waited, tried in a private window, and is ours.
  public var recheckDone: String { "It still fails: waited, private window, our Application ID" }
  /// What the journal keeps of it: also how long was waited.
  public func recheckNote(since: Moment?, now: Moment) -> String {
    let wait = since.map { ", \(Span(from: $0, to: now)) after consent" } ?? ""
    return "Tried again in a private window\(wait); the error names our Application ID."
  }
}
