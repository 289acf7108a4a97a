public import Entra
public import Graph

/// One of the lists that a snapshot is made of.
public enum SnapshotSet: String, Sendable, Hashable, CaseIterable {
  /// Who is assigned.
  case assignments = "appRoleAssignedTo"
  /// Delegated permissions: consents.
  case grants = "oauth2PermissionGrants"
  /// Application permissions.
  case permissions = "appRoleAssignments"
  /// Who owns the service principal.
  case owners
}

/// Why a pasted output is no complete snapshot, and so nothing may be deleted on it.
public enum Shortcoming: Error, Sendable, Hashable {
  /// The bytes are no text.
  case text(TextRefusal)
  /// No JSON in it.
  case noAnswer
  /// A chat or a word processor made the quotation marks curly.
  case curlyQuotes
  /// It ends too early.
  case truncated(line: Int)
  /// Something was left out by the shell: `...` stands in its place.
  case elided(line: Int)
  /// The shell says, or shows, that it cut what was nested deeper than its depth.
  case flattened
  /// Not JSON from there on.
  case damaged(line: Int)
  /// Nested deeper than anything Graph sends.
  case tooDeep(line: Int)
  /// A field occurs twice, so that either could be meant.
  case repeatedField(ForeignText, line: Int)
  /// The terminal broke a text in which a space may be lost.
  case brokenText(field: ForeignText, line: Int)
  /// Printed by other commands than these.
  case otherVersion(line: Int)
  /// Graph answered with an error.
  case refused(ErrorJSON)
  /// The application is not in this tenant, or not any more.
  case servicePrincipalMissing
  /// The properties were not pasted.
  case propertiesMissing
  /// A property can't be understood.
  case unreadableProperty(ForeignText)
  /// Properties that a deletion resets were not asked for.
  case fieldsMissing([ServicePrincipalJSON.Field])
  /// Another application, perhaps the look-alike.
  case wrongApplication(found: AppID, name: ForeignText)
  /// Several service principals of the application, or one read at different times.
  case severalServicePrincipals
  /// A list was not pasted.
  case missing(SnapshotSet)
  /// There is more: the list's next answer was not pasted.
  case nextLinkLeft(SnapshotSet)
  /// A list in several answers, or the assignments, without how many rows it has.
  case countMissing(SnapshotSet)
  /// The list has another number of rows.
  case countDiffers(SnapshotSet, rows: Int, count: Int)
  /// A list was pasted whole more than once, and not the same.
  case pastedTwice(SnapshotSet)
  /// An entry can't be understood, the first being number 1.
  case unreadableRow(SnapshotSet, number: Int, field: ForeignText)
  /// Entries of another service principal, the first being number 1.
  case rowOfAnother(SnapshotSet, number: Int)
  /// A list of another service principal.
  case listOfAnother(SnapshotSet)
  /// Entries without the answer around them, so that nobody knows whether they are all.
  case looseRows(line: Int)
  /// A list of which nothing tells what it lists.
  case unclearList(line: Int)
  /// So many more, of entries.
  case more(Int)
}
