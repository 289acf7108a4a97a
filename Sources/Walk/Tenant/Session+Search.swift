import Entra
import Execution
import Graph
import Remediation
import Screens
import Wording

extension Session {
  /// How long after the last key the tenant is asked.
  static let searchPause = Duration.milliseconds(250)

  /// Looks for people and groups, once nothing was typed for a moment.
  func search(_ term: String) {
    guard let running else { return }
    searches += 1
    searchTask?.cancel()
    running.finds.term = term
    running.finds.problem = nil
    let isEmpty = term.allSatisfy(\.isWhitespace)
    running.finds.isSearching = !isEmpty
    if isEmpty { running.finds.rows = [] }
    searchDue = isEmpty ? nil : .now + Self.searchPause
  }

  /// Asks the tenant, when it is time.
  func searchIfDue() {
    guard let due = searchDue, due <= .now, let running, let term = running.finds.term,
      let client = running.reached?.client
    else { return }
    searchDue = nil
    let number = searches
    let takesGroups = running.reading?.takesGroups != false
    searchTask = Task { [mailbox, words] in
      let finds = await Session.finds(term, takesGroups, client, words)
      mailbox.post(.found(search: number, finds))
    }
  }

  private static func finds(
    _ term: String, _ takesGroups: Bool, _ client: GraphClient, _ words: Words
  ) async -> Finds {
    var finds = Finds()
    finds.term = term
    do throws(GraphError) {
      finds.rows = try await candidates(matching: term, takesGroups, client)
    } catch { finds.problem = words.trouble(with: error).happened }
    return finds
  }

  private static func candidates(
    matching term: String, _ takesGroups: Bool, _ client: GraphClient
  ) async throws(GraphError) -> [Candidate] {
    let users = try await client.users(matching: term).rows.compactMap(Candidate.init(_:))
    let groups = try await client.groups(matching: term).rows.compactMap {
      Candidate($0, takesGroups: takesGroups)
    }
    return users + groups
  }

  /// Those who were ticked become the list that is assigned.
  func assign(_ picked: [Candidate], _ role: RoleRow?, _ effects: inout [Effect]) -> Bool {
    let lines = picked.map { candidate in
      [
        candidate.principal.id.description, candidate.principal.name.safe,
        candidate.principal.kind.rawValue, role?.id.description ?? "",
      ].map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    let heading = "principalId,principalDisplayName,principalType,appRoleId"
    return take(.list(([heading] + lines).joined(separator: "\n") + "\n"), &effects)
  }
}

extension Candidate {
  fileprivate init?(_ user: UserJSON) {
    guard let id = user.id.flatMap({ ObjectID($0) }) else { return nil }
    let marks = [
      user.userPrincipalName, user.department, user.userType == "Guest" ? "guest" : nil,
      user.accountEnabled == false ? "disabled" : nil,
    ].compactMap(\.self).map { ForeignText($0).safe }
    let name = ForeignText(user.displayName ?? user.userPrincipalName ?? "")
    self.init(Principal(id: id, kind: .user, name: name), marks: marks)
  }

  fileprivate init?(_ group: GroupJSON, takesGroups: Bool) {
    guard let id = group.id.flatMap({ ObjectID($0) }) else { return nil }
    let because =
      group.securityEnabled == false
      ? "A mail group can't be given access."
      : takesGroups ? nil : "Groups can't be assigned without Entra ID P1."
    let marks = [
      group.groupTypes?.contains("DynamicMembership") == true ? "dynamic" : nil, group.description,
    ].compactMap(\.self).map { ForeignText($0).safe }
    self.init(
      Principal(id: id, kind: .group, name: ForeignText(group.displayName ?? "")), marks: marks,
      because: because)
  }
}
