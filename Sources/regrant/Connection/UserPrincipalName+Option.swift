import Entra

extension UserPrincipalName {
  /// What `--user` names; nil where it was not given.
  ///
  /// - Throws: ``Failure`` where that is no user principal name.
  static func asked(_ text: String?) throws(Failure) -> UserPrincipalName? {
    guard let text else { return nil }
    guard let name = UserPrincipalName(text) else {
      throw Failure(
        .usage, "\(Failure.name(text)) is no user principal name.",
        "--user takes the name a user signs in with, such as anna@contoso.example.")
    }
    return name
  }
}
