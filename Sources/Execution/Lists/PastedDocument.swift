import Entra
import Graph

/// One JSON object of a paste, told apart by the fields it has.
enum PastedDocument: Decodable, Sendable {
  /// What the snippet prints: everything in one.
  indirect case collected(CollectedJSON)
  /// One answer of a list.
  indirect case page(CollectionJSON<PastedDocument>)
  /// An error instead of an answer.
  case failure(ErrorJSON)
  /// The application itself.
  case servicePrincipal(ServicePrincipalJSON)
  /// Who is assigned, or what the application may use itself.
  case assignment(AssignmentJSON)
  /// A consent.
  case grant(GrantJSON)
  /// An owner, or some other object.
  case object(DirectoryObjectJSON)
  /// Nothing we asked for.
  case other

  init(from decoder: any Decoder) throws {
    guard let container = try? decoder.container(keyedBy: AnyField.self) else {
      self = .other
      return
    }
    let fields = Set(container.allKeys.map(\.stringValue))
    if fields.contains("regrant") {
      self = .collected(try CollectedJSON(from: decoder))
    } else if fields.contains("error") {
      self = .failure(try ErrorJSON(from: decoder))
    } else if fields.contains("value"), fields.isDisjoint(with: ["id", "displayName"]) {
      self = .page(try CollectionJSON(from: decoder))
    } else if fields.contains("appRoleId") {
      self = .assignment(try AssignmentJSON(from: decoder))
    } else if fields.contains("consentType") {
      self = .grant(try GrantJSON(from: decoder))
    } else if !fields.isDisjoint(with: ["appId", "appRoleAssignmentRequired"]) {
      self = .servicePrincipal(try ServicePrincipalJSON(from: decoder))
    } else if fields.contains("id") {
      self = .object(try DirectoryObjectJSON(from: decoder))
    } else {
      self = .other
    }
  }

  private struct AnyField: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }
}

/// What the snippets of ``ReadCommands`` print: one object that holds every set.
///
/// The rows of a set stand in it one by one, or in whole answers, whose next links then count.
struct CollectedJSON: Decodable, Sendable {
  let version: Int?
  let servicePrincipal: RowJSON<PastedDocument>?
  let assignedTo: [RowJSON<PastedDocument>]?
  let assignedToCount: Int?
  let grants: [RowJSON<PastedDocument>]?
  let permissions: [RowJSON<PastedDocument>]?
  let owners: [RowJSON<PastedDocument>]?

  private enum CodingKeys: String, CodingKey {
    case version = "regrant"
    case servicePrincipal
    case assignedTo = "appRoleAssignedTo"
    case assignedToCount = "appRoleAssignedToCount"
    case grants = "oauth2PermissionGrants"
    case permissions = "appRoleAssignments"
    case owners
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    version = try? container.decode(Int.self, forKey: .version)
    servicePrincipal = try container.decodeIfPresent(
      RowJSON<PastedDocument>.self, forKey: .servicePrincipal)
    // Shells print the count as a number or as a text, and a failed request as nothing.
    let number = try? container.decode(Int.self, forKey: .assignedToCount)
    let text = try? container.decode(String.self, forKey: .assignedToCount)
    assignedToCount = number ?? text.flatMap { Int($0) }
    func rows(_ key: CodingKeys) -> [RowJSON<PastedDocument>]? {
      try? container.decode([RowJSON<PastedDocument>].self, forKey: key)
    }
    assignedTo = rows(.assignedTo)
    grants = rows(.grants)
    permissions = rows(.permissions)
    owners = rows(.owners)
  }

  /// The rows of one set, or `nil` if they aren't there.
  subscript(set: SnapshotSet) -> [RowJSON<PastedDocument>]? {
    switch set {
    case .assignments: assignedTo
    case .grants: grants
    case .permissions: permissions
    case .owners: owners
    }
  }
}
