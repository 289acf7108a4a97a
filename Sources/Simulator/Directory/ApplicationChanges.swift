extension InstalledApplication {
  private static let longestNotes = 1024

  /// Takes over one member of a PATCH or POST.
  mutating func take(_ member: JSON.Member) throws(Failure) {
    switch member.name {
    case "accountEnabled": isEnabled = try Self.flag(member)
    case "appRoleAssignmentRequired": requiresAssignment = try Self.flag(member)
    case "tags": tags = try Self.texts(member)
    case "notificationEmailAddresses": notificationAddresses = try Self.texts(member)
    case "displayName":
      guard let text = try Self.text(member) else { throw .invalidProperties }
      name = text
    case "notes":
      notes = try Self.text(member)
      guard (notes?.count ?? 0) <= Self.longestNotes else { throw .invalidProperties }
    case "description": description = try Self.text(member)
    case "homepage": homepage = try Self.text(member)
    case "loginUrl": loginURL = try Self.text(member)
    case "logoutUrl": logoutURL = try Self.text(member)
    case "preferredSingleSignOnMode": signOnMode = try Self.text(member)
    default: throw .invalidProperties
    }
  }

  /// Takes over what can be set.
  mutating func copySettings(of draft: Self) {
    (isEnabled, requiresAssignment) = (draft.isEnabled, draft.requiresAssignment)
    (tags, notes, description) = (draft.tags, draft.notes, draft.description)
    (name, homepage, loginURL) = (draft.name, draft.homepage, draft.loginURL)
    (logoutURL, signOnMode) = (draft.logoutURL, draft.signOnMode)
    notificationAddresses = draft.notificationAddresses
  }

  private static func flag(_ member: JSON.Member) throws(Failure) -> Bool {
    guard let flag = member.value.flag else { throw .invalidProperties }
    return flag
  }

  private static func text(_ member: JSON.Member) throws(Failure) -> String? {
    guard member.value != .null else { return nil }
    guard let text = member.value.text else { throw .invalidProperties }
    return text
  }

  private static func texts(_ member: JSON.Member) throws(Failure) -> [String] {
    guard let elements = member.value.elements else { throw .invalidProperties }
    let texts = elements.compactMap(\.text)
    guard texts.count == elements.count else { throw .invalidProperties }
    return texts
  }
}
