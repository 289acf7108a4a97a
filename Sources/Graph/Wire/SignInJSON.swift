/// `signIn` as Graph sends it: one attempt to sign in, and what came of it.
public struct SignInJSON: Sendable, Hashable, Decodable, GraphRow {
  /// The record's ID.
  public let id: String?
  /// When, as Graph wrote it.
  public let createdDateTime: String?
  /// What came of it.
  public let status: Status?

  /// What came of a sign-in.
  public struct Status: Sendable, Hashable, Decodable {
    /// The number after `AADSTS`; 0 when it worked.
    public let errorCode: Int?
    /// In Microsoft's words.
    public let failureReason: String?
  }
}
